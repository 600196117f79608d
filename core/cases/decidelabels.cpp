// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decider.h"
#include "core/cases/label.h"

#include <algorithm>

namespace madoguchi::core {

Decided Decider::operator()(const LabelCase& command) const {
  MADOGUCHI_CHECK(worker());
  if (m_state->status == Status::Destroyed) return refuse(ErrorCode::WrongState, "destroyed");
  if (command.add.size() > kMostLabels || command.remove.size() > kMostLabels)
    return refuse(ErrorCode::TooLarge, "labels in one command");
  // What somebody else did already is done: only the rest becomes an event.
  std::vector<std::string> now = m_state->labels;
  CaseLabelled event;
  for (const auto& label : command.remove) {
    if (!isLabel(label)) return refuse(ErrorCode::InvalidArgument, "no label");
    if (!holdsLabel(now, label)) continue;
    removeLabel(now, label);
    addLabel(event.removed, label);
  }
  for (const auto& label : command.add) {
    if (!isLabel(label)) return refuse(ErrorCode::InvalidArgument, "no label");
    MADOGUCHI_CHECK(text(label, ErrorCode::InvalidArgument));
    if (std::find(command.remove.begin(), command.remove.end(), label) != command.remove.end())
      return refuse(ErrorCode::InvalidArgument, "a label both added and removed");
    if (holdsLabel(now, label)) continue;
    addLabel(now, label);
    addLabel(event.added, label);
  }
  if (!event.added.empty() && now.size() > kMostLabels)
    return refuse(ErrorCode::TooLarge, "labels of one case");
  if (event.added.empty() && event.removed.empty()) return std::vector<EventBody>{};
  return std::vector<EventBody>{std::move(event)};
}

} // namespace madoguchi::core
