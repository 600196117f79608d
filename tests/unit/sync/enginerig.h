// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/engine.h"

#include <deque>
#include <stdexcept>

namespace madoguchi::tests {

/// Turns the engine by hand: keeps what it asked for until the test answers it. Expecting something that was
/// not asked throws, which fails the test.
class EngineRig {
public:
  EngineRig();

  void step(sync::Event event);
  void start(core::Cursor cursor = {}, bool follow = true);
  /// Started, signed in, nothing to send, the feed drained: a held request is out.
  void startFollowing();

  /// The oldest request without an answer.
  [[nodiscard]] sync::HttpRequest takeRequest();
  /// The same, which must be of that kind.
  [[nodiscard]] sync::HttpRequest takePush();
  [[nodiscard]] sync::HttpRequest takeChanges();
  [[nodiscard]] sync::HttpRequest takeSnapshot();
  template <class Wanted>
  [[nodiscard]] Wanted takeStore() {
    for (auto it = m_storeRequests.begin(); it != m_storeRequests.end(); ++it) {
      if (!std::holds_alternative<Wanted>(*it)) continue;
      Wanted wanted = std::get<Wanted>(std::move(*it));
      m_storeRequests.erase(it);
      return wanted;
    }
    throw std::logic_error("the engine did not ask the store for this");
  }
  template <class Wanted>
  [[nodiscard]] bool hasStore() const {
    return std::any_of(m_storeRequests.begin(), m_storeRequests.end(),
                       [](const auto& action) { return std::holds_alternative<Wanted>(action); });
  }

  void reply(const sync::HttpRequest& request, int status, std::string body = {});
  void replyFeed(const sync::HttpRequest& request, std::vector<core::FeedItem> items);
  void lose(const sync::HttpRequest& request, core::ErrorCode code = core::ErrorCode::Offline);
  /// Answers the push with "applied" for each of its commands.
  void applyAll(const sync::HttpRequest& push);

  /// Answers store requests that bring nothing: no commands, no audit rows.
  void emptyOutbox();
  void emptyAudit();
  /// A page of the feed with the scopes, without rows; the store finds nothing wrong.
  void drainFeed(std::vector<core::ScopeName> scopes = {"global"});

  /// Lets the clock stand at the timer and rings it.
  void ring();

  [[nodiscard]] static core::OutboxEntry entry(std::int64_t deviceSeq, const std::string& caseId);

  core::Instant now{std::chrono::seconds(1'000'000)};
  double random = 0.0;
  std::deque<sync::HttpRequest> requests;
  std::optional<core::Instant> timer;
  std::vector<sync::Status> statuses;
  core::Cursor cursor;

  [[nodiscard]] const sync::Status& status() const { return statuses.back(); }

private:
  sync::Engine m_engine;
  std::vector<sync::Action> m_storeRequests;
};

} // namespace madoguchi::tests
