// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/dump.h"

#include <sys/wait.h>

#include <filesystem>
#include <libpq-fe.h>
#include <memory>
#include <spawn.h>
#include <unistd.h>
#include <vector>

namespace madoguchi::server {

namespace {

// libpq's own names for the parts of a connection string, put before what the environment says already.
core::Result<std::vector<std::string>> environmentOf(const std::string& database) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(database.c_str(), nullptr), &PQconninfoFree);
  if (!options) return core::failure(core::ErrorCode::InvalidArgument, "not a connection string");
  std::vector<std::string> variables;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
    if (option->envvar != nullptr && option->val != nullptr)
      variables.push_back(std::string(option->envvar) + "=" + option->val);
  for (char** inherited = environ; *inherited != nullptr; ++inherited)
    variables.emplace_back(*inherited);
  return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Runs one of PostgreSQL's programs to its end; what it has to say goes to the error output.
core::Result<void> run(std::vector<std::string> words, const std::string& database) {
  auto environment = environmentOf(database);
  if (!environment) return tl::unexpected(environment.error());
  const auto arguments = pointersTo(words);
  const auto variables = pointersTo(*environment);
  pid_t child = 0;
  if (const int failed =
          ::posix_spawnp(&child, arguments.front(), nullptr, nullptr, arguments.data(), variables.data());
      failed != 0)
    return core::failure(core::ErrorCode::StorageFailed,
                         words.front() + ": " + std::generic_category().message(failed));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return core::failure(core::ErrorCode::StorageFailed, words.front() + " failed");
  return {};
}

} // namespace

core::Result<void> dumpDatabase(const std::string& database, const std::string& file) {
  std::error_code error;
  if (std::filesystem::exists(file, error)) return core::failure(core::ErrorCode::AlreadyExists, file);
  // Under another name until it is whole.
  const std::string part = file + ".part";
  auto dumped = run({"pg_dump", "--format=custom", "--schema=madoguchi",
                     "--exclude-table-data=madoguchi.epoch", "--no-password", "--file=" + part},
                    database);
  if (!dumped) {
    std::filesystem::remove(part, error);
    return dumped;
  }
  std::filesystem::rename(part, file, error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, error.message());
  return {};
}

core::Result<void> restoreDatabase(const std::string& database, const std::string& file) {
  // Without a name of a database it would write SQL to its output; this one leaves all to the environment.
  return run({"pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
              "--no-password", "--dbname=application_name=madoguchi-restore", file},
             database);
}

} // namespace madoguchi::server
