// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/commitbell.h"

#include <QtTest>

using namespace madoguchi::server;

class CommitBellTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldWakeOnce_whenAScopePassesWhatWasSeen() {
    CommitBell bell;
    int woken = 0;
    QVERIFY(bell.wait(
                {{{"a", 5}, {"b", 1}}, {}}, [&] { ++woken; }, m_doubt) != 0);
    bell.ring({{"a", 5}, {"c", 9}});
    QCOMPARE(woken, 0);
    bell.ring({{"a", 6}});
    bell.ring({{"b", 7}});
    QCOMPARE(woken, 1);
  }

  void shouldNotKeepAnybody_whenTheCommitCameFirst() {
    CommitBell bell;
    bell.ring({{"a", 6}});
    int woken = 0;
    QCOMPARE(bell.wait(
                 {{{"a", 5}}, {}}, [&] { ++woken; }, m_doubt),
             CommitBell::Ticket(0));
    QVERIFY(bell.wait(
                {{{"a", 6}}, {}}, [&] { ++woken; }, m_doubt) != 0);
    QCOMPARE(woken, 0);
  }

  void shouldNotWake_whenCancelled() {
    CommitBell bell;
    int woken = 0;
    bell.cancel(bell.wait(
        {{{"a", 0}}, {}}, [&] { ++woken; }, m_doubt));
    bell.ring({{"a", 1}});
    QCOMPARE(woken, 0);
  }

  void shouldWakeAllAndKeepNone_whenClosed() {
    CommitBell bell;
    int woken = 0;
    (void)bell.wait(
        {{{"a", 0}}, {}}, [&] { ++woken; }, m_doubt);
    (void)bell.wait(
        {{{"b", 0}}, {}}, [&] { ++woken; }, m_doubt);
    bell.close();
    QCOMPARE(woken, 2);
    QCOMPARE(bell.wait(
                 {{{"a", 0}}, {}}, [&] { ++woken; }, m_doubt),
             CommitBell::Ticket(0));
  }

  void shouldLetSomebodyWait_whenTheHistoryWasPutBack() {
    CommitBell bell;
    bell.ring({{"a", 9}, {"b", 3}});
    int woken = 0;
    const Hold back{{{"a", 7}, {"b", 3}}, {}};
    // WHEN a request has asked again and still sees less than was rung
    QCOMPARE(bell.wait(
                 back, [&] { ++woken; }, m_doubt),
             CommitBell::Ticket(0));
    // (what is rung in between is news)
    bell.ring({{"a", 10}});
    QCOMPARE(bell.wait(
                 back, [&] { ++woken; }, m_doubt),
             CommitBell::Ticket(0));
    QVERIFY(bell.wait(
                back, [&] { ++woken; }, m_doubt) != 0);
    // THEN it waits, as do all that come after it, for the next commit of the history that holds now
    CommitBell::Doubt none;
    QVERIFY(bell.wait(
                back, [&] { ++woken; }, none) != 0);
    bell.ring({{"a", 8}});
    QCOMPARE(woken, 2);
  }

private:
  CommitBell::Doubt m_doubt;
};

QTEST_APPLESS_MAIN(CommitBellTest)
#include "commitbelltest.moc"
