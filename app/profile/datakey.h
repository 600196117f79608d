// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/keystore.h"

#include <array>
#include <cstdint>
#include <filesystem>

namespace madoguchi::app {

using DataKey = std::array<std::uint8_t, 32>;

/// The random 256-bit key of a user's cache on this device. It lies beside the cache in `key.wrapped`,
/// wrapped by a key that lies in the key store under `name`; the cache is never re-encrypted, only the
/// wrapping is renewed. (The secret that the server leases, and the PIN, will enter the wrapping key: see
/// wrappingKey.) Makes both where neither is there. Errors: KeyStoreMissing; StorageCorrupt where one of the
/// two is gone or they do not belong together; StorageFailed.
[[nodiscard]] core::Result<DataKey> openDataKey(KeyStore& store, const QString& name,
                                                const std::filesystem::path& folder);

} // namespace madoguchi::app
