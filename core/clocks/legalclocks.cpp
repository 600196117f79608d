// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clocks/legalclocks.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::string_view kPeriodArticle = "民法第140条～第143条";
constexpr std::string_view kPeriodArticleEn = "Civil Code, articles 140 to 143";
constexpr std::string_view kMonthEndArticle = "民法第143条第2項ただし書";
constexpr std::string_view kMonthEndArticleEn = "Civil Code, article 143(2), proviso";
constexpr std::string_view kMovedArticle = "民法第142条・地方自治法第4条の2第4項";
constexpr std::string_view kMovedArticleEn = "Civil Code, article 142; Local Autonomy Act, article 4-2(4)";

constexpr Date dayOf(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

/// 平成26年法律68号 (in force 2016-04-01), 平成16年法律84号 (in force 2005-04-01).
constexpr std::array<RemedyLaw, 3> kLaws{{
    {dayOf(2016, 4, 1),
     Remedy::Review,
     {3, PeriodUnit::Months},
     {1, PeriodUnit::Years},
     "行政不服審査法第18条第1項",
     "Administrative Complaint Review Act, article 18(1)",
     "行政不服審査法第18条第2項",
     "Administrative Complaint Review Act, article 18(2)"},
    {dayOf(2016, 4, 1),
     Remedy::ReReview,
     {1, PeriodUnit::Months},
     {1, PeriodUnit::Years},
     "行政不服審査法第62条第1項",
     "Administrative Complaint Review Act, article 62(1)",
     "行政不服審査法第62条第2項",
     "Administrative Complaint Review Act, article 62(2)"},
    {dayOf(2005, 4, 1),
     Remedy::Suit,
     {6, PeriodUnit::Months},
     {1, PeriodUnit::Years},
     "行政事件訴訟法第14条第1項",
     "Administrative Case Litigation Act, article 14(1)",
     "行政事件訴訟法第14条第2項",
     "Administrative Case Litigation Act, article 14(2)"},
}};

ClockTerm termOf(ClockTerm::Kind kind, Date from, Date to, std::string_view article,
                 std::string_view articleEn) {
  return {kind, from, to, 0, {}, false, {}, std::string(article), std::string(articleEn)};
}

Result<Deadline> deadline(Date event, Period period, std::string_view article, std::string_view articleEn,
                          const HolidayTable& holidays) {
  const auto end = endOfPeriod(event, period, FirstDay::NotCounted, LastDay::MovesToOfficeDay, holidays);
  if (!end) return tl::unexpected(end.error());
  ClockTerm start = termOf(ClockTerm::Kind::Start, event, event, article, articleEn);
  start.days = static_cast<int>((end->fallsOn - event).count());
  std::vector<ClockTerm> terms{std::move(start)};
  if (end->endOfMonth)
    terms.push_back(
        termOf(ClockTerm::Kind::MonthEnd, end->fallsOn, end->fallsOn, kMonthEndArticle, kMonthEndArticleEn));
  if (end->moved) {
    ClockTerm moved =
        termOf(ClockTerm::Kind::Moved, end->fallsOn, end->lastDay, kMovedArticle, kMovedArticleEn);
    moved.days = static_cast<int>((end->lastDay - end->fallsOn).count());
    moved.holiday = end->moved;
    terms.push_back(std::move(moved));
  }
  terms.push_back(termOf(ClockTerm::Kind::End, end->lastDay, end->lastDay, {}, {}));
  return Deadline{end->lastDay, std::move(terms)};
}

} // namespace

Result<Deadline> correctionDueOn(Date sentOn, Period period, const HolidayTable& holidays) {
  return deadline(sentOn, period, kPeriodArticle, kPeriodArticleEn, holidays);
}

Result<RemedyLaw> remedyLaw(Remedy remedy, Date actOn) {
  const RemedyLaw* newest = nullptr;
  for (const RemedyLaw& row : kLaws)
    if (row.remedy == remedy && row.validFrom <= actOn &&
        (newest == nullptr || newest->validFrom < row.validFrom))
      newest = &row;
  if (newest == nullptr)
    return failure(ErrorCode::DateOutOfBounds, "no version of the law is known for " + toText(actOn));
  return *newest;
}

Result<Date> RemedyPeriods::lastDay() const {
  if (!fromAct) return tl::unexpected(fromAct.error());
  if (!fromKnowledge) return fromAct->lastDay;
  if (!*fromKnowledge) return tl::unexpected(fromKnowledge->error());
  return std::min(fromAct->lastDay, (*fromKnowledge)->lastDay);
}

Result<RemedyPeriods> remedyPeriods(Remedy remedy, Date actOn, std::optional<Date> learnedOn,
                                    const HolidayTable& holidays) {
  const auto law = remedyLaw(remedy, actOn);
  if (!law) return tl::unexpected(law.error());
  if (learnedOn && *learnedOn < actOn)
    return failure(ErrorCode::InvalidArgument, "the act was known before it was made");
  RemedyPeriods periods{std::nullopt,
                        deadline(actOn, law->fromAct, law->articleAct, law->articleActEn, holidays)};
  if (learnedOn)
    periods.fromKnowledge =
        deadline(*learnedOn, law->fromKnowledge, law->articleKnowledge, law->articleKnowledgeEn, holidays);
  return periods;
}

} // namespace madoguchi::core
