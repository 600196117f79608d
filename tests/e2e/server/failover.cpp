// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Started by failover.sh: two servers on the database of the environment's MADOGUCHI_DATABASE, clerks who
// work without pause, and a command that makes the database's primary fail, again and again.
//   failover ROUNDS COMMAND
#include "tests/e2e/server/balancer.h"
#include "tests/e2e/server/load.h"
#include "tests/e2e/serverprocess.h"
#include "tests/unit/server/serverworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace madoguchi::tests;

namespace {

constexpr int kClerks = 6;
constexpr int kPatienceMillis = 180'000;

/// Looks at the load until more commands have been answered and, where there is one, a deed is done.
class Watch {
public:
  explicit Watch(const Load& load) : m_load(load) {}

  /// False when nobody got on for too long.
  bool until(std::size_t target, const std::atomic<bool>& done) {
    std::size_t last = m_load.answered();
    QElapsedTimer since;
    since.start();
    while (!done || last < target) {
      QThread::msleep(5);
      m_longest = std::max(m_longest, since.elapsed());
      if (since.elapsed() > kPatienceMillis) return false;
      if (m_load.answered() == last) continue;
      last = m_load.answered();
      since.restart();
    }
    return true;
  }
  /// The longest time in which no clerk at all got an answer.
  [[nodiscard]] double longestSeconds() const { return static_cast<double>(m_longest) / 1000; }

private:
  const Load& m_load;
  qint64 m_longest = 0;
};

int fail(const std::string& why) {
  std::fprintf(stderr, "failover: %s\n", why.c_str());
  return 1;
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  if (argc != 3) return fail("usage: failover ROUNDS COMMAND");
  const QString database = qEnvironmentVariable("MADOGUCHI_DATABASE");
  ServerProcess one(database);
  ServerProcess two(database, &one);
  (void)one.run({QStringLiteral("office"), QStringLiteral("add"), QStringLiteral("east")});
  for (int i = 0; i < kClerks; ++i)
    if (!one.run({QStringLiteral("user"), QStringLiteral("add"), QString::fromStdString(Load::loginOf(i)),
                  QStringLiteral("--office"), QStringLiteral("east"), QStringLiteral("--grant"),
                  QStringLiteral("clerk:east")},
                 QString::fromLatin1(kPassword)))
      return fail("no clerk");
  if (!one.start() || !two.start()) return fail("no server");
  const Balancer balancer({one.port(), two.port()});
  Load load(balancer.port(), kClerks);
  load.begin();
  for (int round = 1; round <= std::atoi(argv[1]); ++round) {
    if (!Watch(load).until(load.answered() + 200, true)) return fail("nobody gets on");
    Watch watch(load);
    std::atomic<bool> done = false;
    int status = 0;
    std::thread deed([&] {
      status = std::system(argv[2]);
      done = true;
    });
    const bool carriedOn = watch.until(load.answered() + 50, done);
    deed.join();
    if (status != 0) return fail("the primary did not fail");
    if (!carriedOn || !Watch(load).until(load.answered() + 50, true))
      return fail("nobody gets on afterwards");
    std::printf("fail-over %d: no answer for %.1f s, then all carried on\n", round, watch.longestSeconds());
    std::fflush(stdout);
  }
  if (const std::string wrong = load.end(); !wrong.empty()) return fail(wrong);
  std::printf("%zu commands acknowledged, 0 lost, 0 doubled\n", load.answered());
  if (!one.stop() || !two.stop() || !one.run({QStringLiteral("verify")}))
    return fail("the end was not clean");
  return 0;
}
