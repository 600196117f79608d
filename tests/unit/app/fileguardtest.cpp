// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/fileguard.h"

#include "app/workers/virusscan.h"
#include "tests/support/testsupport.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using app::MyNumbers;
using app::ScanVerdict;
using app::SiteSettings;
using core::ErrorCode;

namespace {

constexpr const char* kNumber = "123456789018";

QByteArray pdfWith(const QString& text) {
  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  QPainter painter(&writer);
  painter.drawText(1000, 2000, QStringLiteral("first"));
  writer.newPage();
  painter.drawText(1000, 2000, text);
  painter.end();
  return content;
}

} // namespace

class FileGuardTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  QString file(const QString& name, const QByteArray& content) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file");
    return file.fileName();
  }
  /// A stand-in for a scanner: calls what holds "EICAR" infected, and ends with 2 for what holds "PUZZLE".
  QString scanner() const {
    const QString path = file(QStringLiteral("scanner.sh"), R"(#!/bin/sh
test "$1" = --quick || exit 3
if grep -q EICAR "$2"; then exit 1; fi
if grep -q PUZZLE "$2"; then exit 2; fi
grep -q SLOW "$2" && exec cat /dev/zero >/dev/null
exit 0
)");
    QFile(path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
  }
  [[nodiscard]] QStringList command() const { return {scanner(), u"--quick"_qs, u"%f"_qs}; }
  core::Result<QByteArray> admit(const QString& path, MyNumbers numbers = MyNumbers::Refuse) const {
    return app::admitted({}, path, numbers, app::previewProgram());
  }
  template <class Content>
  static ErrorCode codeOf(const Content& content) {
    return content ? ErrorCode::Internal : content.error().code;
  }

private Q_SLOTS:
  void shouldTakeTheScannersWord_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("verdict");
    QTest::newRow("clean") << QByteArray("hello") << static_cast<int>(ScanVerdict::Clean);
    QTest::newRow("large") << QByteArray(3'000'000, 'x') << static_cast<int>(ScanVerdict::Clean);
    QTest::newRow("infected") << QByteArray("an EICAR file") << static_cast<int>(ScanVerdict::Infected);
    QTest::newRow("cannot say") << QByteArray("a PUZZLE") << static_cast<int>(ScanVerdict::Unknown);
    QTest::newRow("too slow") << QByteArray("SLOW") << static_cast<int>(ScanVerdict::Unknown);
  }

  void shouldTakeTheScannersWord() {
    QFETCH(QByteArray, content);
    QFETCH(int, verdict);
    QCOMPARE(static_cast<int>(app::scanForViruses(command(), content, 1)), verdict);
  }

  void shouldGiveTheContentOnStandardInput_whenNoFileIsNamed() {
    QCOMPARE(app::scanForViruses({u"/bin/grep"_qs, u"-q"_qs, u"hello"_qs}, "hello", 5), ScanVerdict::Clean);
    QCOMPARE(app::scanForViruses({u"/bin/grep"_qs, u"-q"_qs, u"hello"_qs}, "other", 5),
             ScanVerdict::Infected);
  }

  void shouldBlock_whenThereIsNoSuchScanner_andNeverAskAShell() {
    QCOMPARE(app::scanForViruses({u"/no/such/scanner"_qs, u"%f"_qs}, "x", 1), ScanVerdict::Unknown);
    const QString trace = m_folder.filePath(u"trace"_qs);
    QCOMPARE(app::scanForViruses({u"/bin/true; touch "_qs + trace}, "x", 1), ScanVerdict::Unknown);
    QCOMPARE(app::scanForViruses({u"/bin/true"_qs, u"; touch "_qs + trace}, "x", 5), ScanVerdict::Clean);
    QVERIFY(!QFile::exists(trace));
  }

  void shouldReadWhatItHasFixed_andLeaveNothingToScanWithoutIt() {
    const QString ini = file(u"desk.conf"_qs, "[documents]\nvirusScan=" + scanner().toUtf8() +
                                                  " --quick \"%f\"\nvirusScanSeconds=7\n"
                                                  "scanFolder=/srv/scans, new\n");
    const SiteSettings settings = app::readSiteSettings(ini);
    QCOMPARE(settings.virusScan, command());
    QCOMPARE(settings.virusScanSeconds, 7);
    QCOMPARE(codeOf(app::scanned(settings, "EICAR")), ErrorCode::FileInfected);
    QCOMPARE(codeOf(app::scanned(settings, "PUZZLE")), ErrorCode::FileNotScanned);
    QCOMPARE(*app::scanned(settings, "fine"), QByteArray("fine"));
    QVERIFY(app::readSiteSettings(m_folder.filePath(u"none"_qs)).virusScan.isEmpty());
    QCOMPARE(*app::scanned({}, "EICAR"), QByteArray("EICAR"));
  }

  void shouldAnswerInTurn_onTheCallersThread() {
    const QString ini =
        file(u"desk.conf"_qs, "[documents]\nvirusScan=" + scanner().toUtf8() + " --quick %f\n");
    app::FileGuard guard(ini);
    QList<ErrorCode> codes;
    const auto take = [&](const core::Result<QByteArray>& content) {
      QCOMPARE(QThread::currentThread(), thread());
      codes << codeOf(content);
    };
    guard.admitFile(this, file(u"bad.txt"_qs, "EICAR"), MyNumbers::Refuse, take);
    guard.admitContent(this, "fine", take);
    guard.admitFile(this, m_folder.filePath(u"missing.pdf"_qs), MyNumbers::Refuse, take);
    QTRY_COMPARE(codes.size(), 3);
    QCOMPARE(codes,
             (QList<ErrorCode>{ErrorCode::FileInfected, ErrorCode::Internal, ErrorCode::FileUnreadable}));
  }

  void shouldRefuseAMyNumber_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("refused");
    const QByteArray number(kNumber);
    QTest::newRow("text") << u"a.txt"_qs << "個人番号 " + number << true;
    QTest::newRow("full width") << u"a.csv"_qs << QByteArray("１２３４５６７８９０１８") << true;
    QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    QTest::newRow("UTF-16") << u"a.txt"_qs << QByteArray(utf16(u"番号 123456789018"_qs)) << true;
    QTest::newRow("file name") << u"number-123456789018.png"_qs << QByteArray("\0x", 2) << true;
    QTest::newRow("PDF, second page") << u"a.pdf"_qs << pdfWith(u"No. 1234 5678 9018"_qs) << true;
    QTest::newRow("clean PDF") << u"a.pdf"_qs << pdfWith(u"No. 1234 5678 9012"_qs) << false;
    QTest::newRow("broken PDF") << u"a.pdf"_qs << QByteArray("%PDF-1.7 nothing") << false;
    QTest::newRow("bytes of a picture") << u"a.png"_qs << QByteArray("\x89PNG\0 ", 6) + number << false;
    QTest::newRow("clean text") << u"a.txt"_qs << QByteArray("電話 042-555-0101") << false;
  }

  void shouldRefuseAMyNumber() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(bool, refused);
    const auto admitted = admit(file(name, content));
    QCOMPARE(codeOf(admitted), refused ? ErrorCode::MyNumberFound : ErrorCode::Internal);
    if (!refused) QCOMPARE(*admitted, content);
  }

  void shouldStrikeEveryNumberOut_butOnlyInAText() {
    const QByteArray number(kNumber);
    const auto masked = admit(file(u"a.txt"_qs, "A " + number + "\nB 1234-5678-9018.\n"), MyNumbers::Mask);
    QVERIFY(masked.has_value());
    QCOMPARE(*masked, QByteArray("A ************\nB ************.\n"));
    QCOMPARE(codeOf(admit(file(u"a.pdf"_qs, pdfWith(QString::fromLatin1(kNumber))), MyNumbers::Mask)),
             ErrorCode::MyNumberFound);
  }

  void shouldFindNothing_whenTheReaderOfPdfsDies() {
    const QByteArray pdf = pdfWith(QString::fromLatin1(kNumber));
    for (const char* program : {"/bin/false", "/no/such/program"})
      QCOMPARE(app::findMyNumberIn(u"a.pdf"_qs, pdf, QString::fromLatin1(program), 1),
               app::NumberPlace::None);
  }
};

QTEST_MAIN(FileGuardTest)
#include "fileguardtest.moc"
