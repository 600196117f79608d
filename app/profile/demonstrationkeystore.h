// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/keystore.h"

namespace madoguchi::app {

/// Secrets in files that anybody with the account can read. For the demonstration and for tests alone, where
/// no key store runs: chosen by the switch --demonstration-key-store and by nothing else.
class DemonstrationKeyStore final : public KeyStore {
public:
  explicit DemonstrationKeyStore(QString folder);

  [[nodiscard]] core::Result<std::optional<QByteArray>> read(const QString& name) override;
  [[nodiscard]] core::Result<void> write(const QString& name, const QByteArray& secret) override;
  [[nodiscard]] core::Result<void> remove(const QString& name) override;

private:
  [[nodiscard]] QString pathOf(const QString& name) const;

  QString m_folder;
};

} // namespace madoguchi::app
