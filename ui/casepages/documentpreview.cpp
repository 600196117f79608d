// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/documentpreview.h"

#include "models/errortext.h"
#include "models/text.h"
#include "ui/basics/widgets.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

// Larger ones are not decoded here.
constexpr qsizetype kLargestImage = qsizetype{32} * 1024 * 1024;

} // namespace

DocumentPreview::DocumentPreview(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_stack(new QStackedWidget(this)), m_text(mutedLabel({})),
      m_image(new QLabel), m_pdf(new QPdfDocument(this)) {
  m_text->setAlignment(Qt::AlignCenter);
  m_image->setAlignment(Qt::AlignCenter);
  auto* view = new QPdfView(m_stack);
  view->setDocument(m_pdf);
  view->setPageMode(QPdfView::PageMode::MultiPage);
  view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
  view->setObjectName(QStringLiteral("pdfView"));
  m_stack->addWidget(m_text);
  m_stack->addWidget(m_image);
  m_stack->addWidget(view);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(m_stack);
  setMinimumHeight(fontMetrics().height() * 6);

  connect(&context.desk.ports.journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_journalRequest) return;
    m_journalRequest.reset();
    m_request = m_context.desk.ports.blobs.nextRequest();
    m_context.desk.ports.blobs.load(*m_request, m_blob);
  });
  const auto fail = [this](const core::Error& error) { showText(models::errorText(error.code)); };
  connect(&context.desk.ports.journal, &models::DeskJournal::failed, this,
          [this, fail](quint64 request, const core::Error& error) {
            if (request == m_journalRequest) fail(error);
          });
  connect(&context.desk.ports.blobs, &models::BlobSource::loaded, this,
          [this](quint64 request, const QByteArray& content) {
            if (request == m_request) take(content);
          });
  connect(&context.desk.ports.blobs, &models::BlobSource::failed, this,
          [this, fail](quint64 request, const core::Error& error) {
            if (request == m_request) fail(error);
          });
  clear();
}

void DocumentPreview::show(const core::CaseDocument& document, const core::CaseId& caseId) {
  if (document.blob == m_blob) return;
  m_blob = document.blob;
  m_mediaType = document.mediaType;
  m_pdf->close();
  showText(tr("Loading …"));
  m_journalRequest = m_context.desk.ports.journal.nextRequest();
  m_context.desk.ports.journal.record(*m_journalRequest, "openDocument", caseId.value);
}

void DocumentPreview::clear() {
  m_blob = {};
  m_request.reset();
  m_journalRequest.reset();
  m_pdf->close();
  m_pixmap = {};
  showText(tr("Choose a document to see it here."));
}

void DocumentPreview::showText(const QString& text) {
  m_text->setText(text);
  m_stack->setCurrentIndex(0);
}

void DocumentPreview::take(const QByteArray& content) {
  m_request.reset();
  if (m_mediaType == "application/pdf") {
    auto* buffer = new QBuffer(m_pdf);
    buffer->setData(content);
    buffer->open(QIODevice::ReadOnly);
    m_pdf->load(buffer);
    if (m_pdf->pageCount() > 0)
      m_stack->setCurrentIndex(2);
    else
      showText(models::errorText(core::ErrorCode::FileBroken));
    return;
  }
  if (models::qtext(m_mediaType).startsWith(QLatin1String("image/")) && content.size() <= kLargestImage &&
      m_pixmap.loadFromData(content)) {
    m_stack->setCurrentIndex(1);
    scaleImage();
    return;
  }
  showText(tr("This kind of file has no preview."));
}

void DocumentPreview::scaleImage() {
  if (m_pixmap.isNull()) return;
  const QSize size = m_pixmap.size().scaled(m_stack->size(), Qt::KeepAspectRatio).boundedTo(m_pixmap.size());
  m_image->setPixmap(m_pixmap.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void DocumentPreview::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_stack->currentIndex() == 1) scaleImage();
}

} // namespace madoguchi::ui
