// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts.h"

#include "core/base/codec.h"
#include "server/stamping.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

constexpr std::string_view kLoginCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
constexpr std::string_view kRanks[] = {"staff", "chief", "manager", "director", "head", "legal"};

template <class T>
std::string documentOf(const T& value) {
  return core::canonicalJson(core::codec::toValue(value));
}

// An id becomes part of a scope's name, whose parts are set apart by slashes.
bool isOfficeId(const std::string& id) {
  return !id.empty() && id.size() <= 64 &&
         std::all_of(id.begin(), id.end(), [](unsigned char c) { return c > ' ' && c < 0x7f && c != '/'; });
}

core::Result<void> checkNew(const Accounts::NewAccount& account) {
  const auto wrong = [](const char* what) { return core::failure(core::ErrorCode::InvalidArgument, what); };
  if (account.login.empty() || account.login.size() > 64 ||
      account.login.find_first_not_of(kLoginCharacters) != std::string::npos)
    return wrong("a login has 1 to 64 of a-z 0-9 . _ -");
  if (account.person.nameJa.empty()) return wrong("a user needs a name");
  if (std::find(std::begin(kRanks), std::end(kRanks), account.person.rank) == std::end(kRanks))
    return wrong("a rank is staff, chief, manager, director, head or legal");
  return {};
}

core::Result<void> checkOffices(Writing& writing, const Accounts::NewAccount& account) {
  const auto exists = [&](const core::OfficeId& id) {
    const auto row = writing.reference(core::globalScope(), "office", id.value);
    return row && !row->document.empty();
  };
  if (!account.person.office.empty() && !exists(account.person.office))
    return core::failure(core::ErrorCode::NoSuchOffice, account.person.office.value);
  for (const core::Grant& grant : account.grants)
    if (!exists(grant.office)) return core::failure(core::ErrorCode::NoSuchOffice, grant.office.value);
  return {};
}

} // namespace

core::UserId consoleUser() {
  return core::UserId("console");
}

core::Result<Account> Accounts::made(Writing& writing, const NewAccount& account) const {
  if (auto checked = checkNew(account); !checked) return tl::unexpected(checked.error());
  if (auto checked = checkOffices(writing, account); !checked) return tl::unexpected(checked.error());
  if (writing.accountByLogin(account.login) ||
      (!account.person.id.empty() && writing.account(account.person.id)))
    return core::failure(core::ErrorCode::AlreadyExists, "the login or id " + account.login + " is taken");
  Account made{account.person, account.login, account.grants, {}};
  if (made.person.id.empty()) made.person.id = core::UserId(newUuid(m_clock()));
  return made;
}

void Accounts::write(Writing& writing, const std::vector<Account>& accounts, const std::string& action) {
  AuditTrail audit(writing);
  std::vector<ReferenceChange> people;
  for (const Account& account : accounts) {
    writing.putAccount(account);
    people.push_back({"user", account.person.id.value, documentOf(account.person)});
    putReferences(writing, core::userScope(account.person.id),
                  {{"grants", account.person.id.value, documentOf(actorOf(account))}});
    AuditEntry entry{account.person.office, m_clock(), consoleUser(), action, account.person.id.value, {}};
    entry.details["grants"] = core::codec::toValue(account.grants);
    audit.add(entry);
  }
  putReferences(writing, core::globalScope(), people);
  audit.write();
}

core::Result<void> Accounts::add(const std::vector<NewAccount>& accounts) {
  // Hashing is slow on purpose, and alike ones (a demonstration's) are hashed once; never in the transaction.
  Hashes hashes;
  for (const NewAccount& account : accounts) {
    if (!account.password || hashes.contains(*account.password)) continue;
    auto hash = m_passwords.hash(*account.password);
    if (!hash) return tl::unexpected(hash.error());
    hashes.emplace(*account.password, std::move(*hash));
  }
  return m_store.write([&](Writing& writing) { return addHashed(writing, accounts, hashes); });
}

core::Result<void> Accounts::add(Writing& writing, const std::vector<NewAccount>& accounts) {
  return addHashed(writing, accounts, {});
}

