// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/directoryblobs.h"

#include "core/base/hasher.h"
#include "protocol/limits.h"
#include "server/blobs/descriptor.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace madoguchi::server {

namespace fs = std::filesystem;

namespace {

std::string hashOfFile(const std::string& file) {
  core::Hasher hasher;
  std::ifstream in(file, std::ios::binary);
  std::array<char, 65536> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
    hasher.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  return core::toHex(hasher.digest());
}

// The length stands in the name, so that no second file can disagree with the first.
struct Part {
  std::string file;
  std::uint64_t length = 0;
};

std::optional<Part> findPart(const std::string& stem) {
  std::error_code error;
  const fs::path folder = fs::path(stem).parent_path();
  const std::string prefix = fs::path(stem).filename().string() + ".";
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    return Part{entry.path().string(), std::strtoull(name.c_str() + prefix.size(), nullptr, 10)};
  }
  return std::nullopt;
}

/// Fewer bytes at the end of the file.
core::Result<std::string> readAt(int descriptor, std::uint64_t offset, std::size_t length) {
  std::string bytes(length, '\0');
  std::size_t done = 0;
  while (done < length) {
    const ssize_t got =
        ::pread(descriptor, bytes.data() + done, length - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return blobFileError("read");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

std::uint64_t sizeOf(const std::string& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return error ? 0 : size;
}

} // namespace

DirectoryBlobs::DirectoryBlobs(std::string folder) : m_folder(std::move(folder)) {
  std::error_code error;
  fs::create_directories(m_folder + "/incoming", error);
}

std::string DirectoryBlobs::fileOf(const core::BlobId& id) const {
  return m_folder + "/" + id.value.substr(0, 2) + "/" + id.value;
}

std::string DirectoryBlobs::partOf(const core::BlobId& id, const core::UserId& user) const {
  return m_folder + "/incoming/" + id.value + "." + core::sha256Hex(user.value).substr(0, 16);
}

std::optional<BlobStore::Upload> DirectoryBlobs::whole(const core::BlobId& id) const {
  std::error_code error;
  const auto size = fs::file_size(fileOf(id), error);
  if (error) return std::nullopt;
  return Upload{size, size, true};
}

core::Result<std::optional<std::uint64_t>> DirectoryBlobs::size(const core::BlobId& id) {
  const auto there = whole(id);
  return there ? std::optional(there->length) : std::nullopt;
}

core::Result<std::string> DirectoryBlobs::read(const core::BlobId& id, std::uint64_t offset,
                                               std::size_t length) {
  const Descriptor file(fileOf(id), O_RDONLY);
  if (file.number() < 0 && errno == ENOENT) return core::failure(core::ErrorCode::NotFound, "no such blob");
  if (file.number() < 0) return blobFileError("open");
  auto bytes = readAt(file.number(), offset, length);
  if (bytes && bytes->size() < length)
    return core::failure(core::ErrorCode::StorageFailed, "blob: shorter than it was");
  return bytes;
}

core::Result<std::optional<BlobStore::Upload>> DirectoryBlobs::upload(const core::BlobId& id,
                                                                      const core::UserId& user) {
  if (const auto there = whole(id)) return there;
  const std::lock_guard lock(m_mutex);
  const auto part = findPart(partOf(id, user));
  if (!part) return std::nullopt;
  const Upload reached{sizeOf(part->file), part->length, false};
  if (reached.offset < reached.length) return reached;
  if (auto finished = finish(id, part->file); !finished) return tl::unexpected(finished.error());
  return whole(id);
}

core::Result<BlobStore::Upload> DirectoryBlobs::begin(const core::BlobId& id, const core::UserId& user,
                                                      std::uint64_t length) {
  if (length > protocol::kMaxBlobBytes)
    return core::failure(core::ErrorCode::TooLarge, "document over the limit");
  const auto present = upload(id, user);
  if (!present) return tl::unexpected(present.error());
  if (*present && ((*present)->complete || (*present)->length == length)) return **present;
  const std::lock_guard lock(m_mutex);
  const std::string stem = partOf(id, user);
  std::error_code error;
  if (const auto part = findPart(stem)) fs::remove(part->file, error);
  {
    const Descriptor file(stem + "." + std::to_string(length), O_WRONLY | O_CREAT | O_TRUNC);
    if (file.number() < 0) return blobFileError("create");
  }
  if (length > 0) return Upload{0, length, false};
  if (auto finished = finish(id, stem + ".0"); !finished) return tl::unexpected(finished.error());
  return Upload{0, 0, true};
}

core::Result<BlobStore::Upload> DirectoryBlobs::append(const core::BlobId& id, const core::UserId& user,
                                                       std::uint64_t offset, std::string_view bytes) {
  if (const auto there = whole(id)) return *there;
  const std::lock_guard lock(m_mutex);
  const auto part = findPart(partOf(id, user));
  if (!part) return core::failure(core::ErrorCode::NotFound, "no such upload");
  if (sizeOf(part->file) != offset) return core::failure(core::ErrorCode::Conflict, "another offset");
  if (bytes.size() > part->length - offset)
    return core::failure(core::ErrorCode::TooLarge, "more than the stated length");
  {
    const Descriptor file(part->file, O_WRONLY);
    if (file.number() < 0) return blobFileError("open");
    if (auto written = writeAll(file.number(), bytes, offset); !written) {
      // Half a piece would look like an offset that was acknowledged.
      (void)::ftruncate(file.number(), static_cast<off_t>(offset));
      return tl::unexpected(written.error());
    }
    if (::fsync(file.number()) != 0) return blobFileError("fsync");
  }
  offset += bytes.size();
  if (offset < part->length) return Upload{offset, part->length, false};
  if (auto finished = finish(id, part->file); !finished) return tl::unexpected(finished.error());
  return Upload{offset, part->length, true};
}

core::Result<void> DirectoryBlobs::finish(const core::BlobId& id, const std::string& part) {
  std::error_code error;
  if (hashOfFile(part) != id.value) {
    fs::remove(part, error);
    return core::failure(core::ErrorCode::FileBroken, "the content has another hash");
  }
  const fs::path target = fileOf(id);
  fs::create_directories(target.parent_path(), error);
  fs::rename(part, target, error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, "blob: " + error.message());
  const Descriptor folder(target.parent_path().string(), O_RDONLY | O_DIRECTORY);
  if (folder.number() < 0 || ::fsync(folder.number()) != 0) return blobFileError("fsync of the folder");
  return {};
}

core::Result<void> DirectoryBlobs::remove(const core::BlobId& id) {
  std::error_code error;
  fs::remove(fileOf(id), error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, "blob: " + error.message());
  return {};
}

core::Result<std::size_t> DirectoryBlobs::removeStale(core::Instant now) {
  const std::lock_guard lock(m_mutex);
  std::error_code error;
  std::size_t removed = 0;
  for (const auto& entry : fs::directory_iterator(m_folder + "/incoming", error)) {
    const auto touched = std::chrono::file_clock::to_sys(entry.last_write_time(error));
    if (!error && touched < now - kStale && fs::remove(entry.path(), error)) ++removed;
  }
  return removed;
}

} // namespace madoguchi::server
