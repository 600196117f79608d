// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/target.h"

#include "protocol/messages.h"
#include "sync/action.h"

namespace madoguchi::sync {

const char* nameOf(Method method) {
  switch (method) {
  case Method::Get:
    return "GET";
  case Method::Head:
    return "HEAD";
  case Method::Post:
    return "POST";
  case Method::Patch:
    return "PATCH";
  case Method::Delete:
    break;
  }
  return "DELETE";
}

std::string percentEncoded(std::string_view text) {
  constexpr std::string_view kUnreserved =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size() * 2);
  for (const char c : text) {
    if (kUnreserved.find(c) != std::string_view::npos) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(kHex[byte >> 4U]);
    out.push_back(kHex[byte & 15U]);
  }
  return out;
}

namespace {

/// A part of a query, behind `before`; nothing where nothing was confirmed.
std::string confirmedPart(char before, const core::Confirmation& confirmed) {
  if (confirmed.command.empty()) return {};
  const std::string part = before + ("confirmed=" + percentEncoded(confirmed.command.value));
  return confirmed.at == core::Instant{} ? part : part + "&at=" + percentEncoded(core::toText(confirmed.at));
}

std::string waitAndConfirmed(std::chrono::seconds wait, const core::Confirmation& confirmed) {
  return "wait=" + std::to_string(wait.count()) + confirmedPart('&', confirmed);
}

} // namespace

std::string commandsTarget(const core::Confirmation& confirmed) {
  return "/v1/commands" + confirmedPart('?', confirmed);
}

std::string changesTarget(const core::Cursor& cursor, std::chrono::seconds wait,
                          const core::Confirmation& confirmed) {
  return "/v1/changes?cursor=" + percentEncoded(protocol::encode(cursor)) + '&' +
         waitAndConfirmed(wait, confirmed);
}

std::string changesTarget(std::chrono::seconds wait, const core::Confirmation& confirmed) {
  return "/v1/changes?" + waitAndConfirmed(wait, confirmed);
}

std::string snapshotTarget(const core::ScopeName& scope, const core::CaseId& after) {
  return "/v1/snapshot/" + percentEncoded(scope) + "?after=" + percentEncoded(after.value);
}

std::string readyMadeTarget() {
  return "/v1/ready-made";
}

std::string readyMadeTarget(const std::string& name) {
  return readyMadeTarget() + '/' + percentEncoded(name);
}

std::string blobTarget(const core::BlobId& blob) {
  return "/v1/blobs/" + percentEncoded(blob.value);
}

} // namespace madoguchi::sync
