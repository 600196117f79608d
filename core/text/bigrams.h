// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::core {

/// The tokens by which a folded text (see fold.h) is indexed: each pair of neighbouring code points, then
/// the last code point alone; 山田太郎 gives 山田, 田太, 太郎, 郎. So every single character begins a token.
/// They are put onto the end of `tokens`, each with a space behind it.
void appendIndexBigrams(std::string_view folded, std::string& tokens);

struct BigramQuery {
  std::vector<std::string> tokens; ///< in order, to be found next to each other; empty matches nothing
  bool prefix = false;             ///< the only token is one character: tokens that begin with it match
};

/// How to ask such an index for a folded text.
[[nodiscard]] BigramQuery queryBigrams(std::string_view folded);

} // namespace madoguchi::core
