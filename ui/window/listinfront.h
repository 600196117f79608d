// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/basics/listpage.h"
#include "ui/dialogs/exportdialog.h"

namespace madoguchi::ui {

class CaseView;
class Workspace;

/// The list that the user means: that of the page which has the keyboard, as the timeline beside the table
/// of cases, else of the page that is in front. Takes it out by a dialog.
void takeOutList(const Context& context, Workspace& workspace, ExportDialog::Purpose purpose);
/// Why not now; empty: it can be.
[[nodiscard]] QString whyNoList(const Context& context, const Workspace& workspace);

/// The same in a window of a single case: the list of the page that is in front.
void takeOutList(const Context& context, CaseView& view, ExportDialog::Purpose purpose);
[[nodiscard]] QString whyNoList(CaseView& view);

} // namespace madoguchi::ui
