// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"
#include "server/identity/accounts.h"
#include "server/store.h"
#include "server/tokens.h"

#include <functional>
#include <memory>
#include <string>

namespace madoguchi::server {

/// Where everything lies below the folder given by --data. The database is the folder's own file, or that of
/// a PostgreSQL server.
struct DataFolder {
  std::string root;
  std::string postgres = {}; ///< libpq's connection string; empty: the embedded store
  std::string standby = {};  ///< likewise, of standbys that answer feeds; empty: there are none

  [[nodiscard]] std::string database() const { return root + "/madoguchi.db"; }
  [[nodiscard]] std::string blobs() const { return root + "/blobs"; }
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

/// The server as a whole, wired in one place: what `serve` runs, and tests run inside of their process.
class Application {
public:
  /// Listens on the address and port of `http`; certificate and key come from the folder.
  [[nodiscard]] static core::Result<std::unique_ptr<Application>>
  open(const DataFolder& folder, HttpOptions http, const Passwords& passwords);
  ~Application();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] Store& store();
  /// See HttpServer.
  void run(bool untilSignal);
  void stop();

private:
  struct Parts;
  explicit Application(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi::server
