// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/places.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <set>

using namespace madoguchi;

class PlacesTest : public QObject {
  Q_OBJECT

  static std::string codeOf(std::string_view name) {
    const auto* place = core::placeNamed(name);
    return place == nullptr ? std::string() : std::string(place->code);
  }
  static std::pair<std::string, std::string> coded(std::string_view municipality) {
    const auto [place, rest] = core::codedPlace(municipality);
    return {place == nullptr ? std::string() : std::string(place->code), rest};
  }

private Q_SLOTS:
  void shouldHoldAllPrefectures_inOrder() {
    int number = 0;
    for (const auto& prefecture : core::prefectures()) {
      ++number;
      const std::string digits = (number < 10 ? "0" : "") + std::to_string(number);
      QCOMPARE(std::string(prefecture.code.substr(0, 5)), digits + "000");
      QVERIFY2(core::isMunicipalityCode(prefecture.code), digits.c_str());
      QCOMPARE(core::prefectureOf(prefecture.code), &prefecture);
    }
    QCOMPARE(number, 47);
    QCOMPARE(core::prefectureOf("141003")->ja, std::string_view("神奈川県"));
    for (const char* none : {"", "1", "00", "480002", "ab"})
      QVERIFY2(core::prefectureOf(none) == nullptr, none);
  }

  void shouldHoldTheCitiesWithTheirPrefecture() {
    std::string_view before;
    std::set<std::string_view> prefectures;
    for (const auto& city : core::citiesOutsideTokyo()) {
      const std::string name(city.ja);
      QVERIFY2(core::isMunicipalityCode(city.code), name.c_str());
      QVERIFY2(before < city.code, name.c_str());
      const auto* prefecture = core::prefectureOf(city.code);
      QVERIFY2(prefecture != nullptr && name.rfind(prefecture->ja, 0) == 0, name.c_str());
      QVERIFY2(core::tokyoMunicipality(city.code) == nullptr, name.c_str());
      prefectures.insert(prefecture->code);
      before = city.code;
    }
    // Each has a seat, and Tokyo's is among the 62.
    QCOMPARE(prefectures.size(), 46U);
  }

  void shouldAgreeWithCodesAsTheyArePrinted() {
    QCOMPARE(codeOf("札幌市"), std::string("011002"));
    QCOMPARE(codeOf("横浜市"), std::string("141003"));
    QCOMPARE(codeOf("名古屋市"), std::string("231002"));
    QCOMPARE(codeOf("大阪市"), std::string("271004"));
    QCOMPARE(codeOf("福岡市"), std::string("401307"));
    QCOMPARE(codeOf("那覇市"), std::string("472018"));
    QCOMPARE(codeOf("北海道"), std::string("010006"));
    QCOMPARE(codeOf("大阪府"), std::string("270008"));
  }

  void shouldFindAPlaceByAnyOfItsNames() {
    for (const char* name : {"神奈川県横浜市", "横浜市", "Yokohama City"})
      QCOMPARE(codeOf(name), std::string("141003"));
    for (const char* name : {"東京都新宿区", "新宿区", "Shinjuku City"})
      QCOMPARE(codeOf(name), std::string("131041"));
    QCOMPARE(codeOf("府中市"), std::string("132063"));
    QCOMPARE(codeOf("東京都"), std::string("130001"));
    for (const char* none : {"", "横浜", "神奈川県新宿区", "広島県府中市"})
      QVERIFY2(codeOf(none).empty(), none);
  }

  void shouldTakeACodeAlsoOfAPlaceThatIsNotNamed() {
    QVERIFY(core::isMunicipalityCode("142018"));
    QVERIFY(core::knownPlace("142018") == nullptr);
    QCOMPARE(core::knownPlace("140007")->ja, std::string_view("神奈川県"));
    // The check digit fits, and there is no such prefecture.
    const std::string five = "48201";
    QVERIFY(!core::isMunicipalityCode(five + *core::municipalityCheckDigit(five)));
    QVERIFY(!core::isMunicipalityCode("000000"));
  }

  void shouldKeepOfANameWhatTheCodeDoesNotSay() {
    using Pair = std::pair<std::string, std::string>;
    QCOMPARE(coded("東京都新宿区"), (Pair{"131041", ""}));
    QCOMPARE(coded("東京都西多摩郡瑞穂町"), (Pair{"133035", ""}));
    QCOMPARE(coded("神奈川県横浜市中区"), (Pair{"141003", "中区"}));
    QCOMPARE(coded("神奈川県愛甲郡愛川町"), (Pair{"140007", "愛甲郡愛川町"}));
    QCOMPARE(coded("広島県府中市"), (Pair{"340006", "府中市"}));
    QCOMPARE(coded("樺太"), (Pair{"", "樺太"}));
  }
};

QTEST_APPLESS_MAIN(PlacesTest)
#include "placestest.moc"
