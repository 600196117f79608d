// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/sessionsource.h"
#include "ui/basics/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace madoguchi::ui {

/// Login and password for the server that is configured. The session outlives it.
class SignInPage : public QWidget {
  Q_OBJECT

public:
  SignInPage(models::SessionSource& session, const Theme& theme, QWidget* parent = nullptr);

private:
  void signIn();
  void refresh();

  models::SessionSource& m_session;
  QLineEdit* m_login;
  QLineEdit* m_password;
  QLabel* m_error;
  QPushButton* m_signIn;
};

} // namespace madoguchi::ui
