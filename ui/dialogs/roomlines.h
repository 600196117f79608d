// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// How much of this PC's room the cases and documents take, how much the documents may, and a way to get some
/// back now. Only where there is such a choice (Ports::room).
class RoomLines : public QWidget {
  Q_OBJECT

public:
  explicit RoomLines(const Context& context, QWidget* parent = nullptr);

private:
  void fillChoice();
  void measure();
  void show(const core::RoomUse& use);

  models::OfflineRoom& m_room;
  QComboBox* m_choice;
  QPushButton* m_free;
  QLabel* m_use;
  QLabel* m_said;
  quint64 m_measuring = 0; ///< the request that is awaited; 0: none
  quint64 m_freeing = 0;
};

} // namespace madoguchi::ui
