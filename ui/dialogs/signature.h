// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace madoguchi::ui {

/// Asks whoever sits here to prove to be the user, before something is done in that name: by the PIN where
/// one was chosen, else by the password, which the server checks. Writes a row of the journal before it says
/// so.
class Signature : public QWidget {
  Q_OBJECT

public:
  /// `action` and `subject`: for the journal (DeskJournal::record).
  Signature(const Context& context, std::string action, std::string subject, QWidget* parent = nullptr);

  /// What is to be typed, for the label.
  [[nodiscard]] QString asked() const;
  [[nodiscard]] bool isTyped() const;
  /// A try that is not answered yet.
  [[nodiscard]] bool isTrying() const { return m_trying; }
  /// `given` or `refused` follows.
  void prove();

Q_SIGNALS:
  void given();
  /// Why, in the user's language.
  void refused(const QString& reason);
  void typed();

private:
  void refuse(const core::Error& error);

  Context m_context;
  std::string m_action;
  std::string m_subject;
  bool m_byPin;
  QLineEdit* m_line;
  bool m_trying = false;
  std::optional<quint64> m_row; ///< of the journal, on its way
};

/// Why PIN or password did not open.
[[nodiscard]] QString proofFailure(const core::Error& error, bool byPin);

} // namespace madoguchi::ui
