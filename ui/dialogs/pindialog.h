// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/sessionsource.h"
#include "ui/basics/dialog.h"

class QLabel;
class QLineEdit;

namespace madoguchi::ui {

/// The user chooses the PIN that unlocks this PC without the server.
class PinDialog : public Dialog {
  Q_OBJECT

public:
  PinDialog(models::SessionSource& session, QWidget* parent);

private:
  void choose();

  models::SessionSource& m_session;
  QLineEdit* m_pin;
  QLineEdit* m_again;
  QLabel* m_error;
};

} // namespace madoguchi::ui
