// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/mynumber.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

// Numbers with a valid check digit made up for the tests: 123456789018, 111111111118, 987654321093.

class MyNumberTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldCheckTheLastDigit() {
    QVERIFY(core::isMyNumber("123456789018"));
    for (const char wrong : {'0', '1', '2', '3', '4', '5', '6', '7', '9'})
      QVERIFY(!core::isMyNumber(std::string("12345678901") + wrong));
    QVERIFY(!core::isMyNumber("12345678901"));
    QVERIFY(!core::isMyNumber("1234567890189"));
    QVERIFY(!core::isMyNumber("12345678901a"));
    // exactly one last digit is right for every number
    for (int head = 0; head < 2'000; ++head) {
      const std::string digits =
          QString::number(97'003'000'000 + head * 7919).rightJustified(11, u'0').toStdString();
      int valid = 0;
      for (char last = '0'; last <= '9'; ++last)
        valid += core::isMyNumber(digits + last) ? 1 : 0;
      QCOMPARE(valid, 1);
    }
  }

  void shouldFindIt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const char16_t* text, const char16_t* found) {
      QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(found);
    };
    row("alone", u"123456789018", u"123456789018");
    row("in a sentence", u"個人番号は123456789018です", u"123456789018");
    row("full width", u"１２３４５６７８９０１８", u"１２３４５６７８９０１８");
    row("in fours", u"番号 1234 5678 9018 です", u"1234 5678 9018");
    row("hyphens", u"1234-5678-9018", u"1234-5678-9018");
    row("full-width hyphens", u"１２３４－５６７８－９０１８", u"１２３４－５６７８－９０１８");
    row("ideographic spaces", u"1234　5678　9018", u"1234　5678　9018");
    row("in threes", u"123-456-789-018", u"123-456-789-018");
    row("one by one", u"1 2 3 4 5 6 7 8 9 0 1 8", u"1 2 3 4 5 6 7 8 9 0 1 8");
    row("second of two", u"111111111111 123456789018", u"123456789018");
    row("beside other numbers", u"2025-06-01 1234-5678-9018", u"1234-5678-9018");
    row("after a row of other size", u"03-1234-5678, 123456789018", u"123456789018");
    row("in a CSV row", u"山田,123456789018,2025", u"123456789018");
    row("after letters", u"No123456789018", u"123456789018");
  }
  void shouldFindIt() {
    QFETCH(QString, text);
    QFETCH(QString, found);
    const std::string bytes = text.toStdString();
    const auto range = core::findMyNumber(bytes);
    QVERIFY(range.has_value());
    QCOMPARE(bytes.substr(range->at, range->length), found.toStdString());
  }

  void shouldLeaveOthersAlone_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char16_t* text) {
      QTest::newRow(name) << QString::fromUtf16(text);
    };
    row("empty", u"");
    row("no digits", u"個人番号");
    row("wrong check digit", u"123456789012");
    row("longer", u"1234567890187");
    row("longer in front", u"7123456789018");
    row("sixteen in fours", u"1234-5678-9018-1111");
    row("telephone", u"03-1234-5678");
    row("two spaces", u"1234  5678  9018");
    row("unequal groups", u"12345-6789-018");
    row("mixed joints", u"1234-5678 9018");
    row("fraction", u"0.123456789018");
    row("whole part", u"123456789018.5");
    row("lines", u"1234\n5678\n9018");
  }
  void shouldLeaveOthersAlone() {
    QFETCH(QString, text);
    QVERIFY(!core::findMyNumber(text.toStdString()).has_value());
  }

  void shouldSurviveBytesThatAreNoText() {
    QVERIFY(core::findMyNumber("\xFF\xFE 123456789018 \xE5").has_value());
  }
};

QTEST_APPLESS_MAIN(MyNumberTest)
#include "mynumbertest.moc"
