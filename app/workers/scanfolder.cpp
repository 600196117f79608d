// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/scanfolder.h"

#include <QDir>
#include <QFileInfo>

namespace madoguchi::app {

namespace {

constexpr int kNowAndThen = 5; // times the time in which a file settles
constexpr int kMostNames = 10'000;
const QString kDone = QStringLiteral("done");
const QStringList kScans{QStringLiteral("*.pdf"),  QStringLiteral("*.png"), QStringLiteral("*.jpg"),
                         QStringLiteral("*.jpeg"), QStringLiteral("*.tif"), QStringLiteral("*.tiff")};

/// A name that nothing there has: "scan.pdf", "scan (2).pdf" …
QString freeName(const QDir& folder, const QFileInfo& file) {
  QString name = file.fileName();
  for (int number = 2; QFileInfo::exists(folder.filePath(name)) && number < kMostNames; ++number)
    name = QStringLiteral("%1 (%2).%3").arg(file.completeBaseName()).arg(number).arg(file.suffix());
  return name;
}

} // namespace

ScanFolderHost::ScanFolderHost(QString siteFile, int settleMilliseconds)
    : m_siteFile(std::move(siteFile)), m_settle(settleMilliseconds), m_watcher(new QFileSystemWatcher(this)),
      m_soon(new QTimer(this)), m_late(new QTimer(this)) {
  m_soon->setSingleShot(true);
  connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &ScanFolderHost::look);
  connect(m_soon, &QTimer::timeout, this, &ScanFolderHost::look);
  connect(m_late, &QTimer::timeout, this, &ScanFolderHost::look);
  m_clock.start();
}

void ScanFolderHost::watch(const QString& folder) {
  const QString fixed = readSiteSettings(m_siteFile).scanFolder;
  m_isFixed = !fixed.isEmpty();
  const QString wanted = m_isFixed ? fixed : folder;
  if (!m_folder.isEmpty()) m_watcher->removePath(m_folder);
  m_folder = wanted.isEmpty() ? QString() : QDir(wanted).absolutePath();
  m_seen.clear();
  if (m_folder.isEmpty())
    m_late->stop();
  else
    m_late->start(kNowAndThen * m_settle);
  look();
}

bool ScanFolderHost::hasSettled(const QFileInfo& file, QHash<QString, Seen>& seen) const {
  const auto before = m_seen.constFind(file.fileName());
  Seen now{file.size(), file.lastModified(), m_clock.elapsed()};
  const bool same = before != m_seen.constEnd() && before->size == now.size && before->written == now.written;
  if (same) now.since = before->since;
  seen.insert(file.fileName(), now);
  return same && now.size > 0 && m_clock.elapsed() - now.since >= m_settle;
}

void ScanFolderHost::look() {
  const QFileInfo place(m_folder);
  const bool readable = m_folder.isEmpty() || (place.isDir() && place.isReadable());
  QList<models::ScannedFile> files;
  QHash<QString, Seen> seen;
  bool waits = false;
  if (readable && !m_folder.isEmpty()) {
    // Watched again where it came back, as a drive does.
    if (m_watcher->directories().isEmpty()) m_watcher->addPath(m_folder);
    const auto entries = QDir(m_folder).entryInfoList(kScans, QDir::Files | QDir::Readable | QDir::NoSymLinks,
                                                      QDir::Time | QDir::Reversed);
    for (const QFileInfo& file : entries) {
      if (hasSettled(file, seen))
        files << models::ScannedFile{file.absoluteFilePath(), file.fileName(), file.size(),
                                     file.lastModified()};
      else
        waits = true;
    }
  }
  m_seen = seen;
  if (waits) m_soon->start(m_settle);
  Q_EMIT looked(m_folder, m_isFixed, readable, files);
}

void ScanFolderHost::putAway(const QString& path) {
  const QFileInfo file(path);
  const QDir folder(m_folder);
  if (m_folder.isEmpty() || file.absolutePath() != folder.absolutePath()) return;
  const QDir done(folder.filePath(kDone));
  // Where it cannot be moved it stays in sight, which is no loss.
  if (folder.mkpath(kDone)) QFile::rename(path, done.filePath(freeName(done, file)));
  look();
}

ScanFolder::ScanFolder(const QString& siteFile, int settleMilliseconds, QObject* parent)
    : models::ScanTray(parent), m_host(new ScanFolderHost(siteFile, settleMilliseconds)) {
  m_host->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
  connect(
      m_host, &ScanFolderHost::looked, this,
      [this](const QString& folder, bool isFixed, bool isReadable, const QList<models::ScannedFile>& files) {
        const bool same =
            folder == m_folder && isFixed == m_isFixed && isReadable == m_isReadable && files == m_files;
        m_folder = folder;
        m_isFixed = isFixed;
        m_isReadable = isReadable;
        m_files = files;
        if (!same) Q_EMIT changed();
      });
  m_thread.setObjectName(QStringLiteral("scanfolder"));
  m_thread.start();
}

ScanFolder::~ScanFolder() {
  m_thread.quit();
  m_thread.wait();
}

void ScanFolder::watch(const QString& folder) {
  QMetaObject::invokeMethod(m_host, [host = m_host, folder] { host->watch(folder); });
}

void ScanFolder::putAway(const QString& path) {
  QMetaObject::invokeMethod(m_host, [host = m_host, path] { host->putAway(path); });
}

} // namespace madoguchi::app
