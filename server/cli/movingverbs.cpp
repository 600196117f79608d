// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/restoring.h"
#include "server/admin/storemover.h"
#include "server/cli/verbs.h"

#include <filesystem>

namespace madoguchi::server {

namespace {

core::Result<void> backup(const Arguments& arguments, Console& console) {
  const std::string& file = arguments.positional().front();
  std::error_code error;
  if (std::filesystem::exists(file, error)) return core::failure(core::ErrorCode::AlreadyExists, file);
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  if (auto done = (*store)->backup(file); !done) return done;
  console.out << "backed up to " << file << '\n';
  return {};
}

core::Result<void> restore(const Arguments& arguments, Console& console) {
  const DataFolder folder = dataFolderOf(arguments);
  if (folder.postgres.empty() && arguments.has(kServiceRoleOption.name))
    return core::failure(core::ErrorCode::InvalidArgument, "--service-role belongs to --database");
  const auto fingerprint = ensureCertificate(folder, arguments.list("--host"));
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  const std::string& file = arguments.positional().front();
  if (auto done = restoreStore(folder, file, arguments.value(kServiceRoleOption.name)); !done) return done;
  console.out << "restored and verified\ncertificate SHA-256 fingerprint: " << *fingerprint << '\n';
  return {};
}

core::Result<void> migrate(const Arguments& arguments, Console& console) {
  const DataFolder target = dataFolderOf(arguments);
  if (target.postgres.empty())
    return core::failure(core::ErrorCode::InvalidArgument, "--database says where to");
  std::string from = arguments.value("--from");
  if (from.empty()) return core::failure(core::ErrorCode::InvalidArgument, "--from says what");
  std::error_code error;
  if (std::filesystem::is_directory(from, error)) from = DataFolder{from}.database();
  PostgresOptions options;
  options.database = target.postgres;
  const auto moved = moveStore(from, options, arguments.value(kServiceRoleOption.name));
  if (!moved) return tl::unexpected(moved.error());
  console.out << "tables: " << moved->tables << "\nrows: " << moved->rows << "\ncases: " << moved->cases
              << "\nscopes compared by count and hash: " << moved->scopes << '\n';
  return {};
}

} // namespace

std::vector<Verb> movingVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"backup",
       "FILE --data DIR",
       "Copy the database while the server runs.",
       "The folder blobs/ holds immutable files; copy it after this. On PostgreSQL this runs pg_dump "
       "(custom\n"
       "format). Servers that archive the log (PITR) need it only to move house.\n",
       {kDataOption},
       1,
       1,
       &backup},
      {"restore",
       "FILE --data DIR [--host NAME]... [--service-role ROLE]",
       "Put a backup into use where there is no database.",
       "The database gets a new epoch: every client fetches anew what it holds, and sends what it has not\n"
       "sent, and again the last thousand commands that were confirmed to it: what came after the backup is\n"
       "lost only where no client remembers it. On PostgreSQL FILE goes by pg_restore into an empty\n"
       "database, as its owner; --service-role as for init. All or nothing; then everything is verified.\n"
       "Put blobs/ back beside it.\n",
       {kDataOption, {"--host", Kind::List}, kServiceRoleOption},
       1,
       1,
       &restore},
      {"migrate",
       "--from DIR --database postgresql://HOST/NAME [--service-role ROLE]",
       "Move an embedded store to PostgreSQL.",
       "Stop the server first. Copies the database of the folder (or file) DIR into an empty one of\n"
       "PostgreSQL, as its owner, in one transaction, compares count and hash of every scope, and leaves\n"
       "nothing behind where they differ. Clients notice nothing. Then serve with --database and the same\n"
       "--data, and put DIR/madoguchi.db away.\n",
       {{"--from", Kind::Value}, kDatabaseOption, kServiceRoleOption},
       0,
       0,
       &migrate},
  };
}

} // namespace madoguchi::server
