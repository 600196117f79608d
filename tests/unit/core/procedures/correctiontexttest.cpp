// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/correctiontext.h"

#include "tests/unit/core/procedures/packagefiles.h"

#include <QtTest>

using namespace madoguchi;

class CorrectionTextTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldOfferTextsOfItsOwn_inEachProcedureThatShips() {
    for (const std::string& id : tests::packageIds()) {
      const core::Procedure procedure = tests::packaged(id);
      QVERIFY2(procedure.corrections.size() >= 2, id.c_str());
      for (const core::CorrectionTemplate& item : procedure.corrections)
        for (const auto language : {core::NoticeLanguage::Japanese, core::NoticeLanguage::English}) {
          const bool japanese = language == core::NoticeLanguage::Japanese;
          const std::string text =
              core::fillCorrection(procedure, japanese ? item.text.ja : item.text.en,
                                   {japanese ? "図面" : "the plan", "令和8年6月30日"}, language);
          QVERIFY2(text.find_first_of("{}") == std::string::npos, text.c_str());
          QVERIFY2(text.find("令和8年6月30日") != std::string::npos, text.c_str());
        }
    }
  }

  void shouldFillTheNamesOfFieldsAndDocuments() {
    const core::Procedure food = tests::packaged("food-business-permit");
    QCOMPARE(core::fillCorrection(food,
                                  "{target}の日付と「{field:/hygiene/waterTestedOn}」、{document:floor-plan}",
                                  {"水質検査成績書", {}}),
             std::string("水質検査成績書の日付と「水質検査の年月日」、施設の構造及び設備を示す図面"));
    QCOMPARE(core::fillCorrection(food, "{document:floor-plan} by {due}", {{}, "30 June 2026"},
                                  core::NoticeLanguage::English),
             std::string("Drawing of the facility and its equipment by 30 June 2026"));
  }

  void shouldLeaveStanding_whatNothingIsKnownOf() {
    const core::Procedure food = tests::packaged("food-business-permit");
    QCOMPARE(core::fillCorrection(food, "{target} {due} {document:none}", {}),
             std::string("{target} {due} {document:none}"));
    QCOMPARE(core::fillCorrection(food, "波括弧{だけ", {"x", "y"}), std::string("波括弧{だけ"));
  }
};

QTEST_APPLESS_MAIN(CorrectionTextTest)
#include "correctiontexttest.moc"
