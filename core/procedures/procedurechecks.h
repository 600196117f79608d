// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/packagenode.h"

namespace madoguchi::core {

/// What no single file of a package can tell: whether they fit together. Notes the first misfit, with the
/// place in the file that must change.
void checkProcedure(const Procedure& procedure, PackageProblem& problem);

} // namespace madoguchi::core
