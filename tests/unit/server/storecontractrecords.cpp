// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/server/storecontract.h"

#include <QtTest>

/// The part of the contract that is about what is kept besides cases, and about copies of it all.
namespace madoguchi::tests {

using namespace madoguchi::core;
using namespace madoguchi::server;

void StoreContract::shouldKeepDevicesAndContents_asTheyWere() {
  ServerWorld world(m_factory);
  Device device{DeviceId("d"), UserId("clerk1"), "窓口", "1.0", world.now, world.now};
  device.leaseSecret = "s";
  device.leaseNext = "n";
  device.leaseUntil = world.now + std::chrono::hours{72};
  device.grantedUntil = world.now + std::chrono::days{30};
  device.sealKey = "k";
  device.scopes = {"global", "user:clerk1"};
  const BlobId kept(std::string(64, 'a')), removed(std::string(64, 'b'));
  const CaseId id = world.arrived();
  QVERIFY(world.store->write([&](Writing& writing) -> Result<void> {
    writing.putDevice(Device{DeviceId("d"), UserId("clerk1")});
    writing.putDevice(device);
    for (const BlobId& blob : {kept, removed}) {
      writing.putBlob({blob, 5, UserId("clerk1"), world.now});
      writing.linkBlob(blob, id);
    }
    writing.removeBlob(removed);
    return {};
  }));
  QVERIFY(world.store->read([&](Reading& reading) -> Result<void> {
    const auto all = reading.devices();
    if (all.size() != 1 || !(all.front() == device)) return failure(ErrorCode::Internal, "devices");
    if (reading.device(DeviceId("d"), UserId("clerk1")) != device)
      return failure(ErrorCode::Internal, "device");
    const auto blobs = reading.blobsAfter({}, world.now + std::chrono::milliseconds{1}, 10);
    if (blobs.size() != 1 || blobs.front().id != kept) return failure(ErrorCode::Internal, "blobs");
    if (!reading.blobsAfter({}, world.now, 10).empty()) return failure(ErrorCode::Internal, "before");
    if (!reading.casesOfBlob(removed).empty()) return failure(ErrorCode::Internal, "links");
    return {};
  }));
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

} // namespace madoguchi::tests
