// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/keystore.h"

namespace madoguchi::app {

/// QtKeychain over libsecret (GNOME) or KWallet. Never falls back to a plain file.
class SystemKeyStore final : public KeyStore {
public:
  [[nodiscard]] core::Result<std::optional<QByteArray>> read(const QString& name) override;
  [[nodiscard]] core::Result<void> write(const QString& name, const QByteArray& secret) override;
  [[nodiscard]] core::Result<void> remove(const QString& name) override;
};

} // namespace madoguchi::app
