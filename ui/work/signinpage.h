// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace madoguchi::ui {

/// Login and password for the server that is configured.
class SignInPage : public QWidget {
  Q_OBJECT

public:
  SignInPage(const Context& context, QWidget* parent = nullptr);

private:
  void signIn();
  void refresh();

  Context m_context;
  QLineEdit* m_login;
  QLineEdit* m_password;
  QLabel* m_error;
  QPushButton* m_signIn;
};

} // namespace madoguchi::ui
