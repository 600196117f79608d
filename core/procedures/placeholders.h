// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// A part of a template's text: words that stand as they are, or the name of a placeholder without its
/// braces.
struct TextPiece {
  bool placeholder = false;
  std::string text;
};

/// The pieces of a template's text, in order. Errors: InvalidArgument for a brace left open or closed, and
/// for a name that `isKnown` does not know.
[[nodiscard]] Result<std::vector<TextPiece>> piecesOf(std::string_view text,
                                                      bool (*isKnown)(std::string_view name));

/// The placeholders among them.
[[nodiscard]] std::vector<std::string> namesIn(const std::vector<TextPiece>& pieces);

} // namespace madoguchi::core
