// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/s3blobs.h"

#include "core/base/hash.h"
#include "tests/support/s3rig.h"
#include "tests/unit/server/blobs/blobcontract.h"

#include <QtTest>

#include <array>
#include <cstdio>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

core::Instant present() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace

class S3BlobsTest : public tests::BlobContract {
  Q_OBJECT

protected:
  std::unique_ptr<BlobStore> open() override {
    return std::make_unique<S3Blobs>(m_rig.options(m_prefix), &present, QDir::tempPath().toStdString());
  }

  void writeLastPiece(const core::BlobId& id, const core::UserId& user, std::uint64_t offset,
                      const std::string& bytes) override {
    S3Client client(m_rig.options(m_prefix), &present);
    std::array<char, 40> name{};
    std::snprintf(name.data(), name.size(), "%012zu.%012zu", offset + bytes.size(),
                  static_cast<std::size_t>(offset));
    const std::string folder = "incoming/" + id.value + "." + core::sha256Hex(user.value).substr(0, 16) + "/";
    QVERIFY(client.send({.method = "PUT", .name = folder + name.data(), .body = bytes}).has_value());
  }

private Q_SLOTS:
  void init() { m_prefix = "test " + std::to_string(++m_tests) + "/窓口"; }

  void shouldNameTheReason_whenTheStoreRefuses() {
    auto options = m_rig.options();
    options.credentials.accessKey = "nobody";
    S3Blobs stranger(options, &present, QDir::tempPath().toStdString());
    const auto begun = stranger.begin(core::BlobId(core::sha256Hex("x")), core::UserId("clerk1"), 1);
    QVERIFY(!begun.has_value());
    QCOMPARE(std::string(core::toText(begun.error().code)), std::string("StorageFailed"));
    // A HEAD has no body that could name it.
    QCOMPARE(begun.error().detail, std::string("blobs: the S3 store answers 403"));
    QCOMPARE(stranger.removeStale(present()).error().detail,
             std::string("blobs: the S3 store answers 403 InvalidAccessKeyId"));
    options = m_rig.options();
    options.bucket = "elsewhere";
    S3Blobs lost(options, &present, QDir::tempPath().toStdString());
    QCOMPARE(lost.removeStale(present()).error().detail,
             std::string("blobs: the S3 store answers 404 NoSuchBucket"));
  }

  void shouldFail_whileTheStoreIsAway_andGoOnAfterwards() {
    const auto blobs = open();
    const core::BlobId id(core::sha256Hex("abcdef"));
    const core::UserId user("clerk1");
    (void)blobs->begin(id, user, 6);
    (void)blobs->append(id, user, 0, "abc");
    m_rig.stop();
    QVERIFY(blobs->append(id, user, 3, "def").error().code == core::ErrorCode::StorageFailed);
    QVERIFY(blobs->size(id).error().code == core::ErrorCode::StorageFailed);
    m_rig.start();
    QVERIFY(blobs->append(id, user, 3, "def")->complete);
  }

private:
  tests::S3Rig m_rig;
  std::string m_prefix;
  int m_tests = 0;
};

QTEST_GUILESS_MAIN(S3BlobsTest)
#include "s3blobstest.moc"
