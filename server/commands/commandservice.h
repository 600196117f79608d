// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "server/catalog.h"
#include "server/store.h"
#include "server/tokens.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::server {

/// Who sends commands, as the token says, not the command.
struct Caller {
  core::Actor actor;
  core::DeviceId device;
  std::string requestId;
};

/// A command of a run as far as it could be read: of one that could not, the ids are there if it named them.
struct RunItem {
  std::int64_t deviceSeq = 0;
  std::string payloadHash;
  core::CommandId id;
  core::CaseId caseId;
  core::Result<core::Command> command;
};

/// Cases of which a command of the run was not applied, with that command: the later ones wait for it.
using BlockedCases = std::map<core::CaseId, core::CommandId>;

/// How far a run has come.
struct RunProgress {
  BlockedCases blocked;
  std::set<core::CommandId> failing; ///< failed inside the server, and are to come again
  core::Confirmation confirmed;      ///< of an earlier run; the database has to know it
};

/// Answers runs of commands: decides each with the rules that the client shares, one transaction a run. Every
/// answer is final and stored under its command's id in the transaction of the effect. A command that fails
/// inside the server fails alone, is counted outside of its transaction, and is rejected at the fifth time.
/// Thread-safe.
class CommandService {
public:
  CommandService(Store& store, CatalogCache& catalogs, Clock clock)
      : m_store(store), m_catalogs(catalogs), m_clock(std::move(clock)) {}

  /// Told, after the commit, of the contents that destroyed cases named. Set it before use.
  using Released = std::function<void(const std::vector<core::BlobId>& blobs)>;
  void setReleased(Released released) { m_released = std::move(released); }

  /// One answer for each item, in order; none for one that failed inside the server, nor for those of its
  /// case behind it: they come again. So does, as often as it takes, one on a case of a newer release.
  /// Errors: StorageFailed, StorageFull, StorageCorrupt or Internal, when nothing of the run can be answered
  /// now and the client should send it again. `confirmed`: the command that was confirmed to the client last;
  /// empty: none. EpochChanged, and nothing done, where this database does not know it, or decided it at
  /// another moment: an older state of it was put in its place, and what the client holds for done comes
  /// first.
  [[nodiscard]] core::Result<std::vector<core::CommandAnswer>>
  execute(const Caller& caller, const std::vector<protocol::CommandItem>& items,
          const core::Confirmation& confirmed = {});

  /// An online application, by the intake interface alone. A repeat gives the first answer.
  [[nodiscard]] core::Result<core::CommandAnswer> receive(const Caller& intake,
                                                          const protocol::Application& application);

private:
  using Answers = std::vector<core::CommandAnswer>;

  [[nodiscard]] core::Result<Answers> runAll(const Caller& caller, const std::vector<RunItem>& items,
                                             RunProgress& progress);
  [[nodiscard]] core::Result<Answers> runOnce(const Caller& caller, const std::vector<RunItem>& items,
                                              RunProgress& progress);
  [[nodiscard]] core::Result<Answers> failed(const Caller& caller, const RunItem& item, core::ErrorCode code,
                                             RunProgress& progress);
  [[nodiscard]] core::Result<Answers> setAside(const Caller& caller, const RunItem& item,
                                               RunProgress& progress);

  Store& m_store;
  CatalogCache& m_catalogs;
  Clock m_clock;
  Released m_released;
};

} // namespace madoguchi::server
