// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres/connection.h"
#include "server/store.h"

#include <memory>
#include <string>

namespace madoguchi::server {

/// The store on PostgreSQL 15 or newer. Any number of server processes may work on one database: they share
/// nothing but its tables. Writes run READ COMMITTED in the order of protocol.md and start again after a
/// clash; reads see one snapshot (REPEATABLE READ, READ ONLY).
class PostgresStore final : public Store {
public:
  /// Makes the tables, or brings older ones up to date, as the owner of the database; `serviceRole` (may be
  /// empty) is the role under which the service will connect, allowed just what it needs. Errors: Malformed,
  /// StorageNewer, StorageFailed.
  [[nodiscard]] static core::Result<void> prepare(const PostgresOptions& options,
                                                  const std::string& serviceRole);
  /// Errors: NotFound where there are no tables, or older ones: `prepare` is missing; StorageNewer;
  /// StorageFailed where nobody answers.
  [[nodiscard]] static core::Result<std::unique_ptr<PostgresStore>> open(PostgresOptions options);
  ~PostgresStore() override;

  [[nodiscard]] core::Result<void> read(const std::function<core::Result<void>(Reading&)>& work) override;
  [[nodiscard]] core::Result<void>
  readReplayed(const std::function<core::Result<void>(Reading&)>& work) override;
  [[nodiscard]] core::Result<void> write(const std::function<core::Result<void>(Writing&)>& work) override;
  void setListener(Listener listener) override;
  void poll() override;
  /// Runs pg_dump, which must be installed, into a file of its custom format, for pg_restore into an empty
  /// database. Errors: StorageFailed with its last words.
  [[nodiscard]] core::Result<void> backup(const std::string& file) override;

  /// How many reads a standby has answered.
  [[nodiscard]] std::int64_t standbyReads() const;

private:
  struct Parts;
  explicit PostgresStore(std::unique_ptr<Parts> parts);
  [[nodiscard]] core::Result<void> writeOnce(const std::function<core::Result<void>(Writing&)>& work,
                                             bool& committing);
  std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi::server
