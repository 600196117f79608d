// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/auditlane.h"

#include "protocol/limits.h"
#include "protocol/messages.h"

namespace madoguchi::sync {

namespace {

constexpr std::chrono::seconds kRest{30};

} // namespace

void AuditLane::start(const core::DeviceId& device) {
  m_device = device;
  m_work = true;
}

void AuditLane::pump(Turn& turn) {
  if (m_state != State::Idle || !m_work || !lane.mayTry(turn.now)) return;
  if (m_restsUntil && *m_restsUntil > turn.now) return;
  m_state = State::Loading;
  m_work = false;
  turn.act(LoadAudit{protocol::kMaxCommandsPerRun});
}

void AuditLane::on(Turn& turn, AuditLoaded&& loaded) {
  if (m_state != State::Loading) return;
  m_state = State::Idle;
  if (loaded.rows.empty()) return lane.succeeded();
  if (!turn.maySend) {
    m_work = true;
    return;
  }
  m_state = State::Sending;
  m_sent = loaded.rows.size();
  lane.ask(turn, {.method = Method::Post,
                  .target = "/v1/audit",
                  .body = protocol::encode(protocol::AuditRun{m_device, std::move(loaded.rows)})});
}

void AuditLane::on(Turn& turn, const AuditForgotten&) {
  if (m_state != State::Forgetting) return;
  m_state = State::Idle;
  if (m_sent >= protocol::kMaxCommandsPerRun)
    m_work = true; // there may be more than one run
  else
    m_restsUntil = turn.now + kRest;
}

Verdict AuditLane::on(Turn& turn, const HttpReply& reply) {
  lane.answered();
  m_state = State::Idle;
  const bool more = std::exchange(m_work, true);
  Verdict verdict = judge(reply);
  if (verdict.outcome == Outcome::SignInNeeded) return verdict;
  if (verdict.outcome != Outcome::Done) {
    lane.failed(turn, verdict.error, verdict.outcome == Outcome::Unreachable, reply.retryAfter);
    return verdict;
  }
  auto acknowledged = protocol::decode<protocol::AuditAcknowledged>(reply.body);
  if (!acknowledged || acknowledged->ids.empty()) {
    lane.failed(turn, {core::ErrorCode::Malformed, "audit: nothing acknowledged"});
    return verdict;
  }
  lane.succeeded();
  m_work = more || acknowledged->ids.size() < m_sent;
  m_state = State::Forgetting;
  turn.act(ForgetAudit{std::move(acknowledged->ids)});
  return verdict;
}

void AuditLane::storeFailed(Turn& turn, core::Error error) {
  m_state = State::Idle;
  m_work = true;
  lane.failed(turn, std::move(error));
}

void AuditLane::interrupt(Turn& turn) {
  if (m_state != State::Sending) return;
  lane.cancel(turn);
  m_state = State::Idle;
  m_work = true;
}

bool AuditLane::isActive(core::Instant now) const {
  const bool rests = m_restsUntil && *m_restsUntil > now;
  return m_state != State::Idle || (m_work && !rests && lane.mayTry(now));
}

std::optional<core::Instant> AuditLane::dueAt() const {
  if (m_state != State::Idle || !m_work) return {};
  return std::max(lane.retryAt(), m_restsUntil); // an empty one is the least
}

} // namespace madoguchi::sync
