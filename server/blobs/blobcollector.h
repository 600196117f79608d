// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/blobs/blobstore.h"
#include "server/store.h"
#include "server/tokens.h"

#include <stop_token>
#include <vector>

namespace madoguchi::server {

/// Removes contents that no case names: what was uploaded and never attached, and what destroyed cases named.
/// A case goes on naming what was detached from it, because its timeline does. Each goes in a transaction of
/// its own, with its audit row; the content itself goes before the commit, while nobody can name it, so that
/// a failure leaves at worst a row, which goes next time. Servers may do so at the same time. Thread-safe.
class BlobCollector {
public:
  /// From when a content came (or a desk was told last that it is here) until it must be named.
  static constexpr std::chrono::days kGrace{7};

  BlobCollector(Store& store, BlobStore& blobs, Clock clock)
      : m_store(store), m_blobs(blobs), m_clock(std::move(clock)) {}

  struct Collected {
    std::size_t contents = 0;
    std::int64_t bytes = 0;
    std::size_t uploads = 0; ///< that nobody went on with
  };

  /// All of them until it is to stop, and abandoned uploads. Errors: those of the two stores; what went
  /// before has gone.
  [[nodiscard]] core::Result<Collected> run(const std::stop_token& stop = {});
  /// Those among these that may go.
  [[nodiscard]] core::Result<Collected> collect(const std::vector<core::BlobId>& ids,
                                                const std::stop_token& stop = {});

private:
  [[nodiscard]] core::Result<void> collectOne(const core::BlobId& id, core::Instant now,
                                              Collected& collected);

  Store& m_store;
  BlobStore& m_blobs;
  Clock m_clock;
};

} // namespace madoguchi::server
