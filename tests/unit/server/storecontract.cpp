// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/storecontract.h"

#include "core/cases/casecodec.h"
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <atomic>
#include <thread>

namespace madoguchi::tests {

using namespace madoguchi::core;
using namespace madoguchi::server;

namespace {

EditForm edit(const char* pointer, json::value before, json::value after) {
  return EditForm{{FieldEdit{pointer, std::move(before), std::move(after)}}};
}

std::string kindName(const CommandAnswer& answer) {
  return std::string(boost::describe::enum_to_string(answer.kind, "?")) + (answer.code.empty() ? "" : " ") +
         answer.code;
}

} // namespace

std::string differingCounters(Store& store) {
  std::string differing;
  const auto read = store.read([&](Reading& reading) -> Result<void> {
    for (const ScopeCounter& counter : reading.counters()) {
      ScopeCounter sum{counter.scope, counter.seq, 0, {}};
      for (const FeedItem& item : reading.changesAfter(counter.scope, 0, {1'000'000, 1UL << 40U})) {
        if (const auto* row = std::get_if<CaseRow>(&item)) {
          ++sum.count;
          sum.sum.add(row->id.value, row->version, row->digest);
        } else if (const auto* reference = std::get_if<ReferenceRow>(&item)) {
          if (reference->document.empty()) continue;
          ++sum.count;
          sum.sum.add(reference->entity + "/" + reference->key, reference->version, reference->digest);
        }
      }
      if (!(sum == counter)) differing += counter.scope + " ";
    }
    return {};
  });
  return read ? differing : "cannot read";
}

void StoreContract::shouldGiveTheStoredAnswer_whenACommandComesAgain() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  const Command command = world.command("clerk1", id, 1, AddNote{"一度だけ"});

  const auto first = world.send("clerk1", command);
  world.now += std::chrono::hours{1};
  const auto again = world.send("clerk1", command);

  QCOMPARE(kindName(first), std::string("Applied"));
  QVERIFY(first == again);
  QCOMPARE(world.state(id).notes.size(), 1U);
  QCOMPARE(world.row(id).seq, first.seq);
  QCOMPARE(world.row(id).scope, first.scope);
}

void StoreContract::shouldRefuse_whenAnIdComesWithAnotherPayload() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  Command command = world.command("clerk1", id, 1, AddNote{"はじめ"});
  (void)world.send("clerk1", command);
  command.body = AddNote{"べつの"};
  QCOMPARE(kindName(world.send("clerk1", command)), std::string("Rejected IdReused"));
  QCOMPARE(world.state(id).notes.size(), 1U);
}

void StoreContract::shouldRefuse_whenAnIdComesFromAnotherUser() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  const Command command = world.command("clerk1", id, 1, AddNote{"わたしの"});
  QCOMPARE(kindName(world.send("clerk2", command)), std::string("Rejected NotPermitted"));
  QCOMPARE(world.state(id).notes.size(), 0U);
}

void StoreContract::shouldMerge_whenOtherFieldsWereChanged() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  QCOMPARE(kindName(world.run("clerk1", id, 3, edit("/place/ownerName", "窓口亭", "東亭"))),
           std::string("Applied"));
  const auto merged = world.run("super", id, 3, edit("/application/previousPermitNumber", nullptr, "7"));
  QCOMPARE(kindName(merged), std::string("Merged"));
  QCOMPARE(merged.caseVersion, 5);
  const auto form = world.state(id).form;
  QVERIFY(*valueAt(form, "/place/ownerName") == "東亭");
  QVERIFY(*valueAt(form, "/application/previousPermitNumber") == "7");
}

void StoreContract::shouldConflictAndApplyNothing_whenTheSameFieldWasChanged() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  (void)world.run("clerk1", id, 3, edit("/place/ownerName", "窓口亭", "東亭"));
  const CaseRow before = world.row(id);
  EditForm both = edit("/place/ownerName", "窓口亭", "西亭");
  both.edits.push_back({"/application/previousPermitNumber", nullptr, "7"});
  const auto answer = world.run("super", id, 3, both);
  QCOMPARE(kindName(answer), std::string("Conflict Conflict"));
  QCOMPARE(answer.conflicts.size(), 1U);
  QCOMPARE(answer.conflicts.front().pointer, std::string("/form/place/ownerName"));
  QVERIFY(answer.conflicts.front().theirs == "東亭");
  QVERIFY(world.row(id) == before);
}

