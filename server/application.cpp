// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"

#include "server/blobs/blobkeeper.h"
#include "server/blobs/directoryblobs.h"
#include "server/blobs/s3blobs.h"
#include "server/embedded/embeddedstore.h"
#include "server/http/api.h"
#include "server/postgres/postgresstore.h"

#include <filesystem>

namespace madoguchi::server {

struct Application::Parts {
  Parts(std::unique_ptr<Store> opened, std::unique_ptr<Log> openedLog, const DataFolder& folder,
        const Passwords& passwords, std::int64_t readyMadeFrom)
      : store(std::move(opened)), log(std::move(openedLog)), blobs(openBlobs(folder)),
        signIn(*store, passwords, systemNow), commands(*store, catalogs, systemNow), feed(*store, catalogs),
        journal(*store, systemNow), shelf(folder.readyMade()),
        keeper({*store, shelf, *log, systemNow}, readyMadeFrom),
        api({*store, catalogs, signIn, commands, feed, journal, *blobs, metrics, *log, systemNow,
             readyMadeFrom > 0 ? &shelf : nullptr}),
        collector(*store, *blobs, systemNow) {
    store->setListener([this](const auto& seqs) { bell.ring(seqs); });
  }

  std::unique_ptr<Store> store;
  std::unique_ptr<Log> log;
  CatalogCache catalogs;
  std::unique_ptr<BlobStore> blobs;
  SignInService signIn;
  CommandService commands;
  FeedService feed;
  DeskJournal journal;
  ReadyMadeShelf shelf;
  ReadyMadeKeeper keeper;
  Metrics metrics;
  CommitBell bell;
  Api api;
  BlobCollector collector;
  std::unique_ptr<HttpServer> http;
};

namespace {

PostgresOptions optionsOf(const DataFolder& folder) {
  PostgresOptions options;
  options.database = folder.postgres;
  options.standby = folder.standby;
  return options;
}

core::Result<void> makePostgres(const DataFolder& folder, const std::string& serviceRole,
                                const std::function<core::Result<void>(Store&)>& load) {
  auto store = PostgresStore::open(optionsOf(folder));
  // Whoever does not own a finished database may still add a server process to it.
  if (!serviceRole.empty() || (!store && store.error().code == core::ErrorCode::NotFound)) {
    if (auto done = PostgresStore::prepare(optionsOf(folder), serviceRole); !done) return done;
    store = PostgresStore::open(optionsOf(folder));
  }
  if (!store) return tl::unexpected(store.error());
  return load(**store);
}

} // namespace

core::Result<void> makeStore(const DataFolder& folder, const std::string& serviceRole,
                             const std::function<core::Result<void>(Store&)>& load) {
  if (!folder.postgres.empty()) return makePostgres(folder, serviceRole, load);
  std::error_code error;
  if (std::filesystem::exists(folder.database(), error))
    return core::failure(core::ErrorCode::AlreadyExists, folder.root + " is initialised already");
  // Made under another name first: a folder is either initialised or not.
  const std::string fresh = folder.database() + ".new";
  std::filesystem::remove(fresh, error);
  {
    auto store = EmbeddedStore::open(fresh);
    if (!store) return tl::unexpected(store.error());
    if (auto loaded = load(**store); !loaded) return loaded;
  }
  std::filesystem::rename(fresh, folder.database(), error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, error.message());
  return {};
}

core::Result<std::unique_ptr<Store>> openStore(const DataFolder& folder) {
  if (!folder.postgres.empty()) {
    auto store = PostgresStore::open(optionsOf(folder));
    if (!store) return tl::unexpected(store.error());
    return std::unique_ptr<Store>(std::move(*store));
  }
  std::error_code error;
  if (!std::filesystem::is_regular_file(folder.database(), error))
    return core::failure(core::ErrorCode::NotFound, folder.root + " is not initialised; run init");
  auto store = EmbeddedStore::open(folder.database());
  if (!store) return tl::unexpected(store.error());
  return std::unique_ptr<Store>(std::move(*store));
}

std::unique_ptr<BlobStore> openBlobs(const DataFolder& folder) {
  if (folder.bucket) return std::make_unique<S3Blobs>(*folder.bucket, systemNow, folder.root);
  return std::make_unique<DirectoryBlobs>(folder.blobs());
}

Application::Application(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Application::~Application() = default;

core::Result<std::unique_ptr<Application>> Application::open(const DataFolder& folder, HttpOptions http,
                                                             const Passwords& passwords,
                                                             std::int64_t readyMadeFrom) {
  auto store = openStore(folder);
  if (!store) return tl::unexpected(store.error());
  if (auto made = ensureRecoveryKeys(**store); !made) return tl::unexpected(made.error());
  auto log = openLog(folder.logs());
  if (!log) return tl::unexpected(log.error());
  auto parts = std::make_unique<Parts>(std::move(*store), std::move(*log), folder, passwords, readyMadeFrom);
  http.certificateFile = folder.certificate();
  http.keyFile = folder.key();
  Parts& inside = *parts;
  auto server = HttpServer::listen(
      http, {inside.api, inside.bell, inside.metrics, *inside.log, [&inside] { inside.store->poll(); }});
  if (!server) return tl::unexpected(server.error());
  parts->http = std::move(*server);
  return std::unique_ptr<Application>(new Application(std::move(parts)));
}

std::uint16_t Application::port() const {
  return m_parts->http->port();
}

Store& Application::store() {
  return *m_parts->store;
}

void Application::run(bool untilSignal) {
  m_parts->log->write({Severity::Info, "started", {}, "port " + std::to_string(port())});
  m_parts->keeper.start();
  {
    BlobKeeper keeper(m_parts->collector, *m_parts->log);
    m_parts->commands.setReleased([&keeper](const auto& released) { keeper.release(released); });
    m_parts->http->run(untilSignal);
    m_parts->commands.setReleased({});
  }
  m_parts->keeper.stop();
  m_parts->log->write({Severity::Info, "stopped", {}, {}});
}

void Application::stop() {
  m_parts->http->stop();
}

} // namespace madoguchi::server
