// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/cacheddrafts.h"

#include "app/profile/log.h"

namespace madoguchi::app {

namespace {

constexpr const char* kPrefix = "case/";

std::string keyOf(const core::CaseId& id, const QString& field) {
  return kPrefix + id.value + '/' + field.toStdString();
}

} // namespace

void CachedDrafts::load(std::function<void()> done) {
  const QPointer<CachedDrafts> self(this);
  const auto take = [self](const std::map<std::string, std::string>& texts) {
    for (const auto& [key, text] : texts) {
      const std::string rest = key.substr(std::char_traits<char>::length(kPrefix));
      const auto slash = std::min(rest.find('/'), rest.size());
      self->m_drafts[core::CaseId(rest.substr(0, slash))].insert(
          QString::fromStdString(rest.substr(std::min(slash + 1, rest.size()))),
          QString::fromStdString(text));
    }
  };
  m_reader.ask({this},
               [self, take, done = std::move(done)](
                   const core::Result<storage::CaseReader*>& cache) -> ReaderWorker::Answer {
                 auto read =
                     cache.and_then([](storage::CaseReader* reader) { return reader->drafts(kPrefix); });
                 if (!read) logWarning("drafts", read.error().detail);
                 return [self, take, done, read = std::move(read)] {
                   if (!self) return;
                   if (read) take(*read);
                   done();
                 };
               });
}

models::Drafts CachedDrafts::drafts(const core::CaseId& id) const {
  const auto found = m_drafts.find(id);
  return found == m_drafts.end() ? models::Drafts() : found->second;
}

void CachedDrafts::keep(const core::CaseId& id, const models::Drafts& drafts) {
  models::Drafts& kept = m_drafts[id];
  for (auto draft = kept.begin(); draft != kept.end(); ++draft)
    if (!drafts.contains(draft.key())) write(id, draft.key(), {});
  for (auto draft = drafts.begin(); draft != drafts.end(); ++draft)
    if (kept.value(draft.key()) != draft.value()) write(id, draft.key(), draft.value());
  kept = drafts;
  if (kept.isEmpty()) m_drafts.erase(id);
}

std::map<std::string, std::string> CachedDrafts::keyed(const core::CaseId& id, const models::Drafts& drafts) {
  std::map<std::string, std::string> keys;
  for (auto draft = drafts.begin(); draft != drafts.end(); ++draft)
    keys.emplace(keyOf(id, draft.key()), draft.value().toStdString());
  return keys;
}

void CachedDrafts::forget(const core::CaseId& id, const models::Drafts& drafts) {
  const auto found = m_drafts.find(id);
  if (found == m_drafts.end()) return;
  found->second.removeIf([&drafts](models::Drafts::iterator kept) {
    const auto gone = drafts.find(kept.key());
    return gone != drafts.end() && *gone == kept.value();
  });
  if (found->second.isEmpty()) m_drafts.erase(found);
}

void CachedDrafts::write(const core::CaseId& id, const QString& field, const QString& text) {
  m_store.urgent([key = keyOf(id, field), text = text.toStdString()](storage::Cache& cache) {
    if (const auto saved = cache.saveDraft(key, text); !saved) logWarning("draft", saved.error().detail);
  });
}

} // namespace madoguchi::app
