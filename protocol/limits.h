// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace madoguchi::protocol {

inline constexpr int kProtocol = 1; ///< served with its predecessor
inline constexpr int kSchema = 1;   ///< shape of the synced rows
inline constexpr std::size_t kMaxCommandsPerRun = 500;
inline constexpr std::size_t kMaxCommandBytes = 256 * 1024;     ///< one payload
inline constexpr std::size_t kMaxRunBytes = 1024 * 1024;        ///< one POST /v1/commands, decompressed
inline constexpr std::size_t kMaxBodyBytes = 8UL * 1024 * 1024; ///< any other request body but a blob chunk
inline constexpr std::size_t kMaxBlobBytes = 200UL * 1024 * 1024;
inline constexpr std::size_t kBlobChunkBytes = 1024 * 1024;
inline constexpr std::size_t kMaxLineBytes = 16UL * 1024 * 1024; ///< one line of a feed
inline constexpr std::size_t kMaxJsonDepth = 64;
inline constexpr std::size_t kFeedPageRows = 2'000;
inline constexpr std::size_t kSnapshotPageRows = 5'000;
inline constexpr std::chrono::seconds kMaxWait{25}; ///< of a held request

} // namespace madoguchi::protocol
