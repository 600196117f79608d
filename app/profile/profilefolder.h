// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <QSettings>

#include <filesystem>
#include <memory>

namespace madoguchi::app {

/// What the program keeps on this device, besides secrets: who it is, where the server is, whose profiles
/// there are. One folder ($XDG_DATA_HOME/madoguchi, or --profile):
///
///   device.ini       device id, server, fingerprint, last login
///   log/             rotating log files
///   users/<id>/      of one user: cache.db, blobs/, sealed/, lost/, key.wrapped, profile.lock, desk.ini,
///                    training.ini (the tasks and the window of the practice office)
///   training.ini     the same, of whoever practises without signing in
///
/// UI thread only.
class ProfileFolder {
public:
  /// `folder` empty: the usual place. Makes it where there is none. Errors: StorageFailed.
  [[nodiscard]] static core::Result<std::unique_ptr<ProfileFolder>> open(const QString& folder);

  [[nodiscard]] QString path() const { return m_path; }
  [[nodiscard]] QString logFolder() const { return m_path + QStringLiteral("/log"); }
  [[nodiscard]] std::filesystem::path userFolder(const core::UserId& user) const;
  /// Under which the key store keeps the user's secrets on this device: "key", "session".
  [[nodiscard]] QString secretName(const core::UserId& user, const char* what) const;

  /// Whether nothing but sealed work may stay when the user signs out; the server says so at sign-in.
  [[nodiscard]] bool wipesAtSignOut(const core::UserId& user) const;
  void setWipesAtSignOut(const core::UserId& user, bool wipes);

  /// Made once for this folder.
  [[nodiscard]] core::DeviceId device() const { return m_device; }
  [[nodiscard]] QString server() const;
  [[nodiscard]] QString fingerprint() const;
  void setServer(const QString& url, const QString& fingerprint);
  /// Who signed in last, and under which name.
  [[nodiscard]] QString lastLogin() const;
  [[nodiscard]] core::UserId lastUser() const;
  void setLast(const QString& login, const core::UserId& user);
  /// The user whom a login name meant when it last signed in; empty: never here.
  [[nodiscard]] core::UserId userOf(const QString& login) const;

private:
  explicit ProfileFolder(const QString& path);

  QString m_path;
  QSettings m_settings;
  core::DeviceId m_device;
};

} // namespace madoguchi::app