void StoreContract::shouldBlockLaterOnes_whenACommandOfTheCaseWasNotApplied() {
  ServerWorld world(m_factory);
  const CaseId one = world.arrived();
  const CaseId other = world.arrived();
  const Command refused = world.command("clerk1", one, 1, CloseCase{});
  const Command later = world.command("clerk1", one, 2, AddNote{"あとで"});
  const Command elsewhere = world.command("clerk1", other, 1, AddNote{"べつの"});
  const auto answers = world.commands.execute(
      world.caller("clerk1"),
      {ServerWorld::itemOf(refused), ServerWorld::itemOf(later), ServerWorld::itemOf(elsewhere)});
  QVERIFY(answers.has_value());
  QCOMPARE(kindName(answers->at(0)), std::string("Rejected WrongState"));
  QCOMPARE(kindName(answers->at(1)), std::string("BlockedBy BlockedByEarlier"));
  QVERIFY(answers->at(1).blockedBy == refused.id);
  QCOMPARE(kindName(answers->at(2)), std::string("Applied"));
  QCOMPARE(world.state(one).notes.size(), 0U);
}

void StoreContract::shouldDecideABlockedOneAnew_whenItComesAgain() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  const Command refused = world.command("clerk1", id, 1, CloseCase{});
  const Command later = world.command("clerk1", id, 2, AddNote{"あとで"});
  const std::vector<protocol::CommandItem> both{ServerWorld::itemOf(refused), ServerWorld::itemOf(later)};
  (void)world.commands.execute(world.caller("clerk1"), both);
  // The answer was lost: the same run gives the same answers.
  const auto again = world.commands.execute(world.caller("clerk1"), both);
  QCOMPARE(kindName(again->at(1)), std::string("BlockedBy BlockedByEarlier"));
  // The user settled the first: the second may come alone.
  QCOMPARE(kindName(world.send("clerk1", later)), std::string("Applied"));
}

void StoreContract::shouldApplyExactlyOneApproval_whenTwoCompete() {
  for (int round = 0; round < 10; ++round) {
    ServerWorld world(m_factory);
    const CaseId id = world.submitted();
    // Whoever comes first in the route consents, until it is the managers' turn.
    for (const char* login : {"super", "legal"})
      (void)world.run(login, id, world.state(id).version, Approve{1, world.state(id).draft->hash, {}});
    const CaseState before = world.state(id);
    const Command one = world.command("manager", id, before.version, Approve{1, before.draft->hash, {}});
    const Command two = world.command("manager2", id, before.version, Approve{1, before.draft->hash, {}});
    CommandAnswer first;
    CommandAnswer second;
    std::thread a([&] { first = world.send("manager", one); });
    std::thread b([&] { second = world.send("manager2", two); });
    a.join();
    b.join();
    const int applied =
        (first.kind == AnswerKind::Applied ? 1 : 0) + (second.kind == AnswerKind::Applied ? 1 : 0);
    QCOMPARE(applied, 1);
    QCOMPARE(world.state(id).version, before.version + 1);
    QVERIFY(world.state(id).decision.has_value());
    QVERIFY(!world.state(id).decision->documentNumber.empty());
  }
}

void StoreContract::shouldRefuseEveryTry_whenAuthorsApproveTheirOwnDraft() {
  ServerWorld world(m_factory);
  const CaseId id = world.submitted("manager");
  for (const char* login : {"super", "legal"})
    (void)world.run(login, id, world.state(id).version, Approve{1, world.state(id).draft->hash, {}});
  const CaseState before = world.state(id);
  std::atomic<int> applied = 0;
  std::vector<std::vector<protocol::CommandItem>> tries(4);
  for (auto& run : tries)
    for (int i = 0; i < count(25, 250); ++i)
      run.push_back(ServerWorld::itemOf(
          world.command("manager", id, before.version, Approve{1, before.draft->hash, {}})));
  const Caller caller = world.caller("manager");
  std::vector<std::thread> threads;
  for (const auto& run : tries)
    threads.emplace_back([&] {
      for (const auto& item : run) {
        const auto answers = world.commands.execute(caller, {item});
        if (!answers || answers->front().code != "OwnDraft") ++applied;
      }
    });
  for (auto& thread : threads)
    thread.join();
  QCOMPARE(applied.load(), 0);
  QCOMPARE(world.state(id).version, before.version);
}

