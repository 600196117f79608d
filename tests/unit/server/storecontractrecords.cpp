// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/procedures/procedurereader.h"
#include "server/blobs/blobcollector.h"
#include "server/stamping.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/storecontract.h"

#include <QtTest>

#include <thread>

/// The part of the contract that is about what is kept besides cases, what cases rest on, and copies of
/// it all.
namespace madoguchi::tests {

using namespace madoguchi::core;
using namespace madoguchi::server;

namespace {

/// Why it was not applied; empty where it was.
std::string codeOf(const CommandAnswer& answer) {
  return answer.kind == AnswerKind::Applied ? std::string() : answer.code;
}

} // namespace

void StoreContract::shouldMoveACaseToAVersion_onlyWhereItIsPublished() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  const CaseId other = world.submitted();
  const MoveToVersion move{1, 2};
  QCOMPARE(codeOf(world.run("clerk1", id, 3, move)), std::string("NoSuchProcedure"));
  // WHEN version 2 comes, in which nobody asks for the owner
  std::shared_ptr<const Catalog> catalog;
  QVERIFY(world.store->read([&](Reading& reading) -> Result<void> {
    catalog = world.catalogs.current(reading);
    return {};
  }));
  const ProcedureId procedure = world.state(id).procedure;
  const Procedure next = nextVersion(catalog->find(procedure, 1)->procedure, "/place/ownerName");
  QVERIFY(world.store->write([&](Writing& writing) -> Result<void> {
    putReferences(writing, globalScope(),
                  {{"procedure", procedureKey(procedure, 2), canonicalJson(toJson(next))}});
    return {};
  }));
  // THEN its holder moves it, once
  QCOMPARE(codeOf(world.run("clerk2", id, 3, move)), std::string("NotHolder"));
  const Command command = world.command("clerk1", id, 3, move);
  const auto answer = world.send("clerk1", command);
  QCOMPARE(codeOf(answer), std::string());
  QVERIFY(world.send("clerk1", command) == answer);
  QCOMPARE(world.state(id).procedureVersion, 2);
  QVERIFY(valueAt(world.state(id).form, "/place/ownerName") == nullptr);
  QVERIFY(world.state(id).corrected.at("/form/place/ownerName").original == "窓口亭");
  QCOMPARE(codeOf(world.run("super", other, world.state(other).version, move)), std::string("WrongState"));
  QCOMPARE(only<CaseRow>(world.feed("clerk1")).size(), 2U);
  QCOMPARE(differingCounters(*world.store), std::string());
}

void StoreContract::shouldKeepDevicesAndContents_asTheyWere() {
  ServerWorld world(m_factory);
  Device device{DeviceId("d"), UserId("clerk1"), "窓口", "1.0", world.now, world.now};
  device.leaseSecret = "s";
  device.leaseNext = "n";
  device.leaseUntil = world.now + std::chrono::hours{72};
  device.grantedUntil = world.now + std::chrono::days{30};
  device.sealKey = "k";
  device.scopes = {"global", "user:clerk1"};
  const BlobId kept(std::string(64, 'a')), removed(std::string(64, 'b')), named(std::string(64, 'c'));
  const CaseId id = world.arrived();
  QVERIFY(world.store->write([&](Writing& writing) -> Result<void> {
    writing.putDevice(Device{DeviceId("d"), UserId("clerk1")});
    writing.putDevice(device);
    for (const BlobId& blob : {kept, removed, named}) {
      writing.putBlob({blob, 5, UserId("clerk1"), world.now});
      if (blob != kept) writing.linkBlob(blob, blob == named ? CaseId("other") : id);
    }
    const auto later = world.now + std::chrono::milliseconds{1};
    if (writing.removeBlob(removed, later)) return failure(ErrorCode::Internal, "removed while named");
    if (writing.unlinkBlobs(id) != std::vector{removed}) return failure(ErrorCode::Internal, "unlinked");
    if (writing.removeBlob(removed, world.now)) return failure(ErrorCode::Internal, "removed too young");
    if (!writing.removeBlob(removed, later)) return failure(ErrorCode::Internal, "not removed");
    if (writing.removeBlob(removed, later)) return failure(ErrorCode::Internal, "removed twice");
    return {};
  }));
  QVERIFY(world.store->read([&](Reading& reading) -> Result<void> {
    const auto all = reading.devices();
    if (all.size() != 1 || !(all.front() == device)) return failure(ErrorCode::Internal, "devices");
    if (reading.device(DeviceId("d"), UserId("clerk1")) != device)
      return failure(ErrorCode::Internal, "device");
    const auto blobs = reading.unusedBlobsAfter({}, world.now + std::chrono::milliseconds{1}, 10);
    if (blobs.size() != 1 || blobs.front().id != kept) return failure(ErrorCode::Internal, "blobs");
    if (!reading.unusedBlobsAfter({}, world.now, 10).empty()) return failure(ErrorCode::Internal, "before");
    if (!reading.casesOfBlob(removed).empty()) return failure(ErrorCode::Internal, "links");
    return {};
  }));
}

