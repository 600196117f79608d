// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace madoguchi::ui {

/// Its items side by side in columns of one width, as many as fit; of their own widths where all stand in
/// one line.
class FlowLayout : public QLayout {
public:
  explicit FlowLayout(QWidget* parent);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize minimumSize() const override;
  [[nodiscard]] QSize sizeHint() const override;
  void setGeometry(const QRect& rect) override;

private:
  [[nodiscard]] int widest() const;
  [[nodiscard]] int lineWidth() const;
  /// Places the items from `rect`'s corner if asked; returns the height.
  int place(const QRect& rect, bool really) const;

  QList<QLayoutItem*> m_items;
};

} // namespace madoguchi::ui