void StoreContract::shouldMoveTheCaseInOneTransaction_whenItIsTransferred() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  const Cursor east = world.cursorOf(world.feed("clerk1"));
  const ScopeName oldScope = world.row(id).scope;

  const auto answer = world.run("super", id, 3, TransferCase{OfficeId("west"), "管轄"});
  QCOMPARE(kindName(answer), std::string("Applied"));

  const auto seenEast = world.feed("clerk1", east);
  const auto gone = only<GoneRow>(seenEast);
  QCOMPARE(gone.size(), 1U);
  QCOMPARE(gone.front().reason, std::string("left"));
  QVERIFY(gone.front().id == id);
  // One who sees it no longer is told of the effect where it left.
  QCOMPARE(answer.scope, oldScope);
  QCOMPARE(answer.seq, gone.front().seq);
  const auto seenWest = only<CaseRow>(world.feed("clerk.west"));
  QCOMPARE(seenWest.size(), 1U);
  QCOMPARE(seenWest.front().version, 4);
  QCOMPARE(differingCounters(*world.store), std::string());
}

void StoreContract::shouldBringTheCaseBack_whenItReturnsToAnEarlierScope() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  (void)world.run("super", id, 3, TransferCase{OfficeId("west"), "管轄"});
  QCOMPARE(kindName(world.run("clerk.west", id, 4, RegisterCase{})), std::string("Applied"));
  QCOMPARE(kindName(world.run("clerk.west", id, 5, AssignCase{UserId("clerk.west"), {}})),
           std::string("Applied"));
  const auto back = world.run("clerk.west", id, 6, TransferCase{OfficeId("east"), "やはり"});
  QCOMPARE(kindName(back), std::string("Applied"));
  const auto east = world.feed("clerk1");
  QCOMPARE(only<GoneRow>(east).size(), 0U);
  QCOMPARE(only<CaseRow>(east).size(), 1U);
  QCOMPARE(differingCounters(*world.store), std::string());
}

void StoreContract::shouldKeepCountersEqualToTheRows_whenManyThingsHappen() {
  ServerWorld world(m_factory);
  std::vector<CaseId> ids;
  for (int i = 0; i < 30; ++i)
    ids.push_back(world.arrived(i % 3 == 0 ? "west" : "east",
                                i % 5 == 0 ? Visibility::Protected : Visibility::Ordinary));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    (void)world.run("clerk1", ids[i], 1, RegisterCase{});
    (void)world.run("super", ids[i], 2, TransferCase{OfficeId(i % 2 == 0 ? "west" : "bureau"), "x"});
    (void)world.run("clerk.west", ids[i], 3, AddNote{"n"});
  }
  QVERIFY(world.accounts.disable("clerk2").has_value());
  QCOMPARE(differingCounters(*world.store), std::string());
}

void StoreContract::shouldNumberWithoutGapOrTwin_whenCasesAreRegistered() {
  ServerWorld world(m_factory);
  std::vector<std::string> numbers;
  for (int i = 0; i < 5; ++i) {
    const CaseId id = world.arrived();
    (void)world.run("auditor", id, 1, RegisterCase{}); // refused: takes no number
    (void)world.run("clerk1", id, 1, RegisterCase{});
    numbers.push_back(world.state(id).number);
  }
  const std::vector<std::string> expected{"2026-東-000001", "2026-東-000002", "2026-東-000003",
                                          "2026-東-000004", "2026-東-000005"};
  QVERIFY(numbers == expected);
}

void StoreContract::shouldRejectOnlyTheBrokenOne_whenARunHoldsIt() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  const auto answers = world.commands.execute(
      world.caller("clerk1"), {ServerWorld::itemOf(world.command("clerk1", id, 1, AddNote{"前"})),
                               {2, "{\"id\":"},
                               {3, R"({"id":"x","caseId":"y","body":{"kind":"Teleport"}})"},
                               ServerWorld::itemOf(world.command("clerk1", id, 2, AddNote{"後"}))});
  QVERIFY(answers.has_value());
  QCOMPARE(kindName(answers->at(0)), std::string("Applied"));
  QCOMPARE(kindName(answers->at(1)), std::string("Rejected Malformed"));
  QCOMPARE(kindName(answers->at(2)), std::string("Rejected UnknownKind"));
  QCOMPARE(answers->at(2).command.value, std::string("x"));
  QCOMPARE(kindName(answers->at(3)), std::string("Applied"));
}

