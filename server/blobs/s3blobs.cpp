// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/s3blobs.h"

#include "core/base/hasher.h"
#include "protocol/limits.h"
#include "server/blobs/descriptor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <fcntl.h>

namespace madoguchi::server {

namespace {

constexpr int kNotFound = 404;
constexpr std::size_t kMaxPieces = 2'000; ///< of an upload; the desk's are of a megabyte
const std::string kIncoming = "incoming/";

/// Length of the whole and offset, from "<length>.<offset>".
struct PieceName {
  std::uint64_t length = 0;
  std::uint64_t offset = 0;
};

std::optional<PieceName> pieceFrom(std::string_view name) {
  PieceName piece;
  name.remove_prefix(std::min(name.size(), name.find_last_of('/') + 1));
  const char* end = name.data() + name.size();
  const auto length = std::from_chars(name.data(), end, piece.length);
  if (length.ec != std::errc() || length.ptr == end || *length.ptr != '.') return std::nullopt;
  const auto offset = std::from_chars(length.ptr + 1, end, piece.offset);
  if (offset.ec != std::errc() || offset.ptr != end) return std::nullopt;
  return piece;
}

/// With zeros in front, so that names are in the order of their numbers.
std::string pieceName(std::uint64_t length, std::uint64_t offset) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%012llu.%012llu", static_cast<unsigned long long>(length),
                static_cast<unsigned long long>(offset));
  return text.data();
}

} // namespace

S3Blobs::S3Blobs(S3Options options, S3Client::Clock clock, std::string spool)
    : m_client(std::move(options), std::move(clock)), m_spool(std::move(spool)) {}

std::string S3Blobs::folderOf(const core::BlobId& id, const core::UserId& user) {
  return kIncoming + id.value + "." + core::sha256Hex(user.value).substr(0, 16) + "/";
}

core::Result<std::optional<std::uint64_t>> S3Blobs::size(const core::BlobId& id) {
  const auto reply = m_client.send({.method = "HEAD", .name = nameOf(id)});
  if (!reply) return tl::unexpected(reply.error());
  if (reply->status == kNotFound) return std::nullopt;
  return reply->length;
}

core::Result<std::string> S3Blobs::read(const core::BlobId& id, std::uint64_t offset, std::size_t length) {
  if (length == 0) return std::string();
  auto reply =
      m_client.send({.method = "GET",
                     .name = nameOf(id),
                     .range = "bytes=" + std::to_string(offset) + "-" + std::to_string(offset + length - 1),
                     .most = length});
  if (!reply) return tl::unexpected(reply.error());
  if (reply->status == kNotFound) return core::failure(core::ErrorCode::NotFound, "no such blob");
  if (reply->body.size() != length)
    return core::failure(core::ErrorCode::StorageFailed, "blobs: the S3 store sent another range");
  return std::move(reply->body);
}

core::Result<std::vector<S3Object>> S3Blobs::list(const std::string& folder) {
  constexpr std::size_t kMostListBytes = 4UL * 1024 * 1024; // a thousand names
  const std::string& prefix = m_client.options().prefix;
  std::vector<S3Object> objects;
  S3Request request{.method = "GET", .name = {}, .most = kMostListBytes};
  request.query = {{"list-type", "2"}, {"prefix", prefix + folder}};
  do {
    const auto reply = m_client.send(request);
    if (!reply) return tl::unexpected(reply.error());
    auto page = S3Listing::parse(reply->body);
    if (!page) return tl::unexpected(page.error());
    for (S3Object& object : page->objects) {
      object.name.erase(0, prefix.size());
      objects.push_back(std::move(object));
    }
    request.query["continuation-token"] = page->next;
  } while (!request.query["continuation-token"].empty());
  return objects;
}

core::Result<std::optional<S3Blobs::Pieces>> S3Blobs::find(const core::BlobId& id, const core::UserId& user) {
  auto objects = list(folderOf(id, user));
  if (!objects) return tl::unexpected(objects.error());
  if (objects->empty()) return std::nullopt;
  Pieces pieces{std::move(*objects), {}, {}};
  // A list is in the order of names; a piece that does not follow came twice and cut in another way.
  for (const S3Object& object : pieces.all) {
    const auto name = pieceFrom(object.name);
    if (!name) continue;
    pieces.reached.length = name->length;
    if (name->offset != pieces.reached.offset || object.size == 0) continue;
    pieces.inLine.push_back(object.name);
    pieces.reached.offset += object.size;
  }
  return pieces;
}

core::Result<std::optional<BlobStore::Upload>> S3Blobs::upload(const core::BlobId& id,
                                                               const core::UserId& user) {
  const auto whole = size(id);
  if (!whole) return tl::unexpected(whole.error());
  if (*whole) return Upload{**whole, **whole, true};
  const auto pieces = find(id, user);
  if (!pieces) return tl::unexpected(pieces.error());
  if (!*pieces) return std::nullopt;
  Upload reached = (*pieces)->reached;
  if (reached.offset < reached.length) return reached;
  if (auto finished = finish(id, **pieces); !finished) return tl::unexpected(finished.error());
  reached.complete = true;
  return reached;
}

