// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/command.h"

#include <QString>

#include <string_view>

namespace madoguchi::models {

/// The name of a command as menus, the outbox and undo say it.
[[nodiscard]] QString commandLabel(const core::CommandBody& body);
/// By its kind; a kind of a newer version stays as it is.
[[nodiscard]] QString commandLabel(std::string_view kind);

} // namespace madoguchi::models
