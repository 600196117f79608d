// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/calendar/date.h"
#include "models/caseactions.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"
#include "ui/dialogs/keptwords.h"

#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;

namespace madoguchi::ui {

class AskedCommand;
class DayEdit;
class Signature;

/// Asks for what an action needs besides a key: a day, a choice, a text. Cannot be accepted before what is
/// needed is there. Ctrl+Enter accepts.
class ActionDialog : public Dialog {
  Q_OBJECT

public:
  ActionDialog(const QString& title, const QString& accept, QWidget* parent = nullptr);

  void explain(const QString& text);
  /// What it is about, one by one, where that may be long.
  void list(const QString& html);
  /// None: the person has to write it.
  void askDay(const QString& label, std::optional<core::Date> proposal);
  void askChoice(const QString& label, const std::vector<std::pair<QString, QString>>& choices);
  void askText(const QString& label, bool needed);

  /// Is accepted only once the user has proved to be who is signed in (Signature).
  void askSignature(const Context& context, std::string action, std::string subject);

  /// After all that is asked: what is written is kept as a draft of `place` until it is accepted, which it is
  /// not with a My Number. Where nothing was kept, `proposal` stands there.
  void keepAs(const Context& context, const core::CaseId& place, const QString& name,
              const QString& proposal);
  /// After all that is asked: does the action on the open case itself, and closes when it is done. What was
  /// refused is said and stays; what is written is kept for this case and action until it is done.
  void perform(const Context& context, models::CaseAction action,
               std::function<core::CommandBody(const ActionDialog&)> command);

  void accept() override;
  void reject() override;

  [[nodiscard]] core::Date day() const;
  /// The value of the chosen one.
  [[nodiscard]] QString choice() const;
  [[nodiscard]] std::string text() const;

private:
  void onChanged();
  [[nodiscard]] core::json::object written() const;
  void restore(const core::json::object& kept);
  void check();

  QVBoxLayout* m_layout;
  QFormLayout* m_form;
  QLabel* m_explanation;
  QLabel* m_error;
  QPushButton* m_accept;
  DayEdit* m_day = nullptr;
  QComboBox* m_choice = nullptr;
  QPlainTextEdit* m_text = nullptr;
  bool m_textNeeded = false;
  QString m_proposedDay;
  Signature* m_signature = nullptr;
  std::optional<KeptWords> m_words;
  AskedCommand* m_command = nullptr; ///< null: whoever asks does it
  std::function<core::CommandBody(const ActionDialog&)> m_makeCommand;
};

} // namespace madoguchi::ui
