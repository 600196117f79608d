// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/municipality.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <set>
#include <sstream>

using namespace madoguchi;

class MunicipalityTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldComputeTheCheckDigit() {
    QCOMPARE(core::municipalityCheckDigit("13101").value(), '6');
    QCOMPARE(core::municipalityCheckDigit("13000").value(), '1'); // 東京都
    QCOMPARE(core::municipalityCheckDigit("01100").value(), '2'); // 札幌市
    QCOMPARE(core::municipalityCheckDigit("13113").value(), '0'); // remainder 1
    QVERIFY(!core::municipalityCheckDigit("1310"));
    QVERIFY(!core::municipalityCheckDigit("1310a"));
  }

  void shouldAcceptOnlyTheRightCheckDigit() {
    QVERIFY(core::isMunicipalityCode("131016"));
    for (const char* wrong : {"131017", "131061", "13101", "1310160", "", "13101６"})
      QVERIFY2(!core::isMunicipalityCode(wrong), wrong);
  }

  void shouldAgreeWithTokyosTable() {
    const auto folder = tests::sharedData();
    if (!folder) return;
    std::istringstream rows(tests::readFile(*folder + "/japan/tokyo_municipality_codes.tsv"));
    std::string code;
    std::string region;
    std::string ja;
    std::string kana;
    std::size_t count = 0;
    while (rows >> code >> region >> ja >> kana) {
      const auto* municipality = core::tokyoMunicipality(code);
      QVERIFY2(municipality != nullptr, code.c_str());
      QCOMPARE(std::string(municipality->ja), ja);
      QCOMPARE(std::string(municipality->kana), kana);
      ++count;
    }
    QCOMPARE(count, core::tokyoMunicipalities().size());
  }

  void shouldHoldValidCodesInOrder() {
    std::string_view before;
    std::set<std::string_view> english;
    for (const auto& municipality : core::tokyoMunicipalities()) {
      QVERIFY(core::isMunicipalityCode(municipality.code));
      QVERIFY(before < municipality.code);
      QVERIFY(english.insert(municipality.en).second);
      before = municipality.code;
    }
    QVERIFY(core::tokyoMunicipality("131017") == nullptr);
    QVERIFY(core::tokyoMunicipality("") == nullptr);
  }
};

QTEST_APPLESS_MAIN(MunicipalityTest)
#include "municipalitytest.moc"
