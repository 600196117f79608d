// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QUrl>

#include <string_view>

namespace madoguchi::sync::http {

/// Where the server is and how it is known to be the right one.
struct ServerAddress {
  QUrl url;          ///< https, without path
  QByteArray pinned; ///< SHA-256 of its certificate (32 bytes); empty: the system's trust decides
};

/// Errors: InvalidArgument for anything but an https URL with a host, and for a fingerprint that is not 64
/// hex digits (colons are passed over); empty stands for none.
[[nodiscard]] core::Result<ServerAddress> parseServerAddress(std::string_view url,
                                                             std::string_view fingerprint);

} // namespace madoguchi::sync::http
