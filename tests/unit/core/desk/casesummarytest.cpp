// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/casesummary.h"

#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using core::RowFlag;

class CaseSummaryTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] core::CaseSummary summary(const core::CaseRecord& record) const {
    return core::CaseSummarizer(m_world.holidays, core::dayInJapan(m_world.now))
        .summarize(record.state, &m_world.procedure);
  }

  tests::CaseWorld m_world;

private Q_SLOTS:
  void shouldSayWhereACaseStands() {
    auto row = summary(m_world.registered()).row;
    QVERIFY(core::has(row.flags, RowFlag::Open));
    QVERIFY(core::has(row.flags, RowFlag::Undecided));
    QVERIFY(core::has(row.flags, RowFlag::Unassigned));
    row = summary(m_world.taken()).row;
    QVERIFY(!core::has(row.flags, RowFlag::Unassigned));
    QCOMPARE(row.holder, core::UserId("clerk1"));
    row = summary(m_world.decided()).row;
    QVERIFY(!core::has(row.flags, RowFlag::Undecided));
    QCOMPARE(row.outcome, std::optional(core::Outcome::Granted));
    row = summary(m_world.closed()).row;
    QVERIFY(!core::has(row.flags, RowFlag::Open));
    QVERIFY(row.closedOn.has_value());
  }

  void shouldNameTheRanksThatAreWaitedFor() {
    const auto submitted = summary(m_world.submitted());
    QCOMPARE(submitted.openRanks, core::rankBit("chief") | core::rankBit("legal"));
    QVERIFY(submitted.actedBy.empty());
    QCOMPARE(submitted.row.author, core::UserId("clerk1"));
    QCOMPARE(summary(m_world.decided()).actedBy.size(), std::size_t(3));
    QCOMPARE(core::rankBit("nobody"), 0U);
  }

  void shouldTellAReturnedCase() {
    auto record = m_world.submitted();
    QVERIFY(!m_world.run(record, "super", core::ReturnForRevision{1, "理由が足りない"}));
    QVERIFY(core::has(summary(record).row.flags, RowFlag::Returned));
  }

  void shouldSortNumbersByTheirValue() {
    auto ninth = m_world.registered();
    ninth.state.number = "令8東第9号";
    auto tenth = ninth;
    tenth.state.number = "令8東第10号";
    QVERIFY(summary(ninth).numberKey < summary(tenth).numberKey);
  }

  void shouldComputeTheDueDayOnce_forCasesOfOneDay() {
    core::CaseSummarizer summarizer(m_world.holidays, core::dayInJapan(m_world.now));
    const auto first = summarizer.summarize(m_world.registered().state, &m_world.procedure).row.dueOn;
    QVERIFY(first.has_value());
    QVERIFY(summarizer.summarize(m_world.taken().state, &m_world.procedure).row.dueOn == first);
    QVERIFY(!summarizer.summarize(m_world.taken().state, nullptr).row.dueOn.has_value());
  }

  void shouldStopTheClock_onlyWhileTheCaseIsNotLate() {
    auto record = m_world.taken();
    record.state.status = core::Status::AwaitingCorrection;
    record.state.rounds = {{{}, core::dayInJapan(m_world.now), core::makeDate(2026, 6, 20), {}, {}}};
    QVERIFY(core::has(summary(record).row.flags, RowFlag::ClockStopped));
    record.state.arrivedOn = core::makeDate(2026, 4, 1); // was late before the question was asked
    QVERIFY(!core::has(summary(record).row.flags, RowFlag::ClockStopped));
    QVERIFY(*summary(record).row.dueOn < core::dayInJapan(m_world.now));
  }

  void shouldTakeTheDeadlineThatCameWithAnImport() {
    auto record = m_world.registered();
    record.state.fixedDueOn = core::makeDate(2011, 5, 5);
    QVERIFY(summary(record).row.dueOn == record.state.fixedDueOn);
  }
};

QTEST_APPLESS_MAIN(CaseSummaryTest)
#include "casesummarytest.moc"
