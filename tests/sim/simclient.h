// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/cache.h"
#include "storage/casereader.h"
#include "sync/engine.h"
#include "tests/sim/claims.h"
#include "tests/sim/timeline.h"
#include "tests/support/caseworld.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace madoguchi::tests {

/// A desk without threads and windows: the real engine and the real cache, on a memory disk, with a user who
/// does whatever the seed says. Carries out the engine's actions as app/workers/StoreDriver does: one job
/// after another, what comes down in slices, the user in between.
class SimClient {
public:
  using Send = std::function<void(SimClient&, sync::HttpRequest)>;

  /// `folder` is a real one that only this client uses; the cache lies on the memory disk of the same name.
  SimClient(Timeline& timeline, Claims& claims, std::string user, std::string folder, Send send);
  ~SimClient();

  /// With the cache as a first start leaves it, or with nothing at all.
  enum class Begin { Installed, Nothing };
  void install(Begin begin);
  /// Opens the cache and begins to follow. False where the disk does not let it.
  [[nodiscard]] bool start(const core::Actor& actor);
  void crash(bool powerToo);
  /// Ends as a program ends: the cache is closed.
  void stop();
  [[nodiscard]] bool isUp() const { return m_cache != nullptr; }
  /// Counts the starts; an answer to an earlier life is dropped.
  [[nodiscard]] int life() const { return m_life; }

  /// The user does something at random.
  void act();
  /// The user gives this command; true when it was acknowledged.
  bool give(const core::CaseId& id, core::CommandBody body);
  bool giveAgain(); ///< the command that the disk refused
  bool undo();
  bool type(const std::string& key, const std::string& text);
  bool look(const core::CaseId& id);
  [[nodiscard]] std::vector<core::CaseId> cases();
  [[nodiscard]] std::optional<storage::OpenedRecord> record(const core::CaseId& id);

  void take(sync::Event event);
  void signIn(const core::Actor& actor);
  [[nodiscard]] const sync::Status& status() const { return m_status; }
  /// Settled, and nothing of the outbox or the journal is left to send.
  [[nodiscard]] bool isQuiet();
  [[nodiscard]] bool hasJobs() const { return !m_jobs.empty(); }

  [[nodiscard]] const std::string& user() const { return m_user; }
  [[nodiscard]] const std::string& folder() const { return m_folder; }
  [[nodiscard]] storage::Cache& cache() { return *m_cache; }
  [[nodiscard]] storage::Profile profile() const;

  std::map<core::ScopeName, int> rowsTaken; ///< case rows that came down, by scope
  int mismatches = 0;                       ///< checkpoints that did not hold
  int held = 0;                             ///< removals that were held
  int anew = 0;                             ///< how often the server's history was found to be put back

private:
  using Job = std::function<bool(storage::Cache&)>;

  void carryOut(sync::Action&& action);
  void run(sync::HttpRequest&& request);
  void run(sync::SetTimer&& timer);
  void run(sync::ReportStatus&& report);
  void run(sync::LoadRun&& action);
  void run(sync::MarkSent&& action);
  void run(sync::MarkUnsent&& action);
  void run(sync::RecordAnswers&& action);
  void run(sync::ApplyFeed&& action);
  void run(sync::ApplySnapshot&& action);
  void run(sync::ResetScope&& action);
  void run(sync::StartAnew&& action);
  void run(sync::LoadAudit&& action);
  void run(sync::ForgetAudit&& action);
  void run(sync::ReadBlob&& action);
  bool storeFailed(sync::LaneName lane, const core::Error& error);
  void store(Job job);
  void runJob(int life);
  void count(const std::vector<core::FeedItem>& items);
  [[nodiscard]] int waiting();
  void tellOutbox();
  [[nodiscard]] core::Command commandOf(const core::CaseId& id, std::int64_t base, core::CommandBody body);
  bool perform(const core::Command& command);
  [[nodiscard]] std::string freshId();
  void resolveSomething();
  void receivePaper();
  void commandSomething();

  Timeline& m_timeline;
  Claims& m_claims;
  std::string m_user;
  std::string m_folder;
  Send m_send;
  core::Actor m_actor;
  int m_life = 0;
  std::unique_ptr<storage::Cache> m_cache;
  std::unique_ptr<storage::CaseReader> m_reader;
  std::unique_ptr<sync::Engine> m_engine;
  std::deque<Job> m_jobs;
  bool m_jobDue = false;
  std::shared_ptr<const storage::BulkBasis> m_basis;
  std::uint64_t m_timer = 0;
  std::uint64_t m_ids = 0;
  sync::Status m_status;
  std::optional<core::Command> m_wish; ///< that the disk refused
  std::optional<storage::Performed> m_last;
};

} // namespace madoguchi::tests
