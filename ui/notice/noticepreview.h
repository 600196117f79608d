// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QWidget>

class QLabel;
class QPdfDocument;
class QPdfView;
class QToolButton;

namespace madoguchi::ui {

/// Shows a PDF that the desk itself has made. Files of others are shown by the preview process.
class NoticePreview : public QWidget {
  Q_OBJECT

public:
  explicit NoticePreview(QWidget* parent = nullptr);
  ~NoticePreview() override;

  /// What it is called; a notice where nobody says it.
  void setTitle(const QString& title);
  /// Empty: nothing is shown.
  void setPdf(const QByteArray& pdf);
  [[nodiscard]] const QByteArray& pdf() const { return m_buffer.data(); }

protected:
  void changeEvent(QEvent* event) override;

private:
  void retitle();
  void zoomBy(double factor);

  QString m_title;
  QBuffer m_buffer;
  QPdfDocument* m_document;
  QPdfView* m_view;
  QToolButton* m_smaller;
  QToolButton* m_larger;
  QToolButton* m_fit;
  QLabel* m_pages;
};

} // namespace madoguchi::ui
