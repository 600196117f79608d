// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/period.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using core::FirstDay;
using core::LastDay;
using core::makeDate;
using core::PeriodUnit;

namespace {

core::HolidayTable shipped() {
  return core::HolidayTable::parse(tests::readFile(tests::resourcesFolder() + "/calendar/holidays-jp.json"))
      .value();
}

} // namespace

class PeriodTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldEndAsTheCivilCodeSays_data() {
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("last");
    QTest::addColumn<bool>("endOfMonth");
    const auto row = [](const char* name, const char* event, int count, PeriodUnit unit, const char* last,
                        bool endOfMonth = false) {
      QTest::newRow(name) << QString::fromLatin1(event) << count << static_cast<int>(unit)
                          << QString::fromLatin1(last) << endOfMonth;
    };
    row("first day not counted", "2026-04-01", 10, PeriodUnit::Days, "2026-04-11");
    row("one day", "2026-04-01", 1, PeriodUnit::Days, "2026-04-02");
    row("weeks", "2026-04-01", 2, PeriodUnit::Weeks, "2026-04-15");
    row("matching day", "2026-04-10", 1, PeriodUnit::Months, "2026-05-10");
    row("from the first of a month", "2026-01-31", 1, PeriodUnit::Months, "2026-02-28");
    row("no matching day", "2026-01-30", 1, PeriodUnit::Months, "2026-02-28", true);
    row("30 matches in no February", "2026-01-29", 1, PeriodUnit::Months, "2026-02-28", true);
    row("29 matches in a leap year", "2024-01-28", 1, PeriodUnit::Months, "2024-02-28");
    row("three months", "2026-11-29", 3, PeriodUnit::Months, "2027-02-28", true);
    row("one year", "2026-04-01", 1, PeriodUnit::Years, "2027-04-01");
    row("from leap day", "2024-02-28", 1, PeriodUnit::Years, "2025-02-28", true);
    row("over the year", "2025-12-15", 2, PeriodUnit::Months, "2026-02-15");
  }
  void shouldEndAsTheCivilCodeSays() {
    QFETCH(QString, event);
    QFETCH(int, count);
    QFETCH(int, unit);
    QFETCH(QString, last);
    QFETCH(bool, endOfMonth);
    const auto end = core::endOfPeriod(*core::parseDate(event.toStdString()),
                                       {count, static_cast<PeriodUnit>(unit)}, FirstDay::NotCounted);
    QVERIFY(end.has_value());
    QCOMPARE(core::toText(end->lastDay), last.toStdString());
    QCOMPARE(end->endOfMonth, endOfMonth);
    QVERIFY(end->fallsOn == end->lastDay && !end->moved);
  }

  void shouldCountTheFirstDay_whenItBeginsAtMidnight() {
    const auto end = core::endOfPeriod(makeDate(2026, 4, 1), {1, PeriodUnit::Months}, FirstDay::Counted);
    QCOMPARE(end->lastDay, makeDate(2026, 4, 30));
    QCOMPARE(end->countedFrom, makeDate(2026, 4, 1));
  }

  void shouldMoveALastDayOnAnOfficeHoliday() {
    const auto holidays = shipped();
    // 2026-05-03 is a Sunday and Constitution Day; 4 to 6 May are holidays too
    const auto moved = core::endOfPeriod(makeDate(2026, 4, 23), {10, PeriodUnit::Days}, FirstDay::NotCounted,
                                         LastDay::MovesToOfficeDay, holidays);
    QCOMPARE(moved->fallsOn, makeDate(2026, 5, 3));
    QCOMPARE(moved->lastDay, makeDate(2026, 5, 7));
    QCOMPARE(moved->moved->nameJa, std::string("憲法記念日"));
    const auto stays = core::endOfPeriod(makeDate(2026, 4, 23), {10, PeriodUnit::Days}, FirstDay::NotCounted,
                                         LastDay::AsItFalls, holidays);
    QCOMPARE(stays->lastDay, makeDate(2026, 5, 3));
    const auto open = core::endOfPeriod(makeDate(2026, 4, 27), {10, PeriodUnit::Days}, FirstDay::NotCounted,
                                        LastDay::MovesToOfficeDay, holidays);
    QVERIFY(open->lastDay == makeDate(2026, 5, 7) && !open->moved);
  }

  void shouldSayThatItCannotCompute_whenTheTableEnded() {
    const auto holidays = shipped();
    const auto end = core::endOfPeriod(makeDate(2027, 6, 1), {1, PeriodUnit::Years}, FirstDay::NotCounted,
                                       LastDay::MovesToOfficeDay, holidays);
    QVERIFY(!end && end.error().code == core::ErrorCode::HolidayTableEnded);
  }

  void shouldRefuseAPeriodOfNothing() {
    for (const int count : {0, -1, 10'001}) {
      const auto end =
          core::endOfPeriod(makeDate(2026, 4, 1), {count, PeriodUnit::Days}, FirstDay::NotCounted);
      QVERIFY(!end && end.error().code == core::ErrorCode::InvalidArgument);
    }
  }
};

QTEST_APPLESS_MAIN(PeriodTest)
#include "periodtest.moc"
