// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/bodydecoder.h"

#include <string>
#include <zlib.h>
#include <zstd.h>

namespace madoguchi::sync::http {

namespace {

constexpr std::size_t kPiece = 128UL * 1024;

tl::unexpected<core::Error> broken() {
  return core::failure(core::ErrorCode::Malformed, "the answer cannot be unpacked");
}

class Plain final : public BodyDecoder {
public:
  core::Result<void> push(std::string_view packed, const Sink& sink) override {
    if (!packed.empty()) (void)sink(packed);
    return {};
  }
  [[nodiscard]] bool isAtEnd() const override { return true; }
};

class Inflated final : public BodyDecoder {
public:
  Inflated() : m_piece(kPiece, '\0') {
    constexpr int kEitherWindow = 15 + 32; // zlib tells gzip and deflate (RFC 1950) apart
    m_ready = inflateInit2(&m_stream, kEitherWindow) == Z_OK;
  }
  ~Inflated() override { inflateEnd(&m_stream); }
  Inflated(const Inflated&) = delete;
  Inflated& operator=(const Inflated&) = delete;

  core::Result<void> push(std::string_view packed, const Sink& sink) override {
    if (!m_ready || (m_isAtEnd && !packed.empty())) return broken();
    // zlib does not change what it reads.
    m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    m_stream.avail_in = static_cast<uInt>(packed.size());
    do {
      m_stream.next_out = reinterpret_cast<Bytef*>(m_piece.data());
      m_stream.avail_out = static_cast<uInt>(m_piece.size());
      const int result = inflate(&m_stream, Z_NO_FLUSH);
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return broken();
      m_isAtEnd = result == Z_STREAM_END;
      const std::size_t length = m_piece.size() - m_stream.avail_out;
      if (length > 0 && !sink(std::string_view(m_piece).substr(0, length))) return {};
    } while (!m_isAtEnd && (m_stream.avail_in > 0 || m_stream.avail_out == 0));
    if (m_stream.avail_in > 0) return broken();
    return {};
  }
  [[nodiscard]] bool isAtEnd() const override { return m_isAtEnd; }

private:
  z_stream m_stream{};
  std::string m_piece;
  bool m_ready = false;
  bool m_isAtEnd = false;
};

class Zstd final : public BodyDecoder {
public:
  Zstd() : m_context(ZSTD_createDCtx(), &ZSTD_freeDCtx), m_piece(kPiece, '\0') {
    constexpr int kMaxWindowLog = 23; // 8 MB, what RFC 8878 advises decoders to allow
    ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  }

  core::Result<void> push(std::string_view packed, const Sink& sink) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    bool isFull = false;
    while (in.pos < in.size || isFull) {
      if (m_isAtEnd && !isFull) return broken();
      ZSTD_outBuffer out{m_piece.data(), m_piece.size(), 0};
      const std::size_t left = ZSTD_decompressStream(m_context.get(), &out, &in);
      if (ZSTD_isError(left) != 0) return broken();
      m_isAtEnd = left == 0;
      isFull = !m_isAtEnd && out.pos == out.size;
      if (out.pos > 0 && !sink(std::string_view(m_piece).substr(0, out.pos))) return {};
    }
    return {};
  }
  [[nodiscard]] bool isAtEnd() const override { return m_isAtEnd; }

private:
  std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> m_context;
  std::string m_piece;
  bool m_isAtEnd = false;
};

} // namespace

std::unique_ptr<BodyDecoder> BodyDecoder::make(std::string_view coding) {
  if (coding.empty() || coding == "identity") return std::make_unique<Plain>();
  if (coding == "zstd") return std::make_unique<Zstd>();
  if (coding == "gzip" || coding == "deflate") return std::make_unique<Inflated>();
  return nullptr;
}

} // namespace madoguchi::sync::http
