// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/postalcode.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

class PostalCodeTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldNormalise() {
    for (const char* text :
         {"123-4567", "1234567", "〒123-4567", "〒 123-4567 ", "１２３－４５６７", "１２３４５６７",
          "〒１２３ー４５６７", "123−4567", "123 4567", "\t123-4567\n"}) {
      const auto code = core::normalisePostalCode(text);
      QVERIFY2(code.has_value(), text);
      QCOMPARE(*code, std::string("123-4567"));
    }
  }

  void shouldRefuseTheRest() {
    for (const char* text : {"", "〒", "123-456", "123-45678", "12-34567", "123--4567", "-1234567",
                             "123-4567〒", "〒〒123-4567", "123-456a", "123-4567様",
                             "\xFF"
                             "1234567",
                             "一二三四五六七"})
      QVERIFY2(!core::normalisePostalCode(text), text);
  }
};

QTEST_APPLESS_MAIN(PostalCodeTest)
#include "postalcodetest.moc"
