// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/dialogs/keptwords.h"

#include <QObject>

#include <optional>

class QDialog;

namespace madoguchi::ui {

/// The command on the open case that a dialog asks for. The dialog stays until the command is done, so that
/// what was refused can be mended; what is written in it is a draft of the case until then, so that neither
/// Esc nor a crash takes it away. Closes the dialog when another case is shown.
class AskedCommand : public QObject {
  Q_OBJECT

public:
  /// `name` tells it from all else that is asked of a case ("transfer").
  AskedCommand(const Context& context, const QString& name, QDialog* dialog);

  /// What an earlier dialog kept and did not do; empty where there is nothing.
  [[nodiscard]] core::json::object kept() const { return m_words.kept(); }
  /// Empty: nothing is kept from now on.
  void keep(const core::json::object& written) { m_words.keep(written); }

  /// Answered by exactly one of `done` and `refused`; the dialog must not go before.
  void perform(const core::CommandBody& body);
  [[nodiscard]] bool isRunning() const { return m_running.has_value(); }

Q_SIGNALS:
  /// Nothing is kept any more.
  void done();
  /// Why, in the user's language.
  void refused(const QString& reason);

private:
  Context m_context;
  core::CaseId m_case;
  KeptWords m_words;
  std::optional<std::size_t> m_running; ///< which of the commands
};

} // namespace madoguchi::ui
