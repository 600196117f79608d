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
    QVERIFY(bell.wait({{{"a", 5}, {"b", 1}}, {}}, [&] { ++woken; }) != 0);
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
    QCOMPARE(bell.wait({{{"a", 5}}, {}}, [&] { ++woken; }), CommitBell::Ticket(0));
    QVERIFY(bell.wait({{{"a", 6}}, {}}, [&] { ++woken; }) != 0);
    QCOMPARE(woken, 0);
  }

  void shouldNotWake_whenCancelled() {
    CommitBell bell;
    int woken = 0;
    bell.cancel(bell.wait({{{"a", 0}}, {}}, [&] { ++woken; }));
    bell.ring({{"a", 1}});
    QCOMPARE(woken, 0);
  }

  void shouldWakeAllAndKeepNone_whenClosed() {
    CommitBell bell;
    int woken = 0;
    (void)bell.wait({{{"a", 0}}, {}}, [&] { ++woken; });
    (void)bell.wait({{{"b", 0}}, {}}, [&] { ++woken; });
    bell.close();
    QCOMPARE(woken, 2);
    QCOMPARE(bell.wait({{{"a", 0}}, {}}, [&] { ++woken; }), CommitBell::Ticket(0));
  }
};

QTEST_APPLESS_MAIN(CommitBellTest)
#include "commitbelltest.moc"
