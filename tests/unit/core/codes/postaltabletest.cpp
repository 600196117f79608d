// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/postaltable.h"

#include "tests/support/testsupport.h"

#include <QCoreApplication>
#include <QtTest>

using namespace madoguchi;

namespace {

core::PostalTable small() {
  return core::PostalTable::read("madoguchi-postal 1\n"
                                 "@東京都新宿区\n1600000\n1600023西新宿\n1620801山吹町\n"
                                 "@北海道札幌市北区\n0010010北十条西\n"
                                 "@神奈川県平塚市\n2540000\n2540065南原\n2540055上平塚\n")
      .value();
}

QStringList names(const std::vector<core::PostalPlace>& places) {
  QStringList out;
  for (const core::PostalPlace& place : places)
    out << QString::fromStdString(place.code + place.municipality + place.town);
  return out;
}

} // namespace

class PostalTableTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldFindPlacesByCode() {
    const core::PostalTable table = small();
    QCOMPARE(table.size(), std::size_t{7});
    QCOMPARE(names(table.withCode("1600023", 9)), QStringList{u"1600023東京都新宿区西新宿"_qs});
    QCOMPARE(names(table.withCode("〒１６０－００２３", 9)), QStringList{u"1600023東京都新宿区西新宿"_qs});
    QCOMPARE(names(table.withCode("001", 9)), QStringList{u"0010010北海道札幌市北区北十条西"_qs});
    QCOMPARE(table.withCode("16", 9).size(), std::size_t{0});
    QCOMPARE(table.withCode("254", 2).size(), std::size_t{2});
    QCOMPARE(table.withCode("16000231", 9).size(), std::size_t{0});
  }

  void shouldFindCodesByTown_theSameNameFirst() {
    const core::PostalTable table = small();
    QCOMPARE(names(table.withTown("西新宿", 9)), QStringList{u"1600023東京都新宿区西新宿"_qs});
    QCOMPARE(names(table.withTown("新宿区西新宿", 9)), QStringList{u"1600023東京都新宿区西新宿"_qs});
    QCOMPARE(names(table.withTown("平塚", 9)).first(), u"2540000神奈川県平塚市"_qs);
    QVERIFY(table.withTown("", 9).empty());
    QVERIFY(table.withTown("東西線", 9).empty());
    QCOMPARE(names(table.matching("254-0065", 9)), names(table.matching("南原", 9)));
  }

  void shouldFindMunicipalities_withOrWithoutTheirPrefecture() {
    const core::PostalTable table = small();
    QCOMPARE(names(table.municipalities("新宿", 9)), QStringList{u"東京都新宿区"_qs});
    QCOMPARE(names(table.municipalities("神奈川", 9)), QStringList{u"神奈川県平塚市"_qs});
    QCOMPARE(names(table.municipalities("北", 9)), QStringList{u"北海道札幌市北区"_qs});
    QCOMPARE(names(table.municipalities("区", 9)), (QStringList{u"東京都新宿区"_qs, u"北海道札幌市北区"_qs}));
    QCOMPARE(table.municipalities("区", 1).size(), std::size_t{1});
    QVERIFY(table.municipalities("", 9).empty());
  }

  void shouldRefuseABrokenTable() {
    for (const char* text :
         {"", "postal\n", "madoguchi-postal 1\n1600000\n", "madoguchi-postal 1\n@東京都\n16x\n"})
      QVERIFY2(!core::PostalTable::read(text), text);
  }

  void shouldKnowAllOfJapan() {
    const QString file =
        QCoreApplication::applicationDirPath() + u"/../share/madoguchi/postal/postalcodes.txt"_qs;
    const auto table = core::PostalTable::read(tests::readFile(file.toStdString()));
    QVERIFY2(table, table ? "" : table.error().detail.c_str());
    QVERIFY(table->size() > 120'000);
    QCOMPARE(names(table->withCode("100-0001", 9)), QStringList{u"1000001東京都千代田区千代田"_qs});
    QCOMPARE(names(table->withCode("907-1751", 9)), QStringList{u"9071751沖縄県八重山郡竹富町波照間"_qs});
    QVERIFY(names(table->withTown("大手前", 20)).contains(u"5400008大阪府大阪市中央区大手前"_qs));
  }
};

QTEST_GUILESS_MAIN(PostalTableTest)
#include "postaltabletest.moc"
