// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "ui/basics/context.h"

#include <QKeySequence>
#include <QString>

namespace madoguchi::ui {

/// The key of an action: the user's own, else the default.
[[nodiscard]] QKeySequence keyOf(const Context& context, models::CaseAction action);
[[nodiscard]] QKeySequence keyOf(const Context& context, const QString& name, const QKeySequence& fallback);
/// That of "Open in a window of its own".
[[nodiscard]] QKeySequence apartKey(const Context& context);
/// "Take (A)"
[[nodiscard]] QString withKey(const QString& text, const QKeySequence& key);

} // namespace madoguchi::ui
