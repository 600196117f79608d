// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/paperworker.h"

#include "tests/support/testsupport.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using namespace madoguchi;

namespace {

const QPageLayout kSheet(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Point);

/// So many pages of A4, each with a black square of an inch, an inch from the corner.
QByteArray paper(int pages) {
  QByteArray pdf;
  QBuffer buffer(&pdf);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageLayout(kSheet);
  const int inch = writer.resolution();
  QPainter painter(&writer);
  for (int page = 0; page < pages; ++page) {
    if (page > 0) writer.newPage();
    painter.fillRect(inch, inch, inch, inch, Qt::black);
  }
  painter.end();
  return pdf;
}

/// A printer into a file that knows which thread has painted on it, and may run out of sheets.
class FilePrinter : public QPdfWriter {
public:
  explicit FilePrinter(const QString& file) : QPdfWriter(file) { setPageLayout(kSheet); }
  [[nodiscard]] QPaintEngine* paintEngine() const override {
    painting = QThread::currentThreadId();
    return QPdfWriter::paintEngine();
  }
  bool newPage() override { return sheets-- > 0 && QPdfWriter::newPage(); }

  mutable std::atomic<Qt::HANDLE> painting = nullptr;
  int sheets = 100;
};

using app::preview::write;

/// What stands in for the helper: says this, whatever it is asked, and then does `after`.
QString helperSaying(const QTemporaryDir& folder, const QByteArray& words, const QByteArray& after) {
  QFile said(folder.filePath(u"words"_qs)), script(folder.filePath(u"helper"_qs));
  if (!said.open(QIODevice::WriteOnly) || !script.open(QIODevice::WriteOnly)) qFatal("no helper");
  said.write(words);
  script.write("#!/bin/sh\ncat '" + said.fileName().toLocal8Bit() + "'\n" + after + "\n");
  script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
  return script.fileName();
}

/// The answer to the first question: so many square pages.
QByteArray opened(int pages, int points = 72) {
  core::json::array sizes;
  for (int page = 0; page < pages; ++page)
    sizes.push_back(core::json::array{points, points});
  return write({{{"id", 1}, {"pages", sizes}}, {}});
}

QByteArray drawn(int request, int width, int height, int bytes) {
  return write({{{"id", request}, {"width", width}, {"height", height}}, QByteArray(bytes, '\0')});
}

/// The answer to a question for a page of a square inch.
QByteArray square(int request, int pixels) {
  return drawn(request, pixels, pixels, pixels * pixels * 4);
}

constexpr const char* kDies = "kill -SEGV $$";
constexpr const char* kHangs = "exec tail -f /dev/null";

int grey(const QImage& page, double inchesRight, double inchesDown) {
  const double perInch = page.width() * 72 / 595.0;
  return qGray(page.pixel(qRound(inchesRight * perInch), qRound(inchesDown * perInch)));
}

} // namespace

class PaperWorkerTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldPrintEachPageInItsPlace_behindTheWindow() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"printed.pdf"_qs);
    app::PaperWorker worker;
    QSignalSpy printed(&worker, &models::PaperPrinter::printed);
    auto printer = std::make_shared<FilePrinter>(file);
    worker.print(7, paper(2), printer);
    QTRY_COMPARE(printed.count(), 1);
    QCOMPARE(printed.first().first().toULongLong(), 7U);
    // THEN not on the thread of the windows
    QVERIFY(printer->painting.load() != nullptr && printer->painting.load() != QThread::currentThreadId());
    QPdfDocument document;
    document.load(file);
    QCOMPARE(document.pageCount(), 2);
    for (int page = 0; page < 2; ++page) {
      QImage sheet(595, 842, QImage::Format_RGB32);
      sheet.fill(Qt::white);
      QPainter(&sheet).drawImage(0, 0, document.render(page, sheet.size()));
      QVERIFY(grey(sheet, 1.5, 1.5) < 64);
      for (const auto& [right, down] : {std::pair(0.9, 1.5), {2.1, 1.5}, {1.5, 0.9}, {1.5, 2.1}})
        QVERIFY(grey(sheet, right, down) > 192);
    }
  }

  void shouldSaySo_whenItIsNoPaper() {
    const QTemporaryDir folder;
    app::PaperWorker worker;
    QSignalSpy failed(&worker, &models::PaperPrinter::failed);
    const auto printer = std::make_shared<FilePrinter>(folder.filePath(u"printed.pdf"_qs));
    worker.print(3, "no paper", printer);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().toULongLong(), 3U);
    QVERIFY(printer->painting.load() == nullptr);
  }

  void shouldSaySo_whenThePrinterTakesNoFurtherPage() {
    const QTemporaryDir folder;
    app::PaperWorker worker;
    QSignalSpy printed(&worker, &models::PaperPrinter::printed);
    QSignalSpy failed(&worker, &models::PaperPrinter::failed);
    const auto printer = std::make_shared<FilePrinter>(folder.filePath(u"printed.pdf"_qs));
    printer->sheets = 1;
    worker.print(1, paper(3), printer);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(printed.count(), 0);
    QCOMPARE(failed.first(), QVariantList({1ULL, 2, 3}));
  }

  void shouldSaySo_whenAPageCannotBeDrawn() {
    const QTemporaryDir folder;
    QByteArray pdf;
    {
      QBuffer buffer(&pdf);
      buffer.open(QIODevice::WriteOnly);
      QPdfWriter writer(&buffer);
      writer.setPageSize(QPageSize(QSizeF(3'000, 3'000), QPageSize::Point));
      QPainter(&writer).drawLine(0, 0, 100, 100);
    }
    app::PaperWorker worker;
    QSignalSpy printed(&worker, &models::PaperPrinter::printed);
    QSignalSpy failed(&worker, &models::PaperPrinter::failed);
    worker.print(1, pdf, std::make_shared<FilePrinter>(folder.filePath(u"printed.pdf"_qs)));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(printed.count(), 0);
  }

  void shouldSaySo_whenTheHelperDiesOrHangsOrLies_data() {
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("patience");
    QTest::addColumn<int>("sheets");
    QTest::addColumn<int>("of");
    const auto row = [](const char* name, const QByteArray& words, const char* after, int patience = 60,
                        int sheets = 0, int of = 0) {
      QTest::newRow(name) << words << QByteArray(after) << patience << sheets << of;
    };
    row("is not there", {}, "exit 127");
    row("dies at once", {}, kDies);
    row("dies of the first page", opened(2), kDies, 60, 0, 2);
    row("dies of the second page", opened(2) + square(2, 300), kDies, 60, 1, 2);
    row("dies of the third page", opened(3) + square(2, 300) + square(3, 300), kDies, 60, 2, 3);
    row("hangs at once", {}, kHangs, 1);
    row("hangs at the first page", opened(2), kHangs, 1, 0, 2);
    row("talks for ever", {}, "exec yes");
    row("has no pages", opened(0), kHangs);
    row("has huge pages", opened(1, 3'000), kHangs);
    row("draws too small", opened(1) + square(2, 30), kHangs, 60, 0, 1);
    row("draws too large", opened(1) + square(2, 600), kHangs, 60, 0, 1);
    row("draws too high", opened(1) + drawn(2, 300, 302, 300 * 302 * 4), kHangs, 60, 0, 1);
    row("draws less than it says", opened(1) + drawn(2, 300, 300, 4), kHangs, 60, 0, 1);
    row("answers another question", opened(1) + square(3, 300), kHangs, 60, 0, 1);
  }

  void shouldSaySo_whenTheHelperDiesOrHangsOrLies() {
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, after);
    QFETCH(int, patience);
    QFETCH(int, sheets);
    QFETCH(int, of);
    const QTemporaryDir folder;
    app::PaperWorker worker(helperSaying(folder, words, after), patience);
    QSignalSpy printed(&worker, &models::PaperPrinter::printed);
    QSignalSpy failed(&worker, &models::PaperPrinter::failed);
    const auto printer = std::make_shared<FilePrinter>(folder.filePath(u"printed.pdf"_qs));
    worker.print(1, paper(2), printer);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(printed.count(), 0);
    // THEN it is known what came out before
    QCOMPARE(failed.first(), QVariantList({1ULL, sheets, of}));
    QCOMPARE(printer->painting.load() != nullptr, sheets > 0);
  }

  void shouldPrint_whatAHelperThatTellsTheTruthDraws() {
    // What the ones before are refused for is their lie.
    const QTemporaryDir folder;
    app::PaperWorker worker(helperSaying(folder, opened(1) + square(2, 300), kHangs));
    QSignalSpy printed(&worker, &models::PaperPrinter::printed);
    worker.print(1, paper(1), std::make_shared<FilePrinter>(folder.filePath(u"printed.pdf"_qs)));
    QTRY_COMPARE(printed.count(), 1);
  }

  void shouldPrintThePaperAfter_whateverTheOneBefore() {
    const auto data = tests::sharedData();
    if (!data) return;
    const QTemporaryDir folder;
    app::PaperWorker worker;
    QSignalSpy printed(&worker, &models::PaperPrinter::printed);
    QSignalSpy failed(&worker, &models::PaperPrinter::failed);
    const QDir hostile(QString::fromStdString(*data) + u"/hostile/pdf"_qs);
    quint64 request = 0;
    for (const QString& name : hostile.entryList({u"*.pdf"_qs}, QDir::Files)) {
      QFile file(hostile.filePath(name));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const auto printer = std::make_shared<FilePrinter>(folder.filePath(name));
      printer->sheets = 1; // what would kill by its thirtieth page kills by its second
      worker.print(++request, file.readAll(), printer);
    }
    QVERIFY(request > 40);
    worker.print(++request, paper(1), std::make_shared<FilePrinter>(folder.filePath(u"printed.pdf"_qs)));
    QTRY_COMPARE_WITH_TIMEOUT(printed.count() + failed.count(), static_cast<int>(request), 240'000);
    QVERIFY(failed.count() > 0);
    QCOMPARE(printed.last().first().toULongLong(), request);
  }

  void shouldFinishWhatItWasTold_whenTheDeskCloses() {
    const QTemporaryDir folder;
    {
      app::PaperWorker worker;
      for (int i = 0; i < 3; ++i)
        worker.print(static_cast<quint64>(i), paper(1),
                     std::make_shared<FilePrinter>(folder.filePath(QString::number(i))));
    }
    for (int i = 0; i < 3; ++i) {
      QPdfDocument document;
      document.load(folder.filePath(QString::number(i)));
      QCOMPARE(document.pageCount(), 1);
    }
  }
};

QTEST_MAIN(PaperWorkerTest)
#include "paperworkertest.moc"
