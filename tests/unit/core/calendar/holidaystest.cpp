// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <sstream>

using namespace madoguchi;
using core::HolidayKind;
using core::makeDate;

namespace {

core::HolidayTable shipped() {
  const auto table =
      core::HolidayTable::parse(tests::readFile(tests::resourcesFolder() + "/calendar/holidays-jp.json"));
  return table.value();
}

} // namespace

class HolidaysTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldAgreeWithTheCabinetOffice() {
    const auto folder = tests::sharedData();
    if (!folder) return;
    const auto table = shipped();
    std::map<core::Date, std::string> announced;
    std::istringstream rows(tests::readFile(*folder + "/japan/holidays_2019_2027.derived.utf8.csv"));
    std::string row;
    for (std::getline(rows, row); std::getline(rows, row);) {
      if (!row.empty() && row.back() == '\r') row.pop_back();
      int year = 0;
      unsigned month = 0;
      unsigned day = 0;
      int name = 0;
      QCOMPARE(std::sscanf(row.c_str(), "%d/%u/%u,%n", &year, &month, &day, &name), 3);
      announced[makeDate(year, month, day)] = row.substr(static_cast<std::size_t>(name));
    }
    QCOMPARE(announced.size(), std::size_t{165});
    for (auto date = table.firstDay(); date <= table.lastDay(); date += std::chrono::days{1}) {
      const auto holiday = *table.officeHoliday(date);
      const bool national = holiday && holiday->kind == HolidayKind::National;
      QCOMPARE(national, announced.count(date) == 1);
      if (!national) continue;
      const std::string& name = announced[date];
      const bool unnamed = name == "休日" || name == "休日（祝日扱い）";
      if (unnamed)
        QVERIFY2(holiday->nameJa.find("日") != std::string::npos, holiday->nameJa.c_str());
      else
        QCOMPARE(holiday->nameJa, name.substr(0, name.find("（")));
      QVERIFY(!holiday->nameEn.empty());
    }
  }

  void shouldNameTheReason_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("new year's day is national first") << "2026-01-01" << int(HolidayKind::National) << "元日";
    QTest::newRow("year end before weekend") << "2026-01-03" << int(HolidayKind::YearEnd) << "年末年始の休日";
    QTest::newRow("29 December") << "2025-12-29" << int(HolidayKind::YearEnd) << "年末年始の休日";
    QTest::newRow("Saturday") << "2026-02-07" << int(HolidayKind::Weekend) << "土曜日";
    QTest::newRow("Sunday") << "2026-02-08" << int(HolidayKind::Weekend) << "日曜日";
    QTest::newRow("citizens' holiday") << "2026-09-22" << int(HolidayKind::National) << "国民の休日";
    QTest::newRow("substitute") << "2025-11-24" << int(HolidayKind::National) << "振替休日";
    QTest::newRow("enthronement") << "2019-05-01" << int(HolidayKind::National) << "天皇の即位の日";
  }
  void shouldNameTheReason() {
    QFETCH(QString, date);
    QFETCH(int, kind);
    QFETCH(QString, name);
    const auto reason = shipped().officeHoliday(*core::parseDate(date.toStdString()));
    QVERIFY(reason.has_value() && reason->has_value());
    QCOMPARE(static_cast<int>((*reason)->kind), kind);
    QCOMPARE((*reason)->nameJa, name.toStdString());
  }

  void shouldFindTheNextOfficeDay() {
    const auto table = shipped();
    QCOMPARE(*table.nextOfficeDay(makeDate(2025, 12, 26)), makeDate(2025, 12, 26));
    QCOMPARE(*table.nextOfficeDay(makeDate(2025, 12, 27)), makeDate(2026, 1, 5));
    QCOMPARE(*table.nextOfficeDay(makeDate(2019, 4, 27)), makeDate(2019, 5, 7)); // ten days in a row
    QCOMPARE(*table.isOfficeHoliday(makeDate(2025, 12, 28)), true);
    QCOMPARE(*table.isOfficeHoliday(makeDate(2026, 1, 5)), false);
  }

  void shouldNotGuess_whenOutsideTheTable() {
    const auto table = shipped();
    const auto after = table.isOfficeHoliday(makeDate(2028, 1, 1));
    QVERIFY(!after);
    QVERIFY(after.error().code == core::ErrorCode::HolidayTableEnded);
    QVERIFY(table.officeHoliday(makeDate(2018, 12, 31)).error().code == core::ErrorCode::HolidayTableEnded);
    // 31 December 2027 is closed, and when the office opens again is not known
    QVERIFY(table.nextOfficeDay(makeDate(2027, 12, 31)).error().code == core::ErrorCode::HolidayTableEnded);
  }

  void shouldRefuseABrokenTable_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* text,
                        core::ErrorCode code = core::ErrorCode::FileBroken) {
      QTest::newRow(name) << QByteArray(text) << static_cast<int>(code);
    };
    row("no JSON", "{", core::ErrorCode::Malformed);
    row("no object", "[]");
    row("no first", R"({"last":"2026-12-31","days":[]})");
    row("no such day", R"({"first":"2026-02-30","last":"2026-12-31","days":[]})");
    row("ends before it begins", R"({"first":"2026-02-01","last":"2026-01-31","days":[]})");
    row("no days", R"({"first":"2026-01-01","last":"2026-12-31"})");
    row("no name",
        R"({"first":"2026-01-01","last":"2026-12-31","days":[{"date":"2026-01-01","ja":"元日"}]})");
    row("outside",
        R"({"first":"2026-01-01","last":"2026-12-31","days":[{"date":"2027-01-01","ja":"a","en":"b"}]})");
    row("twice", R"({"first":"2026-01-01","last":"2026-12-31","days":[{"date":"2026-01-01","ja":"a","en":"b"},
                     {"date":"2026-01-01","ja":"a","en":"b"}]})");
  }
  void shouldRefuseABrokenTable() {
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto table = core::HolidayTable::parse(text.toStdString());
    QVERIFY(!table);
    QCOMPARE(static_cast<int>(table.error().code), code);
  }
};

QTEST_APPLESS_MAIN(HolidaysTest)
#include "holidaystest.moc"
