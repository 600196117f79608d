// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace madoguchi::ui {

/// Its items in lines, each as wide as it likes; a line that is full goes on in the next.
class WrapLayout : public QLayout {
public:
  explicit WrapLayout(QWidget* parent) : QLayout(parent) {}
  ~WrapLayout() override;

  void addItem(QLayoutItem* item) override { m_items.append(item); }
  [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
  [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
  [[nodiscard]] QSize minimumSize() const override;
  [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
  void setGeometry(const QRect& rect) override;

private:
  /// The height that the lines take.
  int place(const QRect& rect, bool really) const;

  QList<QLayoutItem*> m_items;
};

} // namespace madoguchi::ui
