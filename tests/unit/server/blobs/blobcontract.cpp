// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/blobs/blobcontract.h"

#include "core/base/hash.h"
#include "protocol/limits.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <thread>

namespace madoguchi::tests {

using server::BlobStore;

namespace {

const core::UserId kUser{"clerk1"};
const core::UserId kOther{"clerk2"};

core::BlobId nameOf(const std::string& content) {
  return core::BlobId(core::sha256Hex(content));
}

/// Empty where it was taken.
std::string refusal(const core::Result<BlobStore::Upload>& upload) {
  return upload ? std::string() : std::string(core::toText(upload.error().code));
}

bool isThere(BlobStore& blobs, const core::BlobId& id) {
  const auto size = blobs.size(id);
  return size && size->has_value();
}

std::string contentOf(std::size_t length) {
  std::string content(length, '\0');
  for (std::size_t i = 0; i < length; ++i)
    content[i] = static_cast<char>((i * 2654435761U) >> 13);
  return content;
}

core::Instant present() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace

void BlobContract::shouldExistOnlyAfterTheLastPiece() {
  const auto blobs = open();
  const std::string content(3000, 'x');
  const auto id = nameOf(content);
  QVERIFY(blobs->upload(id, kUser).has_value() && !blobs->upload(id, kUser)->has_value());
  QVERIFY(!blobs->begin(id, kUser, 3000)->complete);
  QCOMPARE((*blobs->upload(id, kUser))->offset, 0U);
  QCOMPARE(blobs->append(id, kUser, 0, content.substr(0, 1000))->offset, 1000U);
  QVERIFY(!isThere(*blobs, id));
  QCOMPARE((*blobs->upload(id, kUser))->offset, 1000U);
  QVERIFY(blobs->append(id, kUser, 1000, content.substr(1000))->complete);
  QCOMPARE(**blobs->size(id), 3000U);
  QVERIFY(blobs->read(id, 0, 3000).value() == content);
  QVERIFY(blobs->begin(id, kOther, 3000)->complete); // already there is success
  QVERIFY(blobs->append(id, kUser, 1000, content.substr(1000))->complete);
}

void BlobContract::shouldGiveEveryPart() {
  const auto blobs = open();
  const std::string content = "0123456789";
  const auto id = nameOf(content);
  QVERIFY(blobs->read(id, 0, 10).error().code == core::ErrorCode::NotFound);
  QCOMPARE(refusal(blobs->begin(id, kUser, content.size())), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 0, content)), std::string());
  for (std::size_t from = 0; from < content.size(); ++from)
    QCOMPARE(QByteArray::fromStdString(blobs->read(id, from, content.size() - from).value()),
             QByteArray::fromStdString(content.substr(from)));
  QCOMPARE(blobs->read(id, 3, 1).value(), std::string("3"));
}

void BlobContract::shouldGoOnWhereItWas_whenAnotherServerIsAsked() {
  const auto one = open();
  const auto two = open();
  const std::string content = "two pieces";
  const auto id = nameOf(content);
  QCOMPARE(refusal(one->begin(id, kUser, content.size())), std::string());
  QCOMPARE(refusal(one->append(id, kUser, 0, "two")), std::string());
  QCOMPARE(two->begin(id, kUser, content.size())->offset, 3U);
  QVERIFY(two->append(id, kUser, 3, " pieces")->complete);
  QVERIFY(one->read(id, 0, content.size()).value() == content);
}

void BlobContract::shouldRefuse_whenTheOffsetIsAnother() {
  const auto blobs = open();
  const auto id = nameOf("abcdef");
  QCOMPARE(refusal(blobs->append(id, kUser, 0, "abc")), std::string("NotFound"));
  QCOMPARE(refusal(blobs->begin(id, kUser, 6)), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 0, "abc")), std::string());
  for (const std::uint64_t offset : {0U, 2U, 4U})
    QCOMPARE(refusal(blobs->append(id, kUser, offset, "def")), std::string("Conflict"));
  QCOMPARE(refusal(blobs->append(id, kUser, 3, "defg")), std::string("TooLarge"));
  QVERIFY(blobs->append(id, kUser, 3, "def")->complete);
}

void BlobContract::shouldKeepUsersApart() {
  const auto blobs = open();
  const auto id = nameOf("abcdef");
  QCOMPARE(refusal(blobs->begin(id, kUser, 6)), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 0, "abc")), std::string());
  QCOMPARE(refusal(blobs->append(id, kOther, 3, "def")), std::string("NotFound"));
  QCOMPARE(blobs->begin(id, kOther, 6)->offset, 0U);
  QVERIFY(blobs->append(id, kOther, 0, "abcdef")->complete);
  QVERIFY(blobs->append(id, kUser, 3, "def")->complete);
}

void BlobContract::shouldBeginAnew_whenTheLengthIsAnother() {
  const auto blobs = open();
  const auto id = nameOf("abcdef");
  QCOMPARE(refusal(blobs->begin(id, kUser, 7)), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 0, "xyz")), std::string());
  QCOMPARE(blobs->begin(id, kUser, 6)->offset, 0U);
  QVERIFY(blobs->append(id, kUser, 0, "abcdef")->complete);
}

