// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/limits.h"
#include "server/blobs/s3blobs.h"
#include "tests/support/s3rig.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/apidesk.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

/// One more server on the same database, with a bucket as its only other store.
struct Server {
  Server(ServerWorld& world, const S3Rig& rig)
      : blobs(rig.options("servers"), systemNow, world.folder()),
        api({*world.store, world.catalogs, world.signIn, world.commands, world.feeds, world.journal, blobs,
             world.metrics, world.log, [&world] { return world.now; }}) {}
  S3Blobs blobs;
  Api api;
};

} // namespace

class S3ServersTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldUploadByTurns_andGiveItByTheOther() {
    const S3Rig rig;
    ServerWorld world;
    Server servers[] = {{world, rig}, {world, rig}};
    const ApiDesk desk(world, "clerk1");
    const std::string content(2 * protocol::kBlobChunkBytes + 12345, 'p');
    const std::string target = "/v1/blobs/" + core::sha256Hex(content);
    const auto ask = [&](int server, const char* method, std::string body,
                         std::map<std::string, std::string> headers) {
      return servers[server].api.handle(desk.request(method, target, std::move(body), std::move(headers)));
    };
    QCOMPARE(ask(0, "POST", {}, {{"upload-length", std::to_string(content.size())}}).status, 201);
    for (std::size_t at = 0, turn = 1; at < content.size(); at += protocol::kBlobChunkBytes, ++turn) {
      const int server = static_cast<int>(turn % 2);
      QCOMPARE(ask(server, "HEAD", {}, {}).headers.at("Upload-Offset"), std::to_string(at));
      QCOMPARE(ask(server, "PATCH", content.substr(at, protocol::kBlobChunkBytes),
                   {{"upload-offset", std::to_string(at)}})
                   .status,
               204);
    }
    const auto answer = ask(0, "GET", {}, {{"range", "bytes=1000000-"}});
    QCOMPARE(answer.status, 206);
    QCOMPARE(answer.file->offset, 1'000'000U);
    QCOMPARE(answer.file->length, content.size() - 1'000'000);
    QVERIFY(answer.file->read(1'000'000, 500).value() == content.substr(1'000'000, 500));
  }
};

QTEST_GUILESS_MAIN(S3ServersTest)
#include "s3serverstest.moc"