void StoreContract::shouldKeepNothing_whenTheWorkFails() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  const CaseRow before = world.row(id);
  const auto failed = world.store->write([&](Writing& writing) -> Result<void> {
    CaseRow changed = before;
    changed.version = 99;
    changed.seq = 99;
    writing.putCases({{changed, OfficeId("east")}});
    return failure(ErrorCode::Cancelled);
  });
  QCOMPARE(std::string(toText(failed.error().code)), std::string("Cancelled"));
  QVERIFY(world.row(id) == before);
}

void StoreContract::shouldTellTheListener_whenCommitted() {
  ServerWorld world(m_factory);
  std::map<ScopeName, std::int64_t> heard;
  world.store->setListener([&](const auto& seqs) {
    for (const auto& [scope, seq] : seqs)
      heard[scope] = seq;
  });
  const CaseId id = world.arrived();
  const CaseRow row = world.row(id);
  QCOMPARE(heard[row.scope], row.seq);
  QVERIFY(heard.contains(kScopeCount)); // the scope was new
}

// Rows skipped because a lower number committed later: what a feed must never do.
void StoreContract::shouldGiveEachRowOnceInOrder_whenWritersAndReadersRun() {
  ServerWorld world(m_factory);
  std::vector<CaseId> ids;
  for (int i = 0; i < 8; ++i)
    ids.push_back(world.arrived());
  std::atomic<bool> done = false;
  std::vector<std::vector<Command>> work(4);
  for (std::size_t w = 0; w < work.size(); ++w)
    for (int i = 0; i < 25; ++i)
      work[w].push_back(world.command("clerk1", ids[(w * 2 + static_cast<std::size_t>(i)) % ids.size()], 1,
                                      AddNote{std::to_string(i)}));
  const Caller caller = world.caller("clerk1");
  std::map<CaseId, std::int64_t> seen;
  bool inOrder = true;
  std::thread reader([&] {
    Cursor cursor;
    bool last = false;
    while (!last) {
      last = done;
      const auto items = itemsOf(world.feeds.changes(caller.actor, cursor)->body);
      for (const auto& row : only<CaseRow>(items)) {
        inOrder = inOrder && row.seq > cursor.scopes[row.scope] && row.version > seen[row.id];
        seen[row.id] = row.version;
      }
      cursor = world.cursorOf(items);
    }
  });
  std::vector<std::thread> writers;
  for (const auto& commands : work)
    writers.emplace_back([&] {
      for (const auto& command : commands)
        (void)world.commands.execute(caller, {ServerWorld::itemOf(command)});
    });
  for (auto& writer : writers)
    writer.join();
  done = true;
  reader.join();
  QVERIFY(inOrder);
  std::int64_t versions = 0;
  for (const auto& id : ids) {
    QCOMPARE(seen[id], world.row(id).version);
    versions += seen[id];
  }
  QCOMPARE(versions, 8 + 100);
}

void StoreContract::shouldRefuseStrangers_whenTheyCommandWhatTheyMayNotSee() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived("east", Visibility::Protected);
  for (const char* login : {"clerk2", "clerk.west", "admin"}) {
    QCOMPARE(kindName(world.run(login, id, 1, AddNote{"x"})), std::string("Rejected NotPermitted"));
    QCOMPARE(only<CaseRow>(world.feed(login)).size(), 0U);
  }
  QCOMPARE(kindName(world.run("auditor", id, 1, RegisterCase{})), std::string("Rejected NotPermitted"));
  QCOMPARE(only<CaseRow>(world.feed("auditor")).size(), 1U);
  // Applications arrive by the intake interface alone.
  ReceiveOnline receive;
  receive.procedure = ProcedureId("outdoor-advertisement-permit");
  receive.office = OfficeId("east");
  QCOMPARE(kindName(world.run("clerk1", world.freshCase(), 0, receive)),
           std::string("Rejected NotPermitted"));
}

} // namespace madoguchi::tests
