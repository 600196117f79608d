// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace madoguchi::ui {

/// An answer of the server that would take much out of this PC: what would go, since when it is held, and the
/// choice to let it happen or to keep all for now. Hidden while nothing is held.
class HeldRemovalCard : public QFrame {
  Q_OBJECT

public:
  HeldRemovalCard(const Context& context, QWidget* parent = nullptr);

  /// Shows it again after "keep for now", and gives it the keyboard.
  void reveal();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  void refresh();
  void askAllow();
  void keep();

  Context m_context;
  QLabel* m_text;
  QPushButton* m_allow;
  QPushButton* m_keep;
  std::optional<core::Instant> m_keptSince; ///< the held answer that the user has put off
};

/// "340 of 1,000 cases"
[[nodiscard]] QString heldRemovalText(const models::SyncStatus::HeldRemoval& held);

} // namespace madoguchi::ui
