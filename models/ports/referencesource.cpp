// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/referencesource.h"

namespace madoguchi::models {

const core::Procedure* References::procedure(const core::ProcedureId& id, int version) const {
  const auto found = procedures.find({id, version});
  return found == procedures.end() ? nullptr : found->second.get();
}

std::vector<const core::Procedure*> References::openProcedures() const {
  std::vector<const core::Procedure*> newest;
  for (const auto& [key, procedure] : procedures) {
    if (procedure->importOnly) continue;
    // The map is in order of id, then version: a later version replaces the one before.
    if (!newest.empty() && newest.back()->id == procedure->id) newest.pop_back();
    newest.push_back(procedure.get());
  }
  return newest;
}

} // namespace madoguchi::models
