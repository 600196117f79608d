// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <functional>
#include <memory>
#include <string_view>

namespace madoguchi::sync::http {

/// Unpacks an answer as it comes. Qt would do so too, but says of one that was cut what it says of a whole
/// one; this knows whether the packed stream has come to its end.
class BodyDecoder {
public:
  /// What the client can read, for the header Accept-Encoding.
  static constexpr const char* kAccepted = "zstd, gzip";
  /// Takes unpacked bytes, some 128 KB at a time; false: enough.
  using Sink = std::function<bool(std::string_view)>;

  /// By the header Content-Encoding: zstd, gzip, deflate, identity or empty. Null for another one.
  [[nodiscard]] static std::unique_ptr<BodyDecoder> make(std::string_view coding);
  virtual ~BodyDecoder() = default;

  /// Errors: Malformed where it cannot be unpacked, or where something follows behind the end.
  [[nodiscard]] virtual core::Result<void> push(std::string_view packed, const Sink& sink) = 0;
  /// True at the end of a packed stream, and of what is not packed anywhere.
  [[nodiscard]] virtual bool isAtEnd() const = 0;
};

} // namespace madoguchi::sync::http
