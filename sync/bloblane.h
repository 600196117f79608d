// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/lane.h"

#include <deque>
#include <set>

namespace madoguchi::sync {

/// Uploads the contents that commands refer to, one after another, each resumable where it was cut (the
/// offset is asked for first, as tus 1.0 does). What the server refuses for good, and what is not here any
/// more, is given up: its command is sent all the same, and the server's answer to that is final and shown.
class BlobLane {
public:
  /// True when a command that names it may be sent.
  [[nodiscard]] bool isReady(const core::BlobId& blob) const { return m_ready.count(blob) > 0; }
  void want(const core::BlobId& blob);

  void pump(Turn& turn);
  void on(Turn& turn, BlobRead&& read);
  void on(Turn& turn, const BlobMissing& missing);
  [[nodiscard]] Verdict on(Turn& turn, const HttpReply& reply);
  void storeFailed(Turn& turn, core::Error error);
  /// No answer is awaited any more. What was uploaded long ago and never named may have gone when work is
  /// taken up again, so it is asked for anew.
  void interrupt(Turn& turn);

  /// True once after one or more became ready.
  [[nodiscard]] bool takeReadiness();
  [[nodiscard]] bool isActive(core::Instant now) const;
  [[nodiscard]] std::optional<core::Instant> dueAt() const;

  Lane lane;

private:
  enum class State { Idle, Probing, Reading, Creating, Sending };

  void probed(Turn& turn, const HttpReply& reply);
  void read(Turn& turn);
  void sendChunk(Turn& turn);
  void progressed(Turn& turn, const HttpReply& reply);
  void finished();
  void stumbled(Turn& turn, const Verdict& verdict, const HttpReply& reply);

  State m_state = State::Idle;
  std::deque<core::BlobId> m_queue; ///< the first is on its way
  std::set<core::BlobId> m_ready;
  bool m_created = false;
  std::int64_t m_offset = 0;
  std::int64_t m_total = 0;
  std::string m_chunk;
  bool m_becameReady = false;
};

} // namespace madoguchi::sync
