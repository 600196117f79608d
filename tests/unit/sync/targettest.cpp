// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/target.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

class TargetTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldEncodeEveryByteButTheUnreserved() {
    QCOMPARE(sync::percentEncoded("aZ09-._~"), std::string("aZ09-._~"));
    QCOMPARE(sync::percentEncoded("a/b?c&d=e f%\x01\xe3\x81\x82"),
             std::string("a%2Fb%3Fc%26d%3De%20f%25%01%E3%81%82"));
  }

  void shouldNameTheScopeInOnePart_whenItHoldsSlashes() {
    QCOMPARE(sync::snapshotTarget("office/food/permits/ordinary", core::CaseId("c1")),
             std::string("/v1/snapshot/office%2Ffood%2Fpermits%2Fordinary?after=c1"));
  }

  void shouldCarryTheCursorAsText() {
    core::Cursor cursor{"e1", 1, {{"global", 7}}};
    QCOMPARE(
        sync::changesTarget(cursor, std::chrono::seconds(25)),
        std::string("/v1/changes?cursor=%7B%22epoch%22%3A%22e1%22%2C%22schema%22%3A1%2C%22scopes%22%3A%7B"
                    "%22global%22%3A7%7D%7D&wait=25"));
  }
};

QTEST_APPLESS_MAIN(TargetTest)
#include "targettest.moc"
