// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

namespace madoguchi::storage {

std::string settingOf(Database& database, const std::string& key) {
  Use row = database.use("SELECT value FROM settings WHERE key = ?", key);
  return row.step() ? row.text(0) : std::string();
}

void setSetting(Database& database, const std::string& key, const std::string& value) {
  database.run("INSERT OR REPLACE INTO settings(key, value) VALUES (?, ?)", key, value);
}

std::map<std::string, std::string> draftsOf(Database& database, const std::string& keyPrefix) {
  std::map<std::string, std::string> texts;
  Use rows = database.use("SELECT key, text FROM drafts WHERE substr(key, 1, length(?1)) = ?1", keyPrefix);
  while (rows.step())
    texts.emplace(rows.text(0), rows.text(1));
  return texts;
}

} // namespace madoguchi::storage
