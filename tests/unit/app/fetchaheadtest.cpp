// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/fetchahead.h"

#include "app/workers/documentplaces.h"
#include "app/workers/documentroom.h"
#include "core/base/hash.h"
#include "tests/support/testsupport.h"
#include "tests/unit/app/openedthreads.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using app::FetchAhead;
using models::DocumentPlace;

namespace {

/// A server that gives what it is told to give, and counts.
class Line final : public tests::QuietLine {
  Q_OBJECT

public:
  void download(const core::BlobId& blob, std::function<void(core::Result<std::string>)> done) override {
    asked.push_back(blob);
    const auto answer = answers.find(blob);
    auto result = answer == answers.end() ? core::failure(core::ErrorCode::NotFound) : answer->second;
    QMetaObject::invokeMethod(
        this, [done = std::move(done), result] { done(result); }, Qt::QueuedConnection);
  }
  void set(bool settled) {
    m_status.link = settled ? sync::Status::Link::Online : sync::Status::Link::Offline;
    m_status.signedIn = true;
    m_status.settled = settled;
    Q_EMIT statusChanged();
  }

  std::vector<core::BlobId> asked;
  std::map<core::BlobId, core::Result<std::string>> answers;
};

core::BlobId nameOf(const std::string& content) {
  return core::BlobId(core::sha256Hex(content));
}

} // namespace

class FetchAheadTest : public QObject {
  Q_OBJECT

  /// A desk with its threads; clerk1 holds two cases with a document each.
  struct Rig {
    explicit Rig(std::int64_t limit = 1'000'000) : desk(server) {
      for (const std::string content : {"the first plan", "the second plan"}) {
        const auto record = server.takenCase();
        core::AttachDocument attach;
        attach.document = core::DocumentId(server.world.freshId());
        attach.documentKind = server.world.procedure.documents.front().id;
        attach.name = "plan.pdf";
        attach.mediaType = "application/pdf";
        attach.size = static_cast<std::int64_t>(content.size());
        attach.blob = nameOf(content);
        (void)server.row(record);
        server.run(record.state.id, "clerk1", attach);
        (void)server.row(server.record(record.state.id));
        line.answers.emplace(attach.blob, content);
        cases.push_back(record.state.id);
        blobs.push_back(attach.blob);
      }
      desk.pull();
      tests::openThreads(desk, store, reader);
      ahead = std::make_unique<FetchAhead>(store, reader, line, limit);
      places = std::make_unique<app::CachedDocumentPlaces>(store, *ahead, line);
    }
    /// Until it rests after something has moved, or has nothing to do.
    void wait() {
      for (int quiet = 0; quiet < 2;) {
        QEventLoop loop;
        reader.ask({&line, 1, 0, false}, [&loop](auto&&) { return [&loop] { loop.quit(); }; });
        loop.exec();
        const QPointer<Line> guard(&line);
        store.background([&](storage::Cache&) {
          store.reply(guard, [&loop] { loop.quit(); });
          return true;
        });
        loop.exec();
        QCoreApplication::processEvents();
        quiet = ahead->coming().empty() ? quiet + 1 : 0;
      }
    }
    [[nodiscard]] std::vector<DocumentPlace> shown() {
      QSignalSpy changed(places.get(), &models::DocumentPlaces::changed);
      places->watch(&line, blobs);
      if (changed.isEmpty()) changed.wait();
      return {places->placeOf(blobs[0]), places->placeOf(blobs[1])};
    }

    [[nodiscard]] bool isHere(const core::BlobId& blob) {
      bool found = false;
      store.urgent([&](storage::Cache& cache) {
        found = tests::expected(cache.blobs().placeOf(blob)) == storage::BlobStore::Place::Here;
      });
      wait();
      return found;
    }

    tests::TinyServer server;
    tests::Desk desk;
    Line line;
    app::StoreWorker store;
    app::ReaderWorker reader;
    std::vector<core::BlobId> blobs;
    std::vector<core::CaseId> cases; ///< of each
    std::unique_ptr<FetchAhead> ahead;
    std::unique_ptr<app::CachedDocumentPlaces> places;
    app::FileGuard fileGuard;
    app::CachedBlobSource contents{{store, reader, reader, line, core::DeviceId("device")}, fileGuard};
  };

