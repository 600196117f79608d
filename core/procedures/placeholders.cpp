// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/placeholders.h"

#include <algorithm>

namespace madoguchi::core {

Result<std::vector<TextPiece>> piecesOf(std::string_view text, bool (*isKnown)(std::string_view name)) {
  std::vector<TextPiece> pieces;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find_first_of("{}"), text.size());
    if (open > 0) pieces.push_back({false, std::string(text.substr(0, open))});
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find_first_of("{}", 1);
    if (text.front() == '}' || close == std::string_view::npos || text[close] == '{')
      return failure(ErrorCode::InvalidArgument, "a brace without its other half");
    const std::string name(text.substr(1, close - 1));
    if (!isKnown(name)) return failure(ErrorCode::InvalidArgument, "unknown placeholder {" + name + "}");
    pieces.push_back({true, name});
    text.remove_prefix(close + 1);
  }
  return pieces;
}

std::vector<std::string> namesIn(const std::vector<TextPiece>& pieces) {
  std::vector<std::string> names;
  for (const TextPiece& piece : pieces)
    if (piece.placeholder) names.push_back(piece.text);
  return names;
}

} // namespace madoguchi::core
