// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace madoguchi::server {

/// The steps of the schema, oldest first; each is a script that runs in the one transaction of a migration.
/// A released step is never edited; the next one is added behind it.
[[nodiscard]] std::span<const char* const> postgresMigrations();

} // namespace madoguchi::server
