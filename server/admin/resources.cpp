// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/resources.h"

#include "core/base/json.h"
#include "core/calendar/holidays.h"
#include "core/procedures/procedurereader.h"
#include "server/audit/audittrail.h"
#include "server/catalog.h"
#include "server/identity/accounts.h"
#include "server/stamping.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace madoguchi::server {

namespace fs = std::filesystem;

namespace {

core::Result<std::map<std::string, std::string>> filesOf(const fs::path& package) {
  std::map<std::string, std::string> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(package, error)) {
    if (!entry.is_regular_file()) continue;
    auto text = readFile(entry.path().string());
    if (!text) return tl::unexpected(text.error());
    files.emplace(entry.path().filename().string(), std::move(*text));
  }
  return files;
}

struct Packages {
  std::vector<core::Procedure> good;
  std::vector<BrokenPackage> broken;
};

core::Result<Packages> readPackages(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(fs::path(folder) / "procedures", error))
    if (entry.is_directory()) folders.push_back(entry.path());
  if (error)
    return core::failure(core::ErrorCode::FileUnreadable, folder + "/procedures: " + error.message());
  std::sort(folders.begin(), folders.end());
  Packages packages;
  for (const fs::path& path : folders) {
    const auto files = filesOf(path);
    auto procedure = files ? core::readProcedure(*files) : tl::unexpected(files.error());
    if (procedure)
      packages.good.push_back(std::move(*procedure));
    else
      packages.broken.push_back({path.filename().string(), procedure.error().detail});
  }
  return packages;
}

LoadedResources reportOf(const Packages& packages) {
  LoadedResources loaded;
  for (const auto& procedure : packages.good)
    loaded.procedures.push_back(procedureKey(procedure.id, procedure.version));
  loaded.broken = packages.broken;
  return loaded;
}

} // namespace

core::Result<std::string> readFile(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return core::failure(core::ErrorCode::FileUnreadable, file);
  return text.str();
}

core::Result<std::string> resourcesFolder(const std::string& given) {
  std::vector<fs::path> candidates;
  const char* fromEnvironment = std::getenv("MADOGUCHI_RESOURCES");
  if (!given.empty()) {
    candidates = {given};
  } else if (fromEnvironment != nullptr && *fromEnvironment != '\0') {
    candidates = {fromEnvironment};
  } else {
    std::error_code error;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    candidates = {here / "../share/madoguchi", here / "../../../resources", MADOGUCHI_INSTALLED_RESOURCES};
  }
  for (const fs::path& candidate : candidates) {
    std::error_code error;
    if (fs::is_directory(candidate / "procedures", error))
      return fs::weakly_canonical(candidate, error).string();
  }
  return core::failure(core::ErrorCode::FileUnreadable, "no folder with procedures/ in it (" +
                                                            candidates.front().string() +
                                                            "); use --resources");
}

core::Result<LoadedResources> checkProcedures(const std::string& folder) {
  const auto packages = readPackages(folder);
  if (!packages) return tl::unexpected(packages.error());
  return reportOf(*packages);
}

core::Result<LoadedResources> loadResources(Store& store, const std::string& folder, const Clock& clock) {
  const auto packages = readPackages(folder);
  if (!packages) return tl::unexpected(packages.error());
  const auto text = readFile(folder + "/calendar/holidays-jp.json");
  if (!text) return tl::unexpected(text.error());
  const auto holidays = core::parseJson(*text);
  if (!holidays)
    return core::failure(core::ErrorCode::FileBroken, "holidays-jp.json: " + holidays.error().detail);
  if (const auto table = core::HolidayTable::parse(*text); !table) return tl::unexpected(table.error());

  std::vector<ReferenceChange> changes{{"holidays", "jp", core::canonicalJson(*holidays)}};
  for (const auto& procedure : packages->good)
    changes.push_back({"procedure", procedureKey(procedure.id, procedure.version),
                       core::canonicalJson(core::toJson(procedure))});
  const auto written = store.write([&](Writing& writing) -> core::Result<void> {
    const std::size_t count = putReferences(writing, core::globalScope(), changes);
    if (count == 0) return {};
    AuditTrail audit(writing);
    audit.add({{}, clock(), consoleUser(), "resourcesLoaded", std::to_string(count), {}});
    audit.write();
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  return reportOf(*packages);
}

} // namespace madoguchi::server
