// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/simclient.h"
#include "tests/sim/simserver.h"

#include <string>
#include <vector>

namespace madoguchi::tests {

/// The line between clients and server: it delays, so that messages overtake each other, drops and doubles.
/// Every request is answered once in the end, if only by a timeout, as the transport promises.
class SimNetwork {
public:
  SimNetwork(Timeline& timeline, SimServer& server) : m_timeline(timeline), m_server(server) {}

  struct Weather {
    std::uint64_t lostRequests = 0; ///< in a hundred; likewise the others
    std::uint64_t lostReplies = 0;
    std::uint64_t doubled = 0;
    std::uint64_t slowest = 20; ///< milliseconds
    bool isDown = false;
  };
  Weather weather;
  std::string refused; ///< a target that nobody answers now; empty: none
  /// A desk knows that a request never left where the line is down; else it may be anywhere, for all it
  /// knows.
  bool tellsRefusals = false;

  void send(SimClient& client, sync::HttpRequest request);
  /// Answers held requests whose scopes have moved.
  void ring();
  /// The server is gone: whoever was held is cut off.
  void cutHeld();
  /// Requests and replies on their way, but held ones.
  [[nodiscard]] int onTheWay() const { return m_onTheWay; }

private:
  struct Call {
    SimClient* client;
    int life;
    sync::HttpRequest request;
    bool isCopy = false; ///< nobody awaits its reply
  };
  struct Held {
    Call call;
    server::Hold hold;
    std::uint64_t number;
  };

  void later(std::function<void()> what);
  void arrive(const Call& call, bool mayHold);
  void reply(const Call& call, sync::HttpReply reply);
  void fail(const Call& call, core::ErrorCode code, std::chrono::milliseconds wait, bool neverLeft = false);

  Timeline& m_timeline;
  SimServer& m_server;
  std::vector<Held> m_held;
  std::uint64_t m_holds = 0;
  int m_onTheWay = 0;
};

} // namespace madoguchi::tests
