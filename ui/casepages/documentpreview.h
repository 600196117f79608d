// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPdfDocument;
class QStackedWidget;

namespace madoguchi::ui {

/// Shows a PDF or an image. Content is loaded when it is asked for; what cannot be shown says why.
class DocumentPreview : public QWidget {
  Q_OBJECT

public:
  DocumentPreview(const Context& context, QWidget* parent = nullptr);

  void show(const core::CaseDocument& document, const core::CaseId& caseId);
  void clear();

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void take(const QByteArray& content);
  void showText(const QString& text);
  void scaleImage();

  Context m_context;
  QStackedWidget* m_stack;
  QLabel* m_text;
  QLabel* m_image;
  QPdfDocument* m_pdf;
  QPixmap m_pixmap;
  core::BlobId m_blob;
  std::string m_mediaType;
  std::optional<quint64> m_journalRequest;
  std::optional<quint64> m_request;
};

} // namespace madoguchi::ui
