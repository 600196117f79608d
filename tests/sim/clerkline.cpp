// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/clerkline.h"

#include "tests/sim/wirecosts.h"

#include <QByteArray>

namespace madoguchi::tests {

using std::chrono::milliseconds;

namespace {

constexpr std::chrono::seconds kKept{75}; ///< server::HttpOptions::idleTimeout

std::int64_t packets(std::int64_t bytes) {
  return (bytes + wire::kSegment - 1) / wire::kSegment;
}

/// As sync::http::Transport sends it.
std::int64_t bodyBytes(const sync::HttpRequest& request) {
  constexpr std::size_t kWorthCompressing = 1'024;
  if (request.method != sync::Method::Post || request.body.size() < kWorthCompressing)
    return static_cast<std::int64_t>(request.body.size());
  constexpr qsizetype kQtPrefix = 4;
  return qCompress(QByteArray::fromStdString(request.body)).size() - kQtPrefix;
}

std::string kindOf(const sync::HttpRequest& request) {
  if (request.target.rfind("/v1/changes", 0) == 0) return "changes, nothing new";
  for (const char* kind : {"commands", "snapshot", "ready-made", "audit"})
    if (request.target.rfind(std::string("/v1/") + kind, 0) == 0) return kind;
  return "contents up";
}

bool bringsRows(const sync::HttpReply& reply) {
  return std::any_of(reply.items.begin(), reply.items.end(), [](const core::FeedItem& item) {
    return !std::holds_alternative<core::ScopeList>(item) &&
           !std::holds_alternative<core::Checkpoint>(item) && !std::holds_alternative<core::FeedEnd>(item);
  });
}

} // namespace

void ClerkLine::charge(const std::string& kind, Way way, std::int64_t bytes) {
  Sum& sum = m_sums[kind];
  const std::int64_t sent = packets(bytes);
  const std::int64_t with = bytes + sent * wire::kSegmentHead;
  const std::int64_t acknowledged = (sent + 1) / 2 * wire::kSegmentHead;
  sum.up += way == Way::Up ? with : acknowledged;
  sum.down += way == Way::Up ? acknowledged : with;
}

milliseconds ClerkLine::transmit(Way way, std::int64_t bytes, milliseconds begin) {
  core::Instant& busy = m_busyUntil[way];
  const std::int64_t bits = (bytes + packets(bytes) * wire::kSegmentHead) * 8;
  busy = std::max(busy, m_timeline.now + begin) + milliseconds(bits * 1'000 / m_quality.bitsPerSecond);
  return std::chrono::duration_cast<milliseconds>(busy - m_timeline.now);
}

/// How long until a request can begin: at once over a kept connection, else two round trips (TCP, TLS 1.3).
milliseconds ClerkLine::connect() {
  while (!m_idle.empty() && m_timeline.now - m_idle.front() > kKept)
    m_idle.pop_front();
  if (!m_idle.empty()) {
    m_idle.pop_back();
    return milliseconds(0);
  }
  ++m_connections;
  charge("connections", Way::Up, wire::kHandshakeUp);
  charge("connections", Way::Down, wire::kHandshakeDown);
  ++m_sums["connections"].requests;
  return m_quality.roundTrip * 2 + transmit(Way::Down, wire::kHandshakeDown);
}

void ClerkLine::send(SimClient& client, sync::HttpRequest request) {
  const std::int64_t bytes =
      wire::kRequestHead + static_cast<std::int64_t>(request.target.size()) + bodyBytes(request);
  request.headers.emplace_back("Accept-Encoding", "zstd, gzip");
  Call call{&client, client.life(), std::move(request), {}, bytes, std::nullopt};
  call.kind = kindOf(call.request);
  const milliseconds ready = connect();
  const auto begun = ready + m_quality.roundTrip / 2;
  const bool isCut = m_timeline.chance(m_quality.cutsInAHundred);
  const double at = static_cast<double>(m_timeline.below(1'000)) / 1'000;
  if (isCut && m_timeline.chance(50)) {
    charge(call.kind, Way::Up, static_cast<std::int64_t>(at * static_cast<double>(bytes)));
    ++m_sums[call.kind].requests;
    return fail(call, begun);
  }
  if (isCut) call.cutAt = at;
  m_timeline.after(transmit(Way::Up, bytes, ready) + m_quality.roundTrip / 2,
                   [this, call = std::move(call)] { arrive(call, true); });
}

void ClerkLine::arrive(Call call, bool mayHold) {
  auto reply = m_server.handle(core::UserId(call.client->user()), call.request, mayHold);
  ring();
  if (!reply.hold) return answer(std::move(call), std::move(reply));
  m_timeline.after(reply.hold->atMost, [this, number = ++m_holds] {
    if (!m_held || m_held->number != number) return;
    Call over = std::move(m_held->call);
    m_held.reset();
    arrive(std::move(over), false);
  });
  m_held = Held{std::move(call), std::move(*reply.hold), m_holds};
}

void ClerkLine::ring() {
  if (!m_held || !m_server.isPassed(m_held->hold)) return;
  Call call = std::move(m_held->call);
  m_held.reset();
  arrive(std::move(call), false);
}

void ClerkLine::answer(Call call, SimServer::Reply reply) {
  // What the held request costs on its way up belongs to what it is answered with.
  if (bringsRows(reply.reply)) call.kind = "changes, news";
  ++m_sums[call.kind].requests;
  charge(call.kind, Way::Up, call.bytes);
  const std::int64_t bytes = wire::kReplyHead + reply.bytes;
  if (call.cutAt) {
    charge(call.kind, Way::Down, static_cast<std::int64_t>(*call.cutAt * static_cast<double>(bytes)));
    return fail(call, m_quality.roundTrip / 2);
  }
  charge(call.kind, Way::Down, bytes);
  const auto there = transmit(Way::Down, bytes) + m_quality.roundTrip / 2;
  m_timeline.after(there,
                   [this, client = call.client, life = call.life, reply = std::move(reply.reply)]() mutable {
                     m_idle.push_back(m_timeline.now);
                     if (client->life() == life) client->take(std::move(reply));
                   });
}

/// Half of those that are cut are told so; the others notice by waiting.
void ClerkLine::fail(const Call& call, milliseconds wait) {
  ++m_cuts;
  const bool silent = m_timeline.chance(50);
  m_timeline.after(
      silent ? milliseconds(call.request.timeout) : wait,
      [client = call.client, life = call.life, number = call.request.request, silent] {
        if (client->life() != life) return;
        sync::HttpReply reply;
        reply.request = number;
        reply.error = core::Error{silent ? core::ErrorCode::Timeout : core::ErrorCode::Offline, "cut"};
        client->take(std::move(reply));
      });
}

void ClerkLine::carry(const std::string& kind, std::int64_t up, std::int64_t down) {
  const milliseconds ready = connect();
  ++m_sums[kind].requests;
  charge(kind, Way::Up, up);
  charge(kind, Way::Down, down);
  (void)transmit(Way::Up, up, ready);
  m_timeline.after(ready + transmit(Way::Down, down, ready + m_quality.roundTrip),
                   [this] { m_idle.push_back(m_timeline.now); });
}

ClerkLine::Sum ClerkLine::total() const {
  Sum all;
  for (const auto& [kind, sum] : m_sums) {
    all.requests += sum.requests;
    all.up += sum.up;
    all.down += sum.down;
  }
  return all;
}

} // namespace madoguchi::tests
