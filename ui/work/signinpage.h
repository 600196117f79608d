// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/sessionsource.h"
#include "ui/basics/theme.h"

#include <QWidget>

class QFormLayout;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

/// Login and password for the server that is configured; where the user has chosen a PIN, also that, which
/// needs no server. Stands before the desk, and over a locked one, of which it then shows nothing but whose
/// it is. The session outlives it.
class SignInPage : public QWidget {
  Q_OBJECT

public:
  enum class Purpose { SignIn, Unlock };
  SignInPage(models::SessionSource& session, const Theme& theme, QWidget* parent = nullptr,
             Purpose purpose = Purpose::SignIn);

Q_SIGNALS:
  /// The practice office, for which nobody signs in.
  void trainingWanted();

private:
  [[nodiscard]] QFrame* card(const Theme& theme);
  void addTraining(QVBoxLayout& box);
  void signIn();
  void unlock();
  void refresh();
  void showFailure(const core::Error& error);

  models::SessionSource& m_session;
  Purpose m_purpose;
  QLineEdit* m_pin;
  QPushButton* m_unlock;
  QLineEdit* m_login;
  QLineEdit* m_password;
  QLabel* m_error;
  QPushButton* m_signIn;
  bool m_byPin = false; ///< the last try
};

} // namespace madoguchi::ui
