// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandservice.h"

#include "core/cases/casecodec.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::core;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

/// Asks before each transaction whether to refuse its rows.
class Refusing final : public Store {
public:
  Refusing(Store& inner, std::function<bool()> refuses) : m_inner(inner), m_refuses(std::move(refuses)) {}
  Result<void> read(const std::function<Result<void>(Reading&)>& work) override { return m_inner.read(work); }
  Result<void> write(const std::function<Result<void>(Writing&)>& work) override {
    if (m_refuses()) return failure(ErrorCode::Internal, "rows refused");
    return m_inner.write(work);
  }
  void setListener(Listener listener) override { m_inner.setListener(std::move(listener)); }
  void poll() override { m_inner.poll(); }
  Result<void> backup(const std::string& file) override { return m_inner.backup(file); }

private:
  Store& m_inner;
  std::function<bool()> m_refuses;
};

/// A server beside that of the world, on the same store, in which each run's own transaction is refused; the
/// one that counts the failure, and the fifth time the one that gives the command up, are not.
struct FailingServer {
  explicit FailingServer(ServerWorld& world)
      : store(*world.store,
              [this] {
                const int write = writes++;
                if (write == 2 * kFailures && beforeGivingUp) beforeGivingUp();
                return write % 2 == 0 && write < 2 * kFailures;
              }),
        commands(store, world.catalogs, [&world] { return world.now; }) {}

  static constexpr int kFailures = 5;
  int writes = 0;
  std::function<void()> beforeGivingUp;
  Refusing store;
  CommandService commands;
};

} // namespace

/// What is promised beside the contract of the stores.
class CommandServiceTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldGiveNoAnswer_whenACaseIsOfANewerRelease() {
    ServerWorld world;
    const CaseId id = world.taken();
    const CaseId other = world.taken();
    const CaseRow known = world.row(id);
    const auto put = [&](const std::string& timeline) {
      return world.store->write([&](Writing& writing) -> Result<void> {
        CaseRow row = known;
        row.timeline = timeline;
        row.digest = digestOf({row.state, row.timeline});
        writing.putCases({{row, OfficeId("east")}});
        return {};
      });
    };
    std::string newer = known.timeline;
    newer.replace(newer.find("CaseRegistered"), 14, "Teleported");
    QVERIFY(put(newer).has_value());
    const Command command = world.command("clerk1", id, 3, AddNote{"あとで"});
    // WHEN it comes to a server of an older release, again and again
    for (int time = 0; time < 7; ++time)
      QVERIFY(!world.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(command)}).has_value());
    const auto beside = world.commands.execute(
        world.caller("clerk1"), {ServerWorld::itemOf(command),
                                 ServerWorld::itemOf(world.command("clerk1", other, 3, AddNote{"今"}))});
    QVERIFY(beside.has_value());
    QCOMPARE(beside->size(), 1U);
    QVERIFY(beside->front().kind == AnswerKind::Applied);
    // THEN it is not given up, and one that knows the case applies it
    QVERIFY(put(known.timeline).has_value());
    QVERIFY(world.send("clerk1", command).kind == AnswerKind::Applied);
  }

  void shouldRejectForGood_whenACommandFailsTheFifthTime() {
    ServerWorld world;
    FailingServer failing(world);
    const CaseId id = world.taken();
    const Command command = world.command("clerk1", id, 3, AddNote{"だめ"});
    const std::vector items{ServerWorld::itemOf(command)};
    for (int time = 1; time < FailingServer::kFailures; ++time)
      QVERIFY(!failing.commands.execute(world.caller("clerk1"), items).has_value());
    const auto fifth = failing.commands.execute(world.caller("clerk1"), items);
    QVERIFY(fifth.has_value());
    QVERIFY(fifth->front().kind == AnswerKind::Rejected);
    // THEN it stays so also where nothing fails
    QVERIFY(world.send("clerk1", command) == fifth->front());
    QCOMPARE(world.row(id).version, 3);
  }

  void shouldSayWhenItDecided_whereAnOlderReleaseKeptThatBesideTheAnswer() {
    ServerWorld world;
    const CaseId id = world.taken();
    const Command command = world.command("clerk1", id, 3, AddNote{"früher"});
    const auto item = ServerWorld::itemOf(command);
    const auto caller = world.caller("clerk1");
    CommandAnswer kept;
    kept.command = command.id;
    const Instant before = world.now - std::chrono::hours(24);
    QVERIFY(world.store
                ->write([&](Writing& writing) -> Result<void> {
                  (void)writing.applied({command.id});
                  writing.putApplied({{command.id, caller.actor.id, caller.device, item.deviceSeq,
                                       sha256Hex(item.payload), kept, before}});
                  return {};
                })
                .has_value());
    const auto again = world.send("clerk1", command);
    QVERIFY(again.kind == AnswerKind::Applied);
    QVERIFY(again.at == before);
  }

  void shouldGiveTheFirstAnswer_whenAnotherServerAppliedTheCommandMeanwhile() {
    ServerWorld world;
    FailingServer failing(world);
    const CaseId id = world.taken();
    const Command command = world.command("clerk1", id, 3, AddNote{"一度"});
    CommandAnswer first;
    failing.beforeGivingUp = [&] { first = world.send("clerk1", command); };
    for (int time = 1; time < FailingServer::kFailures; ++time)
      QVERIFY(!failing.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(command)}).has_value());
    const auto fifth = failing.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(command)});
    QVERIFY(first.kind == AnswerKind::Applied);
    QVERIFY(fifth.has_value());
    QVERIFY(fifth->front() == first);
    QCOMPARE(world.row(id).version, 4);
  }
};

QTEST_APPLESS_MAIN(CommandServiceTest)
#include "commandservicetest.moc"
