// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/pagesource.h"

#include <QBuffer>

#include <tl/expected.hpp>

#include <memory>

class QPdfDocument;

namespace madoguchi::app::preview {

/// Reads untrusted files; only madoguchi-preview has one. Sizes as PageSource says.
class PageRenderer {
public:
  using Failure = models::PageSource::Failure;

  PageRenderer();
  ~PageRenderer();

  [[nodiscard]] tl::expected<QList<QSizeF>, Failure> open(const QByteArray& content,
                                                          const QString& mediaType);
  [[nodiscard]] tl::expected<QImage, Failure> render(int page, int width);
  [[nodiscard]] QList<models::PageHit> find(const QString& text);
  /// Of all pages, a form feed between two; nothing of a picture.
  [[nodiscard]] QString text();

private:
  [[nodiscard]] tl::expected<QList<QSizeF>, Failure> openPdf();
  [[nodiscard]] tl::expected<QList<QSizeF>, Failure> openImages();

  QByteArray m_content;
  QBuffer m_buffer;
  std::unique_ptr<QPdfDocument> m_pdf; ///< null while pictures are shown
  QList<QSizeF> m_pages;
};

} // namespace madoguchi::app::preview
