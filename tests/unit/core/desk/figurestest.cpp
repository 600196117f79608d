// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/figures.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;

namespace {

constexpr std::chrono::hours kNine{9}; // a Japanese day begins at 15:00 UTC of the day before

Event on(Date day, EventBody body) {
  Event event;
  event.at = Instant(day) + std::chrono::hours(3);
  event.body = std::move(body);
  return event;
}

} // namespace

class FiguresTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldCountTheDaysOfEachStep() {
    const Date first = makeDate(2026, 6, 1);
    const auto days = [first](int count) { return first + std::chrono::days(count); };
    const auto steps = daysInSteps({
        on(days(0), CaseArrived{}),
        on(days(1), CaseRegistered{}),
        on(days(1), CaseAssigned{}), // changes no status
        on(days(4), ExaminationStarted{}),
        on(days(9), CaseWithdrawn{}),
        on(days(30), NoteAdded{}),
    });
    QCOMPARE(steps.size(), std::size_t{3});
    QCOMPARE(steps.at(Status::Arrived), 1);
    QCOMPARE(steps.at(Status::Registered), 3);
    QCOMPARE(steps.at(Status::Examining), 5);
    QVERIFY(daysInSteps({}).empty());
  }

  void shouldCountDaysOfJapan() {
    Event late = on(makeDate(2026, 6, 1), CaseArrived{});
    late.at = Instant(makeDate(2026, 6, 1)) + std::chrono::hours(24) - kNine; // midnight in Japan
    const auto steps = daysInSteps(
        {late, on(makeDate(2026, 6, 2), CaseRegistered{}), on(makeDate(2026, 6, 3), CaseWithdrawn{})});
    QCOMPARE(steps.at(Status::Arrived), 0);
    QCOMPARE(steps.at(Status::Registered), 1);
  }

  void shouldTellTheMedianAndNineInTen() {
    std::vector<std::map<Status, int>> cases;
    for (int days = 10; days >= 1; --days)
      cases.push_back({{Status::Examining, days}});
    cases.push_back({{Status::InApproval, 2}});
    const auto figures = stepFigures(cases);
    QCOMPARE(figures.size(), std::size_t{2});
    QVERIFY((figures[0] == StepFigures{Status::Examining, 10, 5, 9}));
    QVERIFY((figures[1] == StepFigures{Status::InApproval, 1, 2, 2}));
    QVERIFY(stepFigures({}).empty());
  }

  void shouldBeginTheWeekOnMonday() {
    QCOMPARE(mondayOf(makeDate(2026, 6, 1)), makeDate(2026, 6, 1));
    QCOMPARE(mondayOf(makeDate(2026, 6, 7)), makeDate(2026, 6, 1));
    QCOMPARE(mondayOf(makeDate(2026, 6, 8)), makeDate(2026, 6, 8));
  }
};

QTEST_APPLESS_MAIN(FiguresTest)
#include "figurestest.moc"
