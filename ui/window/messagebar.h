// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QFrame>

class QLabel;
class QTimer;

namespace madoguchi::ui {

/// Says what was done or went wrong, without a dialog. What was done leaves by itself; an error stays until
/// the next message, or until it is closed.
class MessageBar : public QFrame {
  Q_OBJECT

public:
  MessageBar(const Context& context, QWidget* parent = nullptr);

  void say(const Message& message);
  [[nodiscard]] QString text() const;

private:
  QLabel* m_text;
  QTimer* m_leaving;
};

} // namespace madoguchi::ui
