// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/readymade.h"

#include "core/base/codec.h"
#include "protocol/limits.h"

namespace madoguchi::protocol {

std::string encode(const ReadyMadeList& list) {
  return core::canonicalJson(core::codec::toValue(list));
}

core::Result<ReadyMadeList> readyMadeListFrom(std::string_view text) {
  if (text.size() > kMaxBodyBytes) return core::failure(core::ErrorCode::TooLarge, "message over the limit");
  const auto value = core::parseJson(text, kMaxJsonDepth);
  if (!value) return tl::unexpected(value.error());
  return core::codec::read<ReadyMadeList>(*value);
}

} // namespace madoguchi::protocol
