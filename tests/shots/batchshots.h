// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/shots/camera.h"
#include "tests/support/fakedesk.h"
#include "ui/basics/theme.h"

namespace madoguchi::tests {

/// What an approver is asked before a batch begins, and one that the end of the program interrupted.
void shootBatch(const Camera& camera, FakeDesk& fake, const ui::Theme& theme, const QSize& size);

} // namespace madoguchi::tests
