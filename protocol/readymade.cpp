// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/readymade.h"

#include "core/base/codec.h"
#include "protocol/limits.h"

#include <algorithm>

namespace madoguchi::protocol {

namespace {

/// Who shows how far a first sync is counts in ints.
bool isPossible(const ReadyMade& file) {
  constexpr std::int64_t kMostCases = 100'000'000;
  return file.stamp >= 0 && file.count >= 0 && file.count <= kMostCases;
}

} // namespace

std::string encode(const ReadyMadeList& list) {
  return core::canonicalJson(core::codec::toValue(list));
}

core::Result<ReadyMadeList> readyMadeListFrom(std::string_view text) {
  if (text.size() > kMaxBodyBytes) return core::failure(core::ErrorCode::TooLarge, "message over the limit");
  const auto value = core::parseJson(text, kMaxJsonDepth);
  if (!value) return tl::unexpected(value.error());
  auto list = core::codec::read<ReadyMadeList>(*value);
  if (list && !std::all_of(list->files.begin(), list->files.end(), isPossible))
    return core::failure(core::ErrorCode::Malformed, "a ready-made cache that cannot be");
  return list;
}

} // namespace madoguchi::protocol
