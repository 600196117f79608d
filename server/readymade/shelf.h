// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/readymade.h"
#include "server/store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

struct ShelvedCache {
  protocol::ReadyMade file;
  std::string references; ///< digest of those that its rows are derived with
  core::Instant madeAt{};
};
BOOST_DESCRIBE_STRUCT(ShelvedCache, (), (file, references, madeAt))

/// Against what a ready-made cache is judged.
struct ShelfBasis {
  std::string epoch;
  std::string references;
};
[[nodiscard]] ShelfBasis shelfBasis(Reading& reading);

/// The ready-made caches of large scopes, files in a folder: <name>.pack, and <name>.json that says what it
/// is, with its key. Whoever makes one and whoever gives it out may be different processes, and share the
/// folder. Thread-safe.
class ReadyMadeShelf {
public:
  explicit ReadyMadeShelf(std::string folder) : m_folder(std::move(folder)) {}

  /// In no order; several of one scope while the older may still be on its way to somebody.
  [[nodiscard]] std::vector<ShelvedCache> all() const;
  /// By its name, which may be anything that a client asks for.
  [[nodiscard]] std::optional<ShelvedCache> find(const std::string& name) const;
  [[nodiscard]] std::string fileOf(const std::string& name) const;

  /// Makes one of a scope, while others read and write; the ones before stay. `stopped` is asked between
  /// pages. Errors: ProfileInUse where another process makes one; Cancelled; NotFound where there is no such
  /// scope; WrongState where the references changed meanwhile; StorageFailed, StorageFull.
  [[nodiscard]] core::Result<ShelvedCache> make(Store& store, const core::ScopeName& scope, core::Instant now,
                                                const std::function<bool()>& stopped) const;
  void remove(const std::string& name) const;

private:
  std::string m_folder;
};

/// Whether it saves a client anything: of this database, derived as now, and the feed not far ahead of it.
[[nodiscard]] bool isWorthTaking(const ShelvedCache& cache, const ShelfBasis& basis,
                                 const std::optional<ScopeCounter>& counter);

} // namespace madoguchi::server
