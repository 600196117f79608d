// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/event.h"

namespace madoguchi::sync {

/// What an answer means for whoever asked.
enum class Outcome {
  Done,
  Unreachable,  ///< no answer: try again, and at once when the network returns
  ServerFailed, ///< 5xx, 408, 425, 429, or an answer that cannot be read: try again later
  SignInNeeded, ///< 401, or an account that was closed
  TooOld,       ///< 426
  PutBack,      ///< the server's database was put back: it has forgotten what it had said
  Refused,      ///< any other status: the same request would be refused again
};

struct Verdict {
  Outcome outcome = Outcome::Done;
  core::Error error; ///< of all but Done
};

/// `error` holds the code of the server's Problem where it sent one.
[[nodiscard]] Verdict judge(const HttpReply& reply);

} // namespace madoguchi::sync
