// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/shots/shots.h"

namespace madoguchi::tests {

/// What no shipped procedure shows: nested lists, alternatives, long enumerations, errors, corrections,
/// another version; and forms that nobody here wrote, where they are at hand. How many were written.
int takeFormShots(const ShotSet& set, const QDir& folder);

} // namespace madoguchi::tests
