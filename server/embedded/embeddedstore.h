// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store.h"

#include <memory>
#include <string>

namespace madoguchi::server {

/// The store in one file: SQLCipher's SQLite library without a key, in WAL mode with full synchronisation.
/// There is one writer at a time, and so its numbers are commit-safe by nature.
class EmbeddedStore final : public Store {
public:
  /// Opens the file, or makes it. Errors: see migrate; FileUnreadable.
  [[nodiscard]] static core::Result<std::unique_ptr<EmbeddedStore>> open(const std::string& file);
  ~EmbeddedStore() override;

  [[nodiscard]] core::Result<void> read(const std::function<core::Result<void>(Reading&)>& work) override;
  [[nodiscard]] core::Result<void> write(const std::function<core::Result<void>(Writing&)>& work) override;
  void setListener(Listener listener) override;
  void poll() override;
  [[nodiscard]] core::Result<void> backup(const std::string& file) override;

private:
  struct Parts;
  explicit EmbeddedStore(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

} // namespace madoguchi::server
