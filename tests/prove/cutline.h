// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"
#include "protocol/messages.h"
#include "server/store.h"
#include "sync/http/transport.h"
#include "tests/e2e/serverprocess.h"
#include "tests/faults/cutproxy.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace madoguchi::tests {

[[nodiscard]] bool isWell(const sync::HttpReply& reply);

/// A real server, the transport of the program before it, and between them a line that is cut at a chosen
/// byte. Bytes are those inside the connection, as TLS encrypts them. What fails ends the test's function.
class CutLine {
public:
  /// An office with a clerk, signed in, and the cases case-0 and case-1, of which a ready-made cache is kept.
  void begin();
  /// The server ends by itself, and its audit holds.
  void end();

  [[nodiscard]] sync::HttpReply ask(const sync::HttpRequest& request);
  /// Again and again until it is well; the last answer.
  [[nodiscard]] sync::HttpReply insist(const sync::HttpRequest& request);

  using Fresh = std::function<sync::HttpRequest()>;
  using Check = std::function<void(const sync::HttpRequest&, const sync::HttpReply&)>;
  /// Whether what was cut is asked again, unchanged, until it is well.
  enum class Again { Yes, No };
  /// Cuts behind each byte of both directions (up to 4 KB of each), or behind some of them; `fresh` makes the
  /// next request, `check` sees every answer and error.
  void cutEverywhere(const Fresh& fresh, const Check& check, Again again = Again::Yes);
  /// What one request costs now, both ways, over a connection that is there.
  struct Cost {
    std::int64_t up = 0;
    std::int64_t down = 0;
    sync::HttpReply reply;
  };
  [[nodiscard]] Cost costOf(const sync::HttpRequest& request);
  /// Routes of the server's table that were cut, as server::Api names them.
  [[nodiscard]] const std::set<std::string>& routesCut() const { return m_routes; }

  [[nodiscard]] core::CaseRecord record(const std::string& id);
  [[nodiscard]] std::int64_t auditRows();

  static const core::DeviceId kDevice; ///< of the clerk
  static constexpr int kTries = 20;    ///< until a repeat has to go well
  core::UserId user;
  std::string token;
  void setToken(const std::string& other);
  std::unique_ptr<server::Store> store; ///< beside the server, to look

private:
  void warm();
  void cutOnce(CutProxy::Way way, std::int64_t after, const Fresh& fresh, const Check& check, Again again);

  std::unique_ptr<ServerProcess> m_server;
  std::unique_ptr<CutProxy> m_proxy;
  std::unique_ptr<sync::http::Transport> m_transport;
  std::set<std::string> m_routes;
  int m_cuts = 0;
  int m_errors = 0;
};

} // namespace madoguchi::tests
