// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine.h"

namespace madoguchi::sync {

Engine::Engine(std::function<double()> random) : m_random(std::move(random)) {}

std::vector<Action> Engine::step(Event event, core::Instant now) {
  std::vector<Action> actions;
  Turn turn{now, m_running && m_signedIn, m_random, m_confirmed, m_lastRequest, actions};
  std::visit([this, &turn](auto& alternative) { on(turn, std::move(alternative)); }, event);
  if (m_running && m_signedIn) {
    pump(turn);
    armTimer(turn);
  }
  report(turn);
  return actions;
}

void Engine::on(Turn&, Started&& event) {
  m_running = true;
  m_waiting = event.waiting;
  m_confirmed = event.confirmed;
  m_push.start(event.device);
  m_audit.start(event.device);
  m_pull.start(event);
}

void Engine::on(Turn& turn, const Stopped&) {
  interruptAll(turn);
  m_running = false;
}

void Engine::on(Turn&, const Ticked&) {
  m_timer.reset();
}

void Engine::on(Turn& turn, const NetworkReturned&) {
  hurryAll();
  m_pull.askAgain(turn);
}

void Engine::on(Turn&, const SignedIn&) {
  m_signedIn = true;
  m_signInProblem.reset();
  hurryAll();
}

void Engine::on(Turn& turn, const SignedOut&) {
  interruptAll(turn);
  m_signedIn = false;
}

void Engine::on(Turn&, const LocalWork& event) {
  m_waiting = event.waiting;
  m_push.work();
  m_audit.work();
}

void Engine::on(Turn& turn, const SyncAsked&) {
  hurryAll();
  m_push.work();
  m_audit.work();
  m_pull.askAgain(turn);
}

void Engine::on(Turn&, const RemovalAllowed&) {
  m_pull.allowRemoval();
}

void Engine::on(Turn& turn, HttpReply&& event) {
  if (!m_running) return;
  Verdict verdict;
  if (m_push.lane.awaits(event.request)) {
    verdict = m_push.on(turn, event);
    if (auto confirmed = m_push.takeConfirmed(); !confirmed.command.empty())
      m_confirmed = std::move(confirmed);
  } else if (m_pull.lane.awaits(event.request)) {
    verdict = m_pull.on(turn, std::move(event));
  } else if (m_audit.lane.awaits(event.request)) {
    verdict = m_audit.on(turn, event);
  } else if (m_blobs.lane.awaits(event.request)) {
    verdict = m_blobs.on(turn, event);
  } else {
    return; // cancelled
  }
  noteLink(verdict.outcome);
  if (verdict.outcome == Outcome::PutBack) {
    // What is on its way may have been answered before that, and is forgotten now: the outbox would drop what
    // the server does not have. It goes out again, behind what had been confirmed earlier.
    m_push.beginAnew(turn);
    m_pull.beginAnew(turn);
  }
  if (verdict.outcome != Outcome::SignInNeeded) return;
  m_signedIn = false;
  m_signInProblem = verdict.error;
  interruptAll(turn);
}

void Engine::noteLink(Outcome outcome) {
  const bool reached = outcome != Outcome::Unreachable;
  if (reached && m_link == Status::Link::Offline) {
    for (Lane* lane : {&m_push.lane, &m_pull.lane, &m_audit.lane, &m_blobs.lane})
      lane->hurryIfUnreachable();
  }
  m_link = reached ? Status::Link::Online : Status::Link::Offline;
}

void Engine::on(Turn& turn, RunLoaded&& event) {
  m_push.on(turn, std::move(event), m_blobs);
}

void Engine::on(Turn&, const RunMarked& event) {
  m_push.on(event);
}

void Engine::on(Turn&, const AnswersRecorded& event) {
  m_waiting = event.waiting;
  m_push.on(event);
  m_pull.ask(); // for what came of them
}

void Engine::on(Turn& turn, FeedApplied&& event) {
  m_waiting = event.waiting;
  if (event.waiting > 0) m_push.work(); // what came may have set commands free
  m_pull.on(turn, std::move(event));
}

void Engine::on(Turn& turn, SnapshotApplied&& event) {
  m_pull.on(turn, std::move(event));
}

void Engine::on(Turn& turn, ReadyMadeFailed&& event) {
  m_pull.on(turn, std::move(event));
}

void Engine::on(Turn& turn, ScopeReset&& event) {
  m_pull.on(turn, std::move(event));
}

void Engine::on(Turn& turn, StartedAnew&& event) {
  m_waiting = event.waiting;
  m_confirmed = {};
  m_push.work();
  m_pull.on(turn, std::move(event));
}

void Engine::on(Turn& turn, AuditLoaded&& event) {
  m_audit.on(turn, std::move(event));
}

void Engine::on(Turn& turn, const AuditForgotten& event) {
  m_audit.on(turn, event);
}

void Engine::on(Turn& turn, BlobRead&& event) {
  m_blobs.on(turn, std::move(event));
}

void Engine::on(Turn& turn, const BlobMissing& event) {
  m_blobs.on(turn, event);
}

void Engine::on(Turn& turn, StoreFailed&& event) {
  switch (event.lane) {
  case LaneName::Push:
    return m_push.storeFailed(turn, std::move(event.error));
  case LaneName::Pull:
    return m_pull.storeFailed(turn, std::move(event.error));
  case LaneName::Audit:
    return m_audit.storeFailed(turn, std::move(event.error));
  case LaneName::Blobs:
    return m_blobs.storeFailed(turn, std::move(event.error));
  }
}

void Engine::interruptAll(Turn& turn) {
  m_push.interrupt(turn);
  m_pull.interrupt(turn);
  m_audit.interrupt(turn);
  m_blobs.interrupt(turn);
}

void Engine::hurryAll() {
  for (Lane* lane : {&m_push.lane, &m_pull.lane, &m_audit.lane, &m_blobs.lane})
    lane->hurry();
}

void Engine::pump(Turn& turn) {
  m_blobs.pump(turn);
  if (m_blobs.takeReadiness()) m_push.contentsReady();
  if (!m_pull.beginsAnew()) m_push.pump(turn);
  m_audit.pump(turn);
  if (mayPull(turn.now)) m_pull.pump(turn);
}

/// What waits is sent first, and what comes of it is asked for then; but what had been confirmed comes before
/// what waits.
bool Engine::mayPull(core::Instant now) const {
  return m_pull.beginsAnew() || !m_push.isActive(now);
}

void Engine::armTimer(Turn& turn) {
  std::optional<core::Instant> next;
  // While it may not pull its time has passed, and would ring again at once.
  const auto pull = mayPull(turn.now) ? m_pull.dueAt() : std::nullopt;
  for (const auto& due : {m_push.dueAt(), pull, m_audit.dueAt(), m_blobs.dueAt()})
    if (due) next = next ? std::min(*next, *due) : *due;
  if (!next || next == m_timer) return;
  m_timer = next;
  turn.act(SetTimer{*next});
}

void Engine::report(Turn& turn) {
  auto now = status(turn.now);
  if (m_reported == now) return;
  m_reported = now;
  turn.act(ReportStatus{std::move(now)});
}

Status Engine::status(core::Instant now) const {
  Status status;
  const bool works = m_running && m_signedIn;
  const bool asking = m_push.lane.isAsking() || m_pull.lane.isAsking() || m_audit.lane.isAsking();
  status.link = m_link.value_or(asking ? Status::Link::Connecting : Status::Link::Offline);
  status.signedIn = m_signedIn;
  status.syncing = works && (m_push.isActive(now) || m_pull.isActive(now) || m_audit.isActive(now) ||
                             m_blobs.isActive(now));
  if (m_running) status.problem = problem();
  status.settled = works && !status.syncing && m_pull.isDrained() && !status.problem;
  status.rowsDone = m_pull.rowsDone();
  status.waiting = m_waiting;
  status.heldRemoval = m_pull.heldRemoval();
  status.lastSync = m_pull.lastSync();
  return status;
}

std::optional<core::Error> Engine::problem() const {
  if (m_signInProblem) return m_signInProblem;
  if (m_push.lane.problem()) return m_push.lane.problem();
  if (m_pull.problem()) return m_pull.problem();
  if (m_blobs.lane.problem()) return m_blobs.lane.problem();
  return m_audit.lane.problem();
}

} // namespace madoguchi::sync
