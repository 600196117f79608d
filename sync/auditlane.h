// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/lane.h"

namespace madoguchi::sync {

/// Uploads the journal of what was done at the desk; rows leave it when the server has acknowledged them.
class AuditLane {
public:
  void start(const core::DeviceId& device);
  /// There may be rows to send.
  void work() { m_work = true; }

  void pump(Turn& turn);
  void on(Turn& turn, AuditLoaded&& loaded);
  void on(Turn& turn, const AuditForgotten& forgotten);
  [[nodiscard]] Verdict on(Turn& turn, const HttpReply& reply);
  void storeFailed(Turn& turn, core::Error error);
  /// No answer is awaited any more.
  void interrupt(Turn& turn);

  [[nodiscard]] bool isActive(core::Instant now) const;
  [[nodiscard]] std::optional<core::Instant> dueAt() const;

  Lane lane;

private:
  enum class State { Idle, Loading, Sending, Forgetting };

  State m_state = State::Idle;
  bool m_work = false;
  std::size_t m_sent = 0;                    ///< rows on their way
  std::optional<core::Instant> m_restsUntil; ///< so that not each view of a case costs a request
  core::DeviceId m_device;
};

} // namespace madoguchi::sync
