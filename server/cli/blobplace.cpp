// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the contents of documents are: a folder, or a bucket of S3.
#include "server/cli/verbs.h"

#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

namespace madoguchi::server {

namespace {

std::string fromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string valueOf(const Arguments& arguments, const char* option, const char* variable) {
  return arguments.has(option) ? arguments.value(option) : fromEnvironment(variable);
}

tl::unexpected<core::Error> wrong(const std::string& what) {
  return core::failure(core::ErrorCode::InvalidArgument, what);
}

core::Result<AwsCredentials> credentialsIn(const std::string& file) {
  struct stat state {};
  std::ifstream in(file);
  if (!in || ::stat(file.c_str(), &state) != 0) return wrong(file + ": cannot be read");
  if ((state.st_mode & S_IRWXO) != 0) return wrong(file + ": everybody on this machine may read the secret");
  AwsCredentials credentials;
  if (!std::getline(in, credentials.accessKey) || !std::getline(in, credentials.secretKey))
    return wrong(file + ": the first line is the access key, the second the secret key");
  return credentials;
}

core::Result<AwsCredentials> credentialsOf(const Arguments& arguments) {
  const std::string file = valueOf(arguments, "--blobs-credentials", "MADOGUCHI_BLOBS_CREDENTIALS");
  if (!file.empty()) return credentialsIn(file);
  return AwsCredentials{fromEnvironment("MADOGUCHI_BLOBS_ACCESS_KEY"),
                        fromEnvironment("MADOGUCHI_BLOBS_SECRET_KEY")};
}

} // namespace

const char* const kBlobHelp =
    "--blobs https://HOST/BUCKET[/PREFIX] (MADOGUCHI_BLOBS) keeps the contents of documents in a bucket of "
    "S3\n"
    "or what speaks like it, instead of DIR/blobs; all servers of one database name the same. Its access "
    "key\n"
    "and secret key are the two lines of --blobs-credentials FILE (MADOGUCHI_BLOBS_CREDENTIALS), or\n"
    "MADOGUCHI_BLOBS_ACCESS_KEY and MADOGUCHI_BLOBS_SECRET_KEY. --blobs-region (MADOGUCHI_BLOBS_REGION) is\n"
    "us-east-1 unless told otherwise; --blobs-authorities FILE (MADOGUCHI_BLOBS_AUTHORITIES) names the\n"
    "certificates to trust instead of the system's.\n";

std::vector<OptionSpec> withBlobOptions(std::vector<OptionSpec> options) {
  for (const char* name : {"--blobs", "--blobs-credentials", "--blobs-region", "--blobs-authorities"})
    options.push_back({name, OptionSpec::Kind::Value});
  return options;
}

core::Result<DataFolder> dataFolderWithBlobsOf(const Arguments& arguments) {
  DataFolder folder = dataFolderOf(arguments);
  const std::string url = valueOf(arguments, "--blobs", "MADOGUCHI_BLOBS");
  if (url.empty()) return folder;
  auto bucket = S3Options::parse(url);
  if (!bucket) return tl::unexpected(bucket.error());
  auto credentials = credentialsOf(arguments);
  if (!credentials) return tl::unexpected(credentials.error());
  if (credentials->accessKey.empty() || credentials->secretKey.empty())
    return wrong("--blobs needs an access key and a secret key");
  bucket->credentials = std::move(*credentials);
  const std::string region = valueOf(arguments, "--blobs-region", "MADOGUCHI_BLOBS_REGION");
  if (!region.empty()) bucket->region = region;
  bucket->authorities = valueOf(arguments, "--blobs-authorities", "MADOGUCHI_BLOBS_AUTHORITIES");
  folder.bucket = std::move(*bucket);
  return folder;
}

} // namespace madoguchi::server
