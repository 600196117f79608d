// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/apidesk.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::core;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

// Uploads in pieces of 10 bytes.
BlobId upload(ApiDesk& desk, const std::string& content) {
  const BlobId id(sha256Hex(content));
  const std::string target = "/v1/blobs/" + id.value;
  if (desk.ask("POST", target, {}, {{"upload-length", std::to_string(content.size())}}).status != 201)
    return {};
  for (std::size_t at = 0; at < content.size(); at += 10)
    if (desk.ask("PATCH", target, content.substr(at, 10), {{"upload-offset", std::to_string(at)}}).status !=
        204)
      return {};
  return id;
}

} // namespace

class ApiBlobsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldAttachADocument_onlyAfterItsContentCame() {
    ServerWorld world;
    const CaseId id = world.taken();
    ApiDesk desk(world, "clerk1");
    const std::string content = "%PDF-1.4 a plan of the sign, quite short";
    AttachDocument attach{DocumentId("d1"),
                          "plan",
                          "plan.pdf",
                          "application/pdf",
                          static_cast<std::int64_t>(content.size()),
                          BlobId(sha256Hex(content))};
    QCOMPARE(desk.send(world.command("clerk1", id, 3, attach)).code, std::string("NoSuchDocument"));
    QCOMPARE(upload(desk, content).value, attach.blob.value);
    attach.size += 1;
    QCOMPARE(desk.send(world.command("clerk1", id, 3, attach)).code, std::string("InvalidArgument"));
    attach.size -= 1;
    QCOMPARE(desk.send(world.command("clerk1", id, 3, attach)).code, std::string());
    const std::string target = "/v1/blobs/" + attach.blob.value;
    QCOMPARE(desk.ask("POST", target, {}, {{"upload-length", "40"}}).status, 200);
    QCOMPARE(desk.ask("HEAD", target).headers.at("Upload-Offset"), std::to_string(content.size()));
    // Those who may see the case may read it; to all others it is not there.
    QCOMPARE(ApiDesk(world, "super").ask("GET", target).file->length, std::uint64_t(content.size()));
    QCOMPARE(ApiDesk(world, "clerk.west").ask("GET", target).status, 404);
    QCOMPARE(ApiDesk(world, "admin").ask("GET", target).status, 404);
  }

  void shouldCloseAContentToWhoBroughtIt_whenItsCaseHasGoneElsewhere() {
    ServerWorld world;
    const CaseId id = world.taken();
    ApiDesk desk(world, "clerk1");
    const std::string content = "%PDF-1.4 where somebody lives";
    const BlobId blob = upload(desk, content);
    const std::string target = "/v1/blobs/" + blob.value;
    QCOMPARE(desk.ask("GET", target).status, 200);
    const AttachDocument attach{DocumentId("d1"),
                                "plan",
                                "plan.pdf",
                                "application/pdf",
                                static_cast<std::int64_t>(content.size()),
                                blob};
    QCOMPARE(desk.send(world.command("clerk1", id, 3, attach)).code, std::string());
    QCOMPARE(desk.ask("GET", target).status, 200);
    QCOMPARE(desk.send(world.command("clerk1", id, 4, TransferCase{OfficeId("west"), "移送"})).code,
             std::string());
    QCOMPARE(desk.ask("GET", target).status, 404);
    QCOMPARE(ApiDesk(world, "clerk.west").ask("GET", target).status, 200);
  }

  void shouldGiveTheRangeThatIsAskedFor() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const auto id = upload(desk, "0123456789abcdefghij");
    const auto get = [&](const char* range) {
      return desk.ask("GET", "/v1/blobs/" + id.value, {}, {{"range", range}});
    };
    QCOMPARE(get("bytes=5-9").status, 206);
    QCOMPARE(get("bytes=5-9").headers.at("Content-Range"), std::string("bytes 5-9/20"));
    QCOMPARE(get("bytes=15-").file->length, 5U);
    QCOMPARE(get("bytes=-3").file->offset, 17U);
    QCOMPARE(get("bytes=5-999").file->length, 15U);
    for (const char* bad : {"bytes=20-", "bytes=9-5", "bytes=x", "bytes=", "bytes=-0", "items=1-2"}) {
      QCOMPARE(get(bad).status, 416);
      QCOMPARE(codeOf(get(bad)), std::string("InvalidArgument"));
    }
  }

  void shouldRefuseAPiece_atAnotherOffset() {
    ServerWorld world;
    ApiDesk desk(world, "clerk1");
    const std::string target = "/v1/blobs/" + sha256Hex("abcdef");
    QCOMPARE(desk.ask("PATCH", target, "abc", {{"upload-offset", "0"}}).status, 404);
    QCOMPARE(desk.ask("POST", target, {}, {{"upload-length", "6"}}).status, 201);
    QCOMPARE(desk.ask("PATCH", target, "abc", {{"upload-offset", "0"}}).status, 204);
    const auto wrong = desk.ask("PATCH", target, "abc", {{"upload-offset", "0"}});
    QCOMPARE(wrong.status, 409);
    QCOMPARE(wrong.headers.at("Upload-Offset"), std::string("3"));
    QCOMPARE(desk.ask("PATCH", target, "xyz", {{"upload-offset", "3"}}).status, 422);
    QCOMPARE(desk.ask("HEAD", target).status, 404);
    QCOMPARE(desk.ask("HEAD", "/v1/blobs/..%2f..%2fetc%2fpasswd").status, 404);
    QCOMPARE(desk.ask("POST", "/v1/blobs/..%2fx", {}, {{"upload-length", "6"}}).status, 400);
  }
};

QTEST_APPLESS_MAIN(ApiBlobsTest)
#include "apiblobstest.moc"
