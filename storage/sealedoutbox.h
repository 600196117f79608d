// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace madoguchi::storage {

/// To whom unsent work is sealed, and in whose name (core/sync/sealed.h). Given by the server at sign-in.
struct Sealing {
  std::string recoveryKey; ///< hex; empty: nothing is sealed
  std::string sealKey;     ///< hex
  core::UserId user;
  core::DeviceId device;
  bool operator==(const Sealing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sealing, (), (recoveryKey, sealKey, user, device))

/// Copies of what is unsent that outlive the cache's key: one sealed file each, which only the server can
/// read. A file is on the disk before the transaction that it belongs to commits, and goes after the one that
/// makes it needless; so a crash leaves a file too many and never one too few. Throws Fault: StorageFull,
/// StorageFailed.
class SealedOutbox {
public:
  explicit SealedOutbox(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  void configure(const Sealing& sealing);
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
  [[nodiscard]] bool isActive() const { return !m_sealing.recoveryKey.empty(); }

  // Within a transaction.
  void addCommand(std::int64_t deviceSeq, const std::string& payload);
  void dropCommand(std::int64_t deviceSeq);
  /// An empty text drops it.
  void putDraft(const std::string& key, const std::string& text);
  /// Last, before the commit.
  void writeAll();

  void committed();
  void rolledBack();

  /// Removes the files that are not of these commands and drafts; those that have none yet.
  [[nodiscard]] std::set<std::int64_t> sweep(const std::set<std::int64_t>& commands,
                                             const std::set<std::string>& drafts);

private:
  [[nodiscard]] std::string boxOf(std::string payload, std::int64_t deviceSeq, const std::string& draftKey,
                                  const std::string& draft) const;

  std::filesystem::path m_folder;
  Sealing m_sealing;
  std::map<std::string, std::string> m_staged; ///< sealed bytes by file name
  std::set<std::string> m_written;
  std::set<std::string> m_dropped;
};

/// Names a command's file, so that files sort as the commands were given.
[[nodiscard]] std::string sealedName(std::int64_t deviceSeq);

} // namespace madoguchi::storage
