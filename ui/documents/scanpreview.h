// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;

namespace madoguchi::ui {

class PageView;
class PreviewWords;

/// The pages of a file that is no document of a case yet, so that they can be compared with the paper.
/// What cannot be shown says why.
class ScanPreview : public QWidget {
  Q_OBJECT

public:
  ScanPreview(const Context& context, QWidget* parent = nullptr);
  ~ScanPreview() override;

  /// Empty: none.
  void show(const QString& path);
  /// How many pages are shown; 0 while there are none, or where they cannot be shown.
  [[nodiscard]] int pageCount() const;

Q_SIGNALS:
  void shown();

private:
  void read();
  void say(const QString& text, bool again = false);
  void showWords();

  Context m_context;
  std::unique_ptr<models::PageSource> m_pages; ///< its own: the viewer of the case keeps showing its document
  QStackedWidget* m_stack;
  PreviewWords* m_words;
  PageView* m_view;
  QString m_path;
  std::optional<quint64> m_read;
  std::optional<quint64> m_open;
};

} // namespace madoguchi::ui
