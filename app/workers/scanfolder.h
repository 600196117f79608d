// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/sitesettings.h"
#include "models/ports/scantray.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QThread>
#include <QTimer>

namespace madoguchi::app {

/// Looks into the folder, on its thread: when the file system says that something changed, and now and then,
/// because a network drive says nothing. A file is complete when its size and time have stayed the same over
/// two looks.
class ScanFolderHost final : public QObject {
  Q_OBJECT

public:
  ScanFolderHost(QString siteFile, int settleMilliseconds);

  void watch(const QString& folder);
  void putAway(const QString& path);

Q_SIGNALS:
  void looked(const QString& folder, bool isFixed, bool isReadable,
              const QList<madoguchi::models::ScannedFile>& files);

private:
  struct Seen {
    qint64 size = 0;
    QDateTime written;
    qint64 since = 0; ///< milliseconds of m_clock when it was first seen like this
  };

  void look();
  [[nodiscard]] bool hasSettled(const QFileInfo& file, QHash<QString, Seen>& seen) const;

  QString m_siteFile;
  int m_settle;
  QString m_folder;
  bool m_isFixed = false;
  QFileSystemWatcher* m_watcher;
  QTimer* m_soon;
  QTimer* m_late;
  QElapsedTimer m_clock;
  QHash<QString, Seen> m_seen;
};

/// The tray over a folder of the disk. UI thread.
class ScanFolder final : public models::ScanTray {
  Q_OBJECT

public:
  explicit ScanFolder(const QString& siteFile = siteSettingsFile(), int settleMilliseconds = 2000,
                      QObject* parent = nullptr);
  ~ScanFolder() override;

  void watch(const QString& folder) override;
  void putAway(const QString& path) override;

private:
  QThread m_thread;
  ScanFolderHost* m_host;
};

} // namespace madoguchi::app
