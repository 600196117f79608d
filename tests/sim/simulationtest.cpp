// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/simtroubles.h"
#include "tests/support/prove.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace madoguchi;

namespace {

struct Outcome {
  std::string wrong; ///< empty: all is well
  std::uint64_t trace = 0;
  std::int64_t steps = 0;
  std::size_t commands = 0;
  int conflicts = 0;
  int anew = 0; ///< desks that found the server put back
};

Outcome live(std::uint64_t seed, const std::string& folder) {
  Outcome outcome;
  try {
    tests::SimWorld world(seed, folder, {"clerk1", "clerk2", "super", "manager2"});
    tests::SimTroubles troubles(world); // what it has begun ends later
    troubles.run();
    if (!world.runToRest()) outcome.wrong = "no rest; ";
    outcome.wrong += world.verdict();
    for (const auto& client : world.clients) {
      outcome.anew += client->anew;
      // Where only others' work was put back, a checkpoint is how one learns of it.
      if (client->mismatches > 0 && !world.wasPutBack())
        outcome.wrong += client->user() + ": a checkpoint did not hold; ";
    }
    outcome.trace = world.trace();
    outcome.steps = world.timeline.steps();
    outcome.commands = world.claims.commands.size();
    outcome.conflicts = world.conflictsShown;
  } catch (const std::exception& exception) {
    outcome.wrong += std::string("exception: ") + exception.what();
  }
  return outcome;
}

std::uint64_t asked(const char* variable) {
  return qEnvironmentVariable(variable).toULongLong();
}

} // namespace

/// T6: simulated worlds, each run to rest. One seed alone: MADOGUCHI_SEED=n simulationtest.
class SimulationTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldLoseAndDoubleNothing_inAnyWorld() {
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const std::uint64_t one = asked("MADOGUCHI_SEED");
    const std::uint64_t first = one != 0 ? one : 1 + asked("MADOGUCHI_SEED_FROM");
    const std::uint64_t last =
        one != 0 ? one : first - 1 + static_cast<std::uint64_t>(tests::count(25, 10'000));
    std::int64_t steps = 0;
    std::size_t commands = 0;
    int conflicts = 0;
    int anew = 0;
    int failed = 0;
    std::uint64_t lived = 0;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
      const Outcome outcome = live(seed, path);
      ++lived;
      anew += outcome.anew;
      steps += outcome.steps;
      commands += outcome.commands;
      conflicts += outcome.conflicts;
      if (outcome.wrong.empty()) continue;
      ++failed;
      std::printf("T6 seed %llu: %s\nagain: MADOGUCHI_SEED=%llu %s\n", static_cast<unsigned long long>(seed),
                  outcome.wrong.c_str(), static_cast<unsigned long long>(seed),
                  qPrintable(QCoreApplication::applicationFilePath()));
      std::fflush(stdout);
      if (failed >= 20) break;
    }
    std::printf(
        "T6: %llu worlds, %lld steps, %zu commands, %d conflicts shown, %d times put back and noticed,"
        " %d failed\n",
        static_cast<unsigned long long>(lived), static_cast<long long>(steps), commands, conflicts, anew,
        failed);
    QCOMPARE(failed, 0);
  }

  void shouldLoseNothing_inAWorldThatOnceDid_data() {
    QTest::addColumn<quint64>("seed");
    QTest::newRow("a late copy of a run, decided in another history") << quint64(1229);
  }
  void shouldLoseNothing_inAWorldThatOnceDid() {
    QFETCH(const quint64, seed);
    QTemporaryDir folder;
    const Outcome outcome = live(seed, folder.path().toStdString());
    QVERIFY(outcome.anew > 0);
    QCOMPARE(outcome.wrong, std::string());
  }

  void shouldLeaveTheSameTrace_twice() {
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(tests::count(4, 200)); ++seed) {
      const Outcome once = live(seed, path);
      const Outcome twice = live(seed, path);
      QVERIFY(once.steps > 0);
      QCOMPARE(twice.wrong, once.wrong);
      QCOMPARE(twice.trace, once.trace);
      QCOMPARE(twice.steps, once.steps);
    }
  }
};

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulationtest.moc"
