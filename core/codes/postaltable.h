// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

struct PostalPlace {
  std::string code;         ///< seven digits
  std::string municipality; ///< with its prefecture: "東京都新宿区"
  std::string town;         ///< below it; may be empty
  bool operator==(const PostalPlace&) const = default;
};

/// The postal codes of Japan 郵便番号, read once and then only searched; safe from several threads. Its text
/// is made at build time (resources/postal): a head line "madoguchi-postal 1", then for each municipality "@"
/// and its name, and below it lines of seven digits and the town, in the order of the codes.
class PostalTable {
public:
  /// Errors: FileBroken with the line.
  [[nodiscard]] static Result<PostalTable> read(std::string text);

  PostalTable(PostalTable&&) noexcept = default;
  PostalTable& operator=(PostalTable&&) noexcept = default;
  PostalTable(const PostalTable&) = delete;
  PostalTable& operator=(const PostalTable&) = delete;
  ~PostalTable() = default;

  [[nodiscard]] std::size_t size() const { return m_entries.size(); }

  /// The municipalities with this in their name, without code and town: first those that begin with it, with
  /// or without their prefecture.
  [[nodiscard]] std::vector<PostalPlace> municipalities(std::string_view text, std::size_t most) const;

  /// The places whose code begins with these digits (of any width, with or without a hyphen), in order of the
  /// codes. Nothing for fewer than three digits.
  [[nodiscard]] std::vector<PostalPlace> withCode(std::string_view digits, std::size_t most) const;

  /// The places in whose name the text stands: towns that are called so, that begin so, then all others.
  [[nodiscard]] std::vector<PostalPlace> withTown(std::string_view text, std::size_t most) const;

  /// By code where the text is digits, else by town.
  [[nodiscard]] std::vector<PostalPlace> matching(std::string_view text, std::size_t most) const;

private:
  struct Entry {
    std::uint32_t code = 0;
    std::uint32_t municipality = 0; ///< in m_municipalities
    std::uint32_t town = 0;         ///< offset in m_text
    std::uint32_t length = 0;
  };
  struct Span {
    std::uint32_t at = 0;
    std::uint32_t length = 0;
  };

  PostalTable() = default;
  [[nodiscard]] std::string_view text(std::uint32_t at, std::uint32_t length) const {
    return std::string_view(m_text).substr(at, length);
  }
  [[nodiscard]] PostalPlace place(const Entry& entry) const;

  std::string m_text;
  std::vector<Span> m_municipalities;
  std::vector<Entry> m_entries; ///< by code
};

} // namespace madoguchi::core
