// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codec.h"
#include "server/admin/resources.h"
#include "server/cli/verbs.h"

namespace madoguchi::server {

namespace {

template <class Work>
core::Result<void> withStore(const Arguments& arguments, Work work) {
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  return work(**store);
}

core::Result<void> putOffices(const Arguments& arguments, const std::vector<core::Office>& offices) {
  return withStore(arguments, [&](Store& store) {
    const Passwords passwords(Passwords::Cost::Cheapest); // none is hashed here
    return Accounts(store, passwords, systemNow).putOffices(offices);
  });
}

core::Result<void> add(const Arguments& arguments, Console&) {
  const core::Office office{core::OfficeId(arguments.positional().front()),
                            core::OfficeId(arguments.value("--parent")),
                            arguments.value("--name", arguments.positional().front()),
                            arguments.value("--name-en"), arguments.value("--symbol")};
  return putOffices(arguments, {office});
}

core::Result<void> importOffices(const Arguments& arguments, Console& console) {
  const auto text = readFile(arguments.positional().front());
  if (!text) return tl::unexpected(text.error());
  const auto value = core::parseJson(*text);
  if (!value) return core::failure(core::ErrorCode::FileBroken, value.error().detail);
  const auto offices = core::codec::read<std::vector<core::Office>>(*value);
  if (!offices) return core::failure(core::ErrorCode::FileBroken, offices.error().detail);
  if (auto put = putOffices(arguments, *offices); !put) return put;
  console.out << "offices: " << offices->size() << '\n';
  return {};
}

core::Result<void> listOffices(const Arguments& arguments, Console& console) {
  return withStore(arguments, [&](Store& store) -> core::Result<void> {
    const Passwords passwords(Passwords::Cost::Cheapest); // none is hashed here
    const auto offices = Accounts(store, passwords, systemNow).offices();
    if (!offices) return tl::unexpected(offices.error());
    for (const core::Office& office : *offices)
      console.out << office.id.value << '\t' << office.parent.value << '\t' << office.symbol << '\t'
                  << office.nameJa << '\t' << office.nameEn << '\n';
    return {};
  });
}

core::Result<void> report(const LoadedResources& loaded, Console& console) {
  for (const std::string& key : loaded.procedures)
    console.out << key << '\n';
  for (const BrokenPackage& broken : loaded.broken)
    console.err << "refused: " << broken.folder << ": " << broken.reason << '\n';
  if (!loaded.broken.empty())
    return core::failure(core::ErrorCode::FileBroken,
                         std::to_string(loaded.broken.size()) + " of the packages are broken");
  return {};
}

core::Result<void> listProcedures(const Arguments& arguments, Console& console) {
  return withStore(arguments, [&](Store& store) {
    return store.read([&](Reading& reading) -> core::Result<void> {
      for (const auto& row : reading.references(core::globalScope(), "procedure"))
        console.out << row.key << '\n';
      return {};
    });
  });
}

core::Result<void> checkPackages(const Arguments& arguments, Console& console) {
  const auto folder = resourcesFolder(arguments.value("--resources"));
  if (!folder) return tl::unexpected(folder.error());
  const auto checked = checkProcedures(*folder);
  if (!checked) return tl::unexpected(checked.error());
  return report(*checked, console);
}

core::Result<void> loadPackages(const Arguments& arguments, Console& console) {
  const auto folder = resourcesFolder(arguments.value("--resources"));
  if (!folder) return tl::unexpected(folder.error());
  return withStore(arguments, [&](Store& store) -> core::Result<void> {
    const auto loaded = loadResources(store, *folder, systemNow);
    if (!loaded) return tl::unexpected(loaded.error());
    return report(*loaded, console);
  });
}

} // namespace

std::vector<Verb> officeVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"office add",
       "ID --data DIR [--parent ID] [--name NAME] [--name-en NAME] [--symbol SYMBOL]",
       "Add an office, or change one.",
       "SYMBOL is part of its document numbers.\n",
       {kDataOption,
        {"--parent", Kind::Value},
        {"--name", Kind::Value},
        {"--name-en", Kind::Value},
        {"--symbol", Kind::Value}},
       1,
       1,
       &add},
      {"office list",
       "--data DIR",
       "List offices.",
       "One a line, tab-separated: id, parent, symbol, name in Japanese and English.\n",
       {kDataOption},
       0,
       0,
       &listOffices},
      {"office import",
       "FILE --data DIR",
       "Add many offices.",
       "FILE is a JSON array of {\"id\", \"parent\", \"nameJa\", \"nameEn\", \"symbol\"}, parents first. All "
       "or nothing.\n",
       {kDataOption},
       1,
       1,
       &importOffices},
      {"procedure list",
       "--data DIR",
       "List the procedures in the database.",
       "",
       {kDataOption},
       0,
       0,
       &listProcedures},
      {"procedure check",
       "[--resources DIR]",
       "Check procedure packages.",
       "Prints those that are sound, and for each broken one the file, the place and the reason.\n",
       {kResourcesOption},
       0,
       0,
       &checkPackages},
      {"procedure load",
       "--data DIR [--resources DIR]",
       "Load procedures and holidays anew.",
       "Older versions stay, because cases name them.\n",
       {kDataOption, kResourcesOption},
       0,
       0,
       &loadPackages},
  };
}

} // namespace madoguchi::server
