// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/limits.h"
#include "sync/bloblane.h"

#include <map>
#include <set>

namespace madoguchi::sync {

/// Sends the outbox in order, a run at a time. A run that got no answer is sent again as it was: the ids make
/// that harmless. A run that the server cannot take is halved; a single command that it cannot take is set
/// aside with its case, so that it stops nobody else.
class PushLane {
public:
  void start(const core::DeviceId& device);
  /// There may be commands to send.
  void work() { m_work = true; }
  /// Some content has been uploaded: commands that waited for it may go.
  void contentsReady();

  void pump(Turn& turn);
  void on(Turn& turn, RunLoaded&& loaded, BlobLane& blobs);
  void on(const RunMarked& marked);
  void on(const AnswersRecorded& recorded);
  [[nodiscard]] Verdict on(Turn& turn, const HttpReply& reply);
  void storeFailed(Turn& turn, core::Error error);
  /// No answer is awaited any more; the run is kept and sent again.
  void interrupt(Turn& turn);
  /// What was confirmed last since it was asked, whether or not the store has noted it yet.
  [[nodiscard]] core::Confirmation takeConfirmed() { return std::exchange(m_confirmed, {}); }
  /// What was loaded is not what is to be sent: it is loaded again.
  void beginAnew(Turn& turn);

  [[nodiscard]] bool isActive(core::Instant now) const;
  [[nodiscard]] std::optional<core::Instant> dueAt() const;

  Lane lane;

private:
  enum class State { Idle, Loading, Marking, Sending, Unmarking, Recording };
  struct SetAside {
    Backoff backoff;
    std::optional<core::Instant> until; ///< none: it may go with the next run
  };

  void send(Turn& turn);
  void answered(Turn& turn, const std::string& body);
  void refused(Turn& turn, const Verdict& verdict);
  void serverFailed(Turn& turn, const Verdict& verdict, const HttpReply& reply);
  void halve();
  /// No server has seen the run: what is in it is the user's to take back again.
  void unmark(Turn& turn);

  State m_state = State::Idle;
  bool m_work = false;
  bool m_stale = false; ///< the run that is being loaded
  core::DeviceId m_device;
  core::Confirmation m_confirmed;
  std::vector<core::OutboxEntry> m_run; ///< marked as sent, without an answer yet
  bool m_mayBeThere = false;            ///< some request with this run may have reached the server
  std::size_t m_limit = protocol::kMaxCommandsPerRun;
  std::set<core::CaseId> m_waitForContents;
  std::map<core::CaseId, SetAside> m_setAside;
};

} // namespace madoguchi::sync
