// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/casesummary.h"

#include "core/cases/caseclock.h"
#include "core/cases/rules.h"
#include "core/text/fold.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::array<std::string_view, 6> kRanks{"staff", "chief", "manager", "director", "head", "legal"};
constexpr std::size_t kDigits = 9;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string widenDigits(std::string_view text) {
  std::string wide;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && isDigit(text[end]))
      ++end;
    if (end == i) {
      wide.push_back(text[i++]);
      continue;
    }
    if (end - i < kDigits) wide.append(kDigits - (end - i), '0');
    wide.append(text.substr(i, end - i));
    i = end;
  }
  return wide;
}

RowFlags flagsOf(const CaseState& state) {
  RowFlags flags = 0;
  const auto set = [&flags](RowFlag flag, bool on) { flags |= on ? bit(flag) : 0U; };
  const bool open = isOpen(state.status);
  set(RowFlag::Open, open);
  set(RowFlag::Undecided, open && !state.decision);
  set(RowFlag::Unassigned, open && state.holder.empty());
  set(RowFlag::Protected, state.visibility == Visibility::Protected);
  set(RowFlag::Returned, state.status == Status::Examining && !state.returnReason.empty());
  set(RowFlag::AfterView, !state.afterViews.empty());
  set(RowFlag::Appealed, std::any_of(state.appeals.begin(), state.appeals.end(),
                                     [](const Appeal& appeal) { return !appeal.closedOn; }));
  set(RowFlag::Reserved, state.reservation.has_value());
  return flags;
}

std::uint32_t substitutesOf(const CaseState& state, const Procedure& procedure) {
  const auto open = openStages(state);
  if (open.size() != 1 || !state.draft || isWeighty(state, procedure)) return 0;
  const Stage* decision = stage(procedure, open.front()->id);
  if (decision == nullptr) return 0;
  const std::string outcome = boost::describe::enum_to_string(state.draft->outcome, "?");
  const auto amount = amountOf(procedure, state.form);
  std::uint32_t bits = 0;
  for (const std::string_view rank : kRanks)
    if (mayDecideForAbsent(procedure, *decision, rank, outcome, amount)) bits |= substituteBit(rankBit(rank));
  return bits;
}

} // namespace

std::uint32_t rankBit(std::string_view rank) {
  const auto* found = std::find(kRanks.begin(), kRanks.end(), rank);
  return found == kRanks.end() ? 0U : 1U << static_cast<unsigned>(found - kRanks.begin());
}

CaseSummarizer::CaseSummarizer(const HolidayTable& holidays, Date today)
    : m_holidays(holidays), m_today(today) {}

CaseSummary CaseSummarizer::summarize(const CaseState& state, const Procedure* procedure) {
  CaseSummary summary;
  CaseListRow& row = summary.row;
  row.id = state.id;
  row.version = state.version;
  row.number = state.number;
  row.procedure = state.procedure;
  row.procedureVersion = state.procedureVersion;
  row.applicant = state.applicant.party.name.display;
  row.kana = state.applicant.party.name.kana;
  row.arrivedOn = state.arrivedOn;
  row.status = state.status;
  row.holder = state.holder;
  row.office = state.office;
  if (state.draft) {
    row.outcome = state.draft->outcome;
    row.author = state.draft->author;
  }
  if (state.decision) row.outcome = state.decision->outcome;
  row.closedOn = state.closedOn ? state.closedOn : state.withdrawnOn;
  row.flags = flagsOf(state);
  row.labels = state.labels;
  if (state.fixedDueOn)
    row.dueOn = state.fixedDueOn;
  else if (procedure != nullptr && procedure->clock.days > 0)
    addClock(state, *procedure, row);

  summary.numberKey = widenDigits(state.number);
  summary.nameKey = foldForSearch(row.kana.empty() ? row.applicant : row.kana);
  for (const RouteStage* stage : openStages(state))
    summary.openRanks |= rankBit(stage->role);
  if (procedure != nullptr && summary.openRanks != 0) summary.openRanks |= substitutesOf(state, *procedure);
  if (!state.afterViews.empty()) summary.openRanks |= kAfterViewBit;
  for (const AfterViewDue& due : state.afterViews)
    summary.actedFor.push_back(due.actedFor);
  for (const RouteStage& stage : state.route)
    if (!stage.by.empty()) summary.actedBy.push_back(stage.by);
  return summary;
}

void CaseSummarizer::addClock(const CaseState& state, const Procedure& procedure, CaseListRow& row) {
  row.clockDays = procedure.clock.days;
  const bool undisturbed = state.rounds.empty() && state.waits.empty();
  const auto key = std::make_tuple(&procedure, state.arrivedOn);
  if (undisturbed)
    if (const auto known = m_undisturbed.find(key); known != m_undisturbed.end()) {
      row.dueOn = known->second;
      return;
    }
  // A claimed day of a badly set PC may lie before the arrival; the period has then just begun.
  const auto clock = caseClock(state, procedure, m_holidays, std::max(m_today, state.arrivedOn));
  if (clock) row.dueOn = clock->dueOn;
  if (undisturbed) m_undisturbed.emplace(key, row.dueOn);
  if (!clock || !clock->stopped || !has(row.flags, RowFlag::Undecided) || clock->daysLeft <= 0) return;
  row.flags |= bit(RowFlag::ClockStopped);
  row.stoppedDaysLeft = clock->daysLeft;
}

} // namespace madoguchi::core
