// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actor.h"

#include <algorithm>

namespace madoguchi::core {

OfficeTree::OfficeTree(std::vector<Office> offices) : m_offices(std::move(offices)) {
  for (std::size_t i = 0; i < m_offices.size(); ++i)
    m_byId.emplace(m_offices[i].id.value, i);
}

const Office* OfficeTree::find(const OfficeId& id) const {
  const auto found = m_byId.find(id.value);
  return found == m_byId.end() ? nullptr : &m_offices[found->second];
}

bool OfficeTree::isWithin(const OfficeId& office, const OfficeId& top) const {
  if (office == top) return true;
  // The depth of a tree is bounded by its size; a ring made by a bad import must not hang us.
  const Office* here = find(office);
  for (std::size_t steps = 0; here != nullptr && steps <= m_offices.size(); ++steps) {
    if (here->id == top) return true;
    here = here->parent.empty() ? nullptr : find(here->parent);
  }
  return false;
}

bool hasRole(const Actor& actor, Role role, const OfficeTree& offices, const OfficeId& office,
             const ProcedureId& procedure, bool isProtected) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
    return grant.role == role && (!grant.procedure || *grant.procedure == procedure) &&
           (!isProtected || grant.protectedToo) && offices.isWithin(office, grant.office);
  });
}

} // namespace madoguchi::core
