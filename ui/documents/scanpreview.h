// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;

namespace madoguchi::ui {

class PageView;

/// The pages of a file that is no document of a case yet, so that they can be compared with the paper.
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
  void say(const QString& text);

  Context m_context;
  std::unique_ptr<models::PageSource> m_pages; ///< its own: the viewer of the case keeps showing its document
  QStackedWidget* m_stack;
  QLabel* m_text;
  PageView* m_view;
  QString m_path;
  std::optional<quint64> m_read;
  std::optional<quint64> m_open;
};

} // namespace madoguchi::ui
