// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/auditlane.h"
#include "sync/bloblane.h"
#include "sync/pulllane.h"
#include "sync/pushlane.h"

#include <functional>
#include <optional>
#include <vector>

namespace madoguchi::sync {

/// What is to be done next to bring client and server together, as a state machine: no thread, no clock, no
/// socket, no disk. Each event is answered by actions, which the owner carries out; see event.h and action.h
/// for the contract. Four lanes work beside each other (push, pull, audit, contents), each with its own wait
/// after a failure. What waits in the outbox is sent before anything new is asked for. Not for use by several
/// threads at once.
class Engine {
public:
  /// `random` gives values in [0, 1).
  explicit Engine(std::function<double()> random);

  [[nodiscard]] std::vector<Action> step(Event event, core::Instant now);

private:
  void on(Turn& turn, Started&& event);
  void on(Turn& turn, const Stopped& event);
  void on(Turn& turn, const Ticked& event);
  void on(Turn& turn, const NetworkReturned& event);
  void on(Turn& turn, const SignedIn& event);
  void on(Turn& turn, const SignedOut& event);
  void on(Turn& turn, const LocalWork& event);
  void on(Turn& turn, const SyncAsked& event);
  void on(Turn& turn, const RemovalAllowed& event);
  void on(Turn& turn, HttpReply&& event);
  void on(Turn& turn, RunLoaded&& event);
  void on(Turn& turn, const RunMarked& event);
  void on(Turn& turn, const AnswersRecorded& event);
  void on(Turn& turn, FeedApplied&& event);
  void on(Turn& turn, SnapshotApplied&& event);
  void on(Turn& turn, ReadyMadeFailed&& event);
  void on(Turn& turn, ScopeReset&& event);
  void on(Turn& turn, StartedAnew&& event);
  void on(Turn& turn, AuditLoaded&& event);
  void on(Turn& turn, const AuditForgotten& event);
  void on(Turn& turn, BlobRead&& event);
  void on(Turn& turn, const BlobMissing& event);
  void on(Turn& turn, StoreFailed&& event);

  void interruptAll(Turn& turn);
  void hurryAll();
  void pump(Turn& turn);
  [[nodiscard]] bool mayPull(core::Instant now) const;
  void armTimer(Turn& turn);
  void report(Turn& turn);
  void noteLink(Outcome outcome);
  [[nodiscard]] Status status(core::Instant now) const;
  [[nodiscard]] std::optional<core::Error> problem() const;

  std::function<double()> m_random;
  RequestNumber m_lastRequest = 0;
  bool m_running = false;
  bool m_signedIn = false;
  std::optional<Status::Link> m_link; ///< none before the first answer
  std::optional<core::Error> m_signInProblem;
  int m_waiting = 0;
  core::Confirmation m_confirmed; ///< last, by the server
  std::optional<core::Instant> m_timer;
  std::optional<Status> m_reported;

  PushLane m_push;
  PullLane m_pull;
  AuditLane m_audit;
  BlobLane m_blobs;
};

} // namespace madoguchi::sync
