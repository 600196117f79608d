// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/feed.h"
#include "server/catalog.h"
#include "server/http/message.h"
#include "server/store.h"

#include <string>

namespace madoguchi::server {

/// Answers what changed, page by page, and bulk pages for a first sync. Rights are decided anew each time, a
/// whole scope at once. Thread-safe.
class FeedService {
public:
  FeedService(Store& store, CatalogCache& catalogs) : m_store(store), m_catalogs(catalogs) {}

  struct Answer {
    std::string body;  ///< of protocol/feedcodec.h
    bool idle = false; ///< the client has everything already
    Hold hold;         ///< if idle: what would change that (without its time)
  };

  /// ScopeList, then rows with the checkpoint of each drained scope, then FeedEnd. A cursor of another epoch
  /// is read as empty. `confirmed`: the command that was confirmed to the client last; empty: none.
  /// Errors: EpochChanged where this database does not know it, or decided it at another moment: an older
  /// state of it was put in its place.
  [[nodiscard]] core::Result<Answer> changes(const core::Actor& actor, const core::Cursor& cursor,
                                             const core::Confirmation& confirmed = {});

  /// A page in the order of ids, ended by SnapshotEnd. Errors: NotPermitted, also for a scope that is none.
  [[nodiscard]] core::Result<std::string> snapshot(const core::Actor& actor, const core::ScopeName& scope,
                                                   const core::CaseId& after);

private:
  Store& m_store;
  CatalogCache& m_catalogs;
};

} // namespace madoguchi::server
