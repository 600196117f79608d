// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/codec.h"
#include "server/store.h"

#include <algorithm>
#include <string>
#include <vector>

/// What the implementations of the store share: how values that are never searched lie in a row, and how the
/// kinds of rows of a feed become one list. Include it only in their sources.
namespace madoguchi::server {

template <class T>
std::string documentOf(const T& value) {
  return core::canonicalJson(core::codec::toValue(value));
}

/// Throws StoreFailure; `what` names the kind of row.
template <class T>
T documentFrom(const std::string& text, const char* what) {
  const auto value = core::parseJson(text);
  if (!value) throw StoreFailure{{core::ErrorCode::StorageCorrupt, std::string(what) + " cannot be parsed"}};
  auto document = core::codec::read<T>(*value);
  if (!document) throw StoreFailure{{core::ErrorCode::StorageCorrupt, std::string(what) + " cannot be read"}};
  return std::move(*document);
}

inline std::int64_t seqOf(const core::FeedItem& item) {
  return std::visit(
      [](const auto& row) -> std::int64_t {
        if constexpr (requires { row.seq; }) return row.seq;
        return 0;
      },
      item);
}

/// Makes one sorted list of several. A list that was cut short bounds what may be given: behind its end the
/// order is unknown.
class FeedMerge {
public:
  template <class Row>
  void take(std::vector<Row> rows, bool cut) {
    if (cut && !rows.empty()) m_bound = std::min(m_bound, rows.back().seq);
    for (auto& row : rows)
      m_items.emplace_back(std::move(row));
  }
  [[nodiscard]] std::vector<core::FeedItem> merged() {
    std::erase_if(m_items, [this](const core::FeedItem& item) { return seqOf(item) > m_bound; });
    std::sort(m_items.begin(), m_items.end(),
              [](const core::FeedItem& a, const core::FeedItem& b) { return seqOf(a) < seqOf(b); });
    return std::move(m_items);
  }

private:
  std::vector<core::FeedItem> m_items;
  std::int64_t m_bound = INT64_MAX;
};

} // namespace madoguchi::server
