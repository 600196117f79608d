// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace madoguchi::app {

/// Has the work done on a thread of its own and comes back when it is done. Meanwhile the calling thread
/// draws, and does whatever else comes, but takes no keys and no clicks: they come after it. For what takes
/// longer than the eye forgives and has to be waited for all the same. The work must throw nothing.
void elsewhere(const std::function<void()>& work);

} // namespace madoguchi::app
