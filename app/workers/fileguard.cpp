// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/fileguard.h"

#include "app/workers/virusscan.h"
#include "protocol/limits.h"

#include <QFile>
#include <QFileInfo>

namespace madoguchi::app {

namespace {

core::Result<QByteArray> contentOf(const QString& path) {
  const QFileInfo before(path);
  QFile file(path);
  if (!before.isFile() || !file.open(QIODevice::ReadOnly))
    return core::failure(core::ErrorCode::FileUnreadable, "a chosen file");
  if (file.size() > static_cast<qint64>(protocol::kMaxBlobBytes))
    return core::failure(core::ErrorCode::TooLarge, "a document");
  QByteArray content = file.readAll();
  if (file.error() != QFile::NoError)
    return core::failure(core::ErrorCode::FileUnreadable, "a chosen file broke off");
  // A scanner or a program that is still writing it: half a page must not become the original.
  const QFileInfo after(path);
  if (after.size() != content.size() || after.lastModified() != before.lastModified())
    return core::failure(core::ErrorCode::FileBroken, "a chosen file changes while it is read");
  return content;
}

} // namespace

core::Result<QByteArray> scanned(const SiteSettings& settings, const QByteArray& content) {
  if (settings.virusScan.isEmpty()) return content;
  switch (scanForViruses(settings.virusScan, content, settings.virusScanSeconds)) {
  case ScanVerdict::Clean:
    return content;
  case ScanVerdict::Infected:
    return core::failure(core::ErrorCode::FileInfected, "the virus scan found something");
  case ScanVerdict::Unknown:
    break;
  }
  return core::failure(core::ErrorCode::FileNotScanned, "the virus scan gave no verdict");
}

core::Result<QByteArray> admitted(const SiteSettings& settings, const QString& path, MyNumbers numbers,
                                  const QString& preview) {
  auto content = contentOf(path);
  if (content) content = scanned(settings, *content);
  if (!content) return content;
  switch (findMyNumberIn(path, *content, preview)) {
  case NumberPlace::None:
    return content;
  case NumberPlace::Text:
    if (numbers == MyNumbers::Mask) return withoutMyNumbers(*content);
    return core::failure(core::ErrorCode::MyNumberFound, "in a plain text");
  case NumberPlace::FileName:
    return core::failure(core::ErrorCode::MyNumberFound, "in the name of a file");
  case NumberPlace::Pdf:
    break;
  }
  return core::failure(core::ErrorCode::MyNumberFound, "in the text of a PDF");
}

FileGuard::FileGuard(QString siteFile, QString preview, QObject* parent)
    : QObject(parent), m_siteFile(std::move(siteFile)), m_preview(std::move(preview)), m_there(new QObject) {
  m_there->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_there, &QObject::deleteLater);
  m_thread.setObjectName(QStringLiteral("fileguard"));
  m_thread.start();
}

FileGuard::~FileGuard() {
  m_thread.requestInterruption();
  m_thread.quit();
  m_thread.wait();
}

void FileGuard::run(const QPointer<QObject>& owner, std::function<core::Result<QByteArray>()> work,
                    Answer answer) {
  QMetaObject::invokeMethod(m_there, [this, owner, work = std::move(work), answer = std::move(answer)] {
    const auto content = work();
    QMetaObject::invokeMethod(
        this,
        [owner, content, answer] {
          if (owner) answer(content);
        },
        Qt::QueuedConnection);
  });
}

void FileGuard::admitFile(const QPointer<QObject>& owner, const QString& path, MyNumbers numbers,
                          Answer answer) {
  run(
      owner,
      [site = m_siteFile, preview = m_preview, path, numbers] {
        return admitted(readSiteSettings(site), path, numbers, preview);
      },
      std::move(answer));
}

void FileGuard::admitContent(const QPointer<QObject>& owner, const QByteArray& content, Answer answer) {
  run(
      owner, [site = m_siteFile, content] { return scanned(readSiteSettings(site), content); },
      std::move(answer));
}

} // namespace madoguchi::app
