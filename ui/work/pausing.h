// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseresult.h"

namespace madoguchi::ui {

/// What the one button of a run does that pauses it and lets it go on.
template <class Run>
void pauseOrGoOn(Run& run) {
  run.runState() == models::RunState::Paused ? run.resume() : run.pause();
}

} // namespace madoguchi::ui
