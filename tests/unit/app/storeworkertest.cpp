// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/storeworker.h"

#include "tests/support/testsupport.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using app::StoreWorker;

class StoreWorkerTest : public QObject {
  Q_OBJECT

  [[nodiscard]] static storage::Profile profileIn(const QTemporaryDir& folder) {
    return {folder.path().toStdString(), {1, 2, 3}, {}};
  }
  /// Opens and waits.
  static core::Result<void> open(StoreWorker& store, const storage::Profile& profile) {
    std::optional<core::Result<void>> result;
    QEventLoop loop;
    store.open(profile, [&](const core::Result<void>& opened) {
      result = opened;
      loop.quit();
    });
    if (!result) loop.exec();
    return *result;
  }

private Q_SLOTS:
  void shouldLetUserJobsOvertake_betweenTheSlicesOfABackgroundJob() {
    QTemporaryDir folder;
    StoreWorker store;
    QVERIFY(open(store, profileIn(folder)).has_value());
    QStringList order; // touched by the store thread alone until it has ended
    QSemaphore firstSliceDone;
    QSemaphore userJobQueued;
    QSemaphore allDone;
    int slices = 0;
    store.background([&](storage::Cache&) {
      order << u"slice"_qs;
      if (++slices == 1) {
        firstSliceDone.release();
        userJobQueued.acquire();
      }
      return slices == 3;
    });
    store.background([&](storage::Cache&) {
      order << u"later"_qs;
      allDone.release();
      return true;
    });
    firstSliceDone.acquire();
    store.urgent([&](storage::Cache&) { order << u"user"_qs; });
    userJobQueued.release();
    allDone.acquire();
    QCOMPARE(order, (QStringList{u"slice"_qs, u"user"_qs, u"slice"_qs, u"slice"_qs, u"later"_qs}));
  }

  void shouldDoIdleWork_onlyWhileNothingElseWaits() {
    QTemporaryDir folder;
    StoreWorker store;
    QVERIFY(open(store, profileIn(folder)).has_value());
    QStringList order; // touched by the store thread alone until it has ended
    QSemaphore firstSliceDone;
    QSemaphore othersQueued;
    QSemaphore allDone;
    int slices = 0;
    store.idle([&](storage::Cache&) {
      order << u"idle"_qs;
      if (++slices == 1) {
        firstSliceDone.release();
        othersQueued.acquire();
        return false;
      }
      allDone.release();
      return true;
    });
    firstSliceDone.acquire();
    store.background([&](storage::Cache&) {
      order << u"server"_qs;
      return true;
    });
    store.urgent([&](storage::Cache&) { order << u"user"_qs; });
    othersQueued.release();
    allDone.acquire();
    QCOMPARE(order, (QStringList{u"idle"_qs, u"user"_qs, u"server"_qs, u"idle"_qs}));
  }

  void shouldFinishWhatTheUserDid_whenItEnds() {
    QTemporaryDir folder;
    int done = 0;
    {
      StoreWorker store;
      QVERIFY(open(store, profileIn(folder)).has_value());
      for (int i = 0; i < 100; ++i)
        store.urgent([&done](storage::Cache&) { ++done; });
    }
    QCOMPARE(done, 100);
  }

  void shouldNotAnswer_whoeverIsGone() {
    QTemporaryDir folder;
    StoreWorker store;
    QVERIFY(open(store, profileIn(folder)).has_value());
    int answers = 0;
    auto gone = std::make_unique<QObject>();
    const QPointer<QObject> guard(gone.get());
    store.urgent([&](storage::Cache&) { store.reply(guard, [&answers] { ++answers; }); });
    gone.reset();
    QEventLoop loop;
    store.urgent([&](storage::Cache&) {
      store.reply(QPointer<QObject>(&store), [&] {
        answers += 10;
        loop.quit();
      });
    });
    loop.exec();
    QCOMPARE(answers, 10);
  }

  void shouldSayProfileInUse_whenAnotherHasIt() {
    QTemporaryDir folder;
    StoreWorker first;
    QVERIFY(open(first, profileIn(folder)).has_value());
    StoreWorker second;
    const auto opened = open(second, profileIn(folder));
    QVERIFY(!opened.has_value());
    QVERIFY(opened.error().code == core::ErrorCode::ProfileInUse);
  }
};

QTEST_GUILESS_MAIN(StoreWorkerTest)
#include "storeworkertest.moc"
