// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Labels: short words by which an office sorts its cases ("現地調査", "urgent"). A set for each case, in
/// which adding and removing commute: two people who label at the same time keep both.
namespace madoguchi::core {

inline constexpr std::size_t kMostLabels = 10;        ///< of one case
inline constexpr std::size_t kLongestLabel = 20;      ///< code points
inline constexpr std::size_t kLongestLabelBytes = 80; ///< in UTF-8

/// What was typed as a label is kept: NFC, without spaces around it and with one where there were several.
/// Empty where it is none: no text, too long, with control characters, or no UTF-8.
[[nodiscard]] std::string labelFrom(std::string_view typed);
/// Whether it is written as it is kept.
[[nodiscard]] bool isLabel(std::string_view text);

/// In the order of labels (bytes), each once.
[[nodiscard]] bool holdsLabel(const std::vector<std::string>& labels, const std::string& label);
void addLabel(std::vector<std::string>& labels, const std::string& label);
void removeLabel(std::vector<std::string>& labels, const std::string& label);

} // namespace madoguchi::core
