// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/action.h"
#include "sync/backoff.h"
#include "sync/verdict.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace madoguchi::sync {

/// What a lane needs of the step that runs.
struct Turn {
  core::Instant now;
  bool maySend = false; ///< running, and signed in
  const std::function<double()>& random;
  const core::Confirmation& confirmed; ///< last, by the server
  RequestNumber& lastRequest;
  std::vector<Action>& actions;

  void act(Action action) { actions.push_back(std::move(action)); }
  /// Numbers the request and sends it.
  RequestNumber send(HttpRequest request) {
    request.request = ++lastRequest;
    const RequestNumber number = request.request;
    act(std::move(request));
    return number;
  }
};

/// What push, pull, audit and blobs have in common: at most one request on its way, and a time before which
/// nothing is tried again. Each waits for itself, so that one that fails stops no other.
class Lane {
public:
  [[nodiscard]] bool awaits(RequestNumber request) const { return m_request == request && request != 0; }
  [[nodiscard]] bool isAsking() const { return m_request != 0; }
  [[nodiscard]] const std::optional<core::Error>& problem() const { return m_problem; }
  [[nodiscard]] std::optional<core::Instant> retryAt() const { return m_retryAt; }

  /// True when the wait is over, or there is none.
  [[nodiscard]] bool mayTry(core::Instant now) const { return !m_retryAt || *m_retryAt <= now; }
  /// Forgets the wait, not how often it failed.
  void hurry() { m_retryAt.reset(); }
  /// Hurries if the failure was one of the network.
  void hurryIfUnreachable() {
    if (m_unreachable) hurry();
  }
  void ask(Turn& turn, HttpRequest request) { m_request = turn.send(std::move(request)); }
  void answered() { m_request = 0; }
  void succeeded() {
    m_backoff.reset();
    m_retryAt.reset();
    m_problem.reset();
    m_unreachable = false;
  }
  void failed(Turn& turn, core::Error error, bool unreachable = false,
              std::optional<std::chrono::seconds> atLeast = {}) {
    constexpr std::chrono::seconds kLongestAsked{600};
    std::chrono::milliseconds wait = m_backoff.next(turn.random());
    if (atLeast) wait = std::max<std::chrono::milliseconds>(wait, std::min(*atLeast, kLongestAsked));
    m_retryAt = turn.now + wait;
    m_problem = std::move(error);
    m_unreachable = unreachable;
  }
  void cancel(Turn& turn) {
    if (m_request != 0) turn.act(CancelRequest{m_request});
    m_request = 0;
  }

private:
  RequestNumber m_request = 0;
  Backoff m_backoff;
  std::optional<core::Instant> m_retryAt;
  std::optional<core::Error> m_problem;
  bool m_unreachable = false;
};

} // namespace madoguchi::sync
