// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/figures.h"

#include "core/cases/rules.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

bool isOver(Status status) {
  return status == Status::Closed || status == Status::Withdrawn || status == Status::Destroyed;
}

/// The smallest value that so many hundredths of the sorted values do not exceed.
int percentile(const std::vector<int>& sorted, std::size_t hundredths) {
  const std::size_t rank = (sorted.size() * hundredths + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

std::map<Status, int> daysInSteps(const std::vector<Event>& timeline) {
  std::map<Status, int> days;
  if (timeline.empty()) return days;
  CaseState state;
  Date since = dayInJapan(timeline.front().at);
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const Status before = state.status;
    apply(state, timeline[i]);
    if (i != 0 && state.status == before) continue;
    const Date day = dayInJapan(timeline[i].at);
    if (i != 0 && !isOver(before)) days[before] += static_cast<int>((day - since).count());
    since = day;
  }
  return days;
}

std::vector<StepFigures> stepFigures(const std::vector<std::map<Status, int>>& cases) {
  std::map<Status, std::vector<int>> spans;
  for (const auto& one : cases)
    for (const auto& [status, days] : one)
      spans[status].push_back(days);
  std::vector<StepFigures> steps;
  for (auto& [status, days] : spans) {
    std::sort(days.begin(), days.end());
    steps.push_back(
        {status, static_cast<std::int64_t>(days.size()), percentile(days, 50), percentile(days, 90)});
  }
  return steps;
}

Date mondayOf(Date day) {
  return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

} // namespace madoguchi::core
