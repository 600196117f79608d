// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/uiprobe.h"

namespace madoguchi::bench {

/// Every page and dialog of the desk, with cases in all states of all procedures: the walk that pictures are
/// taken on. What a page costs is called by the page before it.
void weighWalk(ProbedApplication& probe);

} // namespace madoguchi::bench
