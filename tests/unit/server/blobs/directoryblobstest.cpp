// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/directoryblobs.h"

#include "core/base/hash.h"
#include "tests/unit/server/blobs/blobcontract.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace madoguchi;
using namespace madoguchi::server;

class DirectoryBlobsTest : public tests::BlobContract {
  Q_OBJECT

protected:
  std::unique_ptr<BlobStore> open() override { return std::make_unique<DirectoryBlobs>(folder()); }

  void writeLastPiece(const core::BlobId&, const core::UserId&, std::uint64_t,
                      const std::string& bytes) override {
    for (const auto& part : std::filesystem::directory_iterator(folder() + "/incoming"))
      std::ofstream(part.path(), std::ios::app | std::ios::binary) << bytes;
  }

private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void shouldKnowItsOwnNames() {
    QVERIFY(BlobStore::isName(core::sha256Hex("x")));
    for (const char* bad : {"", "../../etc/passwd", "ABCDEF"})
      QVERIFY(!BlobStore::isName(bad));
    QVERIFY(!BlobStore::isName(std::string(63, 'a') + "/"));
  }

private:
  [[nodiscard]] std::string folder() const { return m_folder->path().toStdString() + "/blobs"; }
  std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(DirectoryBlobsTest)
#include "directoryblobstest.moc"
