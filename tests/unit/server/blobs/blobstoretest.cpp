// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/blobstore.h"

#include "core/base/hash.h"
#include "protocol/limits.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

const core::UserId kUser{"clerk1"};

struct Folder {
  QTemporaryDir folder;
  BlobStore blobs{folder.path().toStdString() + "/blobs"};
};

core::BlobId nameOf(const std::string& content) {
  return core::BlobId(core::sha256Hex(content));
}

} // namespace

class BlobStoreTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldExistOnlyAfterTheLastPiece() {
    Folder at;
    const std::string content(3000, 'x');
    const auto id = nameOf(content);
    QVERIFY(!at.blobs.upload(id, kUser).has_value());
    QVERIFY(!at.blobs.begin(id, kUser, 3000)->complete);
    QCOMPARE(at.blobs.append(id, kUser, 0, content.substr(0, 1000))->offset, 1000U);
    QVERIFY(!at.blobs.size(id).has_value());
    QCOMPARE(at.blobs.upload(id, kUser)->offset, 1000U);
    QVERIFY(at.blobs.append(id, kUser, 1000, content.substr(1000))->complete);
    QCOMPARE(*at.blobs.size(id), 3000U);
    QFile file(QString::fromStdString(at.blobs.fileOf(id)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().toStdString() == content);
    QVERIFY(at.blobs.begin(id, core::UserId("other"), 3000)->complete); // already there is success
  }

  void shouldGoOnWhereItWas_whenTheStoreIsOpenedAgain() {
    Folder at;
    const std::string content = "two pieces";
    const auto id = nameOf(content);
    (void)at.blobs.begin(id, kUser, content.size());
    (void)at.blobs.append(id, kUser, 0, "two");
    BlobStore again(at.folder.path().toStdString() + "/blobs");
    QCOMPARE(again.begin(id, kUser, content.size())->offset, 3U);
    QVERIFY(again.append(id, kUser, 3, " pieces")->complete);
  }

  void shouldRefuse_whenTheOffsetIsAnother() {
    Folder at;
    const auto id = nameOf("abcdef");
    (void)at.blobs.begin(id, kUser, 6);
    (void)at.blobs.append(id, kUser, 0, "abc");
    for (const std::uint64_t offset : {0U, 2U, 4U})
      QVERIFY(at.blobs.append(id, kUser, offset, "def").error().code == core::ErrorCode::Conflict);
    QVERIFY(at.blobs.append(id, kUser, 3, "defg").error().code == core::ErrorCode::TooLarge);
    QVERIFY(at.blobs.append(id, core::UserId("other"), 3, "def").error().code == core::ErrorCode::NotFound);
    QVERIFY(at.blobs.append(id, kUser, 3, "def")->complete);
  }

  void shouldThrowAway_whenTheHashIsAnother() {
    Folder at;
    const auto id = nameOf("what was promised");
    (void)at.blobs.begin(id, kUser, 4);
    QVERIFY(at.blobs.append(id, kUser, 0, "evil").error().code == core::ErrorCode::FileBroken);
    QVERIFY(!at.blobs.size(id).has_value());
    QVERIFY(!at.blobs.upload(id, kUser).has_value());
  }

  void shouldTakeTheEmptyDocument() {
    Folder at;
    QVERIFY(at.blobs.begin(nameOf({}), kUser, 0)->complete);
    QCOMPARE(*at.blobs.size(nameOf({})), 0U);
  }

  void shouldRefuse_whenItIsTooLarge() {
    Folder at;
    QVERIFY(at.blobs.begin(nameOf("x"), kUser, protocol::kMaxBlobBytes + 1).error().code ==
            core::ErrorCode::TooLarge);
  }

  void shouldKnowItsOwnNames() {
    QVERIFY(BlobStore::isName(core::sha256Hex("x")));
    for (const char* bad : {"", "../../etc/passwd", "ABCDEF"})
      QVERIFY(!BlobStore::isName(bad));
    QVERIFY(!BlobStore::isName(std::string(63, 'a') + "/"));
  }
};

QTEST_APPLESS_MAIN(BlobStoreTest)
#include "blobstoretest.moc"
