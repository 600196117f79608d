// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/api.h"
#include "server/identity/accounts.h"
#include "sync/action.h"
#include "sync/event.h"
#include "tests/sim/timeline.h"
#include "tests/support/caseworld.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// The server's API over its embedded store, in this thread, without sockets, on a memory disk. It can die,
/// lose its power, and be restored from a backup.
class SimServer {
public:
  /// Fresh, with the bureau of a CaseWorld and a few cases; made once and copied for each world.
  /// `blobs`: a real folder for contents.
  explicit SimServer(Timeline& timeline, std::string blobs = "/nonexistent/blobs");
  ~SimServer();

  [[nodiscard]] bool isUp() const { return m_parts != nullptr; }
  /// False where the disk does not let it.
  bool start();
  void stop();
  void crash(bool powerToo);
  void backup();
  [[nodiscard]] bool hasBackup() const { return !m_backup.empty(); }
  /// Down, the backup in place of the database, and up again.
  void restore();
  /// The whole disk as it is now, in the middle of whatever happens, as a virtual machine's snapshot has it.
  void takeSnapshot();
  [[nodiscard]] bool hasSnapshot() const { return !m_snapshot.empty(); }
  /// That disk again, of which nobody is told.
  void putBackSnapshot();

  struct Reply {
    sync::HttpReply reply;
    std::optional<server::Hold> hold; ///< ask again when it is passed, or its time is over
    std::int64_t bytes = 0;           ///< of the body as it is sent
  };
  [[nodiscard]] Reply handle(const core::UserId& user, const sync::HttpRequest& request, bool mayHold);
  /// Whether one of the scopes has passed what was seen.
  [[nodiscard]] bool isPassed(const server::Hold& hold) const;

  /// A command of somebody without a desk, on whatever the case is by now. Throws where it is not applied.
  void give(const core::UserId& user, const core::CommandId& id, const core::CaseId& caseId,
            core::CommandBody body);
  /// Cases that were made elsewhere.
  void load(const std::vector<core::CaseRecord>& cases);
  void setGrants(const core::UserId& user, const std::vector<core::Grant>& grants);
  void setDisabled(const core::UserId& user, bool disabled);
  [[nodiscard]] core::Actor actor(const core::UserId& user);
  [[nodiscard]] std::vector<server::ScopeCounter> visible(const core::UserId& user);
  [[nodiscard]] std::vector<core::CaseRow> rows(const core::ScopeName& scope);
  /// Every command that stands in a timeline.
  [[nodiscard]] std::set<core::CommandId> effects();
  [[nodiscard]] std::map<core::CommandId, server::AppliedCommand>
  answers(const std::vector<core::CommandId>& ids);
  [[nodiscard]] std::set<std::string> journal(const std::vector<std::string>& ids);
  /// Every case whose timeline does not hold each of its commands once; empty is well.
  [[nodiscard]] std::string doubled();

  [[nodiscard]] static const CaseWorld& bureau();
  [[nodiscard]] static const core::json::value& sampleForm();
  [[nodiscard]] static std::string folder() { return "/sim-server"; }

private:
  struct Parts;
  /// Compiled forms are the same in every world, so they are kept over all of them.
  [[nodiscard]] static server::CatalogCache& catalogs();
  /// Throws.
  static void demand(const core::Result<void>& result);
  static void fill();
  void read(const std::function<void(server::Reading&)>& work);
  void write(const std::function<void(server::Writing&)>& work);

  Timeline& m_timeline;
  std::string m_blobs;
  std::unique_ptr<Parts> m_parts;
  std::string m_backup; ///< the file's content
  std::map<std::string, std::string> m_snapshot;
  int m_backups = 0;
  std::map<core::ScopeName, std::int64_t> m_seqs; ///< as the listener heard them
};

} // namespace madoguchi::tests
