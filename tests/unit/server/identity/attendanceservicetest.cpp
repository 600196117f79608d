// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalog.h"
#include "server/identity/attendance.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/apidesk.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::core;
using tests::ApiDesk;
using tests::ServerWorld;

namespace {

int record(ServerWorld& world, const std::string& login, const AttendanceChange& change) {
  ApiDesk desk(world, login);
  return desk.ask("POST", "/v1/attendance", protocol::encode(change)).status;
}

AttendanceChange away(const ServerWorld& world, const std::string& who, int days = 3) {
  const Date today = dayInJapan(world.now);
  return {UserId(who), today, today + std::chrono::days(days), true};
}

} // namespace

class AttendanceServiceTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldLetThePersonASupervisorAndTheAdministratorRecord() {
    ServerWorld world;
    QCOMPARE(record(world, "clerk1", away(world, "clerk1")), 204);
    QCOMPARE(record(world, "super", away(world, "manager")), 204);
    QCOMPARE(record(world, "admin", away(world, "legal")), 204);
    QCOMPARE(record(world, "clerk1", away(world, "manager")), 403);
    QCOMPARE(record(world, "super", away(world, "clerk.west")), 403);
    QCOMPARE(record(world, "auditor", away(world, "manager")), 403);
    const auto all = server::AttendanceService(*world.store, [&] { return world.now; }).list();
    QCOMPARE(all->size(), std::size_t{3});
  }

  void shouldRefuseBadDaysAndStrangers_withTheReason() {
    ServerWorld world;
    AttendanceChange past = away(world, "clerk1");
    past.from -= std::chrono::days(2);
    QCOMPARE(record(world, "clerk1", past), 422);
    QCOMPARE(record(world, "admin", away(world, "nobody")), 422);
    ApiDesk desk(world, "clerk1");
    QCOMPARE(tests::codeOf(desk.ask("POST", "/v1/attendance", protocol::encode(past))),
             std::string("DateOutOfBounds"));
    QCOMPARE(desk.ask("POST", "/v1/attendance", "{").status, 400);
  }

  void shouldReachEveryDesk_asAReference() {
    ServerWorld world;
    const Cursor before = world.cursorOf(world.feed("auditor"));
    QCOMPARE(record(world, "super", away(world, "manager")), 204);
    const auto rows = tests::only<ReferenceRow>(world.feed("auditor", before));
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows.front().entity, std::string("attendance"));
    QCOMPARE(rows.front().key, std::string("manager"));
    // WHEN the person is there after all THEN the row goes
    AttendanceChange back = away(world, "manager");
    back.away = false;
    QCOMPARE(record(world, "manager", back), 204);
    QVERIFY(tests::only<ReferenceRow>(world.feed("auditor", before)).back().document.empty());
  }

  void shouldBeWhatTheRulesAreTold() {
    ServerWorld world;
    const CaseId id = world.submitted();
    const Draft draft = *world.state(id).draft;
    const auto decide = [&] {
      return world.run("chief2", id, world.state(id).version,
                       ApproveForAbsent{draft.version, draft.hash, UserId("manager"), "期限が迫っている"});
    };
    QCOMPARE(decide().code, std::string("AbsenceNotAllowed"));
    QCOMPARE(decide().detail, std::string("only while the decider is away"));
    QCOMPARE(record(world, "manager", away(world, "manager")), 204);
    // Now other limits hold: the stages before the decision are still open.
    QCOMPARE(decide().detail, std::string("only the decision itself is taken for an absent decider"));
    // AND the absence ends by itself
    world.now += std::chrono::days(4);
    QCOMPARE(decide().detail, std::string("only while the decider is away"));
  }
};

QTEST_APPLESS_MAIN(AttendanceServiceTest)
#include "attendanceservicetest.moc"
