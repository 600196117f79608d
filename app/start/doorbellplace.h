// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/socket.h>
#include <sys/un.h>

#include <optional>
#include <string>

namespace madoguchi::app {

/// What is said at the door, a line each way. To a desk: the word, the display of who rings, and the
/// desktop's activation token (which lets it come to the front), with a space between them. Open it; or see
/// that it is ready, and no more.
constexpr const char* kOpen = "open";
constexpr const char* kBeReady = "ready";
/// From a program without windows, which needs the profile: make room if nobody sees you.
constexpr const char* kMakeRoom = "room";
/// From it: done; or it is seen on another display; or it makes room, and the connection ends with it.
constexpr const char* kHere = "here";
constexpr const char* kElsewhere = "elsewhere";
constexpr const char* kLeaving = "leaving";

/// Where windows of this process would be seen: one user may have several sessions.
[[nodiscard]] std::string displayOfSession();

/// Where a profile is that no option names (XDG Base Directory specification).
[[nodiscard]] std::string usualProfile();

/// Where the running desk of a profile hears that it is wanted: a socket in the session's runtime folder,
/// which is its user's alone. Nothing where the session has none, where the profile is not there yet, or
/// where the path is longer than a socket's may be (unix(7): 108 bytes).
[[nodiscard]] std::optional<sockaddr_un> doorbellOf(const std::string& profile);

} // namespace madoguchi::app
