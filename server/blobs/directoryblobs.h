// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/blobstore.h"

#include <mutex>

namespace madoguchi::server {

/// The store as a folder, which servers on several machines may share. What is safe has been written through
/// to the disk. Of one user's uploads of one document only one is under way at a time, by the file's name.
class DirectoryBlobs final : public BlobStore {
public:
  /// The folder is made when needed.
  explicit DirectoryBlobs(std::string folder);

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
  [[nodiscard]] std::string fileOf(const core::BlobId& id) const;
  [[nodiscard]] std::string partOf(const core::BlobId& id, const core::UserId& user) const;
  [[nodiscard]] std::optional<Upload> whole(const core::BlobId& id) const;
  [[nodiscard]] core::Result<void> finish(const core::BlobId& id, const std::string& part);

  std::string m_folder;
  std::mutex m_mutex;
};

} // namespace madoguchi::server
