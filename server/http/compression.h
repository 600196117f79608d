// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

/// Bodies of HTTP: gzip (RFC 1952) and zstd (RFC 8878).
namespace madoguchi::server {

enum class Coding { Identity, Gzip, Zstd };

/// The best coding that an Accept-Encoding header (RFC 9110, 12.5.3) allows: zstd, else gzip, else none.
[[nodiscard]] Coding acceptedCoding(std::string_view acceptEncoding);
[[nodiscard]] std::string_view toText(Coding coding);

/// Empty on failure, which means: send it as it is.
[[nodiscard]] std::string compressed(std::string_view bytes, Coding coding);

/// A request's body by its Content-Encoding (deflate too, RFC 1950: all that Qt can make), never more than
/// `limit` bytes. Errors: TooLarge, Malformed, UnknownKind for a coding that is none of these.
[[nodiscard]] core::Result<std::string> decompressed(std::string_view bytes, std::string_view contentEncoding,
                                                     std::size_t limit);

} // namespace madoguchi::server
