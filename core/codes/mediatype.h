// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace madoguchi::core {

/// The media type (IANA) of a file, by the ending of its name alone: what offices hand in. Anything else is
/// "application/octet-stream". It says how a document is called and opened; what is really in a file is for
/// the guard and the preview to judge, who read it.
[[nodiscard]] std::string_view mediaTypeOf(std::string_view fileName);

/// Whether people read a file of this type as it is: of such a text, parts can be struck out.
[[nodiscard]] bool isPlainText(std::string_view mediaType);

} // namespace madoguchi::core
