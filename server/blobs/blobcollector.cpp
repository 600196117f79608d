// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blobcollector.h"

#include "server/audit/audittrail.h"
#include "server/identity/accounts.h"

namespace madoguchi::server {

core::Result<void> BlobCollector::collectOne(const core::BlobId& id, core::Instant now,
                                             Collected& collected) {
  std::int64_t bytes = 0;
  bool removed = false;
  auto done = m_store.write([&](Writing& writing) -> core::Result<void> {
    const auto row = writing.blob(id);
    removed = row && writing.removeBlob(id, now - kGrace);
    if (!removed) return {};
    bytes = row->size;
    AuditEntry entry{{}, now, consoleUser(), "contentRemoved", id.value, {}};
    entry.details["size"] = bytes;
    AuditTrail audit(writing);
    audit.add(entry);
    audit.write();
    return m_blobs.remove(id);
  });
  if (!done || !removed) return done;
  ++collected.contents;
  collected.bytes += bytes;
  return {};
}

core::Result<BlobCollector::Collected> BlobCollector::collect(const std::vector<core::BlobId>& ids,
                                                              const std::stop_token& stop) {
  Collected collected;
  for (const core::BlobId& id : ids)
    if (stop.stop_requested())
      return collected;
    else if (auto done = collectOne(id, m_clock(), collected); !done)
      return tl::unexpected(done.error());
  return collected;
}

core::Result<BlobCollector::Collected> BlobCollector::run(const std::stop_token& stop) {
  constexpr std::size_t kPage = 500;
  Collected collected;
  const core::Instant now = m_clock();
  core::BlobId last;
  std::vector<BlobRow> page;
  do {
    auto read = m_store.read([&](Reading& reading) -> core::Result<void> {
      page = reading.unusedBlobsAfter(last, now - kGrace, kPage);
      return {};
    });
    if (!read) return tl::unexpected(read.error());
    for (const BlobRow& row : page)
      if (stop.stop_requested())
        return collected;
      else if (auto done = collectOne(row.id, now, collected); !done)
        return tl::unexpected(done.error());
    if (!page.empty()) last = page.back().id;
  } while (page.size() == kPage);
  const auto stale = m_blobs.removeStale(now);
  if (!stale) return tl::unexpected(stale.error());
  collected.uploads = *stale;
  return collected;
}

} // namespace madoguchi::server
