// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/sitesettings.h"

#include <QProcess>
#include <QSettings>

#include <algorithm>

namespace madoguchi::app {

namespace {

constexpr qint64 kMostMegabytes = 1024L * 1024;

} // namespace

QString siteSettingsFile() {
  return QStringLiteral("/etc/madoguchi/desk.conf");
}

SiteSettings readSiteSettings(const QString& file) {
  const QSettings ini(file, QSettings::IniFormat);
  SiteSettings settings;
  // A comma makes a list of what is one line here.
  const QString command = ini.value(QStringLiteral("documents/virusScan")).toStringList().join(QChar(u','));
  settings.virusScan = QProcess::splitCommand(command);
  const int seconds = ini.value(QStringLiteral("documents/virusScanSeconds"), 120).toInt();
  settings.virusScanSeconds = std::clamp(seconds, 1, 3600);
  settings.scanFolder = ini.value(QStringLiteral("documents/scanFolder")).toString();
  bool isNumber = false;
  const qint64 megabytes = ini.value(QStringLiteral("documents/keepMegabytes")).toLongLong(&isNumber);
  if (isNumber && megabytes >= 0) settings.keepMegabytes = std::min(megabytes, kMostMegabytes);
  return settings;
}

} // namespace madoguchi::app
