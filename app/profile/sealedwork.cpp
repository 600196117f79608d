// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/sealedwork.h"

#include <algorithm>

namespace madoguchi::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLost = "lost";
constexpr const char* kRefused = "refused";

} // namespace

void wipeProfile(const fs::path& folder, core::Instant now) {
  std::error_code error;
  if (fs::exists(folder / "sealed", error) && !fs::is_empty(folder / "sealed", error)) {
    fs::create_directories(folder / kLost, error);
    // Numbers begin anew in the next cache, so each wipe has a folder of its own; they sort by time.
    fs::rename(folder / "sealed", folder / kLost / std::to_string(now.time_since_epoch().count()), error);
    // Where it cannot be moved it is not thrown away either.
    if (error) return;
  }
  std::vector<fs::path> doomed;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().filename() != kLost) doomed.push_back(entry.path());
  for (const auto& path : doomed)
    fs::remove_all(path, error);
}

std::vector<fs::path> sealedWork(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& round : fs::directory_iterator(folder / kLost, error))
    if (round.path().filename() != kRefused)
      for (const auto& file : fs::directory_iterator(round.path(), error))
        if (file.path().extension() == ".sealed") files.push_back(file.path());
  std::sort(files.begin(), files.end());
  return files;
}

void settleSealedWork(const fs::path& file, bool applied) {
  std::error_code error;
  if (applied) {
    fs::remove(file, error);
    return;
  }
  const fs::path round = file.parent_path();
  const fs::path refused = round.parent_path() / kRefused;
  fs::create_directories(refused, error);
  fs::rename(file, refused / (round.filename().string() + '-' + file.filename().string()), error);
}

} // namespace madoguchi::app