  /// One that was looked at, of a case that is nobody's here.
  static core::BlobId lookedAt(Rig& rig, const std::string& content) {
    const core::BlobId blob = nameOf(content);
    rig.store.urgent([&content, blob](storage::Cache& cache) {
      bool given = false;
      (void)tests::expected(
          cache.blobs().put([&] { return std::exchange(given, true) ? std::string() : content; }, {}, blob));
    });
    rig.wait();
    return blob;
  }

  QTemporaryDir m_folder;

private Q_SLOTS:
  void shouldBringTheDocumentsOfOwnCases_onlyWhenThereIsNothingElseToDo() {
    Rig rig;
    rig.line.set(false);
    rig.wait();
    QVERIFY(rig.line.asked.empty());
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Server, DocumentPlace::Server}));
    rig.line.set(true);
    rig.wait();
    QCOMPARE(rig.line.asked.size(), 2U);
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Here, DocumentPlace::Here}));
    rig.line.set(true);
    rig.wait();
    QCOMPARE(rig.line.asked.size(), 2U);
  }

  void shouldBringWhatIsKept_whateverRoomThereIs() {
    Rig rig(0);
    rig.line.set(true);
    rig.wait();
    QVERIFY(rig.line.asked.empty());
    const core::CaseId id = rig.cases[0];
    (void)rig.shown();
    QVERIFY(!rig.places->isKept(rig.blobs[0]));
    rig.places->keep(id, rig.blobs[0], true);
    QTRY_VERIFY(rig.places->isKept(rig.blobs[0]));
    rig.wait();
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Here, DocumentPlace::Server}));
    // AND it need not stay any more by the same word
    rig.places->keep(id, rig.blobs[0], false);
    QTRY_VERIFY(!rig.places->isKept(rig.blobs[0]));
  }

  void shouldBringWhatIsAttachedLater_whereAllOfACaseIsKept() {
    Rig rig(0);
    rig.line.set(true);
    (void)rig.shown();
    const core::CaseId id = rig.cases[0];
    // GIVEN a case that was kept when its document was not attached yet
    rig.places->keepAll(id, {}, true);
    QTRY_VERIFY(rig.places->keepsAllOf(id));
    rig.wait();
    QTRY_VERIFY(rig.places->isKept(rig.blobs[0]));
    rig.wait();
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Here, DocumentPlace::Server}));
    rig.places->keepAll(id, rig.blobs, false);
    QTRY_VERIFY(!rig.places->keepsAllOf(id) && !rig.places->isKept(rig.blobs[0]));
  }

  void shouldKnowThatACaseIsKept_beforeItHasADocument() {
    Rig rig;
    const core::CaseId id = rig.cases[0];
    rig.places->watch(&rig.line, {});
    rig.places->keepAll(id, {}, true);
    QTRY_VERIFY(rig.places->keepsAllOf(id));
    rig.places->keepAll(id, {}, false);
    QTRY_VERIFY(!rig.places->keepsAllOf(id));
  }

  void shouldSayHowFarADocumentIs_whileItIsOnItsWay() {
    Rig rig;
    rig.line.set(false);
    (void)rig.shown();
    QSignalSpy moved(rig.places.get(), &models::DocumentPlaces::transferred);
    Q_EMIT rig.line.transferred({rig.blobs[0], 3, 8});
    QCOMPARE(moved.count(), 1);
    QCOMPARE(rig.places->transferOf(rig.blobs[0]), (std::optional<models::DocumentTransfer>({3, 8})));
    QCOMPARE(rig.places->placeOf(rig.blobs[0]), DocumentPlace::Coming);
    QVERIFY(!rig.places->transferOf(rig.blobs[1]));
    Q_EMIT rig.line.transferred({rig.blobs[0], 8, 8, true});
    QVERIFY(!rig.places->transferOf(rig.blobs[0]));
    QCOMPARE(moved.count(), 2);
  }

  void shouldFreeAllRoom_butThatOfOwnCases() {
    Rig rig;
    app::DocumentRoom room(rig.store, rig.reader, *rig.ahead, rig.contents, m_folder.filePath(u"none"_qs));
    rig.line.set(true);
    rig.wait();
    const std::string other = "of another's case";
    (void)lookedAt(rig, other);
    QSignalSpy freed(&room, &models::OfflineRoom::freed);
    QSignalSpy measured(&room, &models::OfflineRoom::measured);
    room.measure(room.nextRequest());
    QTRY_COMPARE(measured.count(), 1);
    const auto before = measured[0][1].value<core::RoomUse>();
    QVERIFY(before.cases > 0 && before.search > 0);
    room.freeNow(room.nextRequest());
    QTRY_COMPARE(freed.count(), 1);
    QCOMPARE(freed[0][1].toLongLong(), static_cast<qint64>(other.size()));
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Here, DocumentPlace::Here}));
    room.measure(room.nextRequest());
    QTRY_COMPARE(measured.count(), 2);
    QCOMPARE(measured[1][1].value<core::RoomUse>().documents,
             before.documents - static_cast<std::int64_t>(other.size()));
  }

  void shouldKeepWithinTheUsersLimit_alsoWhatComesLater() {
    Rig rig;
    app::DocumentRoom room(rig.store, rig.reader, *rig.ahead, rig.contents, m_folder.filePath(u"none"_qs));
    QVERIFY(!room.mostAllowed());
    QCOMPARE(room.limit(), app::kDocumentBytes);
    const core::BlobId older = lookedAt(rig, std::string(40, 'a'));
    const core::BlobId newer = lookedAt(rig, std::string(40, 'b'));
    room.setLimit(50);
    rig.wait();
    QSignalSpy measured(&room, &models::OfflineRoom::measured);
    room.measure(room.nextRequest());
    QTRY_COMPARE(measured.count(), 1);
    QCOMPARE(measured[0][1].value<core::RoomUse>().documents, 40);
    // Three quarters of the limit are for what comes ahead, and all of them are taken.
    rig.line.set(true);
    rig.wait();
    QVERIFY(rig.line.asked.empty());
    // The one that was looked at longest ago went.
    QVERIFY(rig.isHere(newer));
    QVERIFY(!rig.isHere(older));
  }

  void shouldKeepNoMoreThanTheSiteAllows() {
    const QString site = m_folder.filePath(u"desk.conf"_qs);
    QFile file(site);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[documents]\nkeepMegabytes=0\n") > 0);
    file.close();
    Rig rig;
    (void)lookedAt(rig, "seen before the rule came");
    app::DocumentRoom room(rig.store, rig.reader, *rig.ahead, rig.contents, site);
    QSignalSpy changed(&room, &models::OfflineRoom::changed);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(room.mostAllowed(), std::optional<qint64>(0));
    room.setLimit(1'000'000);
    QCOMPARE(room.limit(), 0);
    rig.line.set(true);
    rig.wait();
    QVERIFY(rig.line.asked.empty());
    QSignalSpy measured(&room, &models::OfflineRoom::measured);
    room.measure(room.nextRequest());
    QTRY_COMPARE(measured.count(), 1);
    QCOMPARE(measured[0][1].value<core::RoomUse>().documents, 0);
  }

  void shouldGoOn_whenTheLineIsBack() {
    Rig rig;
    rig.line.answers.clear();
    for (const auto& blob : rig.blobs)
      rig.line.answers.emplace(blob, core::failure(core::ErrorCode::Offline));
    rig.line.set(true);
    rig.wait();
    QCOMPARE(rig.line.asked.size(), 1U); // it waits for the line
    rig.line.answers.clear();
    for (const std::string content : {"the first plan", "the second plan"})
      rig.line.answers.emplace(nameOf(content), content);
    rig.line.set(true);
    rig.wait();
    QCOMPARE(rig.line.asked.size(), 3U);
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Here, DocumentPlace::Here}));
  }

  void shouldNotAskAgain_forWhatTheServerDoesNotGive() {
    Rig rig;
    rig.line.answers.erase(rig.blobs[0]);
    for (int times = 0; times < 2; ++times) {
      rig.line.set(true);
      rig.wait();
      Q_EMIT rig.store.changed({});
      rig.wait();
    }
    QCOMPARE(std::count(rig.line.asked.begin(), rig.line.asked.end(), rig.blobs[0]), 1);
    QCOMPARE(rig.shown(), (std::vector{DocumentPlace::Server, DocumentPlace::Here}));
  }

  void shouldKeepToItsRoom_andTakeNothingAway() {
    Rig rig(24); // of which 18 are for what comes ahead: one of the two
    rig.line.set(true);
    rig.wait();
    QCOMPARE(rig.line.asked.size(), 1U);
    const auto shown = rig.shown();
    QCOMPARE(std::count(shown.begin(), shown.end(), DocumentPlace::Here), 1);
  }
};

QTEST_GUILESS_MAIN(FetchAheadTest)
#include "fetchaheadtest.moc"
