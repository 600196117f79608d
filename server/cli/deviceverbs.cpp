// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/resources.h"
#include "server/cli/verbs.h"
#include "server/identity/devices.h"
#include "server/identity/recovery.h"

#include <fstream>
#include <iterator>

namespace madoguchi::server {

namespace {

template <class Work>
core::Result<void> withStore(const Arguments& arguments, Work work) {
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  return work(**store);
}

std::string momentOf(core::Instant at) {
  return at == core::Instant{} ? std::string("-") : core::toText(at);
}

core::Result<void> list(const Arguments& arguments, Console& console) {
  return withStore(arguments, [&](Store& store) -> core::Result<void> {
    const auto all = Devices(store, systemNow).list();
    if (!all) return tl::unexpected(all.error());
    for (const auto& [device, login] : *all) {
      console.out << device.id.value << '\t' << login << '\t' << device.name << '\t' << device.client << '\t'
                  << (device.revoked ? "revoked" : "active") << '\t' << momentOf(device.lastSeen) << '\t'
                  << momentOf(device.leaseUntil) << '\t' << momentOf(device.grantedUntil);
      for (const core::ScopeName& scope : device.scopes)
        console.out << '\t' << scope;
      console.out << '\n';
    }
    return {};
  });
}

core::Result<void> setRevoked(const Arguments& arguments, bool revoked) {
  return withStore(arguments, [&](Store& store) {
    return Devices(store, systemNow)
        .setRevoked(core::DeviceId(arguments.positional().front()), arguments.value("--user"), revoked);
  });
}

core::Result<void> revoke(const Arguments& arguments, Console&) {
  return setRevoked(arguments, true);
}

core::Result<void> restore(const Arguments& arguments, Console&) {
  return setRevoked(arguments, false);
}

core::Result<void> grant(const Arguments& arguments, Console&) {
  const auto days = numberOf(arguments.value("--days", "30"), 0, kLongestGrant.count(), "--days");
  if (!days) return tl::unexpected(days.error());
  return withStore(arguments, [&](Store& store) {
    return Devices(store, systemNow)
        .grant(core::DeviceId(arguments.positional().front()), arguments.value("--user"),
               std::chrono::days{*days});
  });
}

core::Result<void> policy(const Arguments& arguments, Console& console) {
  const std::string wipe = arguments.value("--wipe-at-sign-out");
  if (wipe != "on" && wipe != "off" && !wipe.empty())
    return core::failure(core::ErrorCode::InvalidArgument, "--wipe-at-sign-out is on or off");
  return withStore(arguments, [&](Store& store) -> core::Result<void> {
    if (!wipe.empty()) return Devices(store, systemNow).setPolicy({wipe == "on"});
    return store.read([&](Reading& reading) -> core::Result<void> {
      console.out << "wipe-at-sign-out\t" << (devicePolicy(reading).wipeAtSignOut ? "on" : "off") << '\n';
      return {};
    });
  });
}

core::Result<void> recover(const Arguments& arguments, Console& console) {
  std::vector<std::string> files;
  for (const std::string& name : arguments.positional()) {
    auto content = readFile(name);
    if (!content) return tl::unexpected(content.error());
    files.push_back(std::move(*content));
  }
  std::string key;
  if (arguments.has("--key")) {
    auto text = readFile(arguments.value("--key"));
    if (!text) return tl::unexpected(text.error());
    key = text->substr(0, text->find_last_not_of(" \r\n") + 1);
  }
  return withStore(arguments, [&](Store& store) -> core::Result<void> {
    CatalogCache catalogs;
    CommandService commands(store, catalogs, systemNow);
    const auto done = RecoveryService(store, commands, systemNow).recover(files, {}, key);
    if (!done) return tl::unexpected(done.error());
    int refused = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const core::CommandAnswer& answer = done->answers[i];
      const bool isDraft = answer.command.empty() && answer.kind == core::AnswerKind::Applied;
      console.out << arguments.positional()[i] << '\t'
                  << (isDraft ? "draft" : boost::describe::enum_to_string(answer.kind, "?")) << '\t'
                  << answer.command.value << '\t' << answer.code << '\n';
      if (!core::wasApplied(answer)) ++refused;
    }
    if (arguments.has("--drafts")) {
      std::ofstream out(arguments.value("--drafts"));
      for (const auto& [draftKey, text] : done->drafts)
        out << core::canonicalJson(core::json::object{{"key", draftKey}, {"text", text}}) << '\n';
      if (!out.flush()) return core::failure(core::ErrorCode::StorageFailed, arguments.value("--drafts"));
    }
    if (refused > 0)
      return core::failure(core::ErrorCode::Conflict, std::to_string(refused) + " could not be applied");
    return {};
  });
}

core::Result<void> exportKey(const Arguments& arguments, Console&) {
  const std::string& file = arguments.positional().front();
  return withStore(arguments, [&](Store& store) -> core::Result<void> {
    RecoveryKeys keys;
    auto read = store.read([&](Reading& reading) -> core::Result<void> {
      keys = recoveryKeys(reading);
      return {};
    });
    if (!read) return read;
    if (keys.secretKey.empty())
      return core::failure(core::ErrorCode::NotFound, "the private recovery key is not here");
    std::ofstream out(file);
    out << keys.secretKey << '\n';
    if (!out.flush()) return core::failure(core::ErrorCode::StorageFailed, file);
    return arguments.has("--remove") ? removeRecoverySecret(store) : core::Result<void>();
  });
}

std::vector<Verb> recoveryVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"recover",
       "FILE... [--key FILE] [--drafts FILE] --data DIR",
       "Apply what a PC had sealed.",
       "FILE is one of the profile's sealed/*.sealed. Each command is applied as its user's, once, whether "
       "it\n"
       "had arrived before or not. Prints file, answer, command and code. Texts that were half typed go to\n"
       "--drafts, one JSON object a line. --key: the private key, where it was exported and removed.\n",
       {kDataOption, {"--key", Kind::Value}, {"--drafts", Kind::Value}},
       1,
       10'000,
       &recover},
      {"recovery export",
       "FILE [--remove] --data DIR",
       "Write the private recovery key to a file.",
       "With --remove it is taken out of the database; clients then cannot recover by themselves, and "
       "recover\n"
       "needs --key.\n",
       {kDataOption, {"--remove", Kind::Flag}},
       1,
       1,
       &exportKey},
  };
}

