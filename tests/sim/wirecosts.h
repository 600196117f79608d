// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// What goes over the line besides bodies and targets, in bytes. Heads are those of the program's transport
/// and of the server, with what TLS adds to a message; cutlinetest holds them against what both really send.
namespace madoguchi::tests::wire {

inline constexpr std::int64_t kRequestHead = 520;
inline constexpr std::int64_t kReplyHead = 330;
/// A sign-in as a whole.
inline constexpr std::int64_t kSignInUp = 700;
inline constexpr std::int64_t kSignInDown = 1'100;
/// TLS 1.3 (RFC 8446) with a chain of two certificates.
inline constexpr std::int64_t kHandshakeUp = 800;
inline constexpr std::int64_t kHandshakeDown = 4'000;
/// Packets: IPv4 and TCP with time stamps; every other one is acknowledged by one the other way.
inline constexpr std::int64_t kSegment = 1'400;
inline constexpr std::int64_t kSegmentHead = 52;

} // namespace madoguchi::tests::wire
