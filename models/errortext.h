// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "models/ports/pagesource.h"

#include <QString>

namespace madoguchi::models {

/// What happened, what was kept and what to do, in the user's language: the only place where a code becomes
/// a sentence.
[[nodiscard]] QString errorText(core::ErrorCode code);
/// Why the pages of a file are not shown.
[[nodiscard]] QString errorText(PageSource::Failure why);

} // namespace madoguchi::models
