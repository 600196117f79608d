// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clocks/legalclocks.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using core::ClockTerm;
using core::makeDate;
using core::PeriodUnit;
using core::Remedy;

namespace {

core::HolidayTable shipped() {
  return core::HolidayTable::parse(tests::readFile(tests::resourcesFolder() + "/calendar/holidays-jp.json"))
      .value();
}

core::Date endOf(const std::vector<ClockTerm>& terms) {
  core::Date day = terms.front().from;
  for (const auto& term : terms)
    day += std::chrono::days{term.days};
  return day;
}

} // namespace

class LegalClocksTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldMoveTheCorrectionDay() {
    const auto due = core::correctionDueOn(makeDate(2026, 4, 25), {14, PeriodUnit::Days}, shipped());
    QCOMPARE(due->lastDay, makeDate(2026, 5, 11)); // 9 May is a Saturday
    QCOMPARE(due->terms.size(), std::size_t{3});
    QVERIFY(due->terms[1].kind == ClockTerm::Kind::Moved);
    QCOMPARE(due->terms[1].days, 2);
    QCOMPARE(due->terms[1].holiday->nameJa, std::string("土曜日"));
    QCOMPARE(endOf(due->terms), due->lastDay);
    QVERIFY(!due->terms[0].article.empty() && !due->terms[1].articleEn.empty());
  }

  void shouldNameTheRule_whenAMonthIsShort() {
    const auto due = core::correctionDueOn(makeDate(2025, 1, 30), {1, PeriodUnit::Months}, shipped());
    QCOMPARE(due->lastDay, makeDate(2025, 2, 28));
    QVERIFY(due->terms[1].kind == ClockTerm::Kind::MonthEnd);
    QCOMPARE(endOf(due->terms), due->lastDay);
  }

  void shouldCountBothPeriodsOfAReview() {
    // GIVEN a refusal of 10 June 2025 that the applicant learned of on 12 June
    const auto periods =
        core::remedyPeriods(Remedy::Review, makeDate(2025, 6, 10), makeDate(2025, 6, 12), shipped());
    // THEN three months end on 12 September, one year on 10 June
    QCOMPARE((*periods->fromKnowledge)->lastDay, makeDate(2025, 9, 12));
    QCOMPARE(periods->fromAct->lastDay, makeDate(2026, 6, 10));
    QCOMPARE(*periods->lastDay(), makeDate(2025, 9, 12));
    QCOMPARE((*periods->fromKnowledge)->terms.front().article, std::string("行政不服審査法第18条第1項"));
  }

  void shouldCountSixMonthsForASuit() {
    const auto periods =
        core::remedyPeriods(Remedy::Suit, makeDate(2025, 6, 30), makeDate(2025, 7, 3), shipped());
    QCOMPARE((*periods->fromKnowledge)->lastDay, makeDate(2026, 1, 5)); // 3 January moves
    QCOMPARE(periods->fromAct->lastDay, makeDate(2026, 6, 30));
  }

  void shouldCountOneMonthForAReReview() {
    const auto periods =
        core::remedyPeriods(Remedy::ReReview, makeDate(2025, 6, 10), makeDate(2025, 6, 12), shipped());
    QCOMPARE((*periods->fromKnowledge)->lastDay, makeDate(2025, 7, 14)); // 12 July is a Saturday
  }

  void shouldFailOnlyThePeriodThatCannotBeComputed() {
    const auto periods =
        core::remedyPeriods(Remedy::Review, makeDate(2027, 6, 1), makeDate(2027, 6, 2), shipped());
    QVERIFY(periods.has_value());
    QCOMPARE((*periods->fromKnowledge)->lastDay, makeDate(2027, 9, 2));
    QVERIFY(!periods->fromAct);
    QVERIFY(periods->fromAct.error().code == core::ErrorCode::HolidayTableEnded);
    QVERIFY(!periods->lastDay());
  }

  void shouldKnowOnlyTheActPeriod_whenNobodyLearnedOfIt() {
    const auto periods = core::remedyPeriods(Remedy::Review, makeDate(2025, 6, 10), std::nullopt, shipped());
    QVERIFY(!periods->fromKnowledge);
    QCOMPARE(*periods->lastDay(), makeDate(2026, 6, 10));
  }

  void shouldRefuse_whenNoVersionOfTheLawIsKnown() {
    QVERIFY(core::remedyLaw(Remedy::Review, makeDate(2016, 4, 1)).has_value());
    QVERIFY(core::remedyLaw(Remedy::Review, makeDate(2016, 3, 31)).error().code ==
            core::ErrorCode::DateOutOfBounds);
    QVERIFY(core::remedyLaw(Remedy::Suit, makeDate(2005, 4, 1)).has_value());
    QVERIFY(core::remedyPeriods(Remedy::Suit, makeDate(2025, 6, 10), makeDate(2025, 6, 9), shipped())
                .error()
                .code == core::ErrorCode::InvalidArgument);
  }

  void shouldNameReasonsBothWays() {
    for (int i = 0; i < 5; ++i) {
      const auto reason = static_cast<core::StopReason>(i);
      QVERIFY(core::stopReasonFrom(core::toText(reason)) == reason);
    }
    QVERIFY(!core::stopReasonFrom("lunch"));
  }
};

QTEST_APPLESS_MAIN(LegalClocksTest)
#include "legalclockstest.moc"
