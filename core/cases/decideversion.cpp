// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decider.h"
#include "core/procedures/formchanges.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace madoguchi::core {

namespace {

/// Whether two places are the same, or one lies in the other.
bool overlap(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  return other.starts_with(one) && (other.size() == one.size() || other[one.size()] == '/');
}

/// How many commands of others have been seen at a version: all of the actor's own stand before it, whatever
/// of them had not reached the server when the version was counted.
std::int64_t othersSeen(const std::vector<Event>& timeline, const Command& command) {
  std::set<CommandId> own;
  for (const Event& event : timeline)
    if (event.actor == command.actor) own.insert(event.command);
  return command.baseVersion - static_cast<std::int64_t>(own.size());
}

} // namespace

Check seenByMover(const CaseRecord& record, const Command& command, const std::vector<EventBody>& decided) {
  const MovedToVersion* moved = decided.empty() ? nullptr : std::get_if<MovedToVersion>(&decided.back());
  if (moved == nullptr || moved->edits.empty()) return {};
  const std::int64_t seen = othersSeen(record.timeline, command);
  std::set<CommandId> others;
  std::map<std::string, FieldConflict> clashes; // by place; of several changes the first gives the base
  for (const Event& event : record.timeline) {
    if (event.actor == command.actor) continue;
    others.insert(event.command);
    const auto* edited = std::get_if<FormEdited>(&event.body);
    if (edited == nullptr || static_cast<std::int64_t>(others.size()) <= seen) continue;
    for (const FieldEdit& edit : edited->edits)
      for (const FieldEdit& gone : moved->edits) {
        if (!overlap(edit.pointer, gone.pointer)) continue;
        const std::string pointer = "/form" + gone.pointer;
        FieldConflict& clash =
            clashes.try_emplace(pointer, FieldConflict{pointer, edit.before, nullptr, gone.before, {}, {}})
                .first->second;
        clash.theirActor = event.actor;
        clash.theirAt = event.at;
      }
  }
  if (clashes.empty()) return {};
  Refusal refusal{ErrorCode::Conflict, "a value that would go was changed meanwhile", {}};
  for (auto& [pointer, clash] : clashes)
    refusal.conflicts.push_back(std::move(clash));
  return tl::unexpected(std::move(refusal));
}

// Who may, and when, is as for EditForm: a move changes what the case is judged by, never once it is.
Decided Decider::operator()(const MoveToVersion& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::AwaitingCorrection}));
  const int now = m_state->procedureVersion;
  if (command.to <= command.from)
    return refuse(ErrorCode::InvalidArgument, "a case moves to a newer version");
  if (command.to == now) return std::vector<EventBody>{}; // somebody else has done it
  if (command.from != now) return refuse(ErrorCode::WrongState, "it has version " + std::to_string(now));
  const Procedure* to = m_context.moveTo;
  if (to == nullptr || to->id != m_state->procedure || to->version != command.to || to->importOnly)
    return refuse(ErrorCode::NoSuchProcedure, m_state->procedure.value + "@" + std::to_string(command.to));
  MovedToVersion moved{command.from, command.to, {}};
  for (std::string& pointer : homelessPlaces(*to, m_state->form))
    if (const json::value* value = valueAt(m_state->form, pointer))
      moved.edits.push_back(FieldEdit{std::move(pointer), *value, nullptr});
  std::vector<EventBody> events;
  beginExamining(events);
  events.emplace_back(std::move(moved));
  return events;
}

} // namespace madoguchi::core
