// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"
#include "tests/support/testsupport.h"
#include "tests/unit/sync/memorystore.h"
#include "tests/unit/sync/scriptedserver.h"

#include <QtTest>

#include <deque>
#include <memory>

using namespace madoguchi;
using tests::MemoryStore;
using tests::ScriptedServer;

namespace {

const core::ScopeName kFood = "office/food/permits/ordinary";
const core::ScopeName kRoad = "office/road/permits/ordinary";

/// One client and one server, with one fault at the n-th step of a kind; runs until nothing is left to do.
class World {
public:
  enum class Fault { None, RequestLost, ReplyLost, ServerError, StoreFails, Killed };

  World(Fault fault, int at) : m_fault(fault), m_faultAt(at) {
    for (const char* id : {"c1", "c2", "c3", "c4", "c5"})
      server.touch(kFood, id);
    server.touch(kRoad, "r1");
    server.touch("global", "g1");
  }

  /// Every step is counted, so that the caller knows where faults are possible.
  int run() {
    start();
    for (int steps = 0; steps < 5000; ++steps) {
      if (!m_store.empty()) {
        doStoreWork();
      } else if (!m_requests.empty()) {
        doRequest();
      } else if (m_timer) {
        m_now = std::max(m_now, *m_timer);
        m_timer.reset();
        step(sync::Ticked{});
      } else {
        return m_count;
      }
    }
    throw std::logic_error("the world does not come to rest");
  }

  ScriptedServer server;
  MemoryStore store;
  std::vector<sync::Status> statuses;

private:
  void start() {
    m_requests.clear();
    m_store.clear();
    m_timer.reset();
    m_engine = std::make_unique<sync::Engine>([] { return 0.5; });
    step(store.started(false));
    step(sync::SignedIn{});
  }

  bool faultNow(Fault fault) {
    if (m_fault != fault) return false;
    return m_count++ == m_faultAt;
  }

  void doStoreWork() {
    auto action = std::move(m_store.front());
    m_store.pop_front();
    if (faultNow(Fault::StoreFails)) {
      const bool push = std::holds_alternative<sync::LoadRun>(action) ||
                        std::holds_alternative<sync::MarkSent>(action) ||
                        std::holds_alternative<sync::MarkUnsent>(action) ||
                        std::holds_alternative<sync::RecordAnswers>(action);
      const bool audit = std::holds_alternative<sync::LoadAudit>(action);
      return step(sync::StoreFailed{push    ? sync::LaneName::Push
                                    : audit ? sync::LaneName::Audit
                                            : sync::LaneName::Pull,
                                    {core::ErrorCode::StorageFull, ""}});
    }
    auto event = store.handle(std::move(action));
    if (killed()) return;
    step(std::move(event));
  }

  void doRequest() {
    auto request = std::move(m_requests.front());
    m_requests.pop_front();
    sync::HttpReply lost;
    lost.request = request.request;
    lost.error = core::Error{core::ErrorCode::Offline, ""};
    if (faultNow(Fault::RequestLost)) return step(std::move(lost));
    if (faultNow(Fault::ServerError)) {
      lost.error.reset();
      lost.status = 500;
      return step(std::move(lost));
    }
    auto reply = server.handle(request);
    if (faultNow(Fault::ReplyLost)) return step(std::move(lost));
    if (killed()) return;
    step(std::move(reply));
  }

  /// The process dies after the world has done something and before the engine learns of it.
  bool killed() {
    if (!faultNow(Fault::Killed)) return false;
    start();
    return true;
  }

  void step(sync::Event event) {
    for (auto& action : m_engine->step(std::move(event), m_now)) {
      if (auto* request = std::get_if<sync::HttpRequest>(&action))
        m_requests.push_back(std::move(*request));
      else if (const auto* timer = std::get_if<sync::SetTimer>(&action))
        m_timer = timer->at;
      else if (auto* report = std::get_if<sync::ReportStatus>(&action))
        statuses.push_back(report->status);
      else if (!std::holds_alternative<sync::CancelRequest>(action))
        m_store.push_back(std::move(action));
    }
  }

  Fault m_fault;
  int m_faultAt;
  int m_count = 0;
  core::Instant m_now{std::chrono::seconds(1)};
  std::unique_ptr<sync::Engine> m_engine;
  std::deque<sync::HttpRequest> m_requests;
  std::deque<sync::Action> m_store;
  std::optional<core::Instant> m_timer;
};

using Fault = World::Fault;

/// Seven commands, one of which the server refuses.
void workAWhile(World& world) {
  for (const char* id : {"c1", "c2", "bad", "c1", "new1", "c3"})
    world.store.act(kFood, id);
  world.store.act(kRoad, "r1");
}

void expectEndState(const World& world, const QString& place) {
  const MemoryStore::Rows food{{"c1", 3}, {"c2", 2}, {"c3", 2}, {"c4", 1}, {"c5", 1}, {"new1", 1}};
  const auto what = qPrintable(place);
  QVERIFY2(world.server.effects() == 6, what);
  QVERIFY2(world.server.rowsOf(kFood) == food, what);
  QVERIFY2(world.store.rowsOf(kFood) == food, what);
  QVERIFY2(world.store.rowsOf(kRoad) == world.server.rowsOf(kRoad), what);
  QVERIFY2(world.store.rowsOf("global") == world.server.rowsOf("global"), what);
  QVERIFY2(world.store.waiting() == 0, what);
  QVERIFY2(world.store.rejected == std::vector<std::string>{"cmd3"}, what);
  QVERIFY2(world.statuses.back().settled && !world.statuses.back().problem, what);
}

} // namespace