void BlobContract::shouldThrowAway_whenTheHashIsAnother() {
  const auto blobs = open();
  const auto id = nameOf("what was promised");
  QCOMPARE(refusal(blobs->begin(id, kUser, 4)), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 0, "ev")), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 2, "il")), std::string("FileBroken"));
  QVERIFY(!isThere(*blobs, id));
  QVERIFY(!blobs->upload(id, kUser)->has_value());
  QCOMPARE(refusal(blobs->begin(id, kUser, 0)), std::string("FileBroken"));
}

void BlobContract::shouldBecomeABlob_whenAServerDiedWithTheLastPiece() {
  const auto blobs = open();
  for (const bool probed : {true, false}) {
    const std::string content = probed ? "probed" : "begun!";
    const auto id = nameOf(content);
    QCOMPARE(refusal(blobs->begin(id, kUser, 6)), std::string());
    QCOMPARE(refusal(blobs->append(id, kUser, 0, content.substr(0, 3))), std::string());
    writeLastPiece(id, kUser, 3, content.substr(3));
    QVERIFY(!isThere(*blobs, id));
    QVERIFY(probed ? (*blobs->upload(id, kUser))->complete : blobs->begin(id, kUser, 6)->complete);
    QVERIFY(blobs->read(id, 0, 6).value() == content);
  }
}

void BlobContract::shouldTakeTheEmptyDocument() {
  const auto blobs = open();
  QVERIFY(blobs->begin(nameOf({}), kUser, 0)->complete);
  QCOMPARE(**blobs->size(nameOf({})), 0U);
}

void BlobContract::shouldRefuse_whenItIsTooLarge() {
  const auto blobs = open();
  QCOMPARE(refusal(blobs->begin(nameOf("x"), kUser, protocol::kMaxBlobBytes + 1)), std::string("TooLarge"));
}

void BlobContract::shouldRemove() {
  const auto blobs = open();
  const auto id = nameOf("abc");
  QCOMPARE(refusal(blobs->begin(id, kUser, 3)), std::string());
  QVERIFY(blobs->append(id, kUser, 0, "abc")->complete);
  QVERIFY(blobs->remove(id).has_value());
  QVERIFY(!isThere(*blobs, id));
  QVERIFY(blobs->read(id, 0, 3).error().code == core::ErrorCode::NotFound);
  QVERIFY(blobs->remove(id).has_value());
}

void BlobContract::shouldForgetAnUpload_whenNobodyGoesOnWithIt() {
  const auto blobs = open();
  const auto id = nameOf("abcdef");
  QCOMPARE(refusal(blobs->begin(id, kUser, 6)), std::string());
  QCOMPARE(refusal(blobs->append(id, kUser, 0, "abc")), std::string());
  QCOMPARE(blobs->removeStale(present()).value(), 0U);
  QCOMPARE((*blobs->upload(id, kUser))->offset, 3U);
  QCOMPARE(blobs->removeStale(present() + BlobStore::kStale + std::chrono::hours(1)).value(), 1U);
  QVERIFY(!blobs->upload(id, kUser)->has_value());
}

void BlobContract::shouldCarryALargeOne_whenServersTakeTurns() {
  const std::unique_ptr<BlobStore> servers[] = {open(), open()};
  const std::string content = contentOf(3'300'000);
  const auto id = nameOf(content);
  auto upload = servers[0]->begin(id, kUser, content.size());
  for (std::size_t turn = 0; upload && !upload->complete; ++turn)
    upload = servers[turn % 2]->append(
        id, kUser, upload->offset,
        std::string_view(content).substr(upload->offset, protocol::kBlobChunkBytes));
  QVERIFY(upload.has_value());
  std::string back;
  while (back.size() < content.size())
    back += servers[0]
                ->read(id, back.size(), std::min<std::size_t>(700'000, content.size() - back.size()))
                .value();
  QVERIFY(back == content);
}

void BlobContract::shouldKeepOne_whenTwoServersFinishAtOnce() {
  const std::unique_ptr<BlobStore> servers[] = {open(), open()};
  for (int round = 0; round < 5; ++round) {
    const std::string content = contentOf(20'000) + std::to_string(round);
    const auto id = nameOf(content);
    QCOMPARE(refusal(servers[0]->begin(id, kUser, content.size())), std::string());
    QCOMPARE(refusal(servers[0]->append(id, kUser, 0, content.substr(0, 10'000))), std::string());
    const auto finish = [&](int server) {
      (void)servers[server]->append(id, kUser, 10'000, content.substr(10'000));
    };
    std::thread other(finish, 1);
    finish(0);
    other.join();
    QVERIFY(isThere(*servers[0], id));
    QVERIFY(servers[1]->read(id, 0, content.size()).value() == content);
  }
}

} // namespace madoguchi::tests
