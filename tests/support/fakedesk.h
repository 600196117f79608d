// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "models/desk.h"
#include "tests/support/fakeports.h"
#include "tests/support/fakeroom.h"

#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::tests {

/// A desk in memory: the real rules over cases in a vector, no cache, no server. Online, a command is
/// applied as the server would; offline, it waits in the outbox. Answers come in the next turn of the event
/// loop, as those of the workers do.
class FakeDesk {
public:
  struct Case {
    core::CaseRecord record;
    std::optional<core::CaseState> base;
    std::vector<core::OutboxEntry> pending;
    bool gone = false;
  };

  /// `user`: one of the people of the fake bureau: sato (clerk), suzuki (chief), tanaka (manager, also
  /// supervisor), ito (legal), mori (auditor).
  explicit FakeDesk(const std::string& user = "sato");

  core::Instant now;
  std::shared_ptr<models::References> references;
  std::vector<Case> cases; ///< the key of a case is its place here, from 1
  models::SyncStatus status;
  std::map<std::string, QByteArray> blobs;
  std::vector<core::CommandBody> performed; ///< by the user, in order
  std::vector<std::int64_t> bases;  ///< the versions that the user had seen, of these and of the refused
  std::vector<std::string> journal; ///< actions
  bool failStates = false;

  [[nodiscard]] models::Ports ports();
  [[nodiscard]] const core::Actor& person(const std::string& id) const;
  void signInAs(const std::string& user);

  /// A new application with the procedure's sample form, arrived `daysAgo`. Returns its place.
  std::size_t arrive(const std::string& procedure, const std::string& name, const std::string& kana,
                     int daysAgo);
  /// As somebody, on the server's side, at `now`. Aborts the test where the rules refuse it.
  void act(std::size_t place, const std::string& user, const core::CommandBody& body);
  /// Registers, gives it to the user, meets all criteria.
  void examine(std::size_t place, const std::string& clerk = "sato");
  void submit(std::size_t place, core::DraftDecision draft = {}, const std::string& clerk = "sato");
  /// All stages agree.
  void decide(std::size_t place);
  /// Turns the newest pending command of a case into a conflict, with what the other side has.
  void conflict(std::size_t place, core::FieldConflict conflict);
  void reject(std::size_t place, core::ErrorCode code);
  /// What waits of a case is on its way, and not answered.
  void send(std::size_t place);

  /// From today on.
  void sendAway(const std::string& user, int days = 7);

  // What the ports do.
  core::Result<void> recordAbsence(const core::Actor& by, const core::AttendanceChange& change);
  tl::expected<models::CommandDone, core::Refusal> perform(const core::CaseId& id,
                                                           const core::CommandBody& body);
  void takeBack(const core::CommandId& command, const core::CaseId& id,
                const std::optional<core::CommandBody>& inverse, quint64 request);
  void resolve(const core::CommandId& command);
  [[nodiscard]] core::CaseListRow rowAt(std::size_t place) const;
  [[nodiscard]] std::vector<models::CaseKey> keysOf(const core::CaseQuery& query) const;
  [[nodiscard]] core::QueueCounts counts() const;
  [[nodiscard]] Case* find(const core::CaseId& id);
  void tellChanged(const core::ChangeSet& changes);
  void tellChanged(std::size_t place);

  FakePreferences preferences;
  FakeDrafts drafts;
  FakeReferences referenceSource;
  FakeCaseSource table, opened, batch, search, bulk;
  FakeCommands commands;
  FakeAbsences absences;
  FakeOutbox outbox;
  FakeSync sync;
  FakeBlobs blobSource;
  FakePages pages;
  QPointer<FakePages> preview; ///< the newest of `newPages`, while it is there
  std::function<std::unique_ptr<models::PageSource>()> newPages = [this] {
    auto made = std::make_unique<FakePages>();
    preview = made.get();
    return made;
  };
  FakeScans scans;
  FakeRoom room;
  FakeJournal journalSource;
  FakeListExporter lists;
  FakePrinter printer;
  FakeSession session;

private:
  [[nodiscard]] core::Context context(const core::Actor& actor, core::Side side, const Case* item,
                                      const core::Procedure* procedure) const;
  [[nodiscard]] core::Command command(const core::CaseId& id, const core::UserId& actor,
                                      core::CommandBody body);
  [[nodiscard]] std::string freshId();
  [[nodiscard]] const core::FormSchema* schemaOf(const core::Procedure* procedure) const;

  [[nodiscard]] bool dropUnsent(const core::CommandId& command, const core::CaseId& id);

  std::map<core::CommandId, core::CaseRecord> m_before; ///< each pending command
  std::vector<QPointer<FakeCaseSource>> m_apart;        ///< of windows of their own; null: it is gone
  mutable std::map<std::pair<core::ProcedureId, int>, core::FormSchema> m_schemas;
  std::uint64_t m_ids = 0;
  int m_numbers = 0;
};

/// Fills a desk with cases of all procedures in all states, as screens need them.
void fillWithSamples(FakeDesk& desk);

} // namespace madoguchi::tests
