// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/period.h"
#include "core/clocks/clockterm.h"

#include <optional>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// A last day and the sum that leads to it.
struct Deadline {
  Date lastDay; ///< ends at the end of this day
  std::vector<ClockTerm> terms;

  bool operator==(const Deadline&) const = default;
};

/// The day by which a correction 補正 asked for on `sentOn` is due: first day not counted, a last day on an
/// office holiday moves. Errors: as endOfPeriod.
[[nodiscard]] Result<Deadline> correctionDueOn(Date sentOn, Period period, const HolidayTable& holidays);

enum class Remedy {
  Review,   ///< 審査請求, 行政不服審査法 18条
  ReReview, ///< 再審査請求, 行政不服審査法 62条
  Suit,     ///< 取消訴訟, 行政事件訴訟法 14条
};

/// The periods for a remedy as one version of the law has them.
struct RemedyLaw {
  Date validFrom; ///< it holds for acts of this day and later
  Remedy remedy = Remedy::Review;
  Period fromKnowledge;              ///< from the day after the person learned of the act
  Period fromAct;                    ///< from the day after the act
  std::string_view articleKnowledge; ///< in Japanese
  std::string_view articleKnowledgeEn;
  std::string_view articleAct;
  std::string_view articleActEn;
};

/// The version that holds for an act of that day. Errors: DateOutOfBounds before the versions known here
/// (Review and ReReview 2016-04-01, Suit 2005-04-01).
[[nodiscard]] Result<RemedyLaw> remedyLaw(Remedy remedy, Date actOn);

struct RemedyPeriods {
  std::optional<Result<Deadline>> fromKnowledge; ///< none while nobody knows when the person learned of it
  Result<Deadline> fromAct;
  /// The earlier of the two, or the latter alone; an error where one of them cannot be computed.
  [[nodiscard]] Result<Date> lastDay() const;
};

/// Until when a decision made known on `learnedOn` can be attacked. Each of the two periods can fail on its
/// own with HolidayTableEnded. Errors: as remedyLaw; InvalidArgument where it was known before it was made.
[[nodiscard]] Result<RemedyPeriods> remedyPeriods(Remedy remedy, Date actOn, std::optional<Date> learnedOn,
                                                  const HolidayTable& holidays);

} // namespace madoguchi::core
