// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres/connection.h"

#include <functional>

namespace madoguchi::server {

enum class SchemaState { Missing, Older, Current };

/// What stands in the database. Throws PostgresFailure with StorageNewer for one of a newer program.
[[nodiscard]] SchemaState schemaState(PostgresConnection& connection);

/// Makes the tables, or brings older ones up to date, in one transaction; two at a time wait for each other.
/// Runs as the owner of the database. `serviceRole` (empty: none) is allowed what the service needs, which
/// is not to change or delete rows of the audit. `beforeStep` is called before each step, for tests that
/// fail there. Throws PostgresFailure: Malformed where the database is not in UTF-8, StorageNewer.
void migratePostgres(const PostgresOptions& options, const std::string& serviceRole,
                     const std::function<void(PostgresConnection&)>& beforeStep = {});

/// The same within a transaction that the caller has begun and will commit.
void makeSchema(PostgresConnection& connection, const std::string& serviceRole,
                const std::function<void(PostgresConnection&)>& beforeStep = {});

/// A database that was restored from a dump, or copied, gets an epoch of its own at the first look.
void ensureEpoch(PostgresConnection& connection);

} // namespace madoguchi::server
