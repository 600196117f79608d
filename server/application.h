// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/blobstore.h"
#include "server/blobs/s3client.h"
#include "server/http/httpserver.h"
#include "server/identity/accounts.h"
#include "server/readymade/keeper.h"
#include "server/store.h"
#include "server/tokens.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace madoguchi::server {

/// Where everything lies below the folder given by --data. The database is the folder's own file, or that of
/// a PostgreSQL server.
struct DataFolder {
  std::string root;
  std::string postgres = {};            ///< libpq's connection string; empty: the embedded store
  std::string standby = {};             ///< likewise, of standbys that answer feeds; empty: there are none
  std::optional<S3Options> bucket = {}; ///< of the documents' contents; none: a folder here

  [[nodiscard]] std::string database() const { return root + "/madoguchi.db"; }
  [[nodiscard]] std::string blobs() const { return root + "/blobs"; }
  [[nodiscard]] std::string readyMade() const { return root + "/ready-made"; }
  [[nodiscard]] std::string logs() const { return root + "/log"; }
  [[nodiscard]] std::string certificate() const { return root + "/tls/certificate.pem"; }
  [[nodiscard]] std::string key() const { return root + "/tls/key.pem"; }
};

/// Makes the database where there is none, fills it by `load`, and brings an older one up to date.
/// `serviceRole` (may be empty) is allowed to work on a PostgreSQL database that somebody else owns. Errors:
/// AlreadyExists for an embedded one; what `load` returns.
[[nodiscard]] core::Result<void> makeStore(const DataFolder& folder, const std::string& serviceRole,
                                           const std::function<core::Result<void>(Store&)>& load);
/// Opens the database of an initialised folder. Errors: NotFound where there is none.
[[nodiscard]] core::Result<std::unique_ptr<Store>> openStore(const DataFolder& folder);

/// The folder's own documents, or those in the bucket.
[[nodiscard]] std::unique_ptr<BlobStore> openBlobs(const DataFolder& folder);

/// The server as a whole, wired in one place: what `serve` runs, and tests run inside of their process.
class Application {
public:
  /// Listens on the address and port of `http`; certificate and key come from the folder. `readyMadeFrom`:
  /// see ReadyMadeKeeper.
  [[nodiscard]] static core::Result<std::unique_ptr<Application>>
  open(const DataFolder& folder, HttpOptions http, const Passwords& passwords,
       std::int64_t readyMadeFrom = kReadyMadeFrom);
  ~Application();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] Store& store();
  /// See HttpServer. Meanwhile ready-made caches are kept.
  void run(bool untilSignal);
  void stop();

private:
  struct Parts;
  explicit Application(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi::server
