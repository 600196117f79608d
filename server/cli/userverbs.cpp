// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/verbs.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace madoguchi::server {

namespace {

core::Result<core::Grant> grantFrom(const std::string& text) {
  std::vector<std::string> parts{{}};
  for (const char c : text) {
    if (c == ':')
      parts.emplace_back();
    else
      parts.back().push_back(c);
  }
  const auto wrong = core::failure(core::ErrorCode::InvalidArgument,
                                   "a grant is ROLE:OFFICE[:PROCEDURE][:protected], not " + text);
  core::Grant grant;
  std::string role = parts.front();
  if (!role.empty() && role.front() >= 'a' && role.front() <= 'z')
    role.front() = static_cast<char>(role.front() - 32);
  if (!boost::describe::enum_from_string(role.c_str(), grant.role) || grant.role == core::Role::Intake)
    return wrong;
  if (parts.back() == "protected") {
    grant.protectedToo = true;
    parts.pop_back();
  }
  if (parts.size() < 2 || parts.size() > 3 || parts[1].empty()) return wrong;
  grant.office = core::OfficeId(parts[1]);
  if (parts.size() == 3) grant.procedure = core::ProcedureId(parts[2]);
  return grant;
}

std::string textOf(const core::Grant& grant) {
  std::string text = boost::describe::enum_to_string(grant.role, "?");
  text += ":" + grant.office.value;
  if (grant.procedure) text += ":" + grant.procedure->value;
  if (grant.protectedToo) text += ":protected";
  return text;
}

template <class Work>
core::Result<void> withAccounts(const Arguments& arguments, Work work) {
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  const Passwords passwords;
  Accounts accounts(**store, passwords, systemNow);
  return work(accounts);
}

core::Result<void> add(const Arguments& arguments, Console& console) {
  Accounts::NewAccount account;
  account.login = arguments.positional().front();
  account.person.nameJa = arguments.value("--name", account.login);
  account.person.nameEn = arguments.value("--name-en");
  account.person.rank = arguments.value("--rank", "staff");
  account.person.office = core::OfficeId(arguments.value("--office"));
  for (const std::string& text : arguments.list("--grant")) {
    auto grant = grantFrom(text);
    if (!grant) return tl::unexpected(grant.error());
    account.grants.push_back(std::move(*grant));
  }
  if (!arguments.has("--no-password")) {
    auto password = readPassword(console);
    if (!password) return tl::unexpected(password.error());
    account.password = std::move(*password);
  }
  return withAccounts(arguments, [&](Accounts& accounts) { return accounts.add({account}); });
}

core::Result<void> passwd(const Arguments& arguments, Console& console) {
  const auto password = readPassword(console);
  if (!password) return tl::unexpected(password.error());
  return withAccounts(arguments, [&](Accounts& accounts) {
    return accounts.setPassword(arguments.positional().front(), *password);
  });
}

core::Result<void> disable(const Arguments& arguments, Console&) {
  return withAccounts(arguments,
                      [&](Accounts& accounts) { return accounts.disable(arguments.positional().front()); });
}

core::Result<void> list(const Arguments& arguments, Console& console) {
  return withAccounts(arguments, [&](Accounts& accounts) -> core::Result<void> {
    const auto all = accounts.list();
    if (!all) return tl::unexpected(all.error());
    for (const Account& account : *all) {
      console.out << account.login << '\t' << account.person.id.value << '\t' << account.person.rank << '\t'
                  << account.person.office.value << '\t' << (account.person.disabled ? "disabled" : "active");
      for (const core::Grant& grant : account.grants)
        console.out << '\t' << textOf(grant);
      console.out << '\n';
    }
    return {};
  });
}

core::Result<void> addIntake(const Arguments& arguments, Console& console) {
  return withAccounts(arguments, [&](Accounts& accounts) -> core::Result<void> {
    const auto key =
        accounts.addIntakeKey(arguments.positional().front(), core::OfficeId(arguments.value("--office")));
    if (!key) return tl::unexpected(key.error());
    console.out << *key << '\n';
    return {};
  });
}

} // namespace

std::vector<Verb> userVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"user add",
       "LOGIN --data DIR [--name NAME] [--name-en NAME] [--rank RANK] [--office OFFICE] [--grant GRANT]... "
       "[--no-password]",
       "Add a user.",
       "The password is read from the environment variable MADOGUCHI_PASSWORD or from the first line of the\n"
       "input. RANK is staff, chief, manager, director, head or legal. GRANT is\n"
       "ROLE:OFFICE[:PROCEDURE][:protected], with ROLE one of clerk, supervisor, approver, auditor and\n"
       "administrator; it holds for the office and all below it. \"protected\" adds persons under "
       "protection.\n",
       {kDataOption,
        {"--name", Kind::Value},
        {"--name-en", Kind::Value},
        {"--rank", Kind::Value},
        {"--office", Kind::Value},
        {"--grant", Kind::List},
        {"--no-password", Kind::Flag}},
       1,
       1,
       &add},
      {"user passwd",
       "LOGIN --data DIR",
       "Set a user's password.",
       "Read as for user add. The user's sessions end.\n",
       {kDataOption},
       1,
       1,
       &passwd},
      {"user disable",
       "LOGIN --data DIR",
       "End a user's access.",
       "Takes away password, sessions and rights; what the user did stays named.\n",
       {kDataOption},
       1,
       1,
       &disable},
      {"user list",
       "--data DIR",
       "List users.",
       "One a line, tab-separated: login, id, rank, office, active or disabled, grants.\n",
       {kDataOption},
       0,
       0,
       &list},
      {"intake add",
       "NAME --office OFFICE --data DIR",
       "Make a key for a portal.",
       "Prints the key with which a portal delivers online applications (header X-Intake-Key) for the "
       "office\n"
       "and all below it. It is told only once.\n",
       {kDataOption, {"--office", Kind::Value}},
       1,
       1,
       &addIntake},
  };
}

} // namespace madoguchi::server
