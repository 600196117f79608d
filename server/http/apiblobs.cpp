// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The handlers of blobs: resumable upload in the words of tus 1.0, download by range (RFC 9110, 14).
#include "core/cases/casecodec.h"
#include "core/cases/rules.h"
#include "server/http/api.h"
#include "server/http/byterange.h"

namespace madoguchi::server {

HttpResponse Api::blobState(const Exchange& exchange) {
  const core::Error absent{core::ErrorCode::NotFound, "no such blob"};
  if (!BlobStore::isName(exchange.rest)) return problem(absent, exchange.request.requestId);
  const auto upload = m_services.blobs.upload(core::BlobId(exchange.rest), exchange.caller.actor.id);
  if (!upload) return problem(upload.error(), exchange.request.requestId);
  if (!*upload) return problem(absent, exchange.request.requestId);
  return uploadState(exchange, 200, **upload);
}

HttpResponse Api::blobBegin(const Exchange& exchange) {
  const auto length = numberFrom(exchange.request.header("upload-length"));
  if (!BlobStore::isName(exchange.rest) || !length)
    return problem(
        {core::ErrorCode::InvalidArgument, "a blob is named by its SHA-256 and has an Upload-Length"},
        exchange.request.requestId);
  const auto upload = m_services.blobs.begin(core::BlobId(exchange.rest), exchange.caller.actor.id, *length);
  if (!upload) return problem(upload.error(), exchange.request.requestId);
  return uploadState(exchange, upload->complete ? 200 : 201, *upload);
}

HttpResponse Api::blobAppend(const Exchange& exchange) {
  const auto offset = numberFrom(exchange.request.header("upload-offset"));
  if (!BlobStore::isName(exchange.rest) || !offset)
    return problem({core::ErrorCode::InvalidArgument, "a piece has an Upload-Offset"},
                   exchange.request.requestId);
  const core::BlobId id(exchange.rest);
  const auto upload = m_services.blobs.append(id, exchange.caller.actor.id, *offset, exchange.body);
  if (upload) return uploadState(exchange, 204, *upload);
  auto refused = problem(upload.error(), exchange.request.requestId);
  const auto now = m_services.blobs.upload(id, exchange.caller.actor.id);
  if (now && *now) refused.headers["Upload-Offset"] = std::to_string((*now)->offset);
  return refused;
}

/// Whoever is told that a content is here may name it: so it is in the records, and young enough to stay.
HttpResponse Api::uploadState(const Exchange& exchange, int status, const BlobStore::Upload& upload) {
  if (upload.complete)
    if (auto recorded = recordBlob(exchange, upload.length); !recorded)
      return problem(recorded.error(), exchange.request.requestId);
  HttpResponse response;
  response.status = status;
  response.headers["Upload-Offset"] = std::to_string(upload.offset);
  response.headers["Upload-Length"] = std::to_string(upload.length);
  return response;
}

// Recorded, it stays for a while; whether the collector was faster is seen only then. If so, the desk is to
// come again, and finds that it is not here.
core::Result<void> Api::recordBlob(const Exchange& exchange, std::uint64_t size) {
  const core::BlobId id(exchange.rest);
  return m_services.store.write([&](Writing& writing) -> core::Result<void> {
    writing.putBlob({id, static_cast<std::int64_t>(size), exchange.caller.actor.id, m_services.clock()});
    (void)writing.blob(id); // so that it has been put
    const auto there = m_services.blobs.size(id);
    if (!there) return tl::unexpected(there.error());
    if (!*there) return core::failure(core::ErrorCode::StorageFailed, "the content has just gone");
    return {};
  });
}

bool Api::mayReadBlob(const Exchange& exchange, const core::BlobId& id) {
  const core::Actor& actor = exchange.caller.actor;
  const auto read = m_services.store.read([&](Reading& reading) -> core::Result<void> {
    const auto blob = reading.blob(id);
    if (!blob) return core::failure(core::ErrorCode::NotFound);
    const auto cases = reading.casesOfBlob(id);
    // Once a case names it, it is the case's: whoever brought it may have lost sight of that since.
    if (cases.empty() && blob->uploadedBy == actor.id) return {};
    const auto catalog = m_services.catalogs.current(reading);
    for (const core::CaseId& caseId : cases) {
      const auto row = reading.findCase(caseId);
      const auto record = row ? core::caseRecordFrom(row->state, "[]")
                              : core::Result<core::CaseRecord>(core::failure(core::ErrorCode::NoSuchCase));
      if (record && core::maySee(actor, record->state, catalog->offices)) return {};
    }
    return core::failure(core::ErrorCode::NotFound);
  });
  return read.has_value();
}

HttpResponse Api::blobGet(const Exchange& exchange) {
  const core::BlobId id(exchange.rest);
  const core::Error absent{core::ErrorCode::NotFound, "no such blob"};
  // One who may not read it learns as little as of one that is not there.
  if (!BlobStore::isName(id.value) || !mayReadBlob(exchange, id))
    return problem(absent, exchange.request.requestId);
  const auto there = m_services.blobs.size(id);
  if (!there) return problem(there.error(), exchange.request.requestId);
  if (!*there) return problem(absent, exchange.request.requestId);
  const auto read = [&blobs = m_services.blobs, id](std::uint64_t at, std::size_t most) {
    return blobs.read(id, at, most);
  };
  return contentAnswer(exchange.request, {{}, 0, **there, read}, id.value);
}

} // namespace madoguchi::server
