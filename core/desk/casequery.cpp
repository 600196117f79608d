// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/casequery.h"

#include "core/desk/casesummary.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

void addReach(const Grant& grant, const OfficeTree& offices, std::vector<OfficeReach>& within) {
  const auto add = [&](const OfficeId& office) {
    OfficeReach reach{office, grant.procedure};
    if (std::find(within.begin(), within.end(), reach) == within.end()) within.push_back(std::move(reach));
  };
  add(grant.office);
  for (const Office& office : offices.all())
    if (offices.isWithin(office.id, grant.office)) add(office.id);
}

template <class Chosen>
std::vector<OfficeReach> reachOf(const Actor& actor, const OfficeTree& offices, Chosen isChosen) {
  std::vector<OfficeReach> within;
  for (const Grant& grant : actor.grants)
    if (isChosen(grant.role)) addReach(grant, offices, within);
  return within;
}

bool worksCases(Role role) {
  return role != Role::Administrator && role != Role::Intake;
}

std::vector<StandIn> standInsOn(Date today, const Actor& actor, const OfficeTree& offices,
                                const AbsenceBook& absences) {
  std::vector<StandIn> all;
  for (const auto& [id, person] : absences) {
    if (id == actor.id || absenceOn(absences, id, today) == nullptr) continue;
    StandIn one{person.rank, {}};
    for (const Office& office : offices.all())
      if (offices.isWithin(office.id, person.office)) one.offices.push_back(office.id);
    all.push_back(std::move(one));
  }
  return all;
}

} // namespace

bool waitsForDecider(const CaseSummary& summary, const CaseQuery& query) {
  const auto holds = [](const auto& list, const auto& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
  };
  if (query.afterViews && holds(summary.actedFor, query.decider)) return true;
  if (!query.decider.empty() &&
      (summary.row.author == query.decider || holds(summary.actedBy, query.decider)))
    return false;
  const std::uint32_t mine = rankBit(query.decidesAs);
  if ((summary.openRanks & mine) != 0) return true;
  return (summary.openRanks & substituteBit(mine)) != 0 &&
         std::any_of(query.standsIn.begin(), query.standsIn.end(), [&](const StandIn& one) {
           return (summary.openRanks & rankBit(one.rank)) != 0 && holds(one.offices, summary.row.office);
         });
}

CaseQuery queryFor(Queue queue, const Actor& actor, const OfficeTree& offices, Date today,
                   const AbsenceBook& absences) {
  CaseQuery query;
  const bool mine = queue == Queue::MyCases || queue == Queue::ReturnedToMe;
  if (mine)
    query.holder = actor.id;
  else if (queue == Queue::ToDecide)
    query.within = reachOf(actor, offices, [](Role role) { return role == Role::Approver; });
  else if (queue != Queue::NeedsAttention)
    query.within = reachOf(actor, offices, worksCases);

  switch (queue) {
  case Queue::MyCases:
  case Queue::Office:
    query.allOf = bit(RowFlag::Open);
    break;
  case Queue::Unassigned:
    query.allOf = bit(RowFlag::Unassigned);
    break;
  case Queue::WaitingForCorrection:
    query.statuses = {Status::AwaitingCorrection};
    break;
  case Queue::DueSoon:
    query.allOf = bit(RowFlag::Undecided);
    query.noneOf = bit(RowFlag::ClockStopped);
    query.dueFrom = today;
    query.dueUntil = today + std::chrono::days(kDueSoonDays - 1);
    break;
  case Queue::Overdue:
    query.allOf = bit(RowFlag::Undecided);
    query.noneOf = bit(RowFlag::ClockStopped);
    query.dueUntil = today - std::chrono::days(1);
    break;
  case Queue::ToDecide:
    query.decidesAs = actor.rank;
    query.decider = actor.id;
    query.standsIn = standInsOn(today, actor, offices, absences);
    query.afterViews = true;
    break;
  case Queue::ReturnedToMe:
    query.allOf = bit(RowFlag::Returned);
    break;
  case Queue::NeedsAttention:
    query.allOf = bit(RowFlag::Attention);
    break;
  case Queue::RecentlyClosed:
    query.noneOf = bit(RowFlag::Open);
    query.closedFrom = today - std::chrono::days(kRecentlyClosedDays);
    query.sort = SortColumn::Arrived;
    query.descending = true;
    break;
  }
  return query;
}

} // namespace madoguchi::core
