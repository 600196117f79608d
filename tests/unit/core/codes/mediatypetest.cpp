// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/mediatype.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

class MediaTypeTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldNameTheKind_byTheEnding_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char* name, const char* type) {
      QTest::newRow(name) << QByteArray(name) << QByteArray(type);
    };
    row("図面.pdf", "application/pdf");
    row("SCAN0001.PDF", "application/pdf");
    row("a.b.jpeg", "image/jpeg");
    row("fax.TIF", "image/tiff");
    row("台帳.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    row("list.csv", "text/csv");
    row("memo.txt", "text/plain");
    row("メール.eml", "message/rfc822");
    // Nothing that could be told from the name.
    row("pdf", "application/octet-stream");
    row("paper.", "application/octet-stream");
    row("", "application/octet-stream");
    row("a.pdf.exe", "application/octet-stream");
    row("a.pd", "application/octet-stream");
    row("a.pdfx", "application/octet-stream");
  }

  void shouldNameTheKind_byTheEnding() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    const std::string_view found = core::mediaTypeOf(std::string_view(name.data(), name.size()));
    QCOMPARE(std::string(found), type.toStdString());
  }

  void shouldKnowAText() {
    for (const char* name : {"a.txt", "a.csv", "a.json", "a.xml", "a.html"})
      QVERIFY2(core::isPlainText(core::mediaTypeOf(name)), name);
    for (const char* name : {"a.pdf", "a.docx", "a.svg", "a"})
      QVERIFY2(!core::isPlainText(core::mediaTypeOf(name)), name);
  }
};

QTEST_APPLESS_MAIN(MediaTypeTest)
#include "mediatypetest.moc"
