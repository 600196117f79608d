// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace madoguchi::app {

/// Where secrets lie: the key store of the operating system. Calls wait for its answer (it may ask the user
/// to unlock it) in a nested event loop. Errors of all: KeyStoreMissing, where there is none or it refuses.
class KeyStore {
public:
  virtual ~KeyStore() = default;

  [[nodiscard]] virtual core::Result<std::optional<QByteArray>> read(const QString& name) = 0;
  [[nodiscard]] virtual core::Result<void> write(const QString& name, const QByteArray& secret) = 0;
  /// Success also where there was none.
  [[nodiscard]] virtual core::Result<void> remove(const QString& name) = 0;
};

} // namespace madoguchi::app
