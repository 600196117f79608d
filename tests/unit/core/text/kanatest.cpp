// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/kana.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

class KanaTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKnowAReading_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("katakana") << QByteArray("ヤマダ　タロウ") << true;
    QTest::newRow("hiragana") << QByteArray("やまだ") << true;
    QTest::newRow("long vowel and dot") << QByteArray("スーパー・ジョー") << true;
    QTest::newRow("full-width letters of a firm") << QByteArray("ＡＢＣショウジ") << true;
    QTest::newRow("half-width kana") << QByteArray("ﾔﾏﾀﾞ") << false;
    QTest::newRow("half-width space") << QByteArray("ヤマダ タロウ") << false;
    QTest::newRow("kanji") << QByteArray("山田") << false;
    QTest::newRow("latin") << QByteArray("Yamada") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("no UTF-8") << QByteArray("\xff") << false;
  }
  void shouldKnowAReading() {
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QCOMPARE(core::isFullWidthKana(text.toStdString()), good);
  }

  void shouldWiden_withoutGuessing() {
    QCOMPARE(core::toFullWidthKana("ﾔﾏﾀﾞ ﾀﾛｳ"), std::string("ヤマダ　タロウ"));
    QCOMPARE(core::toFullWidthKana("ｶﾞｰﾄﾞ"), std::string("ガード"));
    QCOMPARE(core::toFullWidthKana("やまだ"), std::string("やまだ"));
    QVERIFY(!core::isFullWidthKana(core::toFullWidthKana("山田")));
  }
};

QTEST_APPLESS_MAIN(KanaTest)
#include "kanatest.moc"
