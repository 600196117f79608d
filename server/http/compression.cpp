// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compression.h"

#include <algorithm>
#include <memory>
#include <zlib.h>
#include <zstd.h>

namespace madoguchi::server {

namespace {

constexpr int kGzipWindow = 15 + 16;   // zlib's way to say "gzip header"
constexpr int kEitherWindow = 15 + 32; // zlib tells gzip and deflate (RFC 1950) apart
constexpr int kZstdLevel = 3;
constexpr int kGzipLevel = 5;
constexpr int kMaxZstdWindowLog = 23; // 8 MB, what RFC 8878 advises decoders to allow

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

bool isRefused(std::string_view parameters) {
  const auto q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  const std::string_view value = trimmed(parameters.substr(q + 2));
  return value.find_first_not_of("0.") == std::string_view::npos;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return result == Z_STREAM_END ? out : std::string();
}

core::Result<std::string> gunzip(std::string_view bytes, std::size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, kEitherWindow) != Z_OK) return core::failure(core::ErrorCode::Internal, "zlib");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> ended(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int result = Z_OK;
  while (result == Z_OK) {
    const std::size_t before = out.size();
    if (before > limit) return core::failure(core::ErrorCode::TooLarge, "body over the limit");
    out.resize(before + std::min<std::size_t>(65536, limit + 1 - before));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = static_cast<uInt>(out.size() - before);
    result = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (result == Z_BUF_ERROR && stream.avail_out == 0) result = Z_OK;
  }
  if (result != Z_STREAM_END || stream.avail_in != 0)
    return core::failure(core::ErrorCode::Malformed, "the gzip body is broken");
  if (out.size() > limit) return core::failure(core::ErrorCode::TooLarge, "body over the limit");
  return out;
}

core::Result<std::string> unzstd(std::string_view bytes, std::size_t limit) {
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxZstdWindowLog);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::string out;
  std::size_t left = 1;
  while (left != 0) {
    const std::size_t before = out.size();
    if (before > limit) return core::failure(core::ErrorCode::TooLarge, "body over the limit");
    out.resize(before + std::min<std::size_t>(65536, limit + 1 - before));
    ZSTD_outBuffer piece{out.data() + before, out.size() - before, 0};
    left = ZSTD_decompressStream(context.get(), &piece, &in);
    out.resize(before + piece.pos);
    if (ZSTD_isError(left) != 0 || (left != 0 && in.pos == in.size && piece.pos < piece.size))
      return core::failure(core::ErrorCode::Malformed, "the zstd body is broken");
  }
  if (in.pos != in.size) return core::failure(core::ErrorCode::Malformed, "bytes behind the zstd body");
  if (out.size() > limit) return core::failure(core::ErrorCode::TooLarge, "body over the limit");
  return out;
}

} // namespace

Coding acceptedCoding(std::string_view acceptEncoding) {
  bool isGzip = false;
  while (!acceptEncoding.empty()) {
    const auto comma = acceptEncoding.find(',');
    const std::string_view entry = acceptEncoding.substr(0, comma);
    acceptEncoding.remove_prefix(comma == std::string_view::npos ? acceptEncoding.size() : comma + 1);
    const auto semicolon = entry.find(';');
    const std::string_view name = trimmed(entry.substr(0, semicolon));
    if (semicolon != std::string_view::npos && isRefused(entry.substr(semicolon))) continue;
    if (name == "zstd") return Coding::Zstd;
    isGzip = isGzip || name == "gzip";
  }
  return isGzip ? Coding::Gzip : Coding::Identity;
}

std::string_view toText(Coding coding) {
  switch (coding) {
  case Coding::Gzip:
    return "gzip";
  case Coding::Zstd:
    return "zstd";
  case Coding::Identity:
    break;
  }
  return "identity";
}

std::string compressed(std::string_view bytes, Coding coding) {
  if (coding == Coding::Gzip) return gzip(bytes);
  if (coding != Coding::Zstd) return {};
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kZstdLevel);
  if (ZSTD_isError(size) != 0) return {};
  out.resize(size);
  return out;
}

core::Result<std::string> decompressed(std::string_view bytes, std::string_view contentEncoding,
                                       std::size_t limit) {
  if (contentEncoding == "gzip" || contentEncoding == "deflate") return gunzip(bytes, limit);
  if (contentEncoding == "zstd") return unzstd(bytes, limit);
  if (!contentEncoding.empty() && contentEncoding != "identity")
    return core::failure(core::ErrorCode::UnknownKind, "Content-Encoding is gzip, deflate or zstd");
  if (bytes.size() > limit) return core::failure(core::ErrorCode::TooLarge, "body over the limit");
  return std::string(bytes);
}

} // namespace madoguchi::server
