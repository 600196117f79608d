// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/simnetwork.h"

#include <algorithm>

namespace madoguchi::tests {

using std::chrono::milliseconds;

void SimNetwork::later(std::function<void()> what) {
  ++m_onTheWay;
  m_timeline.after(m_timeline.between(1, weather.slowest), [this, what = std::move(what)] {
    --m_onTheWay;
    what();
  });
}

void SimNetwork::send(SimClient& client, sync::HttpRequest request) {
  const Call call{&client, client.life(), std::move(request), false};
  const bool isRefused = !refused.empty() && call.request.target.rfind(refused, 0) == 0;
  if (weather.isDown || isRefused)
    return fail(call, core::ErrorCode::Offline, m_timeline.between(1, 50), tellsRefusals);
  if (m_timeline.chance(weather.doubled)) {
    Call copy = call;
    copy.isCopy = true;
    // Sometimes long after the original, when everybody has forgotten it.
    m_timeline.after(m_timeline.between(1, m_timeline.chance(30) ? 60'000 : 200),
                     [this, copy = std::move(copy)] { arrive(copy, false); });
  }
  if (m_timeline.chance(weather.lostRequests))
    return fail(call, core::ErrorCode::Timeout, call.request.timeout);
  later([this, call] { arrive(call, true); });
}

void SimNetwork::arrive(const Call& call, bool mayHold) {
  if (!m_server.isUp()) return fail(call, core::ErrorCode::Offline, milliseconds(1));
  auto answer = m_server.handle(core::UserId(call.client->user()), call.request, mayHold && !call.isCopy);
  m_timeline.note("server", answer.hold ? -1 : answer.reply.status);
  ring();
  if (answer.hold) {
    const auto until = answer.hold->atMost;
    m_held.push_back({call, std::move(*answer.hold), ++m_holds});
    m_timeline.after(until, [this, number = m_holds] {
      const auto found = std::find_if(m_held.begin(), m_held.end(),
                                      [number](const Held& held) { return held.number == number; });
      if (found == m_held.end()) return;
      const Call over = std::move(found->call);
      m_held.erase(found);
      arrive(over, false);
    });
    return;
  }
  if (m_timeline.chance(weather.lostReplies))
    return fail(call, m_timeline.chance(50) ? core::ErrorCode::Timeout : core::ErrorCode::Offline,
                m_timeline.between(10, 30'000));
  reply(call, std::move(answer.reply));
}

void SimNetwork::reply(const Call& call, sync::HttpReply reply) {
  if (call.isCopy) return;
  later([client = call.client, life = call.life, reply = std::move(reply)]() mutable {
    if (client->life() == life) client->take(std::move(reply));
  });
}

void SimNetwork::fail(const Call& call, core::ErrorCode code, milliseconds wait, bool neverLeft) {
  if (call.isCopy) return;
  ++m_onTheWay;
  m_timeline.after(
      wait, [this, client = call.client, life = call.life, number = call.request.request, code, neverLeft] {
        --m_onTheWay;
        if (client->life() != life) return;
        sync::HttpReply reply;
        reply.request = number;
        reply.error = core::Error{code, "the line"};
        reply.neverLeft = neverLeft;
        client->take(std::move(reply));
      });
}

void SimNetwork::ring() {
  std::vector<Held> passed;
  for (auto held = m_held.begin(); held != m_held.end();) {
    if (!m_server.isPassed(held->hold)) {
      ++held;
      continue;
    }
    passed.push_back(std::move(*held));
    held = m_held.erase(held);
  }
  for (const Held& held : passed)
    later([this, call = held.call] { arrive(call, false); });
}

void SimNetwork::cutHeld() {
  for (const Held& held : std::exchange(m_held, {}))
    fail(held.call, core::ErrorCode::Offline, milliseconds(1));
}

} // namespace madoguchi::tests
