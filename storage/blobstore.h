// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "storage/database.h"
#include "storage/sealedfile.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::storage {

/// Contents of documents, each in a file of its own beside the cache, encrypted with libsodium's secretstream
/// (chunks of 64 KB; cut, changed or reordered files are found). The key lies in the cache. File names tell
/// nothing: they are keyed hashes of the blob's name.
class BlobStore {
public:
  /// Makes the folder and, once, the key.
  BlobStore(Database& database, std::filesystem::path folder);

  struct Entry {
    core::BlobId id;
    core::CaseId caseId;
    std::int64_t size = 0; ///< bytes of the content
  };

  /// Gives content in pieces; an empty piece is its end.
  using Source = std::function<std::string()>;
  /// Takes content in pieces; returns false to stop.
  using Sink = std::function<bool(std::string_view)>;

  /// Keeps content under its SHA-256; what is there already stays. The file is on the disk before the row.
  /// `caseId` may be empty: it is known when a command names the blob. With `expected` not empty it comes
  /// from the server, and other content is refused with Malformed. Errors: StorageFull, StorageFailed.
  [[nodiscard]] core::Result<Entry> put(const Source& content, const core::CaseId& caseId,
                                        const core::BlobId& expected = {});
  [[nodiscard]] core::Result<Entry> put(std::string_view content, const core::CaseId& caseId);

  /// Errors: NotFound; StorageCorrupt where the file is not as it was written; Cancelled by the sink.
  [[nodiscard]] core::Result<void> read(const core::BlobId& id, const Sink& sink);
  [[nodiscard]] core::Result<std::string> read(const core::BlobId& id);
  /// A part of it; fewer bytes at its end. Parts read one after another cost no more than the whole.
  [[nodiscard]] core::Result<std::string> readPart(const core::BlobId& id, std::int64_t offset,
                                                   std::size_t length);
  [[nodiscard]] core::Result<std::optional<Entry>> find(const core::BlobId& id);
  /// Whether it is kept here, and whether a command that is not through names it.
  enum class Place { Elsewhere, Here, Unsent };
  [[nodiscard]] core::Result<Place> placeOf(const core::BlobId& id);
  /// Of all that is kept.
  [[nodiscard]] core::Result<std::int64_t> bytes();

  /// Removes what was looked at longest ago until no more than `limit` bytes are kept; never what the server
  /// may not have yet, nor what the user keeps (KeptDocuments), nor what is `spared`. Returns the bytes that
  /// went.
  [[nodiscard]] core::Result<std::int64_t> evict(std::int64_t limit,
                                                 const std::set<core::BlobId>& spared = {});
  /// Removes the contents of cases that have left, but for what the outbox still names, and files without a
  /// row (after a crash).
  [[nodiscard]] core::Result<void> sweep();

private:
  [[nodiscard]] std::string fileNameOf(const core::BlobId& id) const;
  void mustExist(const core::BlobId& id);
  void touch(const core::BlobId& id);

  Database& m_database;
  std::filesystem::path m_folder;
  BlobKey m_key{};
  core::BlobId m_openId; ///< whose reading goes on in m_open
  std::unique_ptr<SealedReader> m_open;
};

} // namespace madoguchi::storage
