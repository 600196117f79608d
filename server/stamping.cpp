// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stamping.h"

namespace madoguchi::server {

void CaseChanges::put(const std::optional<core::CaseRow>& before, const core::CaseState& state,
                      core::ScopeName scope, core::CaseText text, std::string digest) {
  auto& change = m_changes.try_emplace(state.id, Change{before, {}}).first->second;
  change.after = {core::CaseRow{std::move(scope), 0, state.id, state.version, std::move(digest),
                                std::move(text.state), std::move(text.timeline)},
                  state.homeOffice};
}

std::map<core::CaseId, CasePlace> CaseChanges::write() {
  std::set<core::ScopeName> scopes;
  for (const auto& [id, change] : m_changes) {
    scopes.insert(change.after.row.scope);
    if (change.before) scopes.insert(change.before->scope);
  }
  auto counters = m_writing.takeCounters(scopes);

  std::map<core::CaseId, CasePlace> places;
  std::vector<StampedCase> rows;
  std::vector<core::GoneRow> gone;
  rows.reserve(m_changes.size());
  for (auto& [id, change] : m_changes) {
    CasePlace& place = places[id];
    core::CaseRow& row = change.after.row;
    if (change.before) {
      ScopeCounter& old = counters.at(change.before->scope);
      old.sum.remove(id.value, change.before->version, change.before->digest);
      --old.count;
      if (change.before->scope != row.scope) {
        place.leftScope = old.scope;
        place.leftSeq = ++old.seq;
        gone.push_back({old.scope, old.seq, id, "left"});
      }
    }
    ScopeCounter& counter = counters.at(row.scope);
    counter.sum.add(id.value, row.version, row.digest);
    ++counter.count;
    row.seq = ++counter.seq;
    place.scope = row.scope;
    place.seq = row.seq;
    rows.push_back(std::move(change.after));
  }
  m_writing.putCases(rows);
  m_writing.putGone(gone);
  m_writing.putCounters(counters);
  m_changes.clear();
  return places;
}

std::size_t putReferences(Writing& writing, const core::ScopeName& scope,
                          const std::vector<ReferenceChange>& changes) {
  auto counters = writing.takeCounters({scope});
  ScopeCounter& counter = counters.at(scope);
  std::vector<std::pair<std::string, std::string>> places;
  places.reserve(changes.size());
  for (const ReferenceChange& change : changes)
    places.emplace_back(change.entity, change.key);
  std::map<std::pair<std::string, std::string>, core::ReferenceRow> stored;
  for (auto& row : writing.referencesAt(scope, places))
    stored.emplace(std::pair(row.entity, row.key), std::move(row));
  std::vector<core::ReferenceRow> rows;
  for (const ReferenceChange& change : changes) {
    const std::string id = change.entity + "/" + change.key;
    const std::string digest = core::sha256Hex(change.document);
    const auto found = stored.find({change.entity, change.key});
    const core::ReferenceRow* before = found == stored.end() ? nullptr : &found->second;
    if (before != nullptr ? before->digest == digest : change.document.empty()) continue;
    if (before != nullptr && !before->document.empty()) {
      counter.sum.remove(id, before->version, before->digest);
      --counter.count;
    }
    const std::int64_t version = before != nullptr ? before->version + 1 : 1;
    if (!change.document.empty()) {
      counter.sum.add(id, version, digest);
      ++counter.count;
    }
    rows.push_back({scope, ++counter.seq, change.entity, change.key, version, digest, change.document});
  }
  if (rows.empty()) return 0;
  writing.putReferences(rows);
  writing.putCounters(counters);
  return rows.size();
}

} // namespace madoguchi::server
