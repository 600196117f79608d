// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/calendar/date.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::server {

/// The port to the contents of documents, each named by its SHA-256. An upload arrives in pieces, kept apart
/// per user; it becomes a blob only after its hash was verified. Any number of servers may share one store,
/// and go on with each other's uploads. Thread-safe. tests/unit/server/blobs/blobcontract.h says what every
/// implementation must keep.
class BlobStore {
public:
  virtual ~BlobStore() = default;

  struct Upload {
    std::uint64_t offset = 0; ///< bytes that are safe here
    std::uint64_t length = 0; ///< of the whole
    bool complete = false;
  };

  /// An upload that nobody went on with for so long is thrown away.
  static constexpr std::chrono::hours kStale{24};

  /// True for 64 lower-case hex digits: nothing else may become part of a path.
  [[nodiscard]] static bool isName(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  }

  /// Of a complete blob, in bytes; none where it is not there. Errors: StorageFailed.
  [[nodiscard]] virtual core::Result<std::optional<std::uint64_t>> size(const core::BlobId& id) = 0;
  /// A part of a complete blob, which holds all of it. Errors: NotFound, StorageFailed.
  [[nodiscard]] virtual core::Result<std::string> read(const core::BlobId& id, std::uint64_t offset,
                                                       std::size_t length) = 0;

  /// How far the user's upload has come; none where it was not begun. One whose last piece came but that did
  /// not become a blob (the server died in between) becomes one now. Errors: FileBroken, StorageFailed.
  [[nodiscard]] virtual core::Result<std::optional<Upload>> upload(const core::BlobId& id,
                                                                   const core::UserId& user) = 0;
  /// Begins an upload, or finds the one that was begun with the same length; another length begins anew.
  /// Errors: TooLarge, FileBroken, StorageFailed, StorageFull.
  [[nodiscard]] virtual core::Result<Upload> begin(const core::BlobId& id, const core::UserId& user,
                                                   std::uint64_t length) = 0;
  /// Appends a piece at an offset that must be the present one (else Conflict). With the last piece the hash
  /// is verified: FileBroken throws the upload away. Where the blob is there already, that is success.
  /// Errors: NotFound, TooLarge, StorageFailed, StorageFull.
  [[nodiscard]] virtual core::Result<Upload> append(const core::BlobId& id, const core::UserId& user,
                                                    std::uint64_t offset, std::string_view bytes) = 0;

  /// One that is not there is removed already. Errors: StorageFailed.
  [[nodiscard]] virtual core::Result<void> remove(const core::BlobId& id) = 0;
  /// Throws away uploads that nobody went on with since kStale before `now`; how many.
  [[nodiscard]] virtual core::Result<std::size_t> removeStale(core::Instant now) = 0;
};

} // namespace madoguchi::server
