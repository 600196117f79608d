// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/paperworker.h"

#include <QBuffer>
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
