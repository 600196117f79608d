// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk without windows for clientkilltest: works as fast as it can until it is killed, and tells of each
// command once the cache has acknowledged it. killedclient URL FINGERPRINT FOLDER USER DEVICE TOKEN
// work|drain
#include "app/profile/log.h"
#include "tests/prove/baredesk.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

using namespace madoguchi;

namespace {

constexpr int kWork = 2'000;
constexpr int kUnsent = 60;

void tell(const std::string& line) {
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(3);
}

} // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  if (argc != 8) return 2;
  (void)app::startLog(std::string(argv[3]) + "-log");
  const bool works = std::string_view(argv[7]) == "work";
  tests::BareDesk desk({argv[1], argv[2], argv[3], argv[4], argv[5], argv[6]});
  desk.actor.grants = {{core::Role::Clerk, core::OfficeId("east"), std::nullopt, true}};
  desk.newest = 20;
  desk.onAcknowledged = [](const core::CommandId& id) { tell("A " + id.value + "\n"); };
  desk.open(works);
  QTimer timer;
  bool looked = false;
  QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
    if (!desk.isOpen()) return;
    if (!std::exchange(looked, true)) {
      const auto wrong = desk.halfApplied();
      tell(wrong.empty() ? "READY\n" : "BAD " + wrong + "\n");
    }
    if (works) {
      // What piles up unsent would leave sync no part in the lives to come.
      if (desk.status().waiting < kUnsent && desk.worked() < kWork) desk.work();
    } else if (desk.isQuiet()) {
      tell("DONE " + std::to_string(desk.outbox().size()) + " " + desk.halfApplied() + "\n");
      ::_exit(0);
    } else if (desk.status().problem && !desk.status().syncing) {
      desk.follow(false);
    }
  });
  timer.start(works ? 3 : 100);
  return application.exec();
}
