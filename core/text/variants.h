// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace madoguchi::core {

/// The character by which a kanji is searched: the common form of its group of variants (旧字体, 異体字,
/// forms from family registers), or the character itself. The groups are our own choice for names and places
/// of people: characters that one reader may type for the other.
[[nodiscard]] char32_t commonKanji(char32_t character);

} // namespace madoguchi::core
