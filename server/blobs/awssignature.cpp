// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/awssignature.h"

#include "core/base/hash.h"

#include <array>
#include <cstdio>
#include <sodium.h>

namespace madoguchi::server {

namespace {

const std::string kAlgorithm = "AWS4-HMAC-SHA256";

std::string hmac(std::string_view key, std::string_view text) {
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  crypto_auth_hmacsha256_final(&state, code.data());
  return {reinterpret_cast<const char*>(code.data()), code.size()};
}

std::string hexOf(std::string_view bytes) {
  core::Digest digest{};
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return core::toHex(digest);
}

bool isUnreserved(char letter) {
  return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
         (letter >= '0' && letter <= '9') || std::string_view("-._~").find(letter) != std::string_view::npos;
}

std::string namesOf(const std::map<std::string, std::string>& headers) {
  std::string names;
  for (const auto& [name, value] : headers)
    names += (names.empty() ? "" : ";") + name;
  return names;
}

} // namespace

std::string awsEncoded(std::string_view text, bool keepSlash) {
  std::string encoded;
  for (const char letter : text) {
    if (isUnreserved(letter) || (keepSlash && letter == '/')) {
      encoded += letter;
      continue;
    }
    std::array<char, 4> code{};
    std::snprintf(code.data(), code.size(), "%%%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(letter)));
    encoded += code.data();
  }
  return encoded;
}

std::string awsQuery(const std::map<std::string, std::string>& query) {
  // The names are ours, plain ASCII, so their order is that of their encoded forms.
  std::string text;
  for (const auto& [name, value] : query)
    text += (text.empty() ? "" : "&") + awsEncoded(name, false) + "=" + awsEncoded(value, false);
  return text;
}

std::string awsDate(core::Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

std::string awsAuthorization(const AwsRequest& request, const AwsCredentials& credentials,
                             const std::string& region, const std::string& service) {
  std::string canonical = request.method + "\n" + request.path + "\n" + awsQuery(request.query) + "\n";
  for (const auto& [name, value] : request.headers)
    canonical += name + ":" + value + "\n";
  const std::string names = namesOf(request.headers);
  canonical += "\n" + names + "\n" + request.payloadHash;

  const std::string& moment = request.headers.at("x-amz-date");
  const std::string day = moment.substr(0, 8);
  const std::string scope = day + "/" + region + "/" + service + "/aws4_request";
  const std::string toSign = kAlgorithm + "\n" + moment + "\n" + scope + "\n" + core::sha256Hex(canonical);
  const std::string key =
      hmac(hmac(hmac(hmac("AWS4" + credentials.secretKey, day), region), service), "aws4_request");
  return kAlgorithm + " Credential=" + credentials.accessKey + "/" + scope + ",SignedHeaders=" + names +
         ",Signature=" + hexOf(hmac(key, toSign));
}

} // namespace madoguchi::server
