// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's entry points. MADOGUCHI_FUZZ names the target; with MADOGUCHI_FUZZ_SEEDS the program writes the
// target's seeds into that folder and ends; without a target it lists all.
#include "tests/fuzz/fuzztarget.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace madoguchi;

const fuzz::Target* chosen = nullptr;

void writeSeeds(const fuzz::Target& target, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const std::string& seed : target.seeds())
    std::ofstream(folder / std::to_string(++number), std::ios::binary) << seed;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* name = std::getenv("MADOGUCHI_FUZZ");
  for (const fuzz::Target* target : fuzz::targets()) {
    if (name == nullptr) std::cout << target->name << "\n";
    if (name != nullptr && target->name == name) chosen = target;
  }
  if (name == nullptr) std::exit(0);
  if (chosen == nullptr) {
    std::cerr << "no such target: " << name << "\n";
    std::exit(2);
  }
  if (const char* folder = std::getenv("MADOGUCHI_FUZZ_SEEDS")) {
    writeSeeds(*chosen, folder);
    std::exit(0);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->run(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
