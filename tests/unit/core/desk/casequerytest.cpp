// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/casequery.h"

#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using core::Queue;
using core::RowFlag;

class CaseQueryTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] core::CaseQuery query(Queue queue, const std::string& who) const {
    return core::queryFor(queue, m_world.person(who), m_world.offices, core::makeDate(2026, 6, 1));
  }
  static QStringList officesOf(const core::CaseQuery& query) {
    QStringList offices;
    for (const auto& reach : query.within)
      offices.append(QString::fromStdString(reach.office.value));
    offices.sort();
    return offices;
  }

  tests::CaseWorld m_world;

private Q_SLOTS:
  void shouldReachTheOfficeAndAllBelowIt() {
    QCOMPARE(officesOf(query(Queue::Office, "clerk1")), QStringList{QStringLiteral("east")});
    QCOMPARE(officesOf(query(Queue::Office, "auditor")),
             (QStringList{QStringLiteral("bureau"), QStringLiteral("east"), QStringLiteral("west")}));
  }

  void shouldReachNothing_byBeingAnAdministrator() { QVERIFY(query(Queue::Office, "admin").within.empty()); }

  void shouldAskForWhatTheRankDecides() {
    const auto asked = query(Queue::ToDecide, "manager");
    QCOMPARE(asked.decidesAs, std::string("manager"));
    QCOMPARE(asked.decider, core::UserId("manager"));
    QCOMPARE(officesOf(asked), QStringList{QStringLiteral("east")});
  }

  void shouldPartDueSoonFromOverdue_atToday() {
    const auto soon = query(Queue::DueSoon, "clerk1");
    QCOMPARE(core::toText(*soon.dueFrom), std::string("2026-06-01"));
    QCOMPARE(core::toText(*soon.dueUntil), std::string("2026-06-07"));
    const auto late = query(Queue::Overdue, "clerk1");
    QVERIFY(!late.dueFrom);
    QCOMPARE(core::toText(*late.dueUntil), std::string("2026-05-31"));
    QVERIFY(core::has(late.noneOf, RowFlag::ClockStopped));
  }

  void shouldAskForMineAlone() {
    QCOMPARE(query(Queue::MyCases, "clerk1").holder, std::optional(core::UserId("clerk1")));
    QVERIFY(query(Queue::MyCases, "clerk1").within.empty()); // also where a case has wandered
  }
};

QTEST_APPLESS_MAIN(CaseQueryTest)
#include "casequerytest.moc"
