// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/demonstrationkeystore.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUrl>

namespace madoguchi::app {

DemonstrationKeyStore::DemonstrationKeyStore(QString folder) : m_folder(std::move(folder)) {}

QString DemonstrationKeyStore::pathOf(const QString& name) const {
  return m_folder + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

core::Result<std::optional<QByteArray>> DemonstrationKeyStore::read(const QString& name) {
  QFile file(pathOf(name));
  if (!file.exists()) return std::nullopt;
  if (!file.open(QIODevice::ReadOnly))
    return core::failure(core::ErrorCode::KeyStoreMissing, "the demonstration's key store cannot be read");
  return file.readAll();
}

core::Result<void> DemonstrationKeyStore::write(const QString& name, const QByteArray& secret) {
  QSaveFile file(pathOf(name));
  const bool written = QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly) &&
                       file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                       file.write(secret) == secret.size() && file.commit();
  if (written) return {};
  return core::failure(core::ErrorCode::KeyStoreMissing, "the demonstration's key store cannot be written");
}

core::Result<void> DemonstrationKeyStore::remove(const QString& name) {
  QFile file(pathOf(name));
  if (!file.exists() || file.remove()) return {};
  return core::failure(core::ErrorCode::KeyStoreMissing, "the demonstration's key store cannot be written");
}

} // namespace madoguchi::app
