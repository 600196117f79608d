// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace madoguchi::ui {

/// Its parts side by side where there is room, else below each other; each way keeps the sizes that the user
/// gave it. Its least width is that of the narrow way.
class TurningSplitter : public QSplitter {
public:
  /// `wide`: from so many pixels on side by side. `below`: the shares of the height, to begin with.
  TurningSplitter(int wide, QList<int> below, QWidget* parent = nullptr);

  /// The first part gets no higher than this while the parts are below each other. Side by side it would hold
  /// down the splitter as a whole.
  void setHighestBelow(int height);
  [[nodiscard]] QSize minimumSizeHint() const override;

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void limitHeight();

  int m_wide;
  int m_highest = QWIDGETSIZE_MAX;
  QList<int> m_otherWay; ///< the sizes of the way that is not shown
};

} // namespace madoguchi::ui
