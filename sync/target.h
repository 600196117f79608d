// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"
#include "core/sync/outbox.h"

#include <chrono>
#include <string>
#include <string_view>

/// Paths of the requests, percent-encoded (RFC 3986).
namespace madoguchi::sync {

[[nodiscard]] std::string percentEncoded(std::string_view text);
/// Longer ones go as a body (POST), because servers and proxies bound a request's first line.
inline constexpr std::size_t kMaxTargetBytes = 4'000;
/// `confirmed`: what the server has confirmed last, by which it knows its own history; empty: nothing.
[[nodiscard]] std::string commandsTarget(const core::Confirmation& confirmed);
[[nodiscard]] std::string changesTarget(std::chrono::seconds wait, const core::Confirmation& confirmed = {});
[[nodiscard]] std::string changesTarget(const core::Cursor& cursor, std::chrono::seconds wait,
                                        const core::Confirmation& confirmed = {});
[[nodiscard]] std::string snapshotTarget(const core::ScopeName& scope, const core::CaseId& after);
[[nodiscard]] std::string readyMadeTarget();
[[nodiscard]] std::string readyMadeTarget(const std::string& name);
[[nodiscard]] std::string blobTarget(const core::BlobId& blob);

} // namespace madoguchi::sync
