// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"
#include "ui/notice/paperflow.h"

class QCheckBox;
class QLabel;

namespace madoguchi::ui {

class NoticePreview;

/// The open case on paper, to be looked at, printed or saved as PDF.
class SummaryDialog : public Dialog {
  Q_OBJECT

public:
  SummaryDialog(const Context& context, QWidget* parent = nullptr);

  [[nodiscard]] const Paper& paper() const { return m_paper; }

private:
  void make();

  Context m_context;
  Paper m_paper;
  NoticePreview* m_view;
  QCheckBox* m_timeline;
  QLabel* m_said;
};

} // namespace madoguchi::ui
