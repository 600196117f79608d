// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/audittrail.h"
#include "server/identity/passwords.h"
#include "server/store.h"
#include "server/tokens.h"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

/// Administers people and offices: accounts, their public part in the global scope, their grants in their
/// own. Every change is audited. Thread-safe.
class Accounts {
public:
  Accounts(Store& store, const Passwords& passwords, Clock clock)
      : m_store(store), m_passwords(passwords), m_clock(std::move(clock)) {}

  struct NewAccount {
    core::Person person;
    std::string login;
    std::vector<core::Grant> grants;
    std::optional<std::string> password; ///< none: cannot sign in until one is set
  };

  /// All or nothing. Errors: InvalidArgument, AlreadyExists, NoSuchOffice.
  [[nodiscard]] core::Result<void> add(const std::vector<NewAccount>& accounts);
  /// The same within a transaction, which must be given up on an error; for accounts without a password.
  [[nodiscard]] core::Result<void> add(Writing& writing, const std::vector<NewAccount>& accounts);
  /// Ends the user's sessions too. Errors: NoSuchUser, InvalidArgument.
  [[nodiscard]] core::Result<void> setPassword(const std::string& login, const std::string& password);
  [[nodiscard]] core::Result<void> disable(const std::string& login);
  [[nodiscard]] core::Result<std::vector<Account>> list();

  /// Adds offices or changes those of the same id. Errors: InvalidArgument, NoSuchOffice for a parent.
  [[nodiscard]] core::Result<void> putOffices(const std::vector<core::Office>& offices);
  [[nodiscard]] core::Result<void> putOffices(Writing& writing, const std::vector<core::Office>& offices);
  [[nodiscard]] core::Result<std::vector<core::Office>> offices();

  /// Makes a key for the intake interface; it is told once and kept as its hash. Errors: NoSuchOffice.
  [[nodiscard]] core::Result<std::string> addIntakeKey(const std::string& name, const core::OfficeId& office);

private:
  using Hashes = std::map<std::string, std::string>; ///< by password
  [[nodiscard]] core::Result<void> addHashed(Writing& writing, const std::vector<NewAccount>& accounts,
                                             const Hashes& hashes);
  [[nodiscard]] core::Result<Account> made(Writing& writing, const NewAccount& account) const;
  void write(Writing& writing, const std::vector<Account>& accounts, const std::string& action);
  [[nodiscard]] core::Result<void> change(const std::string& login, const std::string& action,
                                          const std::function<void(Account&)>& edit);

  Store& m_store;
  const Passwords& m_passwords;
  Clock m_clock;
};

/// Who acts at the server's console, in the audit.
[[nodiscard]] core::UserId consoleUser();

} // namespace madoguchi::server
