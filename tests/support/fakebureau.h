// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "models/ports/referencesource.h"

#include <utility>
#include <vector>

namespace madoguchi::tests {

/// Who works in the bureau of a FakeDesk, with the name in Japanese and English.
using FakePerson = std::pair<core::Actor, std::pair<const char*, const char*>>;
[[nodiscard]] const std::vector<FakePerson>& people();

/// Offices, people, holidays, and the procedures and appeal texts that ship with the program.
void readReferences(models::References& references);

} // namespace madoguchi::tests
