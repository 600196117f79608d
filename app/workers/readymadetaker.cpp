// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/readymadetaker.h"

#include "app/profile/log.h"
#include "app/workers/stamp.h"
#include "core/base/hash.h"
#include "storage/packing.h"
#include "sync/target.h"
#include "sync/verdict.h"

#include <QFile>

#include <fstream>
#include <sodium.h>

namespace madoguchi::app {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kPartsAtOnce = 2; ///< on their way
constexpr int kPartsQueued = 4;          ///< that came and are not unpacked
constexpr int kCopies = 20;              ///< tries while the user works on
constexpr std::int64_t kMostBytes = 1LL << 40;
const std::string kPrefix = "ready-made.";

bool isHex(const std::string& text, std::size_t length) {
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

core::Result<void> requirePossible(const protocol::ReadyMade& file) {
  constexpr std::size_t kHexDigits = 64;
  if (!isHex(file.name, kHexDigits) || !isHex(file.key, kHexDigits) || file.packed <= 0 || file.size <= 0 ||
      file.packed > kMostBytes || file.size > kMostBytes)
    return core::failure(core::ErrorCode::Malformed, "a ready-made cache that cannot be");
  return {};
}

} // namespace

/// The files of one take; on the unpacking thread, then on the store thread.
struct ReadyMadeTaker::Files {
  Files(const storage::CacheFile& own, const protocol::ReadyMade& made)
      : file(made), key(own.key), part(own.path.parent_path() / (kPrefix + made.name + ".part")),
        cache(own.path.parent_path() / (kPrefix + "db")) {}

  /// How much is here already, unpacked as far.
  core::Result<std::int64_t> begin() {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(part.parent_path(), error))
      if (entry.path().filename().string().rfind(kPrefix, 0) == 0 && entry.path() != part)
        fs::remove(entry.path(), error);
    // Packed and unpacked, and what grows in the first hours.
    const auto space = fs::space(part.parent_path(), error);
    if (!error && space.available < static_cast<std::uintmax_t>(file.packed + 2 * file.size))
      return core::failure(core::ErrorCode::StorageFull, "no room for a ready-made cache");
    auto there = static_cast<std::int64_t>(fs::file_size(part, error));
    if (error || there > file.packed) there = 0;
    unpacker = std::make_unique<storage::Unpacker>(cache, static_cast<std::uint64_t>(file.size),
                                                   std::make_unique<storage::PageRekeyer>(itsKey(), key));
    if (auto read = unpackKept(there); !read) return tl::unexpected(read.error());
    kept.open(part, std::ios::binary | (there == 0 ? std::ios::trunc : std::ios::app));
    return there;
  }
  core::Result<void> unpackKept(std::int64_t there) const {
    constexpr std::int64_t kPiece = 1024L * 1024;
    std::ifstream before(part, std::ios::binary);
    std::string piece;
    for (std::int64_t at = 0; at < there; at += static_cast<std::int64_t>(piece.size())) {
      piece.resize(static_cast<std::size_t>(std::min(kPiece, there - at)));
      if (!before.read(piece.data(), static_cast<std::streamsize>(piece.size())))
        return core::failure(core::ErrorCode::StorageFailed, "what came cannot be read");
      if (auto added = unpacker->add(piece); !added) return added;
    }
    return {};
  }
  core::Result<void> add(const std::string& bytes) {
    kept.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    kept.flush();
    if (!kept) return core::failure(core::ErrorCode::StorageFull, "what came cannot be kept");
    return unpacker->add(bytes);
  }
  core::Result<void> finish() {
    kept.close();
    auto finished = unpacker->finish(file.name);
    unpacker.reset();
    std::error_code error;
    fs::remove(part, error);
    return finished;
  }
  void remove() {
    kept.close();
    std::error_code error;
    fs::remove(part, error);
    fs::remove(cache, error);
  }
  [[nodiscard]] storage::CacheKey itsKey() const {
    storage::CacheKey made{};
    sodium_hex2bin(made.data(), made.size(), file.key.data(), file.key.size(), nullptr, nullptr, nullptr);
    return made;
  }

  protocol::ReadyMade file;
  storage::CacheKey key; ///< of the user's cache
  fs::path part;
  fs::path cache;
  std::ofstream kept;
  std::unique_ptr<storage::Unpacker> unpacker;
};

ReadyMadeTaker::ReadyMadeTaker(sync::http::Transport& transport, StoreWorker& store, storage::CacheFile cache,
                               Answered answered, Limits limits)
    : m_transport(transport), m_store(store), m_cache(std::move(cache)), m_answered(std::move(answered)),
      m_limits(limits) {}

ReadyMadeTaker::~ReadyMadeTaker() = default;

void ReadyMadeTaker::take(const protocol::ReadyMade& file) {
  ++m_take;
  m_file = file;
  m_working = true;
  m_parts.clear();
  m_queued = 0;
  if (auto possible = requirePossible(file); !possible) return fail(possible.error(), false);
  m_files = std::make_shared<Files>(m_cache, file);
  m_thread.work([this, files = m_files, take = m_take] {
    auto there = files->begin();
    QMetaObject::invokeMethod(
        this,
        [this, there = std::move(there), take] {
          if (take != m_take || !m_working) return;
          if (there)
            begun(*there);
          else
            fail(there.error(), false);
        },
        Qt::QueuedConnection);
  });
}