Q_DECLARE_METATYPE(World::Fault)

class EngineFaultTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldReachTheSameEnd_whereverOneFaultStrikes_data() {
    QTest::addColumn<Fault>("fault");
    QTest::newRow("request lost") << Fault::RequestLost;
    QTest::newRow("reply lost") << Fault::ReplyLost;
    QTest::newRow("server error") << Fault::ServerError;
    QTest::newRow("store fails") << Fault::StoreFails;
    QTest::newRow("killed") << Fault::Killed;
  }
  void shouldReachTheSameEnd_whereverOneFaultStrikes() {
    QFETCH(const Fault, fault);
    World undisturbed(fault, -1);
    workAWhile(undisturbed);
    const int places = undisturbed.run();
    expectEndState(undisturbed, u"undisturbed"_qs);
    QVERIFY(places >= 5);
    for (int place = 0; place < places; ++place) {
      World world(fault, place);
      workAWhile(world);
      (void)world.run();
      expectEndState(world, QString::number(place));
      if (QTest::currentTestFailed()) return;
    }
  }

  void shouldMendAScope_whenTheCacheHasLostARow() {
    World world(Fault::None, 0);
    (void)world.run();
    world.store.loseRow(kFood, "c2");
    world.server.touch(kFood, "c4");
    (void)world.run();
    QVERIFY(world.store.rowsOf(kFood) == world.server.rowsOf(kFood));
  }

  void shouldSendConfirmedOnesAgain_whenTheServerWasRestored() {
    World world(Fault::None, 0);
    (void)world.run();
    world.server.restore("e2");
    world.server.remove(kFood, "c5");
    world.store.act(kFood, "c1");
    (void)world.run();
    QVERIFY(world.store.rowsOf(kFood) == world.server.rowsOf(kFood));
    QCOMPARE(world.store.waiting(), 0);
  }

  void shouldSendAgainWhatWasForgotten_whenASnapshotOfTheServerWasPutBack_data() {
    QTest::addColumn<int>("others");
    QTest::newRow("at once") << 0;
    QTest::newRow("when others have worked on") << 1;
    QTest::newRow("when others have come further than it was") << 9;
  }
  void shouldSendAgainWhatWasForgotten_whenASnapshotOfTheServerWasPutBack() {
    QFETCH(const int, others);
    World world(Fault::None, 0);
    world.store.act(kFood, "c1");
    (void)world.run();
    const ScriptedServer snapshot = world.server;
    // GIVEN commands that were confirmed, and have left the outbox
    for (const char* id : {"c1", "new1", "c2"})
      world.store.act(kFood, id);
    (void)world.run();
    QCOMPARE(world.store.waiting(), 0);
    const auto before = world.server.rowsOf(kFood);
    // WHEN the server is put back to before them, and another one waits
    world.server.putBack(snapshot);
    for (int i = 0; i < others; ++i)
      world.server.touch(kFood, "c5");
    world.store.act(kFood, "c3");
    (void)world.run();
    // THEN they are there again
    auto expected = before;
    expected["c3"] += 1;
    expected["c5"] += others;
    QVERIFY(world.server.rowsOf(kFood) == expected);
    QVERIFY(world.store.rowsOf(kFood) == expected);
    QCOMPARE(world.store.waiting(), 0);
    QCOMPARE(world.server.effects(), 5);
  }

  void shouldSendAgainWhatWasForgotten_whenALateCopyHasBroughtBackTheLastOfIt() {
    World world(Fault::None, 0);
    (void)world.run();
    const ScriptedServer snapshot = world.server;
    world.store.act(kFood, "c1");
    world.store.act(kFood, "c2");
    (void)world.run();
    const auto before = world.server.rowsOf(kFood);
    // GIVEN a server that was put back, and to which a copy of the second one came late
    world.server.putBack(snapshot);
    const std::string payload = "{\"id\":\"cmd2\",\"case\":\"c2\",\"scope\":\"" + kFood + "\"}";
    const protocol::CommandRun copy{core::DeviceId("d1"), {{2, payload}}};
    (void)world.server.handle({.target = "/v1/commands", .body = protocol::encode(copy)});
    // AND numbers that tell nothing, because others have worked on
    for (int i = 0; i < 9; ++i)
      world.server.touch(kFood, "c5");
    (void)world.run();
    // THEN the first one is there again, and the second one once
    auto expected = before;
    expected["c5"] += 9;
    QVERIFY(world.server.rowsOf(kFood) == expected);
    QVERIFY(world.store.rowsOf(kFood) == expected);
    QCOMPARE(world.server.effects(), 2);
  }

  void shouldFindIt_whenNothingWaitsAndOthersHaveTakenTheNumbers() {
    World world(Fault::None, 0);
    (void)world.run();
    const ScriptedServer snapshot = world.server;
    world.store.act(kFood, "c1");
    (void)world.run();
    world.server.putBack(snapshot);
    world.server.touch(kFood, "c1"); // its seq, and its version
    (void)world.run();
    QCOMPARE(world.server.effects(), 1);
    QCOMPARE(world.server.rowsOf(kFood).at("c1"), std::int64_t(3));
    QVERIFY(world.store.rowsOf(kFood) == world.server.rowsOf(kFood));
  }
};

QTEST_APPLESS_MAIN(EngineFaultTest)
#include "enginefaulttest.moc"
