// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagerenderer.h"

#include "app/preview/frame.h"

#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

#include <algorithm>
#include <cmath>

namespace madoguchi::app::preview {

namespace {

using models::PageHit;
using Failure = models::PageSource::Failure;

// A roll of paper is no document, and a page as wide as a wall is none.
constexpr int kMostPages = 5000;
constexpr int kTallest = 20000;
constexpr int kMostHits = 1000;
constexpr qsizetype kMostLetters = qsizetype{32} * 1024 * 1024;
constexpr int kMegabytesOfPicture = 400;
constexpr double kPointsPerInch = 72;
constexpr double kMetresPerInch = 0.0254;

// A scan knows its resolution; a photo often does not, and 96 is then as good as any.
QSizeF pointsOf(const QImage& picture) {
  const auto points = [](int pixels, int dotsPerMetre) {
    const double dotsPerInch = dotsPerMetre > 0 ? dotsPerMetre * kMetresPerInch : 96;
    return pixels / dotsPerInch * kPointsPerInch;
  };
  return {points(picture.width(), picture.dotsPerMeterX()),
          points(picture.height(), picture.dotsPerMeterY())};
}

} // namespace

PageRenderer::PageRenderer() {
  QImageReader::setAllocationLimit(kMegabytesOfPicture);
}

PageRenderer::~PageRenderer() = default;

tl::expected<QList<QSizeF>, Failure> PageRenderer::open(const QByteArray& content, const QString& mediaType) {
  m_pdf.reset();
  m_pages.clear();
  m_buffer.close();
  m_content = content;
  m_buffer.setData(m_content);
  m_buffer.open(QIODevice::ReadOnly);
  auto pages = mediaType == QLatin1String("application/pdf") ? openPdf() : openImages();
  if (pages) m_pages = *pages;
  return pages;
}

tl::expected<QList<QSizeF>, Failure> PageRenderer::openPdf() {
  m_pdf = std::make_unique<QPdfDocument>();
  m_pdf->load(&m_buffer);
  if (m_pdf->status() != QPdfDocument::Status::Ready) {
    const bool locked = m_pdf->error() == QPdfDocument::Error::IncorrectPassword ||
                        m_pdf->error() == QPdfDocument::Error::UnsupportedSecurityScheme;
    return tl::unexpected(locked ? Failure::Protected : Failure::Broken);
  }
  const int count = m_pdf->pageCount();
  if (count <= 0) return tl::unexpected(Failure::Broken);
  if (count > kMostPages) return tl::unexpected(Failure::TooLarge);
  QList<QSizeF> pages;
  for (int page = 0; page < count; ++page) {
    const QSizeF size = m_pdf->pagePointSize(page);
    if (size.width() < 1 || size.height() < 1) return tl::unexpected(Failure::Broken);
    pages << size;
  }
  return pages;
}

tl::expected<QList<QSizeF>, Failure> PageRenderer::openImages() {
  QList<QSizeF> pages;
  QImageReader reader(&m_buffer);
  reader.setAutoTransform(true);
  const int count = std::clamp(reader.imageCount(), 1, kMostPages);
  for (int page = 0; page < count; ++page) {
    const QImage picture = reader.read();
    if (picture.isNull()) {
      if (page > 0) break;
      return tl::unexpected(Failure::Broken);
    }
    pages << pointsOf(picture);
  }
  return pages;
}

tl::expected<QImage, Failure> PageRenderer::render(int page, int width) {
  if (page < 0 || page >= m_pages.size() || width < 1) return tl::unexpected(Failure::Broken);
  const QSizeF points = m_pages[page];
  const int pixels = std::min(width, kWidestPicture);
  const QSize size(
      pixels,
      std::clamp(static_cast<int>(std::lround(pixels / points.width() * points.height())), 1, kTallest));
  QImage picture;
  if (m_pdf) {
    const QImage drawn = m_pdf->render(page, size);
    if (drawn.isNull()) return tl::unexpected(Failure::Broken);
    // Paper is white where the page draws nothing.
    picture = QImage(size, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter(&picture).drawImage(0, 0, drawn);
    return picture;
  }
  m_buffer.seek(0);
  QImageReader reader(&m_buffer);
  reader.setAutoTransform(true);
  for (int i = 0; i <= page; ++i)
    picture = reader.read();
  if (picture.isNull()) return tl::unexpected(Failure::Broken);
  return picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
      .convertToFormat(QImage::Format_RGB32);
}

QList<PageHit> PageRenderer::find(const QString& text) {
  QList<PageHit> hits;
  if (!m_pdf || text.isEmpty()) return hits;
  for (int page = 0; page < m_pages.size(); ++page) {
    const QString all = m_pdf->getAllText(page).text();
    for (qsizetype at = all.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
         at = all.indexOf(text, at + text.size(), Qt::CaseInsensitive)) {
      const QPdfSelection place =
          m_pdf->getSelectionAtIndex(page, static_cast<int>(at), static_cast<int>(text.size()));
      if (place.isValid()) hits << PageHit{page, place.boundingRectangle()};
      if (hits.size() == kMostHits) return hits;
    }
  }
  return hits;
}

QString PageRenderer::text() {
  QString all;
  for (int page = 0; m_pdf && page < m_pages.size() && all.size() < kMostLetters; ++page)
    all += m_pdf->getAllText(page).text() + QChar(u'\f');
  return all;
}

} // namespace madoguchi::app::preview
