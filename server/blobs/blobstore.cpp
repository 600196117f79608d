// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blobstore.h"

#include "core/base/hash.h"
#include "protocol/limits.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sodium.h>
#include <unistd.h>

namespace madoguchi::server {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours kStale{24};

class Descriptor {
public:
  Descriptor(const std::string& file, int flags) : m_number(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return m_number; }

private:
  int m_number;
};

tl::unexpected<core::Error> storageError(const char* what) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  return core::failure(full ? core::ErrorCode::StorageFull : core::ErrorCode::StorageFailed,
                       std::string("blob: ") + what + ", errno " + std::to_string(errno));
}

core::Result<void> writeAll(int descriptor, std::string_view bytes, std::uint64_t offset) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return storageError("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
  return {};
}

std::string hashOfFile(const std::string& file) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::ifstream in(file, std::ios::binary);
  std::array<char, 65536> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                              static_cast<unsigned long long>(in.gcount()));
  core::Digest digest{};
  crypto_hash_sha256_final(&state, digest.data());
  return core::toHex(digest);
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

std::uint64_t sizeOf(const std::string& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  return error ? 0 : size;
}

} // namespace

BlobStore::BlobStore(std::string folder) : m_folder(std::move(folder)) {
  std::error_code error;
  fs::create_directories(m_folder + "/incoming", error);
}

bool BlobStore::isName(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string BlobStore::fileOf(const core::BlobId& id) const {
  return m_folder + "/" + id.value.substr(0, 2) + "/" + id.value;
}

std::string BlobStore::partOf(const core::BlobId& id, const core::UserId& user) const {
  return m_folder + "/incoming/" + id.value + "." + core::sha256Hex(user.value).substr(0, 16);
}

std::optional<std::uint64_t> BlobStore::size(const core::BlobId& id) const {
  std::error_code error;
  const auto size = fs::file_size(fileOf(id), error);
  if (error) return std::nullopt;
  return size;
}

std::optional<BlobStore::Upload> BlobStore::upload(const core::BlobId& id, const core::UserId& user) {
  if (const auto whole = size(id)) return Upload{*whole, *whole, true};
  const std::lock_guard lock(m_mutex);
  const auto part = findPart(partOf(id, user));
  if (!part) return std::nullopt;
  return Upload{sizeOf(part->file), part->length, false};
}

core::Result<BlobStore::Upload> BlobStore::begin(const core::BlobId& id, const core::UserId& user,
                                                 std::uint64_t length) {
  if (const auto whole = size(id)) return Upload{*whole, *whole, true};
  if (length > protocol::kMaxBlobBytes)
    return core::failure(core::ErrorCode::TooLarge, "document over the limit");
  const std::lock_guard lock(m_mutex);
  const std::string stem = partOf(id, user);
  if (const auto part = findPart(stem)) {
    if (part->length == length) return Upload{sizeOf(part->file), length, false};
    std::error_code error;
    fs::remove(part->file, error);
  }
  const Descriptor file(stem + "." + std::to_string(length), O_WRONLY | O_CREAT | O_EXCL);
  if (file.number() < 0) return storageError("create");
  if (length > 0) return Upload{0, length, false};
  if (auto finished = finish(id, stem + ".0"); !finished) return tl::unexpected(finished.error());
  return Upload{0, 0, true};
}

core::Result<BlobStore::Upload> BlobStore::append(const core::BlobId& id, const core::UserId& user,
                                                  std::uint64_t offset, std::string_view bytes) {
  const std::lock_guard lock(m_mutex);
  const auto part = findPart(partOf(id, user));
  if (!part) return core::failure(core::ErrorCode::NotFound, "no such upload");
  if (sizeOf(part->file) != offset) return core::failure(core::ErrorCode::Conflict, "another offset");
  if (bytes.size() > part->length - offset)
    return core::failure(core::ErrorCode::TooLarge, "more than the stated length");
  {
    const Descriptor file(part->file, O_WRONLY);
    if (file.number() < 0) return storageError("open");
    if (auto written = writeAll(file.number(), bytes, offset); !written) {
      // Half a piece would look like an offset that was acknowledged.
      (void)::ftruncate(file.number(), static_cast<off_t>(offset));
      return tl::unexpected(written.error());
    }
    if (::fsync(file.number()) != 0) return storageError("fsync");
  }
  offset += bytes.size();
  if (offset < part->length) return Upload{offset, part->length, false};
  if (auto finished = finish(id, part->file); !finished) return tl::unexpected(finished.error());
  return Upload{offset, part->length, true};
}

core::Result<void> BlobStore::finish(const core::BlobId& id, const std::string& part) {
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
  if (folder.number() < 0 || ::fsync(folder.number()) != 0) return storageError("fsync of the folder");
  return {};
}

void BlobStore::removeStale() {
  const std::lock_guard lock(m_mutex);
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(m_folder + "/incoming", error)) {
    const auto age = fs::file_time_type::clock::now() - entry.last_write_time(error);
    if (!error && age > kStale) fs::remove(entry.path(), error);
  }
}

} // namespace madoguchi::server
