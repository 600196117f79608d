// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/start/doorbellplace.h"

#include <QTest>

#include <sys/socket.h>

#include <unistd.h>

namespace madoguchi::tests {

/// Waits until the desk of a profile hears who rings: it listens on a thread, which has to begin.
[[nodiscard]] inline bool listens(const QString& profile, int millis) {
  const auto address = app::doorbellOf(profile.toStdString());
  return address && QTest::qWaitFor(
                        [&] {
                          const int door = ::socket(AF_UNIX, SOCK_STREAM, 0);
                          const auto* at = reinterpret_cast<const sockaddr*>(&*address);
                          const bool isThere = ::connect(door, at, sizeof *address) == 0;
                          ::close(door);
                          return isThere;
                        },
                        millis);
}

} // namespace madoguchi::tests
