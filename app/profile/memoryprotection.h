// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace madoguchi::app {

/// No core dumps and no reading of our memory by other processes of the user: keys and personal data live in
/// it. Call first in main.
void protectMemory();

} // namespace madoguchi::app
