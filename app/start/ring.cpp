// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/ring.h"

#include "app/start/doorbellplace.h"

#include <sys/socket.h>

#include <poll.h>
#include <unistd.h>

namespace madoguchi::app {

namespace {

constexpr int kAnswerMillis = 5'000;
constexpr int kLeaveMillis = 30'000; ///< it finishes what its user has done

/// Up to the end of a line, or what there is when the other one ends or says nothing more.
std::string heard(int door, int millis) {
  std::string said;
  char byte = 0;
  pollfd waiting{door, POLLIN, 0};
  while (poll(&waiting, 1, millis) > 0 && read(door, &byte, 1) == 1 && byte != '\n')
    said += byte;
  return said;
}

bool says(int door, const std::string& line) {
  return send(door, line.data(), line.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(line.size());
}

} // namespace

bool ring(const std::string& profile, const char* what, const std::string& token) {
  const auto address = doorbellOf(profile);
  if (!address) return false;
  const int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto* at = reinterpret_cast<const sockaddr*>(&*address);
  bool isHere = false;
  if (connect(door, at, sizeof *address) == 0 &&
      says(door, what + (' ' + displayOfSession()) + ' ' + token + '\n')) {
    const std::string answer = heard(door, kAnswerMillis);
    isHere = answer == kHere;
    // Its profile is free when it has gone.
    if (answer == kLeaving) heard(door, kLeaveMillis);
  }
  close(door);
  return isHere;
}

} // namespace madoguchi::app