core::Result<BlobStore::Upload> S3Blobs::begin(const core::BlobId& id, const core::UserId& user,
                                               std::uint64_t length) {
  if (length > protocol::kMaxBlobBytes)
    return core::failure(core::ErrorCode::TooLarge, "document over the limit");
  const auto present = upload(id, user);
  if (!present) return tl::unexpected(present.error());
  if (*present && ((*present)->complete || (*present)->length == length)) return **present;
  if (*present) {
    const auto pieces = find(id, user);
    if (!pieces) return tl::unexpected(pieces.error());
    if (*pieces)
      if (auto removed = removeNames((*pieces)->all); !removed) return tl::unexpected(removed.error());
  }
  // Without bytes, it says that the upload was begun; the first piece takes its name.
  if (auto kept = put(folderOf(id, user) + pieceName(length, 0), {}); !kept)
    return tl::unexpected(kept.error());
  if (length > 0) return Upload{0, length, false};
  const auto begun = upload(id, user);
  if (!begun) return tl::unexpected(begun.error());
  return begun->value_or(Upload{});
}

core::Result<BlobStore::Upload> S3Blobs::append(const core::BlobId& id, const core::UserId& user,
                                                std::uint64_t offset, std::string_view bytes) {
  auto found = find(id, user);
  if (!found) return tl::unexpected(found.error());
  if (!*found) {
    const auto whole = size(id);
    if (!whole) return tl::unexpected(whole.error());
    if (*whole) return Upload{**whole, **whole, true};
    return core::failure(core::ErrorCode::NotFound, "no such upload");
  }
  Pieces& pieces = **found;
  Upload& reached = pieces.reached;
  if (reached.offset != offset) return core::failure(core::ErrorCode::Conflict, "another offset");
  if (bytes.size() > reached.length - offset)
    return core::failure(core::ErrorCode::TooLarge, "more than the stated length");
  if (pieces.all.size() >= kMaxPieces) return core::failure(core::ErrorCode::TooLarge, "too many pieces");
  const std::string name = folderOf(id, user) + pieceName(reached.length, offset);
  if (!bytes.empty()) {
    if (auto kept = put(name, bytes); !kept) return tl::unexpected(kept.error());
    pieces.inLine.push_back(name);
    pieces.all.push_back({name, bytes.size(), {}});
  }
  reached.offset += bytes.size();
  if (reached.offset < reached.length) return reached;
  if (auto finished = finish(id, pieces); !finished) return tl::unexpected(finished.error());
  reached.complete = true;
  return reached;
}

core::Result<void> S3Blobs::gather(const core::BlobId& id, const Pieces& pieces, int file) {
  core::Hasher hasher;
  std::uint64_t offset = 0;
  for (const std::string& name : pieces.inLine) {
    const auto reply = m_client.send({.method = "GET", .name = name, .most = protocol::kMaxBlobBytes});
    if (!reply) return tl::unexpected(reply.error());
    if (reply->status == kNotFound) return core::failure(core::ErrorCode::Conflict, "a piece has gone");
    hasher.add(reply->body);
    if (auto written = writeAll(file, reply->body, offset); !written) return written;
    offset += reply->body.size();
  }
  if (core::toHex(hasher.digest()) != id.value)
    return core::failure(core::ErrorCode::FileBroken, "the content has another hash");
  return {};
}

core::Result<void> S3Blobs::finish(const core::BlobId& id, const Pieces& pieces) {
  // A file without a name, gone with the program.
  const Descriptor spool(m_spool, O_TMPFILE | O_RDWR);
  if (spool.number() < 0) return blobFileError("open the folder for gathering");
  auto gathered = gather(id, pieces, spool.number());
  if (!gathered) {
    // Another server, told the same at the same time, was faster.
    const auto whole = size(id);
    if (whole && *whole) return {};
    if (gathered.error().code != core::ErrorCode::FileBroken) return gathered;
    if (auto removed = removeNames(pieces.all); !removed) return removed;
    return gathered;
  }
  const auto reply =
      m_client.send({.method = "PUT", .name = nameOf(id), .file = spool.number(), .hash = id.value});
  if (!reply) return tl::unexpected(reply.error());
  if (reply->status == kNotFound) return core::failure(core::ErrorCode::StorageFailed, "blobs: no bucket");
  // What stays goes as stale.
  (void)removeNames(pieces.all);
  return {};
}

core::Result<void> S3Blobs::put(const std::string& name, std::string_view bytes) {
  const auto reply = m_client.send({.method = "PUT", .name = name, .body = bytes});
  if (!reply) return tl::unexpected(reply.error());
  if (reply->status == kNotFound) return core::failure(core::ErrorCode::StorageFailed, "blobs: no bucket");
  return {};
}

core::Result<void> S3Blobs::removeName(const std::string& name) {
  const auto reply = m_client.send({.method = "DELETE", .name = name});
  if (!reply) return tl::unexpected(reply.error());
  return {};
}

core::Result<void> S3Blobs::removeNames(const std::vector<S3Object>& objects) {
  // From the end: what is cut here is an upload that reached less far.
  for (auto object = objects.rbegin(); object != objects.rend(); ++object)
    if (auto removed = removeName(object->name); !removed) return removed;
  return {};
}

core::Result<void> S3Blobs::remove(const core::BlobId& id) {
  return removeName(nameOf(id));
}

core::Result<std::size_t> S3Blobs::removeStale(core::Instant now) {
  const auto objects = list(kIncoming);
  if (!objects) return tl::unexpected(objects.error());
  std::map<std::string, std::vector<S3Object>> uploads;
  for (const S3Object& object : *objects)
    uploads[object.name.substr(0, object.name.find_last_of('/'))].push_back(object);
  std::size_t removed = 0;
  for (const auto& [folder, pieces] : uploads) {
    const bool isYoung = std::any_of(pieces.begin(), pieces.end(),
                                     [&](const S3Object& piece) { return piece.at >= now - kStale; });
    if (isYoung) continue;
    if (auto gone = removeNames(pieces); !gone) return tl::unexpected(gone.error());
    ++removed;
  }
  return removed;
}

} // namespace madoguchi::server
