// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The handlers of ready-made caches: protocol/readymade.h.
#include "server/audit/audittrail.h"
#include "server/http/api.h"
#include "server/http/byterange.h"
#include "server/readymade/shelf.h"

#include <filesystem>

namespace madoguchi::server {

/// Which of them the caller may take, decided anew each time: the newest of each scope.
core::Result<std::vector<protocol::ReadyMade>> Api::readyMadeFor(const core::Actor& actor) {
  std::vector<protocol::ReadyMade> files;
  const auto shelved =
      m_services.readyMade == nullptr ? std::vector<ShelvedCache>() : m_services.readyMade->all();
  if (shelved.empty()) return files;
  const auto read = m_services.store.read([&](Reading& reading) -> core::Result<void> {
    const auto catalog = m_services.catalogs.current(reading);
    const auto basis = shelfBasis(reading);
    std::map<core::ScopeName, const ShelvedCache*> newest;
    for (const ShelvedCache& cache : shelved) {
      const auto counter = reading.counter(cache.file.scope);
      if (!isWorthTaking(cache, basis, counter) || visibleScopes(actor, *catalog, {*counter}).empty())
        continue;
      const ShelvedCache*& best = newest[cache.file.scope];
      if (best == nullptr || best->madeAt < cache.madeAt) best = &cache;
    }
    files.clear();
    for (const auto& [scope, cache] : newest)
      files.push_back(cache->file);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return files;
}

HttpResponse Api::readyMadeList(const Exchange& exchange) {
  const auto files = readyMadeFor(exchange.caller.actor);
  if (!files) return problem(files.error(), exchange.request.requestId);
  // With the key a whole office's cases leave the server: no key without its row in the audit.
  if (!files->empty()) {
    const auto written = m_services.store.write([&](Writing& writing) -> core::Result<void> {
      AuditTrail audit(writing);
      for (const auto& file : *files) {
        const auto scope = caseScopeFrom(file.scope);
        audit.add({scope ? scope->office : core::OfficeId(),
                   m_services.clock(),
                   exchange.caller.actor.id,
                   "readyMadeOffered",
                   file.scope,
                   {{"device", exchange.caller.device.value}, {"name", file.name}, {"count", file.count}}});
      }
      audit.write();
      return {};
    });
    if (!written) return problem(written.error(), exchange.request.requestId);
  }
  HttpResponse response;
  response.body = protocol::encode(protocol::ReadyMadeList{*files});
  response.headers["Content-Type"] = "application/json";
  return response;
}

HttpResponse Api::readyMadeGet(const Exchange& exchange) {
  const core::Error absent{core::ErrorCode::NotFound, "no such ready-made cache"};
  const auto cache =
      m_services.readyMade == nullptr ? std::nullopt : m_services.readyMade->find(exchange.rest);
  if (!cache) return problem(absent, exchange.request.requestId);
  bool may = false;
  const auto read = m_services.store.read([&](Reading& reading) -> core::Result<void> {
    const auto counter = reading.counter(cache->file.scope);
    const auto catalog = m_services.catalogs.current(reading);
    may = counter && !visibleScopes(exchange.caller.actor, *catalog, {*counter}).empty();
    return {};
  });
  if (!read) return problem(read.error(), exchange.request.requestId);
  // One who may not have it learns as little as of one that is not there.
  if (!may) return problem(absent, exchange.request.requestId);
  const FileRange whole{m_services.readyMade->fileOf(cache->file.name), 0,
                        static_cast<std::uint64_t>(cache->file.packed)};
  return contentAnswer(exchange.request, whole, cache->file.name);
}

} // namespace madoguchi::server
