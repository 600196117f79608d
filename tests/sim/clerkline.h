// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/simclient.h"
#include "tests/sim/simserver.h"

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace madoguchi::tests {

/// The line of one desk in virtual time: as fast and as long as it is, each request over a kept connection or
/// over a new one, and some of them cut at a random byte. It counts what it carries.
class ClerkLine {
public:
  struct Quality {
    std::int64_t bitsPerSecond = 1'000'000; ///< each way
    std::chrono::milliseconds roundTrip{300};
    std::uint64_t cutsInAHundred = 2;
  };
  struct Sum {
    int requests = 0;
    std::int64_t up = 0; ///< bytes; likewise down
    std::int64_t down = 0;
  };

  ClerkLine(Timeline& timeline, SimServer& server, Quality quality)
      : m_timeline(timeline), m_server(server), m_quality(quality) {}

  void send(SimClient& client, sync::HttpRequest request);
  /// Answers the held request if something has changed.
  void ring();
  /// Something that the desk does beside the engine, from now on, as one request.
  void carry(const std::string& kind, std::int64_t up, std::int64_t down);

  [[nodiscard]] const std::map<std::string, Sum>& sums() const { return m_sums; }
  [[nodiscard]] Sum total() const;
  [[nodiscard]] int connections() const { return m_connections; }
  [[nodiscard]] int cuts() const { return m_cuts; }

private:
  struct Call {
    SimClient* client;
    int life;
    sync::HttpRequest request;
    std::string kind;
    std::int64_t bytes = 0;      ///< on their way up
    std::optional<double> cutAt; ///< of the answer, if that is cut
  };
  struct Held {
    Call call;
    server::Hold hold;
    std::uint64_t number;
  };
  enum class Way { Up, Down };

  void arrive(Call call, bool mayHold);
  void answer(Call call, SimServer::Reply reply);
  void fail(const Call& call, std::chrono::milliseconds wait);
  void charge(const std::string& kind, Way way, std::int64_t bytes);
  /// When the last byte is there, with all that waits for the line before it.
  [[nodiscard]] std::chrono::milliseconds transmit(Way way, std::int64_t bytes,
                                                   std::chrono::milliseconds begin = {});
  [[nodiscard]] std::chrono::milliseconds connect();

  Timeline& m_timeline;
  SimServer& m_server;
  Quality m_quality;
  std::map<std::string, Sum> m_sums;
  std::map<Way, core::Instant> m_busyUntil;
  std::deque<core::Instant> m_idle; ///< kept connections, by when they were used last
  std::optional<Held> m_held;
  std::uint64_t m_holds = 0;
  int m_connections = 0;
  int m_cuts = 0;
};

} // namespace madoguchi::tests
