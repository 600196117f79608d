// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/packing.h"

#include "core/base/hash.h"
#include "storage/database.h"

#include <array>
#include <fstream>
#include <memory>
#include <sodium.h>
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

class Target {
public:
  explicit Target(const std::filesystem::path& path)
      : m_file(path, std::ios::binary | std::ios::trunc), m_piece(kPiece) {}
  [[nodiscard]] ZSTD_outBuffer room() { return {m_piece.data(), m_piece.size(), 0}; }
  void take(const ZSTD_outBuffer& buffer) {
    m_file.write(m_piece.data(), static_cast<std::streamsize>(buffer.pos));
    m_size += buffer.pos;
    if (!m_file) fail(core::ErrorCode::StorageFull, "the file cannot be written");
  }
  [[nodiscard]] std::uint64_t size() const { return m_size; }
  void close() {
    m_file.close();
    if (!m_file) fail(core::ErrorCode::StorageFull, "the file cannot be written");
  }

private:
  std::ofstream m_file;
  std::vector<char> m_piece;
  std::uint64_t m_size = 0;
};

} // namespace

core::Result<std::string> packFile(const std::filesystem::path& from, const std::filesystem::path& to) {
  return guarded([&] {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    Source source(from);
    Target target(to);
    crypto_hash_sha256_state hash{};
    crypto_hash_sha256_init(&hash);
    for (bool ended = false; !ended;) {
      const std::string_view piece = source.next();
      ended = piece.empty();
      ZSTD_inBuffer in{piece.data(), piece.size(), 0};
      for (std::size_t left = 1; left != 0;) {
        ZSTD_outBuffer out = target.room();
        left = ZSTD_compressStream2(context.get(), &out, &in, ended ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0) fail(core::ErrorCode::StorageFailed, ZSTD_getErrorName(left));
        crypto_hash_sha256_update(&hash, static_cast<const unsigned char*>(out.dst), out.pos);
        target.take(out);
        if (!ended && in.pos == in.size) break;
      }
    }
    target.close();
    core::Digest digest{};
    crypto_hash_sha256_final(&hash, digest.data());
    return core::toHex(digest);
  });
}

struct Unpacker::Inside {
  Inside(const std::filesystem::path& to, std::uint64_t most)
      : context(ZSTD_createDCtx(), ZSTD_freeDCtx), target(to), size(most) {
    crypto_hash_sha256_init(&hash);
  }

  void add(std::string_view packed) {
    crypto_hash_sha256_update(&hash, reinterpret_cast<const unsigned char*>(packed.data()), packed.size());
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    while (in.pos < in.size) {
      ZSTD_outBuffer out = target.room();
      left = ZSTD_decompressStream(context.get(), &out, &in);
      if (ZSTD_isError(left) != 0) fail(core::ErrorCode::FileBroken, "the packed file is broken");
      target.take(out);
      if (target.size() > size) fail(core::ErrorCode::FileBroken, "the packed file holds more than it says");
    }
  }

  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context;
  Target target;
  std::uint64_t size;
  std::size_t left = 1;
  crypto_hash_sha256_state hash{};
};

Unpacker::Unpacker(const std::filesystem::path& to, std::uint64_t size)
    : m_inside(std::make_unique<Inside>(to, size)) {}
Unpacker::~Unpacker() = default;

core::Result<void> Unpacker::add(std::string_view packed) {
  return guarded([&] { m_inside->add(packed); });
}

core::Result<void> Unpacker::finish(const std::string& name) {
  return guarded([&] {
    m_inside->target.close();
    core::Digest digest{};
    crypto_hash_sha256_final(&m_inside->hash, digest.data());
    if (m_inside->left != 0 || m_inside->target.size() != m_inside->size || core::toHex(digest) != name)
      fail(core::ErrorCode::FileBroken, "the packed file is not what its name says");
  });
}

} // namespace madoguchi::storage
