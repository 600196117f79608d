// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A list on its way into a file: how far it is, and that it tells the truth when it is stopped.
#include "app/workers/cachedlistexporter.h"

#include "models/casetablemodel.h"
#include "tests/unit/app/openedthreads.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using Format = models::ListJob::Format;

namespace {

constexpr int kCases = 600;

class NoReferences final : public models::ReferenceSource {
  Q_OBJECT

public:
  [[nodiscard]] std::shared_ptr<const models::References> references() const override {
    return std::make_shared<const models::References>();
  }
};

/// A cache with its threads, the exporter over it, and what it has answered.
struct Rig {
  Rig() {
    (void)tests::arrive(server, desk, kCases);
    tests::openThreads(desk, store, reader);
    exporter = std::make_unique<app::CachedListExporter>(
        app::Workers{store, reader, reader, line, core::DeviceId("device")}, reader, references);
    QObject::connect(exporter.get(), &models::ListExporter::progressed, exporter.get(),
                     [this](quint64 request, qint64 done, qint64 total) {
                       told.emplace_back(done, total);
                       if (done == stopAt) exporter->cancel(request);
                     });
    QObject::connect(exporter.get(), &models::ListExporter::finished, exporter.get(),
                     [this](quint64, qint64 rows) { written.push_back(rows); });
    QObject::connect(exporter.get(), &models::ListExporter::failed, exporter.get(),
                     [this](quint64, const core::Error& error) { failures.push_back(error.code); });
  }

  quint64 start(Format format) {
    models::ListJob job;
    job.columns = {models::CaseTableModel::Number, models::CaseTableModel::Applicant};
    job.format = format;
    job.path = folder.filePath(u"list"_qs);
    const quint64 request = exporter->nextRequest();
    exporter->start(request, job);
    return request;
  }
  quint64 startRows(Format format, int rows) {
    models::ListRows list{{u"What"_qs}, {}};
    for (int i = 0; i < rows; ++i)
      list.rows.push_back({{QString::number(i)}});
    models::ListJob job;
    job.rows = std::make_shared<const models::ListRows>(std::move(list));
    job.caseId = core::CaseId("a-case");
    job.format = format;
    job.path = folder.filePath(u"list"_qs);
    const quint64 request = exporter->nextRequest();
    exporter->start(request, job);
    return request;
  }
  /// Until it has answered, and nothing more can come.
  void wait() {
    if (!QTest::qWaitFor([this] { return written.size() + failures.size() > 0; })) qFatal("no answer");
    QEventLoop loop;
    reader.ask({&line, 1, 0, false}, [&loop](auto&&) { return [&loop] { loop.quit(); }; });
    loop.exec();
  }
  /// Action and subject of the newest row of the desk's journal.
  std::pair<std::string, std::string> lastRecorded() {
    std::pair<std::string, std::string> last;
    QEventLoop loop;
    const QPointer<tests::QuietLine> guard(&line);
    store.background([&](storage::Cache& cache) {
      const auto rows = tests::expected(cache.nextAudit(100));
      if (!rows.empty()) last = {rows.back().action, rows.back().subject};
      store.reply(guard, [&loop] { loop.quit(); });
      return true;
    });
    loop.exec();
    return last;
  }
  [[nodiscard]] QStringList files() const { return QDir(folder.path()).entryList(QDir::Files); }

  tests::TinyServer server;
  tests::Desk desk{server};
  tests::QuietLine line;
  NoReferences references;
  app::StoreWorker store;
  app::ReaderWorker reader;
  QTemporaryDir folder;
  std::unique_ptr<app::CachedListExporter> exporter;
  qint64 stopAt = -1;
  std::vector<std::pair<qint64, qint64>> told;
  std::vector<qint64> written;
  std::vector<core::ErrorCode> failures;
};

} // namespace

class CachedListExporterTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTellHowFarItIs_andWriteAllOfIt() {
    Rig rig;
    rig.start(Format::Csv);
    rig.wait();
    QCOMPARE(rig.written, std::vector<qint64>{kCases});
    QCOMPARE(rig.told,
             (std::vector<std::pair<qint64, qint64>>{{256, kCases}, {512, kCases}, {kCases, kCases}}));
    QFile file(rig.folder.filePath(u"list"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), kCases + 1);
  }

  void shouldWriteRowsOfAPage_andRecordWhoseTheyAre() {
    Rig rig;
    rig.startRows(Format::Csv, 300);
    rig.wait();
    QCOMPARE(rig.written, std::vector<qint64>{300});
    QCOMPARE(rig.told, (std::vector<std::pair<qint64, qint64>>{{256, 300}, {300, 300}}));
    QFile file(rig.folder.filePath(u"list"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 301);
    QCOMPARE(rig.lastRecorded(), (std::pair<std::string, std::string>("export", "a-case")));
  }

  void shouldLeaveNothing_whenRowsOfAPageAreStopped() {
    for (const Format format : {Format::Csv, Format::Xlsx, Format::Pdf}) {
      Rig rig;
      rig.exporter->cancel(rig.startRows(format, 300));
      rig.wait();
      QCOMPARE(rig.failures, std::vector{core::ErrorCode::Cancelled});
      QVERIFY2(rig.files().isEmpty(), qPrintable(rig.files().join(u' ')));
    }
  }

  void shouldLeaveNothing_whenItIsStopped() {
    Rig rig;
    rig.exporter->cancel(rig.start(Format::Xlsx));
    rig.wait();
    QCOMPARE(rig.failures, std::vector{core::ErrorCode::Cancelled});
    QVERIFY(rig.written.empty());
    QVERIFY2(rig.files().isEmpty(), qPrintable(rig.files().join(u' ')));
  }

  void shouldTellTheTruth_whenItIsStoppedOnItsWay_data() {
    QTest::addColumn<qint64>("stopAt");
    QTest::addColumn<Format>("format");
    for (const Format format : {Format::Csv, Format::Xlsx, Format::Pdf})
      for (const qint64 stopAt : {qint64{256}, qint64{kCases}})
        QTest::addRow("%d at %d", static_cast<int>(format), static_cast<int>(stopAt)) << stopAt << format;
  }
  /// Stopped after the last row, it is about to finish: whichever comes first, its answer says what is there.
  void shouldTellTheTruth_whenItIsStoppedOnItsWay() {
    QFETCH(qint64, stopAt);
    QFETCH(Format, format);
    Rig rig;
    rig.stopAt = stopAt;
    rig.start(format);
    rig.wait();
    QCOMPARE(rig.written.size() + rig.failures.size(), std::size_t{1});
    QCOMPARE(rig.files(), rig.written.empty() ? QStringList() : QStringList{u"list"_qs});
  }
};

QTEST_MAIN(CachedListExporterTest)
#include "cachedlistexportertest.moc"
