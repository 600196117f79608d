// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/outbox.h"
#include "storage/database.h"

#include <map>
#include <string>

namespace madoguchi::storage {

// Keys of what the cache itself keeps among the settings.
inline constexpr const char* kActorSetting = "actor";         ///< the signed-in person, JSON of core::Actor
inline constexpr const char* kEpochSetting = "epoch";         ///< of the server's database
inline constexpr const char* kConfirmedSetting = "confirmed"; ///< see confirmedOf
inline constexpr const char* kSealingSetting = "sealing";     ///< JSON of Sealing
inline constexpr const char* kBlobKeySetting = "blobkey";     ///< of the documents beside the cache, hex

/// Empty where it was never set.
[[nodiscard]] std::string settingOf(Database& database, const std::string& key);
void setSetting(Database& database, const std::string& key, const std::string& value);

/// What the server has confirmed last: the command's id, and behind a space the moment at which it was
/// decided, which an older release did not note.
[[nodiscard]] core::Confirmation confirmedOf(Database& database);
void setConfirmed(Database& database, const core::Confirmation& confirmed);

/// Texts typed and not yet commands, whose keys begin so.
[[nodiscard]] std::map<std::string, std::string> draftsOf(Database& database, const std::string& keyPrefix);

} // namespace madoguchi::storage
