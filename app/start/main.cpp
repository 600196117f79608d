// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What a click on the icon starts: shows the desk that is there already, else becomes one. It loads nothing,
// because what a desk has to load is a quarter of its start.
#include "app/start/doorbellplace.h"
#include "app/start/ring.h"
#include "app/start/textoptions.h"

#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace {

using namespace madoguchi::app;

struct Wish {
  std::string profile = usualProfile();
  bool isReady = false;
};

Wish wishOf(int argc, char** argv) {
  constexpr std::string_view kProfile = "--profile";
  Wish wish;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == kProfile && i + 1 < argc) wish.profile = argv[++i];
    if (argument.substr(0, kProfile.size() + 1) == "--profile=")
      wish.profile = argument.substr(kProfile.size() + 1);
    if (argument == "--ready") wish.isReady = true;
  }
  return wish;
}

/// Given once by the desktop, for one window (XDG activation; the startup notification specification).
std::string activationToken() {
  for (const char* name : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"})
    if (const char* token = std::getenv(name); token != nullptr && *token != 0) return token;
  return {};
}

/// The program itself, which lies beside this one.
std::string deskProgram() {
  std::array<char, PATH_MAX> own{};
  const ssize_t length = readlink("/proc/self/exe", own.data(), own.size() - 1);
  const std::string_view path(own.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  return std::string(path.substr(0, path.rfind('/') + 1)) + "madoguchi-desk";
}

} // namespace

int main(int argc, char** argv) {
  const Wish wish = wishOf(argc, argv);
  if (!asksForText(argc, argv) && ring(wish.profile, wish.isReady ? kBeReady : kOpen, activationToken()))
    return 0;
  const std::string desk = deskProgram();
  execv(desk.c_str(), argv);
  std::perror(desk.c_str());
  return 127;
}
