// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/blobstore.h"
#include "server/blobs/s3client.h"
#include "server/blobs/s3listing.h"

namespace madoguchi::server {

/// The store as a bucket of S3. Everything is in the bucket, uploads that are under way too, so that any
/// server goes on with what another began: blobs/<id>, and of an upload one object a piece,
/// incoming/<id>.<user>/<length of the whole>.<offset>. (S3's own multipart upload wants pieces of 5 MB.)
/// When the last piece has come, they are gathered in a file without a name, and written as the blob once the
/// hash is right; the bucket checks it again. Two servers that do so at once write the same.
class S3Blobs final : public BlobStore {
public:
  /// Pieces are gathered in the folder for temporary files, `spool`.
  S3Blobs(S3Options options, S3Client::Clock clock, std::string spool);

  [[nodiscard]] core::Result<std::optional<std::uint64_t>> size(const core::BlobId& id) override;
  [[nodiscard]] core::Result<std::string> read(const core::BlobId& id, std::uint64_t offset,
                                               std::size_t length) override;
  [[nodiscard]] core::Result<std::optional<Upload>> upload(const core::BlobId& id,
                                                           const core::UserId& user) override;
  [[nodiscard]] core::Result<Upload> begin(const core::BlobId& id, const core::UserId& user,
                                           std::uint64_t length) override;
  [[nodiscard]] core::Result<Upload> append(const core::BlobId& id, const core::UserId& user,
                                            std::uint64_t offset, std::string_view bytes) override;
  [[nodiscard]] core::Result<void> remove(const core::BlobId& id) override;
  [[nodiscard]] core::Result<std::size_t> removeStale(core::Instant now) override;

private:
  /// An upload as its pieces tell of it.
  struct Pieces {
    std::vector<S3Object> all;       ///< names without the prefix
    std::vector<std::string> inLine; ///< names of those that follow each other from the beginning on
    Upload reached;
  };

  [[nodiscard]] static std::string nameOf(const core::BlobId& id) { return "blobs/" + id.value; }
  [[nodiscard]] static std::string folderOf(const core::BlobId& id, const core::UserId& user);
  [[nodiscard]] core::Result<std::vector<S3Object>> list(const std::string& folder);
  [[nodiscard]] core::Result<std::optional<Pieces>> find(const core::BlobId& id, const core::UserId& user);
  [[nodiscard]] core::Result<void> finish(const core::BlobId& id, const Pieces& pieces);
  [[nodiscard]] core::Result<void> gather(const core::BlobId& id, const Pieces& pieces, int file);
  [[nodiscard]] core::Result<void> put(const std::string& name, std::string_view bytes);
  [[nodiscard]] core::Result<void> removeNames(const std::vector<S3Object>& objects);
  [[nodiscard]] core::Result<void> removeName(const std::string& name);

  S3Client m_client;
  std::string m_spool;
};

} // namespace madoguchi::server
