// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/packagenode.h"

#include "core/procedures/formschema.h"

#include <algorithm>

namespace madoguchi::core {

void PackageProblem::add(const std::string& file, const std::string& pointer, const std::string& reason) {
  if (!error) error = Error{ErrorCode::FileBroken, file + "#" + pointer + ": " + reason};
}

PackageNode PackageNode::operator[](std::string_view key) const {
  const json::object* object = m_value == nullptr ? nullptr : m_value->if_object();
  const json::value* child = object == nullptr ? nullptr : object->if_contains(key);
  return {m_file, appendedPointer(m_pointer, key), child, *m_problem};
}

std::vector<PackageNode> PackageNode::items(bool optional) const {
  std::vector<PackageNode> out;
  if (m_value == nullptr && optional) return out;
  const json::array* array = m_value == nullptr ? nullptr : m_value->if_array();
  if (array == nullptr) {
    fail("list is missing");
    return out;
  }
  for (std::size_t i = 0; i < array->size(); ++i)
    out.emplace_back(m_file, appendedPointer(m_pointer, std::to_string(i)), &(*array)[i], *m_problem);
  return out;
}

const json::object* PackageNode::object(bool optional) const {
  if (m_value == nullptr && optional) return nullptr;
  const json::object* object = m_value == nullptr ? nullptr : m_value->if_object();
  if (object == nullptr) fail("object is missing");
  return object;
}

std::vector<std::pair<std::string, PackageNode>> PackageNode::members(bool optional) const {
  std::vector<std::pair<std::string, PackageNode>> out;
  const json::object* all = object(optional);
  if (all == nullptr) return out;
  for (const auto& pair : *all)
    out.emplace_back(std::string(pair.key()), (*this)[pair.key()]);
  return out;
}

std::string PackageNode::text() const {
  const json::string* text = m_value == nullptr ? nullptr : m_value->if_string();
  if (text == nullptr || text->empty()) {
    fail("text is missing");
    return {};
  }
  return std::string(*text);
}

std::string PackageNode::textOr(std::string_view fallback) const {
  return m_value == nullptr ? std::string(fallback) : text();
}

LocalText PackageNode::localText() const {
  allowOnly({"ja", "en"});
  return {(*this)["ja"].text(), (*this)["en"].text()};
}

LocalText PackageNode::optionalLocalText() const {
  return m_value == nullptr ? LocalText{} : localText();
}

bool PackageNode::flagOr(bool fallback) const {
  if (m_value == nullptr) return fallback;
  if (!m_value->is_bool()) fail("must be true or false");
  return m_value->is_bool() && m_value->get_bool();
}

std::int64_t PackageNode::integer(std::int64_t from, std::int64_t to) const {
  const std::int64_t* number = m_value == nullptr ? nullptr : m_value->if_int64();
  if (number != nullptr && *number >= from && *number <= to) return *number;
  fail("must be a whole number from " + std::to_string(from) + " to " + std::to_string(to));
  return from;
}

std::optional<std::int64_t> PackageNode::optionalAmount() const {
  constexpr std::int64_t kMaxYen = 10'000'000'000'000;
  if (m_value == nullptr) return std::nullopt;
  return integer(0, kMaxYen);
}

std::vector<std::string> PackageNode::texts(bool optional) const {
  std::vector<std::string> out;
  for (const PackageNode& item : items(optional))
    out.push_back(item.text());
  return out;
}

void PackageNode::allowOnly(std::initializer_list<std::string_view> keys) const {
  const json::object* all = object(false);
  if (all == nullptr) return;
  for (const auto& pair : *all)
    if (std::find(keys.begin(), keys.end(), std::string_view(pair.key())) == keys.end())
      (*this)[pair.key()].fail("unknown key");
}

} // namespace madoguchi::core
