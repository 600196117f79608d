// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/bytesource.h"

#include <zlib.h>

namespace madoguchi::server {

namespace {

constexpr std::size_t kPiece = 64U << 10U;
constexpr std::size_t kRatioCheckedFrom = 16U << 20U;
constexpr int kGzipWindow = 15 + 16; // zlib: the largest window, and a gzip header is required

} // namespace

core::Result<std::string_view> TextSource::next() {
  return std::exchange(m_text, {});
}

FileSource::FileSource(const std::string& path) : m_file(path, std::ios::binary), m_buffer(kPiece) {}

core::Result<std::string_view> FileSource::next() {
  if (!m_file.is_open()) return core::failure(core::ErrorCode::FileUnreadable, "the file cannot be opened");
  m_file.read(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
  if (m_file.bad()) return core::failure(core::ErrorCode::FileUnreadable, "the file cannot be read");
  return std::string_view{m_buffer.data(), static_cast<std::size_t>(m_file.gcount())};
}

core::Result<std::string_view> PeekSource::peek() {
  if (m_peeked) return m_first;
  auto first = m_inner->next();
  if (!first) return first;
  m_first = *first;
  m_peeked = true;
  return m_first;
}

core::Result<std::string_view> PeekSource::next() {
  if (!m_peeked) return m_inner->next();
  m_peeked = false;
  return m_first;
}

struct GunzipSource::Stream {
  z_stream z{};
  bool ready = false;
  bool atMemberEnd = true;
  bool inputEnded = false;
};

GunzipSource::GunzipSource(std::unique_ptr<ByteSource> inner, const LogLimits& limits)
    : m_inner(std::move(inner)), m_limits(limits), m_stream(std::make_unique<Stream>()), m_buffer(kPiece) {
  m_stream->ready = inflateInit2(&m_stream->z, kGzipWindow) == Z_OK;
}

GunzipSource::~GunzipSource() {
  if (m_stream->ready) inflateEnd(&m_stream->z);
}

core::Result<std::string_view> GunzipSource::next() {
  if (!m_stream->ready) return core::failure(core::ErrorCode::Internal, "zlib could not start");
  while (true) {
    if (m_stream->z.avail_in == 0 && !m_stream->inputEnded) {
      auto piece = m_inner->next();
      if (!piece) return piece;
      m_stream->inputEnded = piece->empty();
      m_bytesIn += piece->size();
      // zlib never writes to its input; its C interface only lacks the const.
      m_stream->z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece->data()));
      m_stream->z.avail_in = static_cast<uInt>(piece->size());
    }
    if (m_stream->z.avail_in == 0 && m_stream->inputEnded && m_stream->atMemberEnd) return std::string_view{};
    const auto made = inflateSome();
    if (!made) return tl::unexpected(made.error());
    m_bytesOut += *made;
    if (auto limits = checkLimits(); !limits) return tl::unexpected(limits.error());
    if (*made > 0) return std::string_view{m_buffer.data(), *made};
    if (m_stream->inputEnded && m_stream->z.avail_in == 0 && !m_stream->atMemberEnd)
      return core::failure(core::ErrorCode::FileBroken, "the compressed data ends too early");
  }
}

core::Result<std::size_t> GunzipSource::inflateSome() {
  z_stream& z = m_stream->z;
  if (m_stream->atMemberEnd) {
    inflateReset(&z);
    m_stream->atMemberEnd = false;
  }
  z.next_out = reinterpret_cast<Bytef*>(m_buffer.data());
  z.avail_out = static_cast<uInt>(m_buffer.size());
  const int status = inflate(&z, Z_NO_FLUSH);
  if (status == Z_STREAM_END) m_stream->atMemberEnd = true;
  // Z_BUF_ERROR only says that it needs more input.
  if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
    return core::failure(core::ErrorCode::FileBroken, "the compressed data is damaged");
  return m_buffer.size() - z.avail_out;
}

core::Result<void> GunzipSource::checkLimits() const {
  if (m_bytesOut > m_limits.maxBytes)
    return core::failure(core::ErrorCode::TooLarge, "the file is too large when decompressed");
  if (m_bytesOut > kRatioCheckedFrom && m_bytesOut / m_limits.maxRatio > m_bytesIn)
    return core::failure(core::ErrorCode::TooLarge, "the file is packed suspiciously tight");
  return {};
}

} // namespace madoguchi::server
