// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"
#include "ui/basics/listpage.h"

namespace madoguchi::ui {

/// A list of the open case, still without rows: "Timeline: R8-17". The file says no more than what it is.
[[nodiscard]] ShownList caseList(const models::OpenCase& opened, const QString& name);

} // namespace madoguchi::ui
