// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealedfile.h"

#include "core/base/hasher.h"
#include "storage/database.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace madoguchi::storage {

namespace {

using core::ErrorCode;

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kSealedChunk = kChunk + crypto_secretstream_xchacha20poly1305_ABYTES;

/// A file that closes itself; every call that fails throws.
class File {
public:
  File(const std::filesystem::path& path, int flags) : m_file(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (m_file < 0) raise(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::StorageFailed);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(m_file); }

  void write(const unsigned char* bytes, std::size_t size) {
    while (size > 0) {
      const ssize_t done = ::write(m_file, bytes, size);
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) raise(errno == ENOSPC ? ErrorCode::StorageFull : ErrorCode::StorageFailed);
      bytes += done;
      size -= static_cast<std::size_t>(done);
    }
  }

  /// As many as there are, up to `size`.
  std::size_t read(unsigned char* bytes, std::size_t size) {
    std::size_t total = 0;
    while (total < size) {
      const ssize_t done = ::read(m_file, bytes + total, size - total);
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) raise(ErrorCode::StorageFailed);
      if (done == 0) break;
      total += static_cast<std::size_t>(done);
    }
    return total;
  }

  void toDisk() {
    if (::fsync(m_file) != 0) raise(ErrorCode::StorageFailed);
  }

private:
  [[noreturn]] static void raise(ErrorCode code) {
    fail(code, std::string("document file: ") + std::strerror(errno));
  }

  int m_file;
};

} // namespace

SealedContent sealFile(const std::filesystem::path& path, const BlobKey& key,
                       const std::function<std::string()>& content) {
  File file(path, O_WRONLY | O_CREAT | O_TRUNC);
  crypto_secretstream_xchacha20poly1305_state stream;
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
  crypto_secretstream_xchacha20poly1305_init_push(&stream, header.data(), key.data());
  file.write(header.data(), header.size());

  SealedContent sealed;
  core::Hasher hasher;
  std::array<unsigned char, kSealedChunk> out{};
  std::string pending;
  const auto push = [&](std::size_t size, unsigned char tag) {
    const auto* in = reinterpret_cast<const unsigned char*>(pending.data());
    unsigned long long written = 0;
    crypto_secretstream_xchacha20poly1305_push(&stream, out.data(), &written, in, size, nullptr, 0, tag);
    file.write(out.data(), written);
    hasher.add({pending.data(), size});
    sealed.size += static_cast<std::int64_t>(size);
    pending.erase(0, size);
  };
  for (std::string piece = content(); !piece.empty(); piece = content()) {
    pending += piece;
    while (pending.size() > kChunk)
      push(kChunk, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  }
  push(pending.size(), crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  file.toDisk();

  sealed.sha256 = core::toHex(hasher.digest());
  return sealed;
}

struct SealedReader::Stream {
  explicit Stream(const std::filesystem::path& path) : file(path, O_RDONLY) {}

  File file;
  crypto_secretstream_xchacha20poly1305_state state{};
  std::array<unsigned char, kSealedChunk> in{};
  std::array<unsigned char, kChunk> out{};
  bool ended = false;
};

SealedReader::SealedReader(const std::filesystem::path& path, const BlobKey& key)
    : m_stream(std::make_unique<Stream>(path)) {
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
  if (m_stream->file.read(header.data(), header.size()) != header.size() ||
      crypto_secretstream_xchacha20poly1305_init_pull(&m_stream->state, header.data(), key.data()) != 0)
    fail(ErrorCode::StorageCorrupt, "a document file was changed or cut");
}

SealedReader::~SealedReader() = default;

void SealedReader::fill() {
  Stream& stream = *m_stream;
  const std::size_t size = stream.file.read(stream.in.data(), stream.in.size());
  unsigned long long length = 0;
  unsigned char tag = 0;
  const int opened = crypto_secretstream_xchacha20poly1305_pull(&stream.state, stream.out.data(), &length,
                                                                &tag, stream.in.data(), size, nullptr, 0);
  stream.ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  const bool more = stream.ended && stream.file.read(stream.in.data(), 1) != 0;
  if (opened != 0 || more) fail(ErrorCode::StorageCorrupt, "a document file was changed or cut");
  m_ready.append(reinterpret_cast<const char*>(stream.out.data()), static_cast<std::size_t>(length));
}

std::string_view SealedReader::next() {
  m_ready.clear();
  while (m_ready.empty() && !m_stream->ended)
    fill();
  m_position += static_cast<std::int64_t>(m_ready.size());
  return m_ready;
}

std::string SealedReader::read(std::size_t length) {
  while (m_ready.size() < length && !m_stream->ended)
    fill();
  std::string part = m_ready.substr(0, length);
  m_ready.erase(0, part.size());
  m_position += static_cast<std::int64_t>(part.size());
  return part;
}

} // namespace madoguchi::storage
