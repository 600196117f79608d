// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"
#include "sync/heldremoval.h"

#include <optional>

namespace madoguchi::sync {

/// How client and server stand to each other.
struct Status {
  enum class Link { Offline, Connecting, Online };

  Link link = Link::Offline;
  bool signedIn = false;
  bool syncing = false; ///< something is on its way, besides the held request
  bool settled = false; ///< nothing left to send or to fetch, as far as is known
  int rowsDone = 0;     ///< taken over in the pull that runs
  int waiting = 0;      ///< commands not yet confirmed
  std::optional<HeldRemoval> heldRemoval;
  std::optional<core::Instant> lastSync; ///< when the feed was last drained
  std::optional<core::Error> problem;    ///< of the last try, while it lasts
  bool operator==(const Status&) const = default;
};

} // namespace madoguchi::sync
