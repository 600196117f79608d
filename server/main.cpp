// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/commandline.h"

#include <sys/stat.h>

#include <exception>
#include <iostream>
#include <sodium.h>

int main(int argc, char** argv) {
  // What the server writes is nobody else's to read.
  ::umask(0077);
  if (sodium_init() < 0) {
    std::cerr << "madoguchi-server: libsodium cannot start\n";
    return 1;
  }
  madoguchi::server::Console console{std::cin, std::cout, std::cerr};
  try {
    return madoguchi::server::runCommandLine({argv + 1, argv + argc}, console);
  } catch (const std::exception& exception) {
    std::cerr << "madoguchi-server: " << exception.what() << '\n';
    return 1;
  }
}
