// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "core/cases/invariants.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <deque>
#include <set>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;
using madoguchi::tests::randomCommand;

namespace {

constexpr int kSequences = 10'000;

const Actor& anybody(const CaseWorld& world, std::mt19937_64& random) {
  // Clerk 1 and the approvers of the office act more often than the rest, or nothing would ever be decided.
  const char* busy[] = {"clerk1", "clerk1", "clerk1", "clerk2", "super", "legal", "manager", "clerk1"};
  if (random() % 4 != 0) return world.person(busy[random() % 8]);
  return world.people[random() % world.people.size()];
}

CaseRecord startingPoint(CaseWorld& world, int seed) {
  switch (seed % 6) {
  case 0:
    return world.arrived();
  case 1:
    return world.onPaper();
  case 2:
    return world.taken();
  case 3:
    return world.submitted();
  case 4:
    return world.decided();
  default:
    return world.closed();
  }
}

} // namespace

/// 10,000 random command sequences by random actors, and 10,000 with a client that works on an old state.
class CasePropertyTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKeepTheInvariants_whateverIsCommanded() {
    CaseWorld world;
    world.sendAway("manager", 36500);
    std::set<std::string> kindsApplied;
    std::set<Status> reached;
    int applied = 0;
    for (int seed = 0; seed < kSequences; ++seed) {
      std::mt19937_64 random(static_cast<std::uint64_t>(seed));
      world.now = *parseInstant("2026-06-01T01:00:00Z");
      CaseRecord record = startingPoint(world, seed);
      for (int step = 0; step < 100; ++step) {
        // Now and then years pass, so that retention ends.
        world.now += random() % 200 == 0 ? std::chrono::hours{24 * 900} : std::chrono::hours{random() % 12};
        const Actor& actor = anybody(world, random);
        const CaseState before = record.state;
        const Command command =
            world.command(record, actor, randomCommand(record.state, world, actor, random));
        const auto done = execute(record, command, world.context(actor));
        if (!done) {
          QVERIFY2(record.state == before, "a refused command changed the case");
          continue;
        }
        if (*done == 0) continue;
        ++applied;
        kindsApplied.insert(std::string(kindOf(command.body)));
        reached.insert(record.state.status);
        auto broken = brokenTransition(before, record.state);
        if (!broken) broken = brokenInvariant(record);
        if (broken)
          QFAIL(qPrintable(QStringLiteral("seed %1 step %2 %3: %4")
                               .arg(seed)
                               .arg(step)
                               .arg(QString::fromStdString(std::string(kindOf(command.body))),
                                    QString::fromStdString(*broken))));
      }
    }
    qInfo("%d commands applied, %zu kinds, %zu states", applied, kindsApplied.size(), reached.size());
    // The sequences must really get around, or the invariants hold for nothing.
    QVERIFY(applied > kSequences * 5);
    QVERIFY(kindsApplied.size() >= 29 && kindsApplied.count("MoveToVersion") == 1);
    for (const Status status :
         {Status::Examining, Status::AwaitingCorrection, Status::InApproval, Status::Decided,
          Status::Notified, Status::Closed, Status::Withdrawn, Status::Transferred})
      QVERIFY2(reached.contains(status), boost::describe::enum_to_string(status, "?"));
  }

  void shouldConverge_whenAClientWorksOnAStaleState() {
    CaseWorld world;
    int conflicts = 0;
    int merged = 0;
    for (int seed = 0; seed < kSequences; ++seed) {
      std::mt19937_64 random(static_cast<std::uint64_t>(seed) + 1'000'000);
      world.now = *parseInstant("2026-06-01T01:00:00Z");
      CaseRecord server = seed % 2 == 0 ? world.taken() : world.examined();
      CaseRecord shown = server; // what the client shows: base plus what is pending
      std::deque<Command> pending;
      const Actor& clerk = world.person("clerk1");
      for (int step = 0; step < 12; ++step) {
        world.now += std::chrono::hours{random() % 6};
        if (random() % 2 == 0) { // GIVEN work on the client, offline
          const Command command =
              world.command(shown, clerk, randomCommand(shown.state, world, clerk, random));
          const auto done = execute(shown, command, world.context(clerk, Side::Client));
          if (done && *done > 0) pending.push_back(command);
        } else { // AND work by others on the server
          const Actor& other = anybody(world, random);
          const Command command =
              world.command(server, other, randomCommand(server.state, world, other, random));
          (void)execute(server, command, world.context(other));
        }
        if (random() % 4 != 0) continue;
        // WHEN the client pulls while something is pending, it replays that on the new base
        shown = server;
        for (const auto& command : pending)
          (void)execute(shown, command, world.context(clerk, Side::Client));
      }
      // WHEN everything is pushed, in order; what fails blocks the rest of its case
      while (!pending.empty()) {
        const std::int64_t versionBefore = server.state.version;
        const auto done = execute(server, pending.front(), world.context(clerk));
        if (!done) {
          conflicts += done.error().code == ErrorCode::Conflict ? 1 : 0;
          QCOMPARE(server.state.version, versionBefore);
          break;
        }
        merged += pending.front().baseVersion < versionBefore ? 1 : 0;
        pending.pop_front();
      }
      pending.clear();
      // THEN the client's state, from the server's texts, equals the server's
      const CaseText text = toText(server);
      const auto received = caseRecordFrom(text.state, text.timeline);
      QVERIFY(received.has_value());
      QVERIFY(*received == server);
      QCOMPARE(digestOf(toText(*received)), digestOf(text));
      const auto broken = brokenInvariant(*received);
      QVERIFY2(!broken, broken ? broken->c_str() : "");
    }
    qInfo("%d conflicts shown, %d commands merged", conflicts, merged);
    QVERIFY(conflicts > 100);
    QVERIFY(merged > 1000);
  }
};

QTEST_APPLESS_MAIN(CasePropertyTest)
#include "casepropertytest.moc"
