// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace madoguchi::core {

/// The first thing found wrong with a package; later ones are often its consequences.
struct PackageProblem {
  std::optional<Error> error; ///< FileBroken, detail "criteria.json#/2/title/en: text is missing"
  void add(const std::string& file, const std::string& pointer, const std::string& reason);
};

/// A place in a package's file, read by asking for what must be there. What is missing or of the wrong kind
/// is noted in the problem, and a harmless default returned, so that a reader needs no branches.
class PackageNode {
public:
  /// `value` null stands for "absent". File, value and problem outlive the node.
  PackageNode(std::string file, std::string pointer, const json::value* value, PackageProblem& problem)
      : m_file(std::move(file)), m_pointer(std::move(pointer)), m_value(value), m_problem(&problem) {}

  [[nodiscard]] bool exists() const { return m_value != nullptr; }
  [[nodiscard]] const json::value* value() const { return m_value; }
  [[nodiscard]] PackageNode operator[](std::string_view key) const;

  /// The items of an array; absent counts as empty where `optional`.
  [[nodiscard]] std::vector<PackageNode> items(bool optional = false) const;
  [[nodiscard]] std::vector<std::pair<std::string, PackageNode>> members(bool optional = false) const;

  /// Text that is not empty.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string textOr(std::string_view fallback) const;
  /// {"ja": …, "en": …}, neither empty.
  [[nodiscard]] LocalText localText() const;
  /// The same, or empty in both languages where absent.
  [[nodiscard]] LocalText optionalLocalText() const;
  [[nodiscard]] bool flagOr(bool fallback) const;
  [[nodiscard]] std::int64_t integer(std::int64_t from, std::int64_t to) const;
  [[nodiscard]] std::optional<std::int64_t> optionalAmount() const;
  [[nodiscard]] std::vector<std::string> texts(bool optional = false) const;

  /// One of the named values.
  template <class Value>
  [[nodiscard]] Value choice(std::initializer_list<std::pair<std::string_view, Value>> names) const {
    const std::string name = text();
    std::string known;
    for (const auto& [text, value] : names) {
      if (text == name) return value;
      known.append(known.empty() ? "" : ", ").append(text);
    }
    fail("must be one of " + known);
    return names.begin()->second;
  }

  /// Refuses an object with other keys: a typing error would go unnoticed.
  void allowOnly(std::initializer_list<std::string_view> keys) const;
  void fail(const std::string& reason) const { m_problem->add(m_file, m_pointer, reason); }

private:
  [[nodiscard]] const json::object* object(bool optional) const;

  std::string m_file;
  std::string m_pointer;
  const json::value* m_value;
  PackageProblem* m_problem;
};

} // namespace madoguchi::core
