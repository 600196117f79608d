// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/keyorder.h"

#include <unordered_set>

namespace madoguchi::models {

/// Which cases of a list are marked: some of them, or all except some. By key, so no change of the list
/// moves a mark; a list of a million costs nothing to mark.
class CaseMarks {
public:
  [[nodiscard]] bool contains(CaseKey key) const { return m_allExcept != (m_keys.count(key) > 0); }
  /// Of a list with so many cases.
  [[nodiscard]] std::size_t count(std::size_t listed) const;
  [[nodiscard]] bool isEmpty() const { return !m_allExcept && m_keys.empty(); }
  [[nodiscard]] bool isAllExcept() const { return m_allExcept; }
  [[nodiscard]] std::size_t exceptions() const { return m_allExcept ? m_keys.size() : 0; }
  /// The marked ones in the order of the list.
  [[nodiscard]] Keys of(const Keys& listed) const;

  void set(CaseKey key, bool marked);
  void markAll();
  void clear();
  /// The case has left the list; should it come back, it is unmarked (with "all except": marked).
  void forget(CaseKey key) { m_keys.erase(key); }
  /// Forgets all that are not listed any more.
  void keepOnly(const Keys& listed);

private:
  std::unordered_set<CaseKey> m_keys; ///< the marked ones; with m_allExcept, those that are not
  bool m_allExcept = false;
};

} // namespace madoguchi::models
