// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/noticetext.h"
#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

#include <optional>

class QLabel;

namespace madoguchi::ui {

/// A letter to the applicant, to be looked at, saved as PDF, or copied as the text of an e-mail. Saving and
/// copying go through the desk's journal first.
class LetterDialog : public Dialog {
  Q_OBJECT

public:
  LetterDialog(const Context& context, const core::NoticeText& letter, QWidget* parent = nullptr);

private:
  void copy();
  void askPath();
  void say(const QString& text);

  Context m_context;
  core::CaseId m_case;
  QByteArray m_pdf;
  QString m_email;
  QString m_path; ///< of the file that is asked for; empty: the text is copied
  QLabel* m_said;
  std::optional<quint64> m_journal;
  std::optional<quint64> m_writing;
};

} // namespace madoguchi::ui
