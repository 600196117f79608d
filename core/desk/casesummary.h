// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/casestate.h"
#include "core/desk/caselistrow.h"
#include "core/procedures/procedure.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace madoguchi::core {

/// What a list needs of a case: its row, and by what it is sorted and chosen.
struct CaseSummary {
  CaseListRow row;              ///< key, Pending and Attention are the cache's business and stay unset
  std::string numberKey;        ///< digits widened, so that 第9号 sorts before 第10号
  std::string nameKey;          ///< folded kana, or name
  std::uint32_t openRanks = 0;  ///< whom the route waits for: rankBit, substituteBit, kAfterViewBit
  std::vector<UserId> actedBy;  ///< who has acted in the route of the draft
  std::vector<UserId> actedFor; ///< whose 後閲 is due
};

/// A rank as a bit: staff, chief, manager, director, head, legal; 0 for any other.
[[nodiscard]] std::uint32_t rankBit(std::string_view rank);

/// Somebody of this rank may decide for the decider, should that person be away (代決); the decider's own
/// rankBit is then the only one that is set.
[[nodiscard]] constexpr std::uint32_t substituteBit(std::uint32_t rank) {
  return rank << 8U;
}
/// Somebody is to see what was decided in absence (後閲).
inline constexpr std::uint32_t kAfterViewBit = 1U << 16U;

/// Derives summaries. It remembers the due days that it has computed, because thousands of cases of a bulk
/// load arrive on few days; not for use by several threads at once.
class CaseSummarizer {
public:
  /// `today`: the day of the computation in Japan; only a stopped clock depends on it.
  CaseSummarizer(const HolidayTable& holidays, Date today);

  /// `procedure` may be null (not in the cache yet): then there is no due date.
  [[nodiscard]] CaseSummary summarize(const CaseState& state, const Procedure* procedure);

private:
  void addClock(const CaseState& state, const Procedure& procedure, CaseListRow& row);

  const HolidayTable& m_holidays;
  Date m_today;
  std::map<std::tuple<const Procedure*, Date>, std::optional<Date>> m_undisturbed;
};

} // namespace madoguchi::core
