// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/packing.h"

#include "core/base/hasher.h"
#include "storage/database.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <unistd.h>
#include <utility>
#include <vector>
#include <zstd.h>

namespace madoguchi::storage {

namespace {

// What is encrypted does not get smaller; the least level costs the least.
constexpr int kLevel = 1;
constexpr std::size_t kPiece = 1024UL * 1024;

/// Reads a file in pieces.
class Source {
public:
  explicit Source(const std::filesystem::path& path) : m_file(path, std::ios::binary), m_piece(kPiece) {
    if (!m_file) fail(core::ErrorCode::StorageFailed, "the file cannot be read");
  }
  /// Empty at the end.
  [[nodiscard]] std::string_view next() {
    m_file.read(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
    return {m_piece.data(), static_cast<std::size_t>(m_file.gcount())};
  }

private:
  std::ifstream m_file;
  std::vector<char> m_piece;
};

/// Writes a file in pieces, and each of them to the disk beside the next. Pages are brought under their new
/// key in between.
class Target {
public:
  Target(const std::filesystem::path& path, std::unique_ptr<PageRekeyer> rekeyer)
      : m_file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)),
        m_rekeyer(std::move(rekeyer)), m_piece(kPiece) {
    if (m_file < 0) fail(core::ErrorCode::StorageFailed, "the file cannot be made");
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  ~Target() { ::close(m_file); }

  [[nodiscard]] ZSTD_outBuffer room() { return {m_piece.data(), m_piece.size(), m_filled}; }
  void take(const ZSTD_outBuffer& buffer) {
    m_filled = buffer.pos;
    if (m_filled == m_piece.size()) write();
  }
  [[nodiscard]] std::uint64_t size() const { return m_written + m_filled; }
  /// It is on the disk then.
  void close() {
    write();
    if (::fdatasync(m_file) != 0) fail(core::ErrorCode::StorageFull, "the file cannot be written");
  }

private:
  void write() {
    if (m_rekeyer) {
      if (m_filled % PageRekeyer::kPageBytes != 0) fail(core::ErrorCode::FileBroken, "half a page");
      m_rekeyer->rekey({m_piece.data(), m_filled});
    }
    for (std::size_t at = 0; at < m_filled;) {
      const ssize_t done = ::write(m_file, m_piece.data() + at, m_filled - at);
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail(core::ErrorCode::StorageFull, "the file cannot be written");
      at += static_cast<std::size_t>(done);
    }
    // Only begun: at the end there is little left to wait for.
    ::sync_file_range(m_file, static_cast<off_t>(m_written), static_cast<off_t>(m_filled),
                      SYNC_FILE_RANGE_WRITE);
    m_written += std::exchange(m_filled, 0);
  }

  int m_file;
  std::unique_ptr<PageRekeyer> m_rekeyer;
  std::vector<unsigned char> m_piece;
  std::size_t m_filled = 0;
  std::uint64_t m_written = 0;
};

} // namespace

core::Result<std::string> packFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  return guarded([&] {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    Source source(from);
    Target target(to, nullptr);
    core::Hasher hash;
    for (bool ended = false; !ended;) {
      const std::string_view piece = source.next();
      ended = piece.empty();
      ZSTD_inBuffer in{piece.data(), piece.size(), 0};
      for (std::size_t left = 1; left != 0;) {
        ZSTD_outBuffer out = target.room();
        const std::size_t before = out.pos;
        left = ZSTD_compressStream2(context.get(), &out, &in, ended ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0) fail(core::ErrorCode::StorageFailed, ZSTD_getErrorName(left));
        hash.add({static_cast<const char*>(out.dst) + before, out.pos - before});
        target.take(out);
        if (!ended && in.pos == in.size) break;
      }
    }
    target.close();
    return core::toHex(hash.digest());
  });
}

struct Unpacker::Inside {
  Inside(const std::filesystem::path& to, std::uint64_t most, std::unique_ptr<PageRekeyer> rekeyer)
      : context(ZSTD_createDCtx(), ZSTD_freeDCtx), target(to, std::move(rekeyer)), size(most) {}

  void add(std::string_view packed) {
    hash.add(packed);
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    for (bool isFull = false; in.pos < in.size || isFull;) {
      ZSTD_outBuffer out = target.room();
      left = ZSTD_decompressStream(context.get(), &out, &in);
      if (ZSTD_isError(left) != 0) fail(core::ErrorCode::FileBroken, "the packed file is broken");
      isFull = left != 0 && out.pos == out.size; // there may be more of what was read
      target.take(out);
      if (target.size() > size) fail(core::ErrorCode::FileBroken, "the packed file holds more than it says");
    }
  }

  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context;
  Target target;
  std::uint64_t size;
  std::size_t left = 1;
  core::Hasher hash;
};

Unpacker::Unpacker(const std::filesystem::path& to, std::uint64_t size, std::unique_ptr<PageRekeyer> rekeyer)
    : m_inside(std::make_unique<Inside>(to, size, std::move(rekeyer))) {}
Unpacker::~Unpacker() = default;

core::Result<void> Unpacker::add(std::string_view packed) {
  return guarded([&] { m_inside->add(packed); });
}

core::Result<void> Unpacker::finish(const std::string& name) {
  return guarded([&] {
    if (m_inside->left != 0 || m_inside->target.size() != m_inside->size ||
        core::toHex(m_inside->hash.digest()) != name)
      fail(core::ErrorCode::FileBroken, "the packed file is not what its name says");
    m_inside->target.close();
  });
}

} // namespace madoguchi::storage
