// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/attendance.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;

namespace {

const Instant kNow = *parseInstant("2026-11-20T01:00:00Z");
const UserId kTanaka{"tanaka"};

Date day(int month, int number) {
  return makeDate(2026, month, number);
}

Attendance recorded(const Attendance& before, Date from, Date to, bool away = true) {
  return changed(before, {kTanaka, from, to, away}, UserId("super"), kNow).value();
}

ErrorCode refused(Date from, Date to) {
  return changed({kTanaka, {}}, {kTanaka, from, to, true}, UserId("super"), kNow).error().code;
}

} // namespace

class AttendanceTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKnowWhoIsAway_bothEndsIncluded() {
    const Person tanaka{kTanaka, "田中 由美", {}, "manager", OfficeId("food"), false};
    const auto book = absenceBook({{kTanaka, tanaka}}, {recorded({kTanaka, {}}, day(11, 24), day(11, 26))});
    QVERIFY(absenceOn(book, kTanaka, day(11, 23)) == nullptr);
    QVERIFY(absenceOn(book, kTanaka, day(11, 24)) != nullptr);
    QVERIFY(absenceOn(book, kTanaka, day(11, 26)) != nullptr);
    QVERIFY(absenceOn(book, kTanaka, day(11, 27)) == nullptr);
    QVERIFY(absenceOn(book, UserId("ito"), day(11, 24)) == nullptr);
  }

  void shouldCutOut_whenSomebodyIsThereAfterAll() {
    const Attendance away = recorded({kTanaka, {}}, day(11, 24), day(11, 30));
    const Attendance back = recorded(away, day(11, 26), day(11, 27), false);
    QCOMPARE(back.absences.size(), std::size_t{2});
    QCOMPARE(back.absences[0].to, day(11, 25));
    QCOMPARE(back.absences[1].from, day(11, 28));
    QVERIFY(recorded(back, day(11, 20), day(12, 31), false).absences.empty());
  }

  void shouldBeTheSame_whenRecordedTwice() {
    const Attendance once = recorded({kTanaka, {}}, day(11, 24), day(11, 26));
    QVERIFY(recorded(once, day(11, 24), day(11, 26)) == once);
    // AND what overlaps is taken together, without a day in two of them
    const Attendance longer = recorded(once, day(11, 25), day(11, 28));
    QCOMPARE(longer.absences.size(), std::size_t{2});
    QCOMPARE(longer.absences[0].to, day(11, 24));
    QCOMPARE(longer.absences[1].from, day(11, 25));
  }

  void shouldRefuse_whatIsPastOrTooLong() {
    QCOMPARE(refused(day(11, 19), day(11, 21)), ErrorCode::DateOutOfBounds);
    QCOMPARE(refused(day(11, 24), day(11, 23)), ErrorCode::DateOutOfBounds);
    QCOMPARE(refused(day(11, 24), day(11, 24) + std::chrono::days(400)), ErrorCode::DateOutOfBounds);
  }

  void shouldBeRecorded_byThePersonASupervisorOrAnAdministrator() {
    const OfficeTree offices({{OfficeId("bureau"), {}, "局", {}, {}},
                              {OfficeId("food"), OfficeId("bureau"), "食品", {}, {}},
                              {OfficeId("road"), OfficeId("bureau"), "道路", {}, {}}});
    const Person tanaka{kTanaka, "田中 由美", {}, "manager", OfficeId("food"), false};
    const auto with = [](const char* id, Role role, const char* office) {
      return Actor{UserId(id), "staff", {Grant{role, OfficeId(office), std::nullopt, false}}};
    };
    QVERIFY(mayRecordAbsence(with("tanaka", Role::Approver, "food"), tanaka, offices));
    QVERIFY(mayRecordAbsence(with("ono", Role::Supervisor, "bureau"), tanaka, offices));
    QVERIFY(mayRecordAbsence(with("it", Role::Administrator, "food"), tanaka, offices));
    QVERIFY(!mayRecordAbsence(with("ono", Role::Supervisor, "road"), tanaka, offices));
    QVERIFY(!mayRecordAbsence(with("sato", Role::Clerk, "food"), tanaka, offices));
  }
};

QTEST_APPLESS_MAIN(AttendanceTest)
#include "attendancetest.moc"
