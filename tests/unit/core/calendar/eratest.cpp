// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"

#include "core/calendar/fiscalyear.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using core::makeDate;
using Problem = core::DateTextError::Problem;

class EraTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldWriteEras_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("shortText");
    QTest::newRow("reiwa") << "2025-04-01" << u"令和7年4月1日"_qs << "R7.4.1";
    QTest::newRow("first day") << "2019-05-01" << u"令和元年5月1日"_qs << "R1.5.1";
    QTest::newRow("last of heisei") << "2019-04-30" << u"平成31年4月30日"_qs << "H31.4.30";
    QTest::newRow("first of heisei") << "1989-01-08" << u"平成元年1月8日"_qs << "H1.1.8";
    QTest::newRow("last of showa") << "1989-01-07" << u"昭和64年1月7日"_qs << "S64.1.7";
    QTest::newRow("first of showa") << "1926-12-25" << u"昭和元年12月25日"_qs << "S1.12.25";
    QTest::newRow("last of taisho") << "1926-12-24" << u"大正15年12月24日"_qs << "T15.12.24";
    QTest::newRow("first of taisho") << "1912-07-30" << u"大正元年7月30日"_qs << "T1.7.30";
    QTest::newRow("last of meiji") << "1912-07-29" << u"明治45年7月29日"_qs << "M45.7.29";
    QTest::newRow("solar calendar") << "1873-01-01" << u"明治6年1月1日"_qs << "M6.1.1";
    QTest::newRow("before it") << "1872-12-31" << u"1872年12月31日"_qs << "1872.12.31";
  }
  void shouldWriteEras() {
    QFETCH(QString, date);
    QFETCH(QString, full);
    QFETCH(QString, shortText);
    const auto day = *core::parseDate(date.toStdString());
    QCOMPARE(core::toEraText(day), full.toStdString());
    QCOMPARE(core::toEraText(day, core::EraStyle::Short), shortText.toStdString());
  }

  void shouldReadWhatPeopleType_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    const auto row = [](const char16_t* text, const char* date) {
      QTest::newRow(QString::fromUtf16(text).toUtf8())
          << QString::fromUtf16(text) << QString::fromLatin1(date);
    };
    row(u"令和7年6月1日", "2025-06-01");
    row(u"令和７年６月１日", "2025-06-01");
    row(u"令和 7 年 6 月 1 日", "2025-06-01");
    row(u"令和07年06月01日", "2025-06-01");
    row(u"令和元年5月1日", "2019-05-01");
    row(u"令7.6.1", "2025-06-01");
    row(u"R7/6/1", "2025-06-01");
    row(u"r7-6-1", "2025-06-01");
    row(u"Ｒ７．６．１", "2025-06-01");
    row(u"㋿7年6月1日", "2025-06-01");
    row(u"H31.4.30", "2019-04-30");
    row(u"昭和64年1月7日", "1989-01-07");
    row(u"大正15年12月25日", "1926-12-25");
    row(u"昭和元年12月25日", "1926-12-25");
    row(u"明治45年7月30日", "1912-07-30");
    row(u"2025年6月1日", "2025-06-01");
    row(u"2025-06-01", "2025-06-01");
    row(u"2025/6/1", "2025-06-01");
    row(u"2025.6.1", "2025-06-01");
    row(u"２０２５ー６ー１", "2025-06-01");
    row(u"20250601", "2025-06-01");
    row(u" 2024-02-29\n", "2024-02-29");
  }
  void shouldReadWhatPeopleType() {
    QFETCH(QString, text);
    QFETCH(QString, date);
    const auto read = core::readDateText(text.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(core::toText(*read), date.toStdString());
  }

  void shouldRefuseWithTheRightEra_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("meant");
    const auto row = [](const char16_t* text, Problem problem, const char16_t* meant = u"") {
      QTest::newRow(QString::fromUtf16(text).toUtf8())
          << QString::fromUtf16(text) << static_cast<int>(problem) << QString::fromUtf16(meant);
    };
    row(u"平成31年6月1日", Problem::OutsideEra, u"令和元年6月1日");
    row(u"平成37年6月1日", Problem::OutsideEra, u"令和7年6月1日");
    row(u"H31.5.1", Problem::OutsideEra, u"令和元年5月1日");
    row(u"令和元年4月30日", Problem::OutsideEra, u"平成31年4月30日");
    row(u"昭和64年1月8日", Problem::OutsideEra, u"平成元年1月8日");
    row(u"昭和100年1月1日", Problem::OutsideEra, u"令和7年1月1日");
    row(u"大正元年7月29日", Problem::OutsideEra, u"明治45年7月29日");
    row(u"明治5年12月2日", Problem::BeforeReform);
    row(u"令和7年2月30日", Problem::NoSuchDay);
    row(u"令和0年6月1日", Problem::NoSuchDay);
    row(u"2025-13-01", Problem::NoSuchDay);
    row(u"2025-00-10", Problem::NoSuchDay);
    row(u"20250231", Problem::NoSuchDay);
    row(u"", Problem::NotADate);
    row(u"元年6月1日", Problem::NotADate);
    row(u"25/6/1", Problem::NotADate);
    row(u"令和7年6月", Problem::NotADate);
    row(u"令和7年6月1日頃", Problem::NotADate);
    row(u"令和七", Problem::NotADate);
    row(u"20250601123", Problem::NotADate);
    row(u"9999999999999999999", Problem::NotADate);
  }
  void shouldRefuseWithTheRightEra() {
    QFETCH(QString, text);
    QFETCH(int, problem);
    QFETCH(QString, meant);
    const auto read = core::readDateText(text.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(static_cast<int>(read.error().problem), problem);
    QCOMPARE(read.error().meant ? core::toEraText(*read.error().meant) : std::string(), meant.toStdString());
    QVERIFY(core::toError(read.error()).code == core::ErrorCode::InvalidArgument);
  }

  void shouldReadBackEveryDay() {
    for (auto day = makeDate(1873, 1, 1); day < makeDate(2050, 1, 1); day += std::chrono::days{1}) {
      for (const auto style : {core::EraStyle::Full, core::EraStyle::Short}) {
        const auto read = core::readDateText(core::toEraText(day, style));
        QVERIFY2(read.has_value() && *read == day, core::toEraText(day, style).c_str());
      }
    }
  }

  void shouldCountFiscalYearsFromApril() {
    QCOMPARE(core::fiscalYearOf(makeDate(2026, 3, 31)), 2025);
    QCOMPARE(core::fiscalYearOf(makeDate(2026, 4, 1)), 2026);
    QCOMPARE(core::firstDayOfFiscalYear(2026), makeDate(2026, 4, 1));
    QCOMPARE(core::toEraText(*core::fiscalEraYearOf(makeDate(2026, 3, 31))), std::string("令和7年"));
    QCOMPARE(core::toEraText(*core::fiscalEraYearOf(makeDate(2020, 3, 31))), std::string("平成31年"));
    QCOMPARE(core::toEraText(*core::fiscalEraYearOf(makeDate(2020, 4, 1))), std::string("令和2年"));
  }
};

QTEST_APPLESS_MAIN(EraTest)
#include "eratest.moc"
