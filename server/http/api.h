// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "server/audit/deskjournal.h"
#include "server/blobs/blobstore.h"
#include "server/commands/commandservice.h"
#include "server/feed/feedservice.h"
#include "server/http/message.h"
#include "server/http/metrics.h"
#include "server/http/problem.h"
#include "server/identity/devices.h"
#include "server/identity/recovery.h"
#include "server/identity/signin.h"
#include "server/log.h"
#include "server/readymade/shelf.h"
#include "server/store.h"

#include <optional>
#include <span>
#include <string>

namespace madoguchi::server {

/// What the API calls; all of it outlives the API.
struct Services {
  Store& store;
  CatalogCache& catalogs;
  SignInService& signIn;
  CommandService& commands;
  FeedService& feed;
  DeskJournal& journal;
  BlobStore& blobs;
  Metrics& metrics;
  Log& log;
  Clock clock;
  const ReadyMadeShelf* readyMade = nullptr; ///< null: there are none
};

/// The table of protocol/messages.h: finds the route, checks protocol, token and limits, and turns results
/// into answers. Knows no socket.
class Api final : public HttpHandler {
public:
  explicit Api(const Services& services)
      : m_services(services), m_devices(services.store, services.clock),
        m_recovery(services.store, services.commands, services.clock) {}

  [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const override;
  [[nodiscard]] HttpResponse handle(const HttpRequest& request) override;

  /// The route of a request as the table has it, "GET /v1/blobs/"; empty: none.
  [[nodiscard]] static std::string routeOf(std::string_view method, std::string_view path);
  [[nodiscard]] static std::vector<std::string> routes();

private:
  struct Exchange {
    const HttpRequest& request;
    std::string body; ///< decompressed
    std::string rest; ///< the path behind the route's, decoded
    Caller caller;    ///< where the route asks for one
  };
  enum class Access { Open, Pull, Push, SignedIn, Intake };
  struct Route {
    const char* method;
    std::string_view path; ///< ends with a slash where an id follows
    const char* name;
    Access access;
    std::size_t limit; ///< of the body, decompressed
    HttpResponse (Api::*handler)(const Exchange&);
  };

  [[nodiscard]] static std::span<const Route> table();
  [[nodiscard]] static const Route* find(std::string_view method, std::string_view path);
  [[nodiscard]] static bool knowsPath(std::string_view path);
  [[nodiscard]] HttpResponse dispatch(const Route& route, const HttpRequest& request);
  [[nodiscard]] std::optional<core::Error> admit(const Route& route, Exchange& exchange);

  [[nodiscard]] HttpResponse signIn(const Exchange& exchange);
  [[nodiscard]] HttpResponse signOut(const Exchange& exchange);
  [[nodiscard]] HttpResponse commands(const Exchange& exchange);
  [[nodiscard]] HttpResponse changes(const Exchange& exchange);
  [[nodiscard]] HttpResponse snapshot(const Exchange& exchange);
  [[nodiscard]] HttpResponse readyMadeList(const Exchange& exchange);
  [[nodiscard]] HttpResponse readyMadeGet(const Exchange& exchange);
  [[nodiscard]] HttpResponse recovery(const Exchange& exchange);
  [[nodiscard]] HttpResponse audit(const Exchange& exchange);
  [[nodiscard]] HttpResponse attendance(const Exchange& exchange);
  [[nodiscard]] HttpResponse applications(const Exchange& exchange);
  [[nodiscard]] HttpResponse blobState(const Exchange& exchange);
  [[nodiscard]] HttpResponse blobBegin(const Exchange& exchange);
  [[nodiscard]] HttpResponse blobAppend(const Exchange& exchange);
  [[nodiscard]] HttpResponse blobGet(const Exchange& exchange);
  [[nodiscard]] HttpResponse health(const Exchange& exchange);
  [[nodiscard]] HttpResponse metrics(const Exchange& exchange);

  [[nodiscard]] HttpResponse uploadState(const Exchange& exchange, int status,
                                         const BlobStore::Upload& upload);
  [[nodiscard]] core::Result<void> recordBlob(const Exchange& exchange, std::uint64_t size);
  [[nodiscard]] core::Result<std::vector<protocol::ReadyMade>> readyMadeFor(const core::Actor& actor);
  [[nodiscard]] bool mayReadBlob(const Exchange& exchange, const core::BlobId& id);

  Services m_services;
  Devices m_devices;
  RecoveryService m_recovery;
};

} // namespace madoguchi::server
