// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace madoguchi::ui {

class Signature;

/// The user chooses the PIN that unlocks this PC without the server and signs for batches; and proves first
/// to be the user, because whoever comes by an unlocked window could choose it otherwise, and sign by it.
class PinDialog : public Dialog {
  Q_OBJECT

public:
  PinDialog(const Context& context, QWidget* parent);

private:
  void ask();
  void choose();
  void check();
  void refuse(const QString& reason);

  models::SessionSource& m_session;
  Signature* m_proof;
  QLineEdit* m_pin;
  QLineEdit* m_again;
  QLabel* m_error;
  QPushButton* m_accept;
};

} // namespace madoguchi::ui
