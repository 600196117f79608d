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

core::Confirmation confirmedOf(Database& database) {
  const std::string text = settingOf(database, kConfirmedSetting);
  const auto space = text.find(' ');
  const auto at = core::parseInstant(space == std::string::npos ? std::string() : text.substr(space + 1));
  if (!at) return {core::CommandId(text), {}};
  return {core::CommandId(text.substr(0, space)), *at};
}

void setConfirmed(Database& database, const core::Confirmation& confirmed) {
  const std::string moment =
      confirmed.at == core::Instant{} ? std::string() : ' ' + core::toText(confirmed.at);
  setSetting(database, kConfirmedSetting, confirmed.command.value + moment);
}

std::map<std::string, std::string> draftsOf(Database& database, const std::string& keyPrefix) {
  std::map<std::string, std::string> texts;
  Use rows = database.use("SELECT key, text FROM drafts WHERE substr(key, 1, length(?1)) = ?1", keyPrefix);
  while (rows.step())
    texts.emplace(rows.text(0), rows.text(1));
  return texts;
}

} // namespace madoguchi::storage
