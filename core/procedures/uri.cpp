// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/uri.h"

#include <algorithm>
#include <vector>

namespace madoguchi::core {

namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Where the scheme's colon stands, or npos.
std::size_t schemeEnd(std::string_view uri) {
  const std::size_t end = uri.find_first_of(":/?");
  return end != std::string_view::npos && end > 0 && uri[end] == ':' ? end : std::string_view::npos;
}

/// RFC 3986, 5.2.4.
std::string withoutDots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool open = false;
  for (std::size_t from = 1; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    const std::string_view part = path.substr(from, end - from);
    open = part.empty() || part == "." || part == "..";
    if (part == ".." && !kept.empty()) kept.pop_back();
    if (!open || (part.empty() && end < path.size())) kept.push_back(part);
    from = end + 1;
  }
  std::string out;
  for (const std::string_view part : kept)
    out.append("/").append(part);
  if (open) out.push_back('/');
  return out;
}

} // namespace

std::pair<std::string, std::string> splitFragment(std::string_view reference) {
  const std::size_t hash = std::min(reference.find('#'), reference.size());
  std::string fragment;
  for (std::size_t i = hash + 1; i < reference.size(); ++i) {
    const bool escape = reference[i] == '%' && i + 2 < reference.size() && hexDigit(reference[i + 1]) >= 0 &&
                        hexDigit(reference[i + 2]) >= 0;
    if (escape) {
      fragment.push_back(static_cast<char>(hexDigit(reference[i + 1]) * 16 + hexDigit(reference[i + 2])));
      i += 2;
    } else {
      fragment.push_back(reference[i]);
    }
  }
  return {std::string(reference.substr(0, hash)), fragment};
}

std::string resolveUri(std::string_view base, std::string_view reference) {
  if (reference.empty()) return std::string(base);
  if (schemeEnd(reference) != std::string_view::npos) return std::string(reference);
  const std::size_t colon = schemeEnd(base);
  if (colon == std::string_view::npos) return std::string(reference);
  const std::string_view scheme = base.substr(0, colon + 1);
  if (reference.substr(0, 2) == "//") return std::string(scheme).append(reference);
  std::string_view rest = base.substr(colon + 1);
  std::size_t pathStart = 0;
  if (rest.substr(0, 2) == "//") pathStart = std::min(rest.find('/', 2), rest.size());
  const std::string_view authority = rest.substr(0, pathStart);
  const std::string_view path = rest.substr(pathStart, rest.find('?') - pathStart);
  std::string merged;
  if (reference.front() != '/') merged = std::string(path.substr(0, path.rfind('/') + 1));
  if (merged.empty() && reference.front() != '/') merged = "/";
  return std::string(scheme).append(authority).append(withoutDots(merged.append(reference)));
}

} // namespace madoguchi::core
