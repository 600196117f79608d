// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using madoguchi::sync::Backoff;

class BackoffTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldDoubleUpToTheLongest_whenItFailsOn() {
    Backoff backoff;
    std::chrono::milliseconds expected = Backoff::kFirst;
    for (int i = 0; i < 100; ++i) {
      QCOMPARE(backoff.next(0.0).count(), expected.count());
      expected = std::min(expected * 2, Backoff::kLongest);
    }
  }

  void shouldTakeOffAtMostHalf_whateverTheRandomness() {
    for (const double random : {0.0, 0.3, 0.999, 1.0, -5.0, 7.0}) {
      Backoff backoff;
      const auto wait = backoff.next(random);
      QVERIFY(wait >= Backoff::kFirst / 2 && wait <= Backoff::kFirst);
    }
  }

  void shouldBeginAgain_afterReset() {
    Backoff backoff;
    (void)backoff.next(0.0);
    (void)backoff.next(0.0);
    backoff.reset();
    QCOMPARE(backoff.next(0.0).count(), Backoff::kFirst.count());
  }
};

QTEST_APPLESS_MAIN(BackoffTest)
#include "backofftest.moc"
