// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/noticetext.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"
#include "ui/notice/paperflow.h"

#include <optional>

class QLabel;

namespace madoguchi::ui {

/// A letter to the applicant, to be looked at, printed, saved as PDF, or copied as the text of an e-mail. All
/// of it goes through the desk's journal first.
class LetterDialog : public Dialog {
  Q_OBJECT

public:
  LetterDialog(const Context& context, const core::NoticeText& letter, QWidget* parent = nullptr);

private:
  void copy();
  void say(const QString& text);

  Context m_context;
  core::CaseId m_case;
  Paper m_paper;
  QString m_email;
  QLabel* m_said;
  std::optional<quint64> m_copying; ///< waits for its row in the journal
};

} // namespace madoguchi::ui
