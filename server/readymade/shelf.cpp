// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/readymade/shelf.h"

#include "core/base/codec.h"
#include "core/base/hash.h"
#include "server/blobs/blobstore.h"
#include "server/catalog.h"
#include "storage/migrations.h"
#include "storage/packing.h"
#include "storage/profilelock.h"
#include "storage/readymade.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sodium.h>

namespace madoguchi::server {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPageRows = 5'000;
constexpr std::size_t kPageBytes = 64UL * 1024 * 1024;
constexpr std::int64_t kFewChanges = 1'000;
constexpr std::int64_t kWorthShare = 2; // half of the scope

std::optional<ShelvedCache> readDescription(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto value = core::parseJson(text);
  if (!value) return std::nullopt;
  auto cache = core::codec::read<ShelvedCache>(*value);
  if (!cache || !BlobStore::isName(cache->file.name)) return std::nullopt;
  return std::move(*cache);
}

/// What the rows of one file are made with.
struct Making {
  ShelfBasis shelf;
  std::shared_ptr<const storage::BulkBasis> rows;
};

core::Result<Making> makingOf(Store& store, core::Instant now) {
  Making making;
  const auto read = store.read([&](Reading& reading) -> core::Result<void> {
    making.shelf = shelfBasis(reading);
    auto basis = std::make_shared<storage::BulkBasis>();
    basis->today = core::dayInJapan(now);
    const auto catalog = loadCatalog(reading);
    basis->holidays = catalog->holidays;
    for (const auto& [key, known] : catalog->procedures)
      basis->procedures.emplace(std::pair(known->procedure.id, known->procedure.version),
                                std::shared_ptr<const core::Procedure>(known, &known->procedure));
    making.rows = std::move(basis);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return making;
}

/// Page by page, each in a transaction of its own, like a snapshot; the client follows from the lowest stamp.
core::Result<void> copyCases(Store& store, protocol::ReadyMade& file, storage::ReadyMadeMaker& maker,
                             const std::function<bool()>& stopped) {
  core::SnapshotEnd end{file.scope, {}, 0, false};
  while (!end.done) {
    if (stopped()) return core::failure(core::ErrorCode::Cancelled);
    std::vector<core::FeedItem> items;
    const auto read = store.readReplayed([&](Reading& reading) -> core::Result<void> {
      const auto counter = reading.counter(file.scope);
      if (!counter) return core::failure(core::ErrorCode::NotFound, "no such scope");
      items.clear();
      end.stamp = counter->seq;
      for (auto& row : reading.casesAfter(file.scope, end.after, {kPageRows, kPageBytes}))
        items.emplace_back(std::move(row));
      return {};
    });
    if (!read) return tl::unexpected(read.error());
    file.stamp = end.after.empty() ? end.stamp : std::min(file.stamp, end.stamp);
    file.count += static_cast<std::int64_t>(items.size());
    end.done = items.empty();
    if (!items.empty()) end.after = std::get<core::CaseRow>(items.back()).id;
    items.emplace_back(end);
    if (auto added = maker.add(std::move(items)); !added) return added;
  }
  return {};
}

core::Result<void> copyScope(Store& store, protocol::ReadyMade& file, const Making& making,
                             const storage::CacheFile& into, const std::function<bool()>& stopped) {
  auto maker = storage::ReadyMadeMaker::begin(into, making.rows, making.shelf.references);
  if (!maker) return tl::unexpected(maker.error());
  if (auto copied = copyCases(store, file, **maker, stopped); !copied) return copied;
  return (*maker)->finish();
}

} // namespace

ShelfBasis shelfBasis(Reading& reading) {
  std::map<std::string, std::string> digests;
  for (const char* entity : {"procedure", "holidays"})
    for (const auto& row : reading.references(core::globalScope(), entity))
      digests.emplace(row.entity + '/' + row.key, row.digest);
  return {reading.epoch(), storage::digestOfReferences(digests)};
}

std::vector<ShelvedCache> ReadyMadeShelf::all() const {
  std::vector<ShelvedCache> caches;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(m_folder, error))
    if (entry.path().extension() == ".json")
      if (auto cache = readDescription(entry.path())) caches.push_back(std::move(*cache));
  return caches;
}

std::optional<ShelvedCache> ReadyMadeShelf::find(const std::string& name) const {
  return BlobStore::isName(name) ? readDescription(fs::path(m_folder) / (name + ".json")) : std::nullopt;
}

std::string ReadyMadeShelf::fileOf(const std::string& name) const {
  return m_folder + '/' + name + ".pack";
}

void ReadyMadeShelf::remove(const std::string& name) const {
  std::error_code error;
  fs::remove(fs::path(m_folder) / (name + ".json"), error); // what it names goes after it
  fs::remove(fileOf(name), error);
}

core::Result<ShelvedCache> ReadyMadeShelf::make(Store& store, const core::ScopeName& scope, core::Instant now,
                                                const std::function<bool()>& stopped) const {
  std::error_code error;
  const fs::path folder(m_folder);
  const fs::path work = folder / "work";
  fs::create_directories(folder, error);
  fs::permissions(folder, fs::perms::owner_all, error);
  const auto lock = storage::ProfileLock::take(folder);
  if (!lock) return tl::unexpected(lock.error());
  fs::remove_all(work, error); // of one that was killed
  fs::create_directories(work, error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, error.message());

  const auto making = makingOf(store, now);
  if (!making) return tl::unexpected(making.error());
  storage::CacheFile cache{work / "cache.db", {}, {}};
  randombytes_buf(cache.key.data(), cache.key.size());
  ShelvedCache made{{scope, making->shelf.epoch, 0, {}, core::toHex(cache.key), storage::newestSchema()},
                    making->shelf.references,
                    now};
  if (auto copied = copyScope(store, made.file, *making, cache, stopped); !copied) {
    fs::remove_all(work, error);
    return tl::unexpected(copied.error());
  }
  const auto name = storage::packFile(cache.path, work / "pack");
  if (!name) return tl::unexpected(name.error());
  made.file.name = *name;
  made.file.size = static_cast<std::int64_t>(fs::file_size(cache.path, error));
  made.file.packed = static_cast<std::int64_t>(fs::file_size(work / "pack", error));
  std::ofstream(work / "json") << core::canonicalJson(core::codec::toValue(made));
  // The description last: what it names is there.
  fs::rename(work / "pack", fileOf(*name), error);
  if (!error) fs::rename(work / "json", folder / (*name + ".json"), error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, error.message());
  fs::remove_all(work, error);
  return made;
}

bool isWorthTaking(const ShelvedCache& cache, const ShelfBasis& basis,
                   const std::optional<ScopeCounter>& counter) {
  return counter && cache.file.epoch == basis.epoch && cache.references == basis.references &&
         counter->seq >= cache.file.stamp &&
         counter->seq - cache.file.stamp <= std::max(kFewChanges, counter->count / kWorthShare);
}

} // namespace madoguchi::server
