// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/heldcases.h"

#include <algorithm>

namespace madoguchi::core {

bool wasHandedOverByAnother(const std::vector<Event>& timeline, const UserId& person) {
  const auto last = std::find_if(timeline.rbegin(), timeline.rend(), [](const Event& event) {
    return std::holds_alternative<CaseAssigned>(event.body) ||
           std::holds_alternative<CaseReleased>(event.body) ||
           std::holds_alternative<CaseTransferred>(event.body);
  });
  return last == timeline.rend() || last->actor != person;
}

} // namespace madoguchi::core
