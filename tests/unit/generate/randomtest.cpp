// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/random.h"

#include <QtTest>

using namespace madoguchi;
using generate::Random;

class RandomTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldBeTheSameOnEveryMachine() {
    // xoshiro256** with the first four outputs of SplitMix64(0) as its state: the published first output.
    Random random(0);
    QCOMPARE(random.next(), std::uint64_t{11091344671253066420U});
    QCOMPARE(random.next(), std::uint64_t{13793997310169335082U});
  }

  void shouldStayWithinBounds() {
    Random random(1);
    std::array<int, 6> count{};
    for (int i = 0; i < 60'000; ++i)
      ++count[static_cast<std::size_t>(random.between(0, 5))];
    for (const int n : count)
      QVERIFY2(n > 9'500 && n < 10'500, "each of six outcomes within 5 % of its share");
    for (int i = 0; i < 1'000; ++i)
      QVERIFY(random.between(-3, 3) >= -3 && random.below(1) == 0);
  }

  void shouldHaveIndependentStreams() {
    QVERIFY(Random(7, 1).next() == Random(7, 1).next());
    QVERIFY(Random(7, 1).next() != Random(7, 2).next());
    QVERIFY(Random(7, 1).next() != Random(8, 1).next());
    QVERIFY(Random(7, 1).bytes() != Random(8, 1).bytes());
  }
};

QTEST_APPLESS_MAIN(RandomTest)
#include "randomtest.moc"
