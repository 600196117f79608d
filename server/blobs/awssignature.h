// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <map>
#include <string>
#include <string_view>

/// AWS Signature Version 4, as the AWS General Reference describes it, in the form of S3: paths are encoded
/// once and not normalised. libcurl has it too, but in Debian 12 (7.88) signs no hash of the body.
namespace madoguchi::server {

struct AwsCredentials {
  std::string accessKey;
  std::string secretKey;
};

/// What is signed of a request.
struct AwsRequest {
  std::string method;
  std::string path;                           ///< encoded, as it is sent, with its first slash
  std::map<std::string, std::string> query;   ///< not encoded
  std::map<std::string, std::string> headers; ///< names in lower case; "host" and "x-amz-date" among them
  std::string payloadHash;                    ///< SHA-256 of the body, hex
};

/// RFC 3986: everything but letters, digits and "-._~" becomes %XX; a slash too, unless it is kept.
[[nodiscard]] std::string awsEncoded(std::string_view text, bool keepSlash);
/// "a=1&b=2", encoded and in the order that is signed.
[[nodiscard]] std::string awsQuery(const std::map<std::string, std::string>& query);
/// "20130524T000000Z", for the header x-amz-date.
[[nodiscard]] std::string awsDate(core::Instant at);
/// The value of the header Authorization. The time is that of x-amz-date.
[[nodiscard]] std::string awsAuthorization(const AwsRequest& request, const AwsCredentials& credentials,
                                           const std::string& region, const std::string& service);

} // namespace madoguchi::server
