// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clocks/processingclock.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

constexpr std::chrono::days kOneDay{1};
constexpr int kLongestDays = 10'000;

/// A wait as the days it covers, both inclusive, and what it added to the sum.
struct Wait {
  const Stop* stop = nullptr;
  Date first;
  Date last;
  bool open = false;
  bool excluded = false;
  int added = 0;
};

bool excludes(const ClockRule& rule, StopReason reason) {
  return std::find(rule.excludedStops.begin(), rule.excludedStops.end(), reason) != rule.excludedStops.end();
}

Result<std::vector<Wait>> waitsOf(const ClockRule& rule, const std::vector<Stop>& stops, Date today) {
  std::vector<Wait> waits;
  for (const Stop& stop : stops) {
    if (stop.to && *stop.to < stop.from)
      return failure(ErrorCode::InvalidArgument, "a wait ends before it begins");
    if (stop.from > today) continue;
    waits.push_back({&stop, stop.from + kOneDay, stop.to.value_or(today), !stop.to.has_value(),
                     excludes(rule, stop.reason), 0});
  }
  std::stable_sort(waits.begin(), waits.end(),
                   [](const Wait& a, const Wait& b) { return a.first < b.first; });
  return waits;
}

/// Calendar days that waits of one reason cover, each day once; `waits` are in order of their first day.
int coveredDays(const std::vector<Wait>& waits, StopReason reason) {
  int days = 0;
  std::optional<Date> covered;
  for (const Wait& wait : waits) {
    if (wait.stop->reason != reason) continue;
    const Date from = covered ? std::max(wait.first, *covered + kOneDay) : wait.first;
    if (wait.last < from) continue;
    days += static_cast<int>((wait.last - from).count()) + 1;
    covered = wait.last;
  }
  return days;
}

/// Office holidays as terms: one for each national holiday, one for each run of others of a kind.
class HolidayTerms {
public:
  void add(Date day, HolidayReason reason) {
    const bool sameRun = !m_terms.empty() && m_terms.back().to + kOneDay == day &&
                         m_terms.back().holiday->kind == reason.kind && reason.kind != HolidayKind::National;
    if (!sameRun) {
      ClockTerm term{ClockTerm::Kind::Holiday, day, day, 1, {}, false, {}, {}, {}};
      term.holiday = std::move(reason);
      m_terms.push_back(std::move(term));
      return;
    }
    ClockTerm& term = m_terms.back();
    term.to = day;
    ++term.days;
    if (reason.kind == HolidayKind::Weekend)
      term.holiday = HolidayReason{HolidayKind::Weekend, "土曜日・日曜日", "Saturday and Sunday"};
  }

  [[nodiscard]] std::vector<ClockTerm>& terms() { return m_terms; }

private:
  std::vector<ClockTerm> m_terms;
};

/// One count from the first counted day to the due day.
class Count {
public:
  Count(const ClockRule& rule, std::vector<Wait> waits, const HolidayTable& holidays)
      : m_rule(rule), m_waits(std::move(waits)), m_holidays(holidays) {}

  /// The due day, and in `used` how many of the counted days are not after `today`.
  Result<Date> run(Date firstCounted, Date today, int& used) {
    int counted = 0;
    for (Date day = firstCounted;; day += kOneDay) {
      if (Wait* wait = waitOn(day)) {
        wait->added += static_cast<int>((wait->last - day).count()) + 1;
        day = wait->last;
        continue;
      }
      if (m_rule.excludeOfficeHolidays) {
        auto holiday = m_holidays.officeHoliday(day);
        if (!holiday) return tl::unexpected(holiday.error());
        if (*holiday) {
          m_holidayTerms.add(day, std::move(**holiday));
          continue;
        }
      }
      if (day <= today) ++used;
      if (++counted == m_rule.days) return day;
    }
  }

  [[nodiscard]] std::vector<ClockTerm> terms(Date arrivedOn, Date dueOn) {
    std::vector<ClockTerm> between;
    for (const Wait& wait : m_waits) {
      const Date to = std::max(wait.last, wait.stop->from);
      if (wait.stop->from > dueOn || to < arrivedOn) continue;
      const auto kind = wait.excluded ? ClockTerm::Kind::Stop : ClockTerm::Kind::Running;
      between.push_back({kind, wait.stop->from, to, wait.added, wait.stop->reason, wait.open, {}, {}, {}});
    }
    for (ClockTerm& term : m_holidayTerms.terms())
      between.push_back(std::move(term));
    std::stable_sort(between.begin(), between.end(),
                     [](const ClockTerm& a, const ClockTerm& b) { return a.from < b.from; });
    const int length = m_rule.days - (m_rule.arrivalDayCounted ? 1 : 0);
    std::vector<ClockTerm> terms{{ClockTerm::Kind::Start,
                                  arrivedOn,
                                  arrivedOn,
                                  length,
                                  {},
                                  false,
                                  {},
                                  m_rule.article,
                                  m_rule.articleEn}};
    terms.insert(terms.end(), std::make_move_iterator(between.begin()),
                 std::make_move_iterator(between.end()));
    terms.push_back({ClockTerm::Kind::End, dueOn, dueOn, 0, {}, false, {}, {}, {}});
    return terms;
  }

private:
  /// The wait that takes this day out; of several the one that began first.
  Wait* waitOn(Date day) {
    for (Wait& wait : m_waits)
      if (wait.excluded && wait.first <= day && day <= wait.last) return &wait;
    return nullptr;
  }

  const ClockRule& m_rule;
  std::vector<Wait> m_waits;
  const HolidayTable& m_holidays;
  HolidayTerms m_holidayTerms;
};

} // namespace

int addedDays(const std::vector<ClockTerm>& terms) {
  int days = 0;
  for (const ClockTerm& term : terms)
    days += term.days;
  return days;
}

Result<ClockExplanation> computeProcessingClock(const ClockRule& rule, Date arrivedOn,
                                                const std::vector<Stop>& stops, const HolidayTable& holidays,
                                                Date today) {
  if (rule.days < 1 || rule.days > kLongestDays)
    return failure(ErrorCode::InvalidArgument,
                   "a processing period of " + std::to_string(rule.days) + " days");
  if (today < arrivedOn) return failure(ErrorCode::InvalidArgument, "computed for a day before the arrival");
  auto waits = waitsOf(rule, stops, today);
  if (!waits) return tl::unexpected(waits.error());

  ClockExplanation clock;
  clock.intermediaryDays = coveredDays(*waits, StopReason::Intermediary);
  clock.stopped = std::any_of(waits->begin(), waits->end(), [today](const Wait& wait) {
    return wait.excluded && (wait.open || wait.last > today);
  });
  Count count(rule, std::move(*waits), holidays);
  const auto due = count.run(rule.arrivalDayCounted ? arrivedOn : arrivedOn + kOneDay, today, clock.daysUsed);
  if (!due) return tl::unexpected(due.error());
  clock.dueOn = *due;
  clock.daysLeft = rule.days - clock.daysUsed;
  clock.overdueDays = std::max(0, static_cast<int>((today - *due).count()));
  clock.terms = count.terms(arrivedOn, *due);
  return clock;
}

} // namespace madoguchi::core
