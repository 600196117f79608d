// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keyorder.h"

#include <algorithm>

namespace madoguchi::models {

bool differOnlyIn(const Keys& before, const Keys& after, const Keys& touched) {
  const auto isTouched = [&](CaseKey key) { return std::binary_search(touched.begin(), touched.end(), key); };
  auto left = before.begin();
  auto right = after.begin();
  while (true) {
    while (left != before.end() && isTouched(*left))
      ++left;
    while (right != after.end() && isTouched(*right))
      ++right;
    if (left == before.end() || right == after.end()) return left == before.end() && right == after.end();
    if (*left != *right) return false;
    ++left;
    ++right;
  }
}

} // namespace madoguchi::models
