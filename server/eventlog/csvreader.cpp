// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/csvreader.h"

#include "server/eventlog/logattributes.h"

#include <unicode/ustring.h>

#include <optional>

namespace madoguchi::server {

namespace {

using core::ErrorCode;
using core::failure;
using core::Result;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool isUtf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

/// One character at a time, so that a piece of the source may end anywhere.
class CsvParser {
public:
  using Consume = std::function<Result<void>(const CsvRecord&)>;

  CsvParser(const LogLimits& limits, const Consume& consume) : m_limits(limits), m_consume(consume) {}

  Result<void> take(char c) {
    if (c == '\0') return brokenAt(m_line, "a NUL character");
    if (m_afterCr && c != '\n') return brokenAt(m_line, "a carriage return without a line feed");
    auto result = m_state == State::Quoted ? takeQuoted(c) : takeBare(c);
    if (c == '\n') ++m_line;
    return result;
  }

  Result<void> take(std::string_view text) {
    for (const char c : text) {
      if (auto taken = take(c); !taken) return taken;
    }
    return {};
  }

  Result<void> finish() {
    if (m_state == State::Quoted) return brokenAt(m_record.line, "a quoted cell is never closed");
    if (m_afterCr) return brokenAt(m_line, "a carriage return without a line feed");
    return endRecord();
  }

private:
  enum class State { CellStart, Bare, Quoted, QuoteInQuoted };

  Result<void> takeQuoted(char c) {
    if (c != '"') return append(c);
    m_state = State::QuoteInQuoted;
    return {};
  }

  Result<void> takeBare(char c) {
    m_afterCr = c == '\r';
    switch (c) {
    case ',':
      return endCell();
    case '\r':
      return {};
    case '\n':
      return endRecord();
    case '"':
      // The RFC forbids it there; everybody writes 37°36'37.8"N all the same.
      if (m_state == State::Bare) return append(c);
      if (m_state == State::QuoteInQuoted) {
        if (auto added = append(c); !added) return added;
      }
      m_state = State::Quoted;
      m_started = true;
      return {};
    default:
      if (m_state == State::QuoteInQuoted) return brokenAt(m_line, "text after a closing quote");
      m_state = State::Bare;
      return append(c);
    }
  }

  Result<void> append(char c) {
    if (m_cell.size() >= m_limits.maxValueBytes)
      return failure(ErrorCode::TooLarge,
                     "line " + std::to_string(m_line) + ": a cell is longer than the limit");
    m_cell.push_back(c);
    m_started = true;
    return {};
  }

  Result<void> endCell() {
    if (!isUtf8(m_cell)) return brokenAt(m_line, "not UTF-8");
    if (m_record.cells.size() >= m_limits.maxAttributes)
      return failure(ErrorCode::TooLarge, "line " + std::to_string(m_line) + ": more cells than the limit");
    m_record.cells.push_back(std::move(m_cell));
    m_cell.clear();
    m_state = State::CellStart;
    m_started = true;
    return {};
  }

  Result<void> endRecord() {
    if (m_started) {
      if (auto cell = endCell(); !cell) return cell;
      if (auto taken = m_consume(m_record); !taken) return taken;
    }
    m_record = {};
    m_record.line = m_line + 1;
    m_started = false;
    m_state = State::CellStart;
    return {};
  }

  const LogLimits& m_limits;
  const Consume& m_consume;
  State m_state = State::CellStart;
  bool m_afterCr = false;
  bool m_started = false; ///< something stands in the current record
  std::size_t m_line = 1;
  std::string m_cell;
  CsvRecord m_record;
};

/// Takes the byte order mark away where there is one, which may be spread over pieces.
class MarkSkipper {
public:
  /// What of the mark's bytes, held back so far, must be handed on before `c`; nothing while more may come.
  std::optional<std::string_view> take(char c) {
    if (m_done) return std::string_view{};
    if (c == kByteOrderMark[m_held]) {
      m_done = ++m_held == kByteOrderMark.size();
      return std::nullopt;
    }
    return release();
  }
  std::string_view release() {
    if (m_done) return {};
    m_done = true;
    return kByteOrderMark.substr(0, m_held);
  }

private:
  bool m_done = false;
  std::size_t m_held = 0;
};

} // namespace

Result<void> readCsv(ByteSource& source, const LogLimits& limits,
                     const std::function<Result<void>(const CsvRecord&)>& consume) {
  CsvParser parser(limits, consume);
  MarkSkipper mark;
  std::size_t bytes = 0;
  while (true) {
    const auto piece = source.next();
    if (!piece) return tl::unexpected(piece.error());
    if (piece->empty()) break;
    bytes += piece->size();
    if (bytes > limits.maxBytes) return failure(ErrorCode::TooLarge, "the file is too large");
    for (const char c : *piece) {
      const auto held = mark.take(c);
      if (!held) continue;
      if (auto taken = parser.take(*held); !taken) return taken;
      if (auto taken = parser.take(c); !taken) return taken;
    }
  }
  if (auto taken = parser.take(mark.release()); !taken) return taken;
  return parser.finish();
}

} // namespace madoguchi::server
