// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decider.h"
#include "core/procedures/formchanges.h"

namespace madoguchi::core {

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
