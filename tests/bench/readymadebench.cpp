// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/awaited.h"
#include "core/base/hash.h"
#include "storage/readymade.h"
#include "sync/http/transport.h"
#include "sync/target.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/firstsync.h"

#include <QCoreApplication>

#include <cstdlib>
#include <fstream>
#include <sodium.h>
#include <sqlite3.h>
#include <zstd.h>

namespace madoguchi::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kCases = 100'000;
constexpr int kTimes = 3;
constexpr std::int64_t kPart = 2L * 1024 * 1024; // as the desk asks
const QString kBoss = QStringLiteral("bureau.head");
const QString kPassword = QStringLiteral("a-long-bench-password");

/// The parts over TLS into nothing, two on their way at a time, as the desk asks for them.
class Download {
public:
  explicit Download(const FilledServer& server)
      : m_transport(expected(sync::http::parseServerAddress(server.process().url().toStdString(),
                                                            server.process().fingerprint().toStdString())),
                    nullptr) {
    app::Awaited<core::Result<protocol::Session>> session;
    m_transport.signIn(
        {kBoss.toStdString(), kPassword.toStdString(), core::DeviceId("bench"), "bench", "bench"},
        [&](auto result) { session.set(std::move(result)); });
    m_transport.setToken(expected(session.wait()).token);
  }

  void all(const protocol::ReadyMade& file, std::string* kept = nullptr) {
    m_file = file;
    m_kept = kept;
    m_asked = m_came = 0;
    m_awaited = std::make_unique<app::Awaited<bool>>();
    next();
    next();
    require(m_awaited->wait(), "the ready-made cache does not come");
  }

private:
  void next() {
    if (m_asked >= m_file.packed) return;
    const std::int64_t length = std::min(kPart, m_file.packed - m_asked);
    const std::int64_t from = std::exchange(m_asked, m_asked + length);
    m_transport.fetchPart(sync::readyMadeTarget(m_file.name), from, length,
                          [this, from](sync::HttpReply&& reply) {
                            if (reply.error || reply.status != 206) return m_awaited->set(false);
                            if (m_kept != nullptr) {
                              m_kept->resize(static_cast<std::size_t>(m_file.packed));
                              std::copy(reply.body.begin(), reply.body.end(), m_kept->begin() + from);
                            }
                            m_came += static_cast<std::int64_t>(reply.body.size());
                            if (m_came == m_file.packed) return m_awaited->set(true);
                            next();
                          });
  }

  sync::http::Transport m_transport;
  protocol::ReadyMade m_file;
  std::string* m_kept = nullptr;
  std::int64_t m_asked = 0;
  std::int64_t m_came = 0;
  std::unique_ptr<app::Awaited<bool>> m_awaited;
};

/// From memory into a file, by libzstd alone.
void unpack(const std::string& packed, const fs::path& to) {
  std::ofstream file(to, std::ios::binary | std::ios::trunc);
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  std::vector<char> piece(1UL << 20U);
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  while (in.pos < in.size) {
    ZSTD_outBuffer out{piece.data(), piece.size(), 0};
    require(ZSTD_isError(ZSTD_decompressStream(context.get(), &out, &in)) == 0, "not zstd");
    file.write(piece.data(), static_cast<std::streamsize>(out.pos));
  }
}

/// sqlite3_backup in one step into a fresh file under another key; SQLite's own settings, so durable.
void copy(const storage::CacheFile& from, const fs::path& to) {
  storage::CacheFile target{to, {}, {}};
  target.key.fill(9);
  const auto source = storage::openRaw(from, SQLITE_OPEN_READONLY);
  const auto copied = storage::openRaw(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3_backup* backup =
      sqlite3_backup_init(copied->connection().getHandle(), "main", source->connection().getHandle(), "main");
  require(backup != nullptr && sqlite3_backup_step(backup, -1) == SQLITE_DONE &&
              sqlite3_backup_finish(backup) == SQLITE_OK,
          "no backup");
}

void benchReadyMade(int cases) {
  FilledServer server;
  const auto homes = server.homes();
  server.fill(cases, {homes.front()});
  server.start({QStringLiteral("--ready-made-from"), QStringLiteral("1000")});
  double waited = 0;
  protocol::ReadyMade made;
  waited = millisOf([&] { made = awaitReadyMade(server).file; });
  const BenchFolder folder("readymade");
  Download download(server);
  double downloaded = 0;
  double unpacked = 0;
  double copied = 0;
  Synced best;
  storage::CacheFile file{folder.path() / "unpacked.db", {}, {}};
  sodium_hex2bin(file.key.data(), file.key.size(), made.key.data(), made.key.size(), nullptr, nullptr,
                 nullptr);
  std::string packed;
  download.all(made, &packed);
  const auto least = [](double& kept, double value) { kept = kept == 0 ? value : std::min(kept, value); };
  for (int i = 0; i < kTimes; ++i) {
    least(downloaded, millisOf([&] { download.all(made); }));
    least(unpacked, millisOf([&] { unpack(packed, file.path); }));
    least(copied, millisOf([&] { copy(file, folder.path() / ("copy" + std::to_string(i) + ".db")); }));
    const auto synced =
        syncOnce(server, folder.path() / ("profile" + std::to_string(i)), static_cast<std::size_t>(cases));
    if (i == 0 || synced.all < best.all) best = synced;
  }
  std::printf("# %.1f MB packed, %.1f MB as a cache; ready %.0f ms after the server\n",
              static_cast<double>(made.packed) / 1e6, static_cast<double>(made.size) / 1e6, waited);
  std::printf("# alone: download %.0f ms, unzstd %.0f ms, sqlite3_backup %.0f ms\n", downloaded, unpacked,
              copied);
  std::printf("# first rows in the cache after %.0f ms; processor time of the client's threads %.0f ms\n",
              best.firstRows, best.cpu);
  report("first sync of " + std::to_string(cases) + " cases, ready-made", best.all,
         downloaded + unpacked + copied);
}

} // namespace

} // namespace madoguchi::bench

/// readymadebench [cases]
int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  constexpr const char* kAbout = "# a real server (embedded store) on TLS loopback, one office's scope, the "
                                 "client's own threads, engine and\n"
                                 "# cache; limit: download over the same TLS + unzstd + sqlite3_backup "
                                 "between two SQLCipher files, each\n"
                                 "# alone; best of %d each, in turn\n";
  std::printf(kAbout, madoguchi::bench::kTimes);
  return madoguchi::bench::exitCodeOf("readymadebench", [&] {
    madoguchi::bench::benchReadyMade(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
