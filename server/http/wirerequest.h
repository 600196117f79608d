// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace madoguchi::server {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// A request as Beast has read it, for the handlers: names of headers in lower case, repeated ones joined by
/// commas. None for a target that cannot be taken apart. In httpexchange.cpp.
[[nodiscard]] std::optional<HttpRequest> requestFrom(WireRequest&& message);

} // namespace madoguchi::server
