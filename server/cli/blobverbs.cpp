// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blobcollector.h"
#include "server/cli/verbs.h"

namespace madoguchi::server {

namespace {

core::Result<void> collect(const Arguments& arguments, Console& console) {
  const auto folder = dataFolderWithBlobsOf(arguments);
  if (!folder) return tl::unexpected(folder.error());
  auto store = openStore(*folder);
  if (!store) return tl::unexpected(store.error());
  const auto blobs = openBlobs(*folder);
  const auto collected = BlobCollector(**store, *blobs, systemNow).run();
  if (!collected) return tl::unexpected(collected.error());
  console.out << "contents removed: " << collected->contents << " (" << collected->bytes
              << " bytes)\nuploads given up: " << collected->uploads << '\n';
  return {};
}

} // namespace

std::vector<Verb> blobVerbs() {
  return {
      {"collect", "--data DIR [--blobs URL]", "Remove contents of documents that no case names.",
       "Removes what came more than seven days ago and is named by no case, with an audit row each, and\n"
       "uploads that nobody went on with for a day. The server does so itself when it starts and once a "
       "day.\n" +
           std::string(kBlobHelp),
       withBlobOptions({kDataOption}), 0, 0, &collect},
  };
}

} // namespace madoguchi::server
