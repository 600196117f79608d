// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/doorbellplace.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace madoguchi::app {

namespace {

/// FNV-1a: profiles of one user are told apart, nothing is kept secret by it.
std::uint64_t numberOf(const char* text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (; *text != 0; ++text)
    hash = (hash ^ static_cast<unsigned char>(*text)) * 0x100000001b3U;
  return hash;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

} // namespace

std::string displayOfSession() {
  std::string display = environment("WAYLAND_DISPLAY") + '|' + environment("DISPLAY");
  std::replace(display.begin(), display.end(), ' ', '_');
  return display;
}

std::string usualProfile() {
  const std::string data = environment("XDG_DATA_HOME");
  // A relative one is to be ignored, says the specification.
  return (data.rfind('/', 0) == 0 ? data : environment("HOME") + "/.local/share") + "/madoguchi";
}

std::optional<sockaddr_un> doorbellOf(const std::string& profile) {
  const std::string session = environment("XDG_RUNTIME_DIR");
  char* folder = session.empty() ? nullptr : realpath(profile.c_str(), nullptr);
  if (folder == nullptr) return std::nullopt;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const int length = std::snprintf(address.sun_path, sizeof address.sun_path, "%s/madoguchi-%016llx",
                                   session.c_str(), static_cast<unsigned long long>(numberOf(folder)));
  std::free(folder);
  if (length < 0 || static_cast<std::size_t>(length) >= sizeof address.sun_path) return std::nullopt;
  return address;
}

} // namespace madoguchi::app
