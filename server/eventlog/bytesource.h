// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/eventlog/eventlog.h"

#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::server {

/// Bytes in pieces, so that no reader needs a whole file in memory. One thread.
class ByteSource {
public:
  virtual ~ByteSource() = default;
  /// The next piece, valid until the next call; empty at the end.
  [[nodiscard]] virtual core::Result<std::string_view> next() = 0;
};

/// A text in memory, which outlives the source.
class TextSource : public ByteSource {
public:
  explicit TextSource(std::string_view text) : m_text(text) {}
  [[nodiscard]] core::Result<std::string_view> next() override;

private:
  std::string_view m_text;
};

/// A file. Errors: FileUnreadable.
class FileSource : public ByteSource {
public:
  explicit FileSource(const std::string& path);
  [[nodiscard]] core::Result<std::string_view> next() override;

private:
  std::ifstream m_file;
  std::vector<char> m_buffer;
};

/// Hands on another source whose first piece can be looked at beforehand.
class PeekSource : public ByteSource {
public:
  explicit PeekSource(std::unique_ptr<ByteSource> inner) : m_inner(std::move(inner)) {}
  [[nodiscard]] core::Result<std::string_view> peek();
  [[nodiscard]] core::Result<std::string_view> next() override;

private:
  std::unique_ptr<ByteSource> m_inner;
  std::string_view m_first;
  bool m_peeked = false;
};

/// Inflates gzip (RFC 1952), also of several members. Errors: FileBroken for damaged or cut data, TooLarge
/// beyond maxBytes or maxRatio.
class GunzipSource : public ByteSource {
public:
  GunzipSource(std::unique_ptr<ByteSource> inner, const LogLimits& limits);
  ~GunzipSource() override;
  [[nodiscard]] core::Result<std::string_view> next() override;

private:
  struct Stream;
  [[nodiscard]] core::Result<std::size_t> inflateSome();
  [[nodiscard]] core::Result<void> checkLimits() const;

  std::unique_ptr<ByteSource> m_inner;
  LogLimits m_limits;
  std::unique_ptr<Stream> m_stream;
  std::vector<char> m_buffer;
  std::size_t m_bytesIn = 0;
  std::size_t m_bytesOut = 0;
};

} // namespace madoguchi::server
