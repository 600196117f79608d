// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QByteArray>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;

namespace madoguchi::ui {

class PageView;
class PreviewWords;

/// Shows a paper that a desk has made, this one or another, so it is read like any file: by a process that
/// may die of it, which goes with this preview. What cannot be shown says why, and may be tried again.
class NoticePreview : public QWidget {
  Q_OBJECT

public:
  NoticePreview(const Context& context, QWidget* parent = nullptr);
  ~NoticePreview() override;

  /// What it is called; a notice where nobody says it.
  void setTitle(const QString& title);
  /// Empty: nothing is shown.
  void setPdf(const QByteArray& pdf);

private:
  void open();
  void count();
  void fail(models::PageSource::Failure why);

  std::unique_ptr<models::PageSource> m_source;
  QByteArray m_pdf;
  std::optional<quint64> m_open; ///< waits for its pages
  QStackedWidget* m_stack;
  PageView* m_view;
  PreviewWords* m_words;
  QLabel* m_pages;
};

} // namespace madoguchi::ui
