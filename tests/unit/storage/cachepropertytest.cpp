// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <random>

using namespace madoguchi;
using core::OutboxStatus;
using tests::expected;

/// A desk that works on while others do, with pushes, pulls, lost answers and restarts at random: in the end
/// its cache is the server's.
class CachePropertyTest : public QObject {
  Q_OBJECT

private:
  /// What a person does with all that needs attention: gives up what was mine.
  static void discardRefused(tests::Desk& desk, tests::TinyServer& server) {
    for (const auto& entry : desk.outbox())
      if (entry.status == OutboxStatus::Conflicted || entry.status == OutboxStatus::Rejected)
        if (!desk.cache().resolve(entry.command, std::nullopt, server.world.now, true))
          throw std::runtime_error("a refused command cannot be discarded");
  }

  /// The server decides, and the answer is lost on the way.
  static void pushIntoTheVoid(tests::Desk& desk, tests::TinyServer& server,
                              std::map<core::CommandId, core::CommandAnswer>& remembered) {
    for (const auto& entry : expected(desk.cache().nextRun(2, 1'000'000))) {
      static_cast<void>(expected(desk.cache().markSent({entry.deviceSeq})));
      if (remembered.count(entry.command) == 0) remembered[entry.command] = server.decide(entry);
    }
  }

  /// As the server does it: what was decided is answered again, and after a refusal its case is blocked.
  static void push(tests::Desk& desk, tests::TinyServer& server,
                   std::map<core::CommandId, core::CommandAnswer>& remembered) {
    std::vector<core::CommandAnswer> answers;
    std::map<core::CaseId, core::CommandId> blocked;
    for (const auto& entry : expected(desk.cache().nextRun(500, 1'000'000))) {
      static_cast<void>(expected(desk.cache().markSent({entry.deviceSeq})));
      core::CommandAnswer answer;
      if (const auto known = remembered.find(entry.command); known != remembered.end()) {
        answer = known->second;
      } else if (const auto by = blocked.find(entry.caseId); by != blocked.end()) {
        answer.command = entry.command;
        answer.kind = core::AnswerKind::BlockedBy;
        answer.blockedBy = by->second;
      } else {
        answer = server.decide(entry);
        remembered[entry.command] = answer;
      }
      if (answer.kind == core::AnswerKind::Conflict || answer.kind == core::AnswerKind::Rejected)
        blocked.emplace(entry.caseId, entry.command);
      answers.push_back(std::move(answer));
    }
    static_cast<void>(expected(desk.cache().recordAnswers(answers, server.world.now)));
  }

private Q_SLOTS:
  void shouldEndAsTheServer_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 30; ++seed)
      QTest::addRow("seed %d", seed) << seed;
  }
  void shouldEndAsTheServer() {
    QFETCH(int, seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const auto below = [&random](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    tests::TinyServer server;
    tests::Desk desk(server);
    std::vector<core::CaseId> ids;
    for (int i = 0; i < 3; ++i) {
      ids.push_back(server.takenCase().state.id);
      static_cast<void>(server.row(server.record(ids.back())));
    }
    QVERIFY(desk.pull().mismatched.empty());
    std::map<core::CommandId, core::CommandAnswer> remembered;

    int performed = 0;
    for (int step = 0; step < 120; ++step) {
      const core::CaseId& id = ids[below(ids.size())];
      const auto choice = below(20);
      if (choice < 10) {
        // Most random commands are refused: a few tries for each.
        for (int tries = 0; tries < 8; ++tries) {
          const auto opened = desk.reader().record(id);
          if (!opened) break;
          const auto& clerk = server.world.person("clerk1");
          const auto body = tests::randomCommand(opened->record.state, server.world, clerk, random);
          if (!desk.cache().perform(desk.command(id, body), below(2) == 0)) continue;
          ++performed;
          break;
        }
      } else if (choice < 14) {
        const auto& other = server.world.people[below(server.world.people.size())];
        auto record = server.record(id);
        if (!server.world.run(record, other.id.value,
                              tests::randomCommand(record.state, server.world, other, random)))
          static_cast<void>(server.row(record));
      } else if (choice < 16) {
        push(desk, server, remembered);
      } else if (choice == 16) {
        pushIntoTheVoid(desk, server, remembered);
      } else if (choice == 17) {
        discardRefused(desk, server);
      } else if (choice == 18) {
        desk.close();
        desk.open();
      } else {
        QVERIFY(desk.pull().mismatched.empty());
      }
    }
    QVERIFY(performed > 5);
    for (int round = 0; round < 20 && !desk.outbox().empty(); ++round) {
      push(desk, server, remembered);
      QVERIFY(desk.pull().mismatched.empty());
      discardRefused(desk, server);
    }
    QVERIFY(desk.pull().mismatched.empty());
    QVERIFY(desk.outbox().empty());
    QVERIFY(expected(desk.cache().verifySums()).empty());
    for (const auto& id : ids) {
      const auto opened = expected(desk.reader().record(id));
      QVERIFY(opened.record == server.record(id));
      QVERIFY(!opened.base.has_value());
      QVERIFY(!core::has(desk.listRow(id).flags, core::RowFlag::Pending));
      QVERIFY(!core::has(desk.listRow(id).flags, core::RowFlag::Attention));
    }
  }
};

QTEST_APPLESS_MAIN(CachePropertyTest)
#include "cachepropertytest.moc"
