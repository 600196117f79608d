// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/profilefolder.h"

#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace madoguchi;
using app::ProfileFolder;

class ProfileFolderTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldRememberDeviceServerAndUser() {
    QTemporaryDir folder;
    core::DeviceId device;
    {
      auto profiles = ProfileFolder::open(folder.path());
      QVERIFY(profiles.has_value());
      device = (*profiles)->device();
      QVERIFY(!device.empty());
      QVERIFY((*profiles)->lastUser().empty());
      (*profiles)->setServer(u"https://server:8443"_qs, u"ab"_qs);
      (*profiles)->setLast(u"sato"_qs, core::UserId("u1"));
      (*profiles)->setLast(u"tanaka"_qs, core::UserId("u2"));
    }
    auto again = ProfileFolder::open(folder.path());
    QVERIFY(again.has_value());
    QVERIFY((*again)->device() == device);
    QCOMPARE((*again)->server(), u"https://server:8443"_qs);
    QCOMPARE((*again)->fingerprint(), u"ab"_qs);
    QCOMPARE((*again)->lastLogin(), u"tanaka"_qs);
    QVERIFY((*again)->lastUser() == core::UserId("u2"));
    QVERIFY((*again)->userOf(u"sato"_qs) == core::UserId("u1"));
    QVERIFY((*again)->userOf(u"nobody"_qs).empty());
  }

  void shouldKeepUsersApart_andInside_whateverTheirIds() {
    QTemporaryDir folder;
    auto profiles = ProfileFolder::open(folder.path());
    QVERIFY(profiles.has_value());
    const auto users = std::filesystem::path(folder.path().toStdString()) / "users";
    std::set<std::filesystem::path> seen;
    for (const char* id : {"u1", "u2", "../../etc", "/etc", "", "a/b", "\xe4\xbd\x90"}) {
      const auto path = (*profiles)->userFolder(core::UserId(id));
      QVERIFY(path.parent_path() == users);
      QVERIFY(seen.insert(path).second);
    }
  }

  void shouldLetNobodyElseIn() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"new"_qs);
    QVERIFY(ProfileFolder::open(path).has_value());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY((QFile::permissions(path) & others) == QFile::Permissions());
  }

  void shouldSayThatItCannot_whenTheFolderIsAFile() {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto profiles = ProfileFolder::open(file.fileName());
    QVERIFY(!profiles.has_value());
    QVERIFY(profiles.error().code == core::ErrorCode::StorageFailed);
  }
};

QTEST_GUILESS_MAIN(ProfileFolderTest)
#include "profilefoldertest.moc"
