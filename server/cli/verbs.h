// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/application.h"
#include "server/cli/arguments.h"
#include "server/cli/commandline.h"

#include <ostream>
#include <string>
#include <vector>

/// The verbs of the command line, by subject; each file has its own. Private to server/cli.
namespace madoguchi::server {

struct Verb {
  std::string words;   ///< "user add"
  std::string usage;   ///< what follows them
  std::string summary; ///< one line
  std::string help;    ///< the rest, may be empty
  std::vector<OptionSpec> options;
  std::size_t leastPositional = 0;
  std::size_t mostPositional = 0;
  core::Result<void> (*run)(const Arguments& arguments, Console& console) = nullptr;
};

[[nodiscard]] std::vector<Verb> serviceVerbs(); ///< init, serve, verify, version
[[nodiscard]] std::vector<Verb> movingVerbs();  ///< backup, restore, migrate
[[nodiscard]] std::vector<Verb> userVerbs();    ///< user, intake
[[nodiscard]] std::vector<Verb> deviceVerbs();  ///< device, recover, recovery
[[nodiscard]] std::vector<Verb> absenceVerbs(); ///< absence
[[nodiscard]] std::vector<Verb> officeVerbs();  ///< office, procedure
[[nodiscard]] std::vector<Verb> sampleVerbs();  ///< generate, import
[[nodiscard]] std::vector<Verb> blobVerbs();    ///< collect

inline const OptionSpec kDataOption{"--data", OptionSpec::Kind::Value};
inline const OptionSpec kDatabaseOption{"--database", OptionSpec::Kind::Value};
inline const OptionSpec kServiceRoleOption{"--service-role", OptionSpec::Kind::Value};
inline const OptionSpec kResourcesOption{"--resources", OptionSpec::Kind::Value};

/// Makes the folder's key and certificate for localhost and the hosts where there are none; the fingerprint.
[[nodiscard]] core::Result<std::string> ensureCertificate(const DataFolder& folder,
                                                          const std::vector<std::string>& hosts);
/// By --data and --database; the latter also from the environment's MADOGUCHI_DATABASE, because a connection
/// string may hold a password.
[[nodiscard]] DataFolder dataFolderOf(const Arguments& arguments);
/// The options that say where the contents of documents are, and what they mean.
[[nodiscard]] std::vector<OptionSpec> withBlobOptions(std::vector<OptionSpec> options);
extern const char* const kBlobHelp;
/// The same with the place of the documents' contents: --blobs and its like, or the environment's
/// MADOGUCHI_BLOBS and its like. The secret is in a file or the environment only. Errors: InvalidArgument.
[[nodiscard]] core::Result<DataFolder> dataFolderWithBlobsOf(const Arguments& arguments);
/// From the environment's MADOGUCHI_PASSWORD, else the first line of the input; never from the command line,
/// which everybody on the machine can read.
[[nodiscard]] core::Result<std::string> readPassword(Console& console);
[[nodiscard]] core::Result<std::int64_t> numberOf(const std::string& text, std::int64_t least,
                                                  std::int64_t most, const std::string& what);

} // namespace madoguchi::server
