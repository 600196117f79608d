// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

class QWidget;

/// What the approver is asked before drafts are decided as a batch. An approval is signed, once for all of
/// them, over the list of what is decided; so is going on with one that the end of the program interrupted.
/// In the practice office nobody signs.
namespace madoguchi::ui {

void askApproval(const Context& context, QWidget* parent);
/// The reason is kept as a draft until the batch has it.
void askReturn(const Context& context, QWidget* parent);
void askGoOn(const Context& context, QWidget* parent);

} // namespace madoguchi::ui