std::vector<Verb> holdingVerbs() {
  using Kind = OptionSpec::Kind;
  const OptionSpec user{"--user", Kind::Value};
  return {
      {"device list",
       "--data DIR",
       "List the PCs that hold data.",
       "One a line and user, tab-separated: id, login, name, version, active or revoked, last contact, end "
       "of\n"
       "the lease, end of what was granted, and the scopes that its cache holds.\n",
       {kDataOption},
       0,
       0,
       &list},
      {"device revoke",
       "DEVICE [--user LOGIN] --data DIR",
       "Take a PC's data away.",
       "At its next contact the PC removes cache and keys; what was unsent stays there, sealed for this "
       "server\n"
       "(see recover). Without contact the cache cannot be opened after its lease.\n",
       {kDataOption, user},
       1,
       1,
       &revoke},
      {"device restore",
       "DEVICE [--user LOGIN] --data DIR",
       "Let a revoked PC sign in again.",
       "Its cache begins anew.\n",
       {kDataOption, user},
       1,
       1,
       &restore},
      {"device grant",
       "DEVICE [--user LOGIN] [--days DAYS] --data DIR",
       "Let a PC work offline for longer.",
       "Before a planned absence: the lease that the next sign-in gives runs for so many days from now (30 "
       "at\n"
       "most) instead of 72 hours.\n",
       {kDataOption, user, {"--days", Kind::Value}},
       1,
       1,
       &grant},
      {"device policy",
       "[--wipe-at-sign-out on|off] --data DIR",
       "Show or set what holds for every PC.",
       "With wipe-at-sign-out a PC keeps nothing but what is unsent, sealed, when its user signs out.\n",
       {kDataOption, {"--wipe-at-sign-out", Kind::Value}},
       0,
       0,
       &policy},
  };
}

} // namespace

std::vector<Verb> deviceVerbs() {
  std::vector<Verb> verbs = holdingVerbs();
  auto recovery = recoveryVerbs();
  verbs.insert(verbs.end(), std::make_move_iterator(recovery.begin()),
               std::make_move_iterator(recovery.end()));
  return verbs;
}

} // namespace madoguchi::server
