// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/documentnumber.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using core::DocumentNumberPattern;
using core::makeDate;

class DocumentNumberTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldFormat_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("seq");
    QTest::addColumn<QString>("number");
    const auto row = [](const char* name, const char16_t* pattern, const char* date, int seq,
                        const char16_t* number) {
      QTest::newRow(name) << QString::fromUtf16(pattern) << QString::fromLatin1(date) << seq
                          << QString::fromUtf16(number);
    };
    row("usual", u"{era_year}{office_symbol}第{seq}号", "2025-06-01", 12, u"7窓食第12号");
    row("fiscal year", u"{fiscal_era_year}{office_symbol}第{seq}号", "2026-03-31", 12, u"7窓食第12号");
    row("next fiscal year", u"{fiscal_era_year}{office_symbol}第{seq}号", "2026-04-01", 1, u"8窓食第1号");
    row("names", u"{era_name}{era_year}年{office_symbol}-{seq:4}", "2025-06-01", 12, u"令和7年窓食-0012");
    row("first year", u"{era_name}{era_year}年第{seq}号", "2019-05-01", 1, u"令和元年第1号");
    row("era changed in the year", u"{fiscal_era_name}{fiscal_era_year}年度第{seq}号", "2019-06-01", 5,
        u"平成31年度第5号");
    row("western", u"{fiscal_year}-{seq:3}", "2026-02-01", 1234, u"2025-1234");
  }
  void shouldFormat() {
    QFETCH(QString, pattern);
    QFETCH(QString, date);
    QFETCH(int, seq);
    QFETCH(QString, number);
    const auto parsed = DocumentNumberPattern::parse(pattern.toStdString());
    QVERIFY(parsed.has_value());
    const auto text = parsed->format(*core::parseDate(date.toStdString()), "窓食", seq);
    QVERIFY(text.has_value());
    QCOMPARE(*text, number.toStdString());
  }

  void shouldRefuseABrokenPattern_data() {
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char* pattern, const char* detail) {
      QTest::newRow(detail) << QByteArray(pattern) << QByteArray(detail);
    };
    row("", "byte 0: {seq} missing");
    row("{era_year}", "byte 10: {seq} missing");
    row("{seq}{seq:2}", "byte 5: {seq} twice");
    row("a{year}{seq}", "byte 1: unknown placeholder");
    row("{seq:0}", "byte 0: unknown placeholder");
    row("{seq:10}", "byte 0: unknown placeholder");
    row("{}{seq}", "byte 0: unknown placeholder");
    row("{seq}{era_year", "byte 5: brace without a closing one");
    row("}{seq}", "byte 0: brace without an opening one");
    row("{seq}\n", "byte 5: control character");
  }
  void shouldRefuseABrokenPattern() {
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, detail);
    const auto parsed = DocumentNumberPattern::parse(pattern.toStdString());
    QVERIFY(!parsed);
    QVERIFY(parsed.error().code == core::ErrorCode::InvalidArgument);
    QCOMPARE(parsed.error().detail, "document number pattern, " + detail.toStdString());
  }

  void shouldRefuseATooLongPattern() {
    QVERIFY(!DocumentNumberPattern::parse("{seq}" + std::string(200, 'x')));
    QVERIFY(DocumentNumberPattern::parse("{seq}" + std::string(195, 'x')));
  }

  void shouldRefuseANumberBelowOne() {
    const auto pattern = DocumentNumberPattern::parse("{seq}");
    QVERIFY(!pattern->format(makeDate(2025, 6, 1), "", 0));
    QVERIFY(!DocumentNumberPattern::parse("{era_year}{seq}")->format(makeDate(1860, 6, 1), "", 1));
  }
};

QTEST_APPLESS_MAIN(DocumentNumberTest)
#include "documentnumbertest.moc"
