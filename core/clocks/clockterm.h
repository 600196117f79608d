// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "core/calendar/holidays.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// What may stop the standard processing period. Which of them do is for the procedure to say.
enum class StopReason { Correction, FeeWait, ApplicantChange, ExtraData, Intermediary };

/// Names for data and wire: "correction", "fee", "applicantChange", "extraData", "intermediary".
[[nodiscard]] std::string_view toText(StopReason reason);
[[nodiscard]] std::optional<StopReason> stopReasonFrom(std::string_view text);

/// A wait. The day on which it began still counts for the office, as the first day of a period does not
/// count (民法 140条); the day on which it ended counts for the applicant. So the days after `from` up to and
/// including `to` are taken out.
struct Stop {
  StopReason reason = StopReason::Correction;
  Date from;
  std::optional<Date> to; ///< none while it lasts

  bool operator==(const Stop&) const = default;
};

/// One line of the sum that leads to a due date.
struct ClockTerm {
  enum class Kind {
    Start,    ///< the event; `days` is the length of the period in days
    Stop,     ///< a wait that the rule takes out
    Running,  ///< a wait that it does not take out; shown apart, adds nothing
    Holiday,  ///< office holidays that were not counted: one national holiday, or a run of others
    MonthEnd, ///< no matching day in the last month, so its last day
    Moved,    ///< the last day was an office holiday and moved
    End,      ///< the last day
  };
  Kind kind = Kind::Start;
  Date from;
  Date to;      ///< inclusive; equal to `from` for a single day
  int days = 0; ///< calendar days that it adds; their sum over a list leads from Start to End
  std::optional<StopReason> stop;       ///< of Stop and Running
  bool open = false;                    ///< the wait lasts; `to` is the day on which it was computed
  std::optional<HolidayReason> holiday; ///< of Holiday and Moved
  std::string article;                  ///< the rule behind the line, in Japanese; may be empty
  std::string articleEn;

  bool operator==(const ClockTerm&) const = default;
};

} // namespace madoguchi::core
