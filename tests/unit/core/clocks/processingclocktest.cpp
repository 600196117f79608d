// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clocks/processingclock.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace madoguchi;
using core::ClockTerm;
using core::makeDate;
using core::Stop;
using core::StopReason;

namespace {

core::HolidayTable shipped() {
  return core::HolidayTable::parse(tests::readFile(tests::resourcesFolder() + "/calendar/holidays-jp.json"))
      .value();
}

core::ClockRule rule(int days, bool excludeHolidays = true) {
  core::ClockRule rule;
  rule.days = days;
  rule.excludeOfficeHolidays = excludeHolidays;
  rule.excludedStops = {StopReason::Correction, StopReason::FeeWait};
  rule.article = "行政手続法第6条";
  return rule;
}

/// Walks every day and asks every wait: slow, and too simple to be wrong in the same way.
struct Oracle {
  const core::ClockRule& rule;
  const std::vector<Stop>& stops;
  const core::HolidayTable& holidays;
  core::Date today;

  bool isStopped(core::Date day) const {
    return std::any_of(stops.begin(), stops.end(), [&](const Stop& stop) {
      const bool taken = std::count(rule.excludedStops.begin(), rule.excludedStops.end(), stop.reason) > 0;
      return taken && stop.from <= today && day > stop.from && day <= stop.to.value_or(today);
    });
  }
  bool counts(core::Date day) const {
    return !isStopped(day) && !(rule.excludeOfficeHolidays && *holidays.isOfficeHoliday(day));
  }
  core::Date due(core::Date arrivedOn) const {
    core::Date day = rule.arrivalDayCounted ? arrivedOn - std::chrono::days{1} : arrivedOn;
    for (int counted = 0; counted < rule.days;) {
      day += std::chrono::days{1};
      if (counts(day)) ++counted;
    }
    return day;
  }
};

} // namespace

class ProcessingClockTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldCountAsSaitamaPublishes() {
    // GIVEN 10 days and an application on a Monday, two weekends on the way
    const auto clock =
        core::computeProcessingClock(rule(10), makeDate(2026, 6, 1), {}, shipped(), makeDate(2026, 6, 3));
    // THEN the last day is 14 days later
    QCOMPARE(clock->dueOn, makeDate(2026, 6, 15));
    QCOMPARE(clock->daysUsed, 2);
    QCOMPARE(clock->daysLeft, 8);
    QCOMPARE(clock->overdueDays, 0);
    QVERIFY(!clock->stopped);
  }

  void shouldOpenIntoItsSum() {
    // GIVEN 5 days over Golden Week, and a correction asked for on 27 April and answered on 30 April
    const std::vector<Stop> stops{{StopReason::Correction, makeDate(2026, 4, 27), makeDate(2026, 4, 30)}};
    const auto clock =
        core::computeProcessingClock(rule(5), makeDate(2026, 4, 24), stops, shipped(), makeDate(2026, 5, 1));
    // THEN 27 April, 1, 7, 8 and 11 May count
    QCOMPARE(clock->dueOn, makeDate(2026, 5, 11));
    std::vector<std::tuple<ClockTerm::Kind, std::string, std::string, int>> lines;
    for (const auto& term : clock->terms)
      lines.emplace_back(term.kind, core::toText(term.from), core::toText(term.to), term.days);
    using Kind = ClockTerm::Kind;
    const decltype(lines) expected{
        {Kind::Start, "2026-04-24", "2026-04-24", 5},   {Kind::Holiday, "2026-04-25", "2026-04-26", 2},
        {Kind::Stop, "2026-04-27", "2026-04-30", 3},    {Kind::Holiday, "2026-05-02", "2026-05-02", 1},
        {Kind::Holiday, "2026-05-03", "2026-05-03", 1}, {Kind::Holiday, "2026-05-04", "2026-05-04", 1},
        {Kind::Holiday, "2026-05-05", "2026-05-05", 1}, {Kind::Holiday, "2026-05-06", "2026-05-06", 1},
        {Kind::Holiday, "2026-05-09", "2026-05-10", 2}, {Kind::End, "2026-05-11", "2026-05-11", 0},
    };
    QVERIFY(lines == expected);
    QCOMPARE(clock->terms.front().article, std::string("行政手続法第6条"));
    QCOMPARE(clock->terms[1].holiday->nameJa, std::string("土曜日・日曜日"));
    QCOMPARE(clock->terms[4].holiday->nameEn, std::string("Constitution Memorial Day"));
    QVERIFY(clock->terms[2].stop == StopReason::Correction && !clock->terms[2].open);
  }

  void shouldStandStill_whileAWaitLasts() {
    const std::vector<Stop> stops{{StopReason::FeeWait, makeDate(2026, 6, 2), std::nullopt}};
    const auto first = core::computeProcessingClock(rule(10, false), makeDate(2026, 6, 1), stops, shipped(),
                                                    makeDate(2026, 6, 2));
    const auto later = core::computeProcessingClock(rule(10, false), makeDate(2026, 6, 1), stops, shipped(),
                                                    makeDate(2026, 6, 9));
    QVERIFY(first->stopped && later->stopped);
    QCOMPARE(first->dueOn, makeDate(2026, 6, 11));
    QCOMPARE(later->dueOn, makeDate(2026, 6, 18));
    QCOMPARE(first->daysLeft, 9);
    QCOMPARE(later->daysLeft, 9);
    QVERIFY(later->terms[1].open && later->terms[1].to == makeDate(2026, 6, 9));
  }

  void shouldShowApart_whatTheRuleDoesNotTakeOut() {
    const std::vector<Stop> stops{{StopReason::Intermediary, makeDate(2026, 6, 2), makeDate(2026, 6, 5)},
                                  {StopReason::Intermediary, makeDate(2026, 6, 4), makeDate(2026, 6, 6)}};
    const auto clock = core::computeProcessingClock(rule(10, false), makeDate(2026, 6, 1), stops, shipped(),
                                                    makeDate(2026, 6, 8));
    QCOMPARE(clock->dueOn, makeDate(2026, 6, 11));
    QCOMPARE(clock->intermediaryDays, 4);
    QVERIFY(clock->terms[1].kind == ClockTerm::Kind::Running && clock->terms[1].days == 0);
    QVERIFY(!clock->stopped);
  }

  void shouldTakeOverlappingWaitsOutOnce() {
    const std::vector<Stop> stops{{StopReason::Correction, makeDate(2026, 6, 2), makeDate(2026, 6, 10)},
                                  {StopReason::FeeWait, makeDate(2026, 6, 4), makeDate(2026, 6, 12)},
                                  {StopReason::FeeWait, makeDate(2026, 6, 5), makeDate(2026, 6, 6)}};
    const auto clock = core::computeProcessingClock(rule(10, false), makeDate(2026, 6, 1), stops, shipped(),
                                                    makeDate(2026, 6, 15));
    QCOMPARE(clock->dueOn, makeDate(2026, 6, 21));
    QCOMPARE(clock->terms[1].days, 8);
    QCOMPARE(clock->terms[2].days, 2);
    QCOMPARE(clock->terms[3].days, 0);
  }

  void shouldSayHowLate_withoutHolidaysOfLater() {
    // GIVEN a due day inside the table, and a day of computation past its end
    const auto clock =
        core::computeProcessingClock(rule(3), makeDate(2027, 12, 20), {}, shipped(), makeDate(2028, 2, 1));
    QCOMPARE(clock->dueOn, makeDate(2027, 12, 23));
    QCOMPARE(clock->overdueDays, 40);
    QCOMPARE(clock->daysLeft, 0);
  }

  void shouldNotGuess_whenTheTableEnded() {
    const auto clock =
        core::computeProcessingClock(rule(30), makeDate(2027, 12, 20), {}, shipped(), makeDate(2027, 12, 21));
    QVERIFY(!clock && clock.error().code == core::ErrorCode::HolidayTableEnded);
    // calendar days need no table
    QVERIFY(core::computeProcessingClock(rule(30, false), makeDate(2027, 12, 20), {}, shipped(),
                                         makeDate(2027, 12, 21)));
  }

  void shouldRefuseWhatMakesNoSense() {
    const auto holidays = shipped();
    const auto day = makeDate(2026, 6, 1);
    const auto code = [](const auto& result) { return result.error().code; };
    QVERIFY(code(core::computeProcessingClock(rule(0), day, {}, holidays, day)) ==
            core::ErrorCode::InvalidArgument);
    QVERIFY(code(core::computeProcessingClock(rule(5), day, {}, holidays, day - std::chrono::days{1})) ==
            core::ErrorCode::InvalidArgument);
    const std::vector<Stop> backwards{{StopReason::FeeWait, day, day - std::chrono::days{1}}};
    QVERIFY(code(core::computeProcessingClock(rule(5), day, backwards, holidays, day)) ==
            core::ErrorCode::InvalidArgument);
  }

  void shouldAgreeWithAWalkDayByDay() {
    const auto holidays = shipped();
    std::mt19937 random(20260401); // NOLINT: the same cases each time
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    for (int round = 0; round < 20'000; ++round) {
      core::ClockRule clockRule = rule(pick(1, 60), pick(0, 1) == 0);
      clockRule.arrivalDayCounted = pick(0, 3) == 0;
      const core::Date arrivedOn = makeDate(2019, 1, 1) + std::chrono::days{pick(0, 7 * 365)};
      const core::Date today = arrivedOn + std::chrono::days{pick(0, 120)};
      std::vector<Stop> stops;
      for (int i = pick(0, 4); i > 0; --i) {
        const core::Date from = arrivedOn + std::chrono::days{pick(-5, 60)};
        const std::optional<core::Date> to =
            pick(0, 3) == 0 ? std::nullopt : std::optional(from + std::chrono::days{pick(0, 30)});
        stops.push_back({static_cast<StopReason>(pick(0, 4)), from, to});
      }
      const Oracle oracle{clockRule, stops, holidays, today};
      const auto clock = core::computeProcessingClock(clockRule, arrivedOn, stops, holidays, today);
      QVERIFY(clock.has_value());
      QCOMPARE(core::toText(clock->dueOn), core::toText(oracle.due(arrivedOn)));
      QCOMPARE(arrivedOn + std::chrono::days{core::addedDays(clock->terms)}, clock->dueOn);
      int used = 0;
      const core::Date first = arrivedOn + std::chrono::days{clockRule.arrivalDayCounted ? 0 : 1};
      for (core::Date day = first; day <= std::min(today, clock->dueOn); day += std::chrono::days{1})
        used += oracle.counts(day) ? 1 : 0;
      QCOMPARE(clock->daysUsed, used);
      QVERIFY(clock->daysUsed + clock->daysLeft == clockRule.days);
    }
  }
};

QTEST_APPLESS_MAIN(ProcessingClockTest)
#include "processingclocktest.moc"
