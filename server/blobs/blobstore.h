// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::server {

/// Contents of documents in a folder, each named by its SHA-256. An upload arrives in pieces in a file of its
/// own per user; it becomes a blob only after its hash was verified and it was written through to the disk.
/// Thread-safe.
class BlobStore {
public:
  /// The folder is made when needed.
  explicit BlobStore(std::string folder);

  struct Upload {
    std::uint64_t offset = 0; ///< bytes that are safe here
    std::uint64_t length = 0; ///< of the whole
    bool complete = false;
  };

  /// True for 64 lower-case hex digits: nothing else may become part of a path.
  [[nodiscard]] static bool isName(std::string_view text);

  /// Of a complete blob, in bytes.
  [[nodiscard]] std::optional<std::uint64_t> size(const core::BlobId& id) const;
  [[nodiscard]] std::string fileOf(const core::BlobId& id) const;

  /// How far the user's upload has come; none where it was not begun.
  [[nodiscard]] std::optional<Upload> upload(const core::BlobId& id, const core::UserId& user);
  /// Begins an upload, or finds the one that was begun with the same length; another length begins anew.
  /// Errors: TooLarge, InvalidArgument, StorageFailed, StorageFull.
  [[nodiscard]] core::Result<Upload> begin(const core::BlobId& id, const core::UserId& user,
                                           std::uint64_t length);
  /// Appends a piece at an offset that must be the present one (else Conflict). With the last piece the hash
  /// is verified: FileBroken throws the upload away. Errors: NotFound, TooLarge, StorageFailed, StorageFull.
  [[nodiscard]] core::Result<Upload> append(const core::BlobId& id, const core::UserId& user,
                                            std::uint64_t offset, std::string_view bytes);
  /// Throws away uploads that nobody went on with for a day.
  void removeStale();

private:
  [[nodiscard]] std::string partOf(const core::BlobId& id, const core::UserId& user) const;
  [[nodiscard]] core::Result<void> finish(const core::BlobId& id, const std::string& part);

  std::string m_folder;
  std::mutex m_mutex;
};

} // namespace madoguchi::server