void StoreContract::shouldKeepContentOrRefuseItsName_whenTheCollectorRunsMeanwhile() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  server::BlobCollector collector(*world.store, world.blobs, [&] { return world.now; });
  int kept = 0;
  for (int round = 0; round < 20; ++round) {
    // GIVEN a content that may go, and a desk that is about to name it
    const std::string content = "content " + std::to_string(round);
    const BlobId blob(sha256Hex(content));
    QVERIFY(world.blobs.begin(blob, UserId("clerk1"), content.size()).has_value());
    QVERIFY(world.blobs.append(blob, UserId("clerk1"), 0, content)->complete);
    QVERIFY(world.store->write([&](Writing& writing) -> Result<void> {
      writing.putBlob({blob, static_cast<std::int64_t>(content.size()), UserId("clerk1"),
                       world.now - server::BlobCollector::kGrace - std::chrono::hours(1)});
      return {};
    }));
    const Command attach =
        world.command("clerk1", id, world.state(id).version,
                      AttachDocument{DocumentId("d" + std::to_string(round)), "plan", "plan.pdf",
                                     "application/pdf", static_cast<std::int64_t>(content.size()), blob});
    // WHEN both happen at once
    CommandAnswer answer;
    Result<server::BlobCollector::Collected> collected;
    std::thread naming([&] { answer = world.send("clerk1", attach); });
    std::thread collecting([&] { collected = collector.run(); });
    naming.join();
    collecting.join();
    // THEN the content is there exactly if the case names it
    const bool named = answer.kind == AnswerKind::Applied;
    QVERIFY(named || answer.code == "NoSuchDocument");
    QVERIFY(collected.has_value());
    QCOMPARE(world.blobs.size(blob)->has_value(), named);
    kept += named ? 1 : 0;
  }
  qInfo("named first in %d of 20 rounds", kept);
}

void StoreContract::shouldBackUpAConsistentCopyWithAnotherEpoch() {
  ServerWorld world(m_factory);
  const CaseId id = world.taken();
  const std::string copy = world.folder() + "/copy";
  QDir().mkpath(QString::fromStdString(copy));
  QVERIFY(world.store->backup(copy + "/madoguchi.db").has_value());
  const auto store = m_factory(copy);
  std::string epoch;
  std::optional<CaseRow> row;
  QVERIFY(store
              ->read([&](Reading& reading) -> Result<void> {
                epoch = reading.epoch();
                row = reading.findCase(id);
                return {};
              })
              .has_value());
  QVERIFY(row == std::optional(world.row(id)));
  QVERIFY(epoch != only<ScopeList>(world.feed("clerk1")).front().epoch);
  QCOMPARE(differingCounters(*store), std::string());
}

void StoreContract::shouldKnowWhatItAnswered_andNothingElse() {
  ServerWorld world(m_factory);
  const CaseId id = world.arrived();
  const Command known = world.command("clerk1", id, 1, AddNote{"x"});
  const Command next = world.command("clerk1", id, 2, AddNote{"y"});
  const auto isApplied = [&world](const CommandId& command, Instant at = {}) {
    bool found = false;
    (void)world.store->read([&](Reading& reading) -> Result<void> {
      found = reading.isApplied({command, at});
      return {};
    });
    return found;
  };
  QVERIFY(!isApplied(known.id));
  world.now += std::chrono::milliseconds{7};
  const Instant at = world.now;
  QCOMPARE(world.send("clerk1", known).at.time_since_epoch().count(), at.time_since_epoch().count());
  world.now += std::chrono::hours{1};
  // At that moment and at no other, to the millisecond; where none is named, at any.
  constexpr std::chrono::milliseconds kLeast{1};
  QVERIFY(isApplied(known.id) && isApplied(known.id, at));
  QVERIFY(!isApplied(known.id, at - kLeast) && !isApplied(known.id, at + kLeast));
  // Nothing of a run is done for one who holds for done what is not, or was decided in another history.
  for (const Confirmation& other :
       {Confirmation{CommandId("forgotten"), {}}, Confirmation{known.id, at + kLeast}}) {
    const auto refused = world.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(next)}, other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::EpochChanged);
    const auto feed = world.feeds.changes(world.actor("clerk1"), {}, other);
    QVERIFY(!feed);
    QCOMPARE(feed.error().code, ErrorCode::EpochChanged);
  }
  QVERIFY(!isApplied(next.id) && !isApplied(CommandId("forgotten")));
  QVERIFY(world.feeds.changes(world.actor("clerk1"), {}, {known.id, at}).has_value());
  QVERIFY(world.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(next)}, {known.id, at})
              .has_value());
  QVERIFY(isApplied(next.id));
  QVERIFY(world.commands.execute(world.caller("clerk1"), {ServerWorld::itemOf(next)}, {known.id, {}})
              .has_value());
}

void StoreContract::shouldNameNoScope_whenACaseCameAndLeftInOneRun() {
  ServerWorld world(m_factory);
  ReceiveOnPaper paper;
  paper.procedure = ProcedureId("outdoor-advertisement-permit");
  paper.office = OfficeId("east");
  paper.stampedOn = dayInJapan(world.now);
  paper.applicant.party.name.display = "山崎　花子";
  paper.form = json::object{};
  const CaseId id = world.freshCase();
  const auto answers = world.commands.execute(
      world.caller("super"),
      {ServerWorld::itemOf(world.command("super", id, 0, paper)),
       ServerWorld::itemOf(world.command("super", id, 1, TransferCase{OfficeId("west"), "管轄"}))});
  QVERIFY(answers.has_value());
  for (const CommandAnswer& answer : *answers) {
    QCOMPARE(std::string(answer.code), std::string());
    QCOMPARE(answer.scope, ScopeName()); // a desk of the east would wait for ever for a scope of the west
    QCOMPARE(answer.seq, 0);
  }
  QVERIFY(world.row(id).scope.rfind("office/west/", 0) == 0);
}

} // namespace madoguchi::tests
