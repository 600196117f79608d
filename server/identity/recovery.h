// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/sealed.h"
#include "protocol/messages.h"
#include "server/commands/commandservice.h"
#include "server/store.h"
#include "server/tokens.h"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

/// The pair to whose public half clients seal what is unsent. Hex; `secretKey` is empty where the private
/// half was taken out of the database (`recovery export --remove`) and lies elsewhere.
struct RecoveryKeys {
  std::string publicKey;
  std::string secretKey;
};
/// Empty where there is none yet.
[[nodiscard]] RecoveryKeys recoveryKeys(Reading& reading);
/// Makes the pair where there is none; several servers on one database share it.
[[nodiscard]] core::Result<void> ensureRecoveryKeys(Store& store);
/// From now on `recover` needs the key's file.
[[nodiscard]] core::Result<void> removeRecoverySecret(Store& store);

/// Applies what clients had sealed beside their caches, as commands of the users who gave them. Under its id
/// each is applied once, whether it had arrived before or comes again. Thread-safe.
class RecoveryService {
public:
  RecoveryService(Store& store, CommandService& commands, Clock clock)
      : m_store(store), m_commands(commands), m_clock(std::move(clock)) {}

  /// One answer for each file, in order; one that cannot be opened, or is nobody's, is Rejected. With `only`,
  /// what another user or device gave is Rejected too. `secretKey` (hex) replaces the database's. Errors:
  /// NotFound without a private key; those of CommandService::execute.
  [[nodiscard]] core::Result<protocol::Recovered> recover(const std::vector<std::string>& files,
                                                          const std::optional<Caller>& only,
                                                          const std::string& secretKey = {});

private:
  struct Opened;
  [[nodiscard]] core::Result<std::vector<Opened>> open(const std::vector<std::string>& files,
                                                       const std::optional<Caller>& only,
                                                       const std::string& secretKey);
  [[nodiscard]] core::Result<void> run(std::vector<Opened*> items, const Caller& caller,
                                       std::vector<core::CommandAnswer>& answers);

  Store& m_store;
  CommandService& m_commands;
  Clock m_clock;
};

} // namespace madoguchi::server
