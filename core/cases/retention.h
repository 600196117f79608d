// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/procedures/procedure.h"

namespace madoguchi::core {

/// The first day on which the record may be destroyed or handed over.
[[nodiscard]] Date retentionEnds(const Retention& retention, Date closedOn);

} // namespace madoguchi::core
