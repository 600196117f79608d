// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace madoguchi::ui {

/// The list and, at its right, the case. Where there is not room for both as they like it, the case gets what
/// it needs and the list the rest; and the list has everything while no case is open.
class ListAndCase : public QSplitter {
public:
  /// Pixels: from `roomy` on there is room for both; less than `needed` is uncomfortable for a case.
  ListAndCase(int roomy, int needed, QWidget* parent = nullptr);

  void setCaseOpen(bool open);
  /// The sizes now are those of a narrow window, not what the user likes.
  [[nodiscard]] bool isNarrow() const { return m_isNarrow; }
  /// While no case is open, that of the list: a window that is first shown need not have room for both.
  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void arrange();

  int m_roomy;
  int m_needed;
  bool m_isOpen = false;
  bool m_isNarrow = false;
  QList<int> m_liked; ///< the sizes before it became narrow
};

} // namespace madoguchi::ui