void ReadyMadeTaker::begun(std::int64_t there) {
  m_begun = std::chrono::steady_clock::now();
  m_begunAt = m_asked = m_unpacking = there;
  if (m_triedName != m_file.name || m_triedAt != there) m_tries = 0;
  m_triedName = m_file.name;
  m_triedAt = there;
  if (there == m_file.packed) return unpackMore();
  askOn();
}

void ReadyMadeTaker::askOn() {
  while (m_asked < m_file.packed && m_asked - m_unpacking < kPartsAtOnce * m_limits.part &&
         m_queued < kPartsQueued) {
    const std::int64_t from = m_asked;
    const std::int64_t length = std::min(m_limits.part, m_file.packed - from);
    m_asked += length;
    m_transport.fetchPart(sync::readyMadeTarget(m_file.name), from, length,
                          [self = QPointer(this), take = m_take, from](sync::HttpReply&& reply) {
                            if (self && self->m_working && take == self->m_take)
                              self->came(from, std::move(reply));
                          });
  }
}

void ReadyMadeTaker::came(std::int64_t from, sync::HttpReply&& reply) {
  if (sync::judge(reply).outcome != sync::Outcome::Done) return stumbled(reply);
  m_parts.emplace(from, std::move(reply.body));
  unpackMore();
  if (!m_working) return;
  if (isTooSlow())
    return fail({core::ErrorCode::Timeout, "this line brings rows sooner than a ready-made cache"}, false);
  askOn();
}

void ReadyMadeTaker::stumbled(const sync::HttpReply& reply) {
  const auto verdict = sync::judge(reply);
  const bool gone = verdict.outcome == sync::Outcome::Refused || verdict.outcome == sync::Outcome::TooOld;
  fail(verdict.error, !gone && ++m_tries < m_limits.tries);
}

/// In their order.
void ReadyMadeTaker::unpackMore() {
  const auto answer = [this, take = m_take](core::Result<void> done, bool isPart) {
    QMetaObject::invokeMethod(
        this,
        [this, take, done = std::move(done), isPart] {
          if (take != m_take || !m_working) return;
          if (isPart) --m_queued;
          if (!isPart || !done) return unpacked(done);
          askOn();
        },
        Qt::QueuedConnection);
  };
  for (auto next = m_parts.find(m_unpacking); next != m_parts.end(); next = m_parts.find(m_unpacking)) {
    auto bytes = std::make_shared<std::string>(std::move(next->second));
    m_parts.erase(next);
    m_unpacking += static_cast<std::int64_t>(bytes->size());
    ++m_queued;
    m_thread.work([files = m_files, bytes, answer] { answer(files->add(*bytes), true); });
  }
  if (m_unpacking < m_file.packed) return;
  m_thread.work([files = m_files, answer] { answer(files->finish(), false); });
}

bool ReadyMadeTaker::isTooSlow() const {
  const auto spent = std::chrono::steady_clock::now() - m_begun;
  const std::int64_t came = m_unpacking - m_begunAt;
  if (spent < m_limits.patience / 10 || came <= 0) return false; // too soon to say
  const double share = static_cast<double>(m_file.packed - m_unpacking) / static_cast<double>(came);
  return std::chrono::duration<double>(spent) * share > m_limits.patience;
}

void ReadyMadeTaker::unpacked(const core::Result<void>& done) {
  if (!done) return fail(done.error(), false);
  m_working = false;
  auto copies = std::make_shared<int>(0);
  m_store.background(
      [&store = m_store, answered = m_answered, files = m_files, copies](storage::Cache& cache) {
        const auto failed = [&](const core::Error& error) {
          logWarning("readyMade", error.detail);
          files->remove();
          answered(sync::ReadyMadeFailed{error, false});
          return true;
        };
        const auto adopted = cache.adopt(files->cache, systemNow(), [&store] { return store.userWaits(); });
        if (!adopted) return failed(adopted.error());
        if (!*adopted) {
          if (++*copies < kCopies) return false;
          return failed({core::ErrorCode::Cancelled, "the user was never still for long enough"});
        }
        files->remove();
        core::ChangeSet changes;
        changes.everything = true;
        changes.outboxChanged = true;
        store.tell(cache, changes);
        auto cursor = cache.cursor();
        if (!cursor) return failed(cursor.error());
        answered(sync::SnapshotApplied{std::move(*cursor)});
        return true;
      });
}

/// What is worth another try stays.
void ReadyMadeTaker::fail(core::Error error, bool unreachable) {
  m_working = false;
  m_parts.clear();
  logWarning("readyMade", error.detail);
  if (unreachable || !m_files) return m_answered(sync::ReadyMadeFailed{std::move(error), unreachable});
  m_thread.work([files = m_files, answered = m_answered, error = std::move(error)] {
    files->remove();
    answered(sync::ReadyMadeFailed{error, false});
  });
}

} // namespace madoguchi::app
