// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/composer.h"

#include <vector>

namespace madoguchi::storage {

/// Enters the server's final answers. After a refusal the later commands of that case are blocked, and what
/// the user sees is composed without the refused one.
void takeAnswers(Workbench& bench, Composer& composer, Changes& changes,
                 const std::vector<core::CommandAnswer>& answers);

/// Confirmed entries leave when the feed has brought what they did, so that nothing flickers back.
void releaseConfirmed(Workbench& bench, Composer& composer, Changes& changes);

} // namespace madoguchi::storage
