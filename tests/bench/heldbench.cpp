// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Held requests of many desks at the real server on PostgreSQL: what one costs in memory, and how long after
// a command was sent everybody has heard of it, against held requests of as many desks that end empty.
#include "server/tokens.h"
#include "tests/bench/benchsupport.h"
#include "tests/e2e/server/rawclerk.h"
#include "tests/e2e/serverprocess.h"
#include "tests/unit/server/postgres/postgresworld.h"

#include <QCoreApplication>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>
#include <fstream>
#include <unistd.h>

using namespace madoguchi;
using namespace madoguchi::bench;

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr int kDesks = 500;
constexpr int kHeldForMemory = 1'000;
constexpr int kRounds = 8;
constexpr std::chrono::seconds kWait{1};
/// Until every request is surely held; nobody measures it.
constexpr std::chrono::milliseconds kToBeHeld{1'500};

struct Desk {
  Desk(asio::io_context& io, asio::ssl::context& tls) : stream(io, tls) {}
  asio::ssl::stream<tcp::socket> stream;
  boost::beast::flat_buffer buffer;
};

/// Connections of desks to one server, driven by one thread.
class Desks {
public:
  explicit Desks(std::uint16_t port) : m_tls(asio::ssl::context::tls_client), m_port(port) {}

  void connect(int count) {
    const tcp::endpoint server(asio::ip::make_address("127.0.0.1"), m_port);
    const auto one = [this, server](Desk& desk) -> asio::awaitable<void> {
      co_await desk.stream.next_layer().async_connect(server, asio::use_awaitable);
      co_await desk.stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
      ++m_connected;
    };
    for (int i = 0; i < count; ++i)
      asio::co_spawn(m_io, one(*m_desks.emplace_back(std::make_unique<Desk>(m_io, m_tls))), asio::detached);
    run();
    if (m_connected != m_desks.size()) throw std::runtime_error("not all desks could connect");
  }

  /// Sends one request from every desk and `then` another one from nobody's; the times from the second (or,
  /// without one, from each one's own) to each desk's answer.
  std::vector<double> answers(const std::string& request, const std::string& then = {}) {
    std::vector<double> took;
    Clock::time_point sent = Clock::now();
    const auto one = [&](Desk& desk) -> asio::awaitable<void> {
      const auto own = Clock::now();
      co_await exchange(desk, request);
      took.push_back(
          std::chrono::duration<double, std::milli>(Clock::now() - (then.empty() ? own : sent)).count());
    };
    for (const auto& desk : m_desks)
      asio::co_spawn(m_io, one(*desk), asio::detached);
    Desk extra(m_io, m_tls);
    const auto last = [&]() -> asio::awaitable<void> {
      const tcp::endpoint server(asio::ip::make_address("127.0.0.1"), m_port);
      co_await extra.stream.next_layer().async_connect(server, asio::use_awaitable);
      co_await extra.stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
      asio::steady_timer timer(m_io, kToBeHeld);
      co_await timer.async_wait(asio::use_awaitable);
      sent = Clock::now();
      co_await exchange(extra, then);
    };
    if (!then.empty()) asio::co_spawn(m_io, last(), asio::detached);
    run();
    if (took.size() != m_desks.size()) throw std::runtime_error("a desk got no answer");
    return took;
  }

  /// Sends the requests and leaves them held.
  void leaveHeld(const std::string& request) {
    for (const auto& desk : m_desks)
      asio::co_spawn(m_io, exchange(*desk, request), asio::detached);
    m_io.restart();
    m_io.run_for(kToBeHeld);
  }

private:
  asio::awaitable<void> exchange(Desk& desk, std::string request) {
    co_await asio::async_write(desk.stream, asio::buffer(request), asio::use_awaitable);
    boost::beast::http::response<boost::beast::http::string_body> response;
    co_await boost::beast::http::async_read(desk.stream, desk.buffer, response, asio::use_awaitable);
    if (response.result_int() != 200) throw std::runtime_error(response.body());
  }
  void run() {
    m_io.restart();
    m_io.run();
  }

  asio::io_context m_io{1};
  asio::ssl::context m_tls;
  std::uint16_t m_port;
  std::vector<std::unique_ptr<Desk>> m_desks;
  std::size_t m_connected = 0;
};

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

// Memory that the process would give back if it ended, in bytes.
double memoryOf(qint64 pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
  double bytes = 0;
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("Private_")) bytes += 1024 * std::stod(line.substr(line.find(':') + 1));
  return bytes;
}

void measure(tests::PostgresWorld& postgres) {
  tests::ServerProcess server(QString::fromStdString(postgres.options(postgres.fresh()).database));
  if (!server.run({QStringLiteral("office"), QStringLiteral("add"), QStringLiteral("east")}) ||
      !server.run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("clerk"),
                   QStringLiteral("--office"), QStringLiteral("east"), QStringLiteral("--grant"),
                   QStringLiteral("clerk:east")},
                  QString::fromLatin1(tests::kPassword)) ||
      !server.start())
    throw std::runtime_error("no server");
  tests::RawClerk clerk("clerk");
  tests::TlsClient client(server.port());
  if (!clerk.signIn(client)) throw std::runtime_error("not let in");
  const auto heldRequest = [&](std::chrono::seconds wait) {
    const std::string feed = tests::bodyOf(client.ask(tests::apiRequest("GET /v1/changes", clerk.token)));
    core::Cursor cursor;
    for (const auto& item : tests::itemsOf(feed))
      tests::advance(cursor, item);
    return tests::apiRequest(tests::changesLine(cursor) + "&wait=" + std::to_string(wait.count()),
                             clerk.token);
  };

  Desks desks(server.port());
  desks.connect(kDesks);
  std::vector<double> empty;
  std::vector<double> told;
  for (int round = 0; round < kRounds; ++round) {
    for (const double took : desks.answers(heldRequest(kWait)))
      empty.push_back(took - std::chrono::duration<double, std::milli>(kWait).count());
    const core::CaseId id(server::newUuid(server::systemNow()));
    for (const double took :
         desks.answers(heldRequest(std::chrono::seconds(20)), clerk.runOf({clerk.received(id)})))
      told.push_back(took);
  }
  report("held.500 desks, median: commit to notification, empty round trip", percentile(told, 0.5),
         percentile(empty, 0.5));
  report("held.500 desks, p99: commit to notification, empty round trip", percentile(told, 0.99),
         percentile(empty, 0.99));

  const double before = memoryOf(server.pid());
  Desks more(server.port());
  more.connect(kHeldForMemory);
  more.leaveHeld(heldRequest(std::chrono::seconds(25)));
  const double each = (memoryOf(server.pid()) - before) / kHeldForMemory;
  std::printf("held.memory of one of %d held connections\t%.1f KiB\n", kHeldForMemory, each / 1024);
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  return madoguchi::bench::exitCodeOf("heldbench", [&] {
    tests::PostgresWorld postgres(tests::PostgresRig::Disk::Durable);
    measure(postgres);
  });
}
