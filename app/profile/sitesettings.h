// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace madoguchi::app {

/// What the IT of the site fixes for every user of a PC; no setting of a user changes it. An INI file that
/// only administrators write:
///
///   [documents]
///   virusScan=clamdscan --fdpass --no-summary -
///   virusScanSeconds=120
///   scanFolder=/srv/scanner
///   keepMegabytes=500
///
/// A file that is not there fixes nothing.
struct SiteSettings {
  QStringList virusScan; ///< program and arguments, never a shell; empty: nothing is scanned
  int virusScanSeconds = 120;
  QString scanFolder; ///< empty: the user chooses
  /// Of documents, on this PC at most; what is unsent or kept by the user's word is beside it. None: the user
  /// chooses.
  std::optional<qint64> keepMegabytes;
};

/// /etc/madoguchi/desk.conf
[[nodiscard]] QString siteSettingsFile();

/// Touches the disk.
[[nodiscard]] SiteSettings readSiteSettings(const QString& file = siteSettingsFile());

} // namespace madoguchi::app
