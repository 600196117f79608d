// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generate/bureau.h"
#include "generate/specimen.h"
#include "server/blobs/blobstore.h"
#include "server/identity/accounts.h"
#include "server/store.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace madoguchi::server {

/// Fills a server with what generate makes: its offices, staff, papers and cases.
class SampleMaker {
public:
  SampleMaker(Store& store, BlobStore& blobs, Accounts& accounts)
      : m_store(store), m_blobs(blobs), m_accounts(accounts) {}

  /// The same seed, count and `now` make the same cases. `password`: of all 40 staff; none: they cannot sign
  /// in until one is set. Cases come in transactions of their own, so a failure leaves the earlier ones.
  /// Errors: AlreadyExists where this seed was used before.
  [[nodiscard]] core::Result<void> make(std::size_t count, std::uint64_t seed, core::Instant now,
                                        const std::optional<std::string>& password,
                                        const std::function<void(std::size_t done)>& progress);

private:
  [[nodiscard]] core::Result<void> addPeople(const generate::GeneratedBureau& bureau,
                                             const std::optional<std::string>& password);
  [[nodiscard]] core::Result<void> addSpecimens(const generate::Specimens& specimens);
  [[nodiscard]] core::Result<void> addBlob(const generate::Specimen& specimen);
  [[nodiscard]] core::Result<void> putLastNumbers(const std::map<std::string, std::int64_t>& last);

  Store& m_store;
  BlobStore& m_blobs;
  Accounts& m_accounts;
};

} // namespace madoguchi::server
