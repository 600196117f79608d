// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/dialog.h"

namespace madoguchi::ui {

/// What became of each case of a change of many cases. Stands beside the window; the run goes on.
class BulkDialog : public Dialog {
  Q_OBJECT

public:
  BulkDialog(const Context& context, QWidget* parent = nullptr);

Q_SIGNALS:
  void caseWanted(const core::CaseId& id);
};

} // namespace madoguchi::ui
