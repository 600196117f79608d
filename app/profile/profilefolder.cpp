// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/profilefolder.h"

#include "core/base/hash.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace madoguchi::app {

namespace {

const QString kDevice = QStringLiteral("device/id");
const QString kServer = QStringLiteral("server/url");
const QString kFingerprint = QStringLiteral("server/fingerprint");
const QString kLastLogin = QStringLiteral("last/login");
const QString kWipe = QStringLiteral("wipe/");
const QString kLastUser = QStringLiteral("last/user");

/// Ids come from the server; none of them may leave the folder.
std::string fileNameOf(const core::UserId& user) {
  return core::sha256Hex(user.value).substr(0, 32);
}

QString loginKey(const QString& login) {
  return QStringLiteral("users/") +
         QString::fromStdString(core::sha256Hex(login.toStdString()).substr(0, 32));
}

} // namespace

core::Result<std::unique_ptr<ProfileFolder>> ProfileFolder::open(const QString& folder) {
  const QString usual =
      QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/madoguchi");
  const QString path = QDir(folder.isEmpty() ? usual : folder).absolutePath();
  if (!QDir().mkpath(path))
    return core::failure(core::ErrorCode::StorageFailed, "the profile's folder cannot be made");
  QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  auto opened = std::unique_ptr<ProfileFolder>(new ProfileFolder(path));
  opened->m_settings.sync();
  if (opened->m_settings.status() != QSettings::NoError)
    return core::failure(core::ErrorCode::StorageFailed, "device.ini cannot be written");
  return opened;
}

ProfileFolder::ProfileFolder(const QString& path)
    : m_path(path), m_settings(path + QStringLiteral("/device.ini"), QSettings::IniFormat),
      m_device(m_settings.value(kDevice).toString().toStdString()) {
  if (!m_device.empty()) return;
  m_device = core::DeviceId(QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString());
  m_settings.setValue(kDevice, QString::fromStdString(m_device.value));
}

std::filesystem::path ProfileFolder::userFolder(const core::UserId& user) const {
  return std::filesystem::path(m_path.toStdString()) / "users" / fileNameOf(user);
}

QString ProfileFolder::secretName(const core::UserId& user, const char* what) const {
  return QString::fromStdString(m_device.value + '/' + fileNameOf(user) + '/' + what);
}

bool ProfileFolder::wipesAtSignOut(const core::UserId& user) const {
  return m_settings.value(kWipe + QString::fromStdString(fileNameOf(user))).toBool();
}

void ProfileFolder::setWipesAtSignOut(const core::UserId& user, bool wipes) {
  m_settings.setValue(kWipe + QString::fromStdString(fileNameOf(user)), wipes);
}

QString ProfileFolder::server() const {
  return m_settings.value(kServer).toString();
}

QString ProfileFolder::fingerprint() const {
  return m_settings.value(kFingerprint).toString();
}

void ProfileFolder::setServer(const QString& url, const QString& fingerprint) {
  m_settings.setValue(kServer, url);
  m_settings.setValue(kFingerprint, fingerprint);
}

QString ProfileFolder::lastLogin() const {
  return m_settings.value(kLastLogin).toString();
}

core::UserId ProfileFolder::lastUser() const {
  return core::UserId(m_settings.value(kLastUser).toString().toStdString());
}

void ProfileFolder::setLast(const QString& login, const core::UserId& user) {
  m_settings.setValue(kLastLogin, login);
  m_settings.setValue(kLastUser, QString::fromStdString(user.value));
  m_settings.setValue(loginKey(login), QString::fromStdString(user.value));
  m_settings.sync();
}

core::UserId ProfileFolder::userOf(const QString& login) const {
  return core::UserId(m_settings.value(loginKey(login)).toString().toStdString());
}

} // namespace madoguchi::app