core::Result<void> Accounts::addHashed(Writing& writing, const std::vector<NewAccount>& accounts,
                                       const Hashes& hashes) {
  std::vector<Account> all;
  std::set<std::string> logins;
  for (const NewAccount& account : accounts) {
    auto one = made(writing, account);
    if (!one) return tl::unexpected(one.error());
    if (!logins.insert(account.login).second)
      return core::failure(core::ErrorCode::AlreadyExists, "the login " + account.login + " is taken");
    if (account.password) one->passwordHash = hashes.at(*account.password);
    all.push_back(std::move(*one));
  }
  write(writing, all, "userAdded");
  return {};
}

core::Result<void> Accounts::change(const std::string& login, const std::string& action,
                                    const std::function<void(Account&)>& edit) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    auto account = writing.accountByLogin(login);
    if (!account) return core::failure(core::ErrorCode::NoSuchUser, login);
    edit(*account);
    writing.removeSessionsOf(account->person.id);
    write(writing, {*account}, action);
    return {};
  });
}

core::Result<void> Accounts::setPassword(const std::string& login, const std::string& password) {
  auto hash = m_passwords.hash(password);
  if (!hash) return tl::unexpected(hash.error());
  return change(login, "passwordSet", [&](Account& account) { account.passwordHash = *hash; });
}

core::Result<void> Accounts::disable(const std::string& login) {
  return change(login, "userDisabled", [](Account& account) {
    account.person.disabled = true;
    account.grants.clear();
    account.passwordHash.clear();
  });
}

core::Result<std::vector<Account>> Accounts::list() {
  std::vector<Account> accounts;
  const auto done = m_store.read([&](Reading& reading) -> core::Result<void> {
    accounts = reading.accounts();
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return accounts;
}

core::Result<void> Accounts::putOffices(const std::vector<core::Office>& offices) {
  return m_store.write([&](Writing& writing) { return putOffices(writing, offices); });
}

core::Result<void> Accounts::putOffices(Writing& writing, const std::vector<core::Office>& offices) {
  std::set<std::string> known;
  for (const auto& row : writing.references(core::globalScope(), "office"))
    known.insert(row.key);
  AuditTrail audit(writing);
  std::vector<ReferenceChange> changes;
  std::set<std::string> seen;
  for (const core::Office& office : offices) {
    if (!isOfficeId(office.id.value) || office.nameJa.empty() || !seen.insert(office.id.value).second)
      return core::failure(core::ErrorCode::InvalidArgument,
                           "an office needs an id of its own without slashes, and a name");
    if (!office.parent.empty() && !known.contains(office.parent.value))
      return core::failure(core::ErrorCode::NoSuchOffice, "parent " + office.parent.value);
    known.insert(office.id.value);
    changes.push_back({"office", office.id.value, documentOf(office)});
    audit.add({office.id, m_clock(), consoleUser(), "officePut", office.id.value, {}});
  }
  putReferences(writing, core::globalScope(), changes);
  audit.write();
  return {};
}

core::Result<std::vector<core::Office>> Accounts::offices() {
  std::vector<core::Office> offices;
  const auto done = m_store.read([&](Reading& reading) -> core::Result<void> {
    for (const auto& row : reading.references(core::globalScope(), "office")) {
      const auto value = core::parseJson(row.document);
      auto office = value ? core::codec::read<core::Office>(*value) : tl::unexpected(value.error());
      if (!office) return tl::unexpected(office.error());
      offices.push_back(std::move(*office));
    }
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return offices;
}

core::Result<std::string> Accounts::addIntakeKey(const std::string& name, const core::OfficeId& office) {
  const std::string key = randomToken();
  const auto done = m_store.write([&](Writing& writing) -> core::Result<void> {
    const auto row = writing.reference(core::globalScope(), "office", office.value);
    if (!row || row->document.empty()) return core::failure(core::ErrorCode::NoSuchOffice, office.value);
    writing.putIntakeKey({core::sha256Hex(key), name, office});
    AuditTrail audit(writing);
    audit.add({office, m_clock(), consoleUser(), "intakeKeyAdded", name, {}});
    audit.write();
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return key;
}

} // namespace madoguchi::server
