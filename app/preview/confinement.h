// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace madoguchi::app::preview {

/// Gives up, for the rest of the process, what reading a file does not need: the network, other programs,
/// writing files, more than 2 GB of memory. Returns false where the system cannot be asked for it; the caller
/// then must not read anything.
[[nodiscard]] bool confineProcess();

} // namespace madoguchi::app::preview
