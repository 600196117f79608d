// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/noticetext.h"

#include "core/procedures/appealtext.h"
#include "core/procedures/fieldtext.h"
#include "tests/unit/core/procedures/packagefiles.h"

#include <QtTest>

#include <array>

using namespace madoguchi;

namespace {

core::AppealTexts shippedAppealTexts() {
  return core::readAppealTexts(tests::textOf(tests::resourcesFolder() + "/notices/appeal.json")).value();
}

core::NoticeData refusalData(const core::Procedure& procedure) {
  core::NoticeData data;
  data.number = "8保食第15号";
  data.date = "令和8年4月20日";
  data.addressee = "窓口 花子";
  data.appliedOn = "令和8年4月1日";
  data.fields["/facility/name"] = "まどぐち食堂";
  data.reasons = {{"施設基準への適合", "手洗い設備が調理場にない。", "食品衛生法第54条"},
                  {"使用水の管理", "水質検査が行われていない。", "同法施行規則別表第17第4号"}};
  const auto paragraphs = core::appealParagraphs(shippedAppealTexts(), core::AppealVariant::BothOpen,
                                                 core::makeDate(2026, 4, 20), procedure.notices);
  for (const auto& paragraph : paragraphs.value())
    data.appeal.push_back(paragraph.ja);
  return data;
}

int countOf(const core::NoticeText& notice, core::NoticeParagraph::Kind kind) {
  int count = 0;
  for (const auto& paragraph : notice.paragraphs)
    count += paragraph.kind == kind ? 1 : 0;
  return count;
}

} // namespace

class NoticeTextTest : public QObject {
  Q_OBJECT
  using Kind = core::NoticeParagraph::Kind;
private Q_SLOTS:
  void shouldFillARefusal() {
    const core::Procedure food = tests::packaged("food-business-permit");
    const auto notice = core::fillNotice(food, "Refused", refusalData(food));
    QVERIFY2(notice.has_value(), notice ? "" : notice.error().detail.c_str());
    QCOMPARE(notice->title, std::string("食品営業不許可通知書"));
    QCOMPARE(notice->authority, std::string("東京都保健所長"));
    QCOMPARE(notice->number, std::string("8保食第15号"));
    QVERIFY(notice->paragraphs.front().text.find(
                "令和8年4月1日付けで申請のあったまどぐち食堂に係る食品営業許可") == 0);
    QCOMPARE(countOf(*notice, Kind::Reason), 2);
    QCOMPARE(countOf(*notice, Kind::Appeal), 3);
    QCOMPARE(notice->paragraphs[2].text,
             std::string("1 施設基準への適合（食品衛生法第54条）　手洗い設備が調理場にない。"));
  }

  void shouldRefuse_whenSomethingIsMissing() {
    const core::Procedure food = tests::packaged("food-business-permit");
    auto noReasons = refusalData(food);
    noReasons.reasons.clear();
    QVERIFY(!core::fillNotice(food, "Refused", noReasons).has_value());
    auto noAppeal = refusalData(food);
    noAppeal.appeal.clear();
    QVERIFY(!core::fillNotice(food, "Refused", noAppeal).has_value());
    auto noField = refusalData(food);
    noField.fields.clear();
    QCOMPARE(core::fillNotice(food, "Refused", noField).error().detail,
             std::string("nothing for {field:/facility/name}"));
    QVERIFY(!core::fillNotice(food, "Postponed", refusalData(food)).has_value());
  }

  void shouldFillEveryOutcomeOfEveryPackage_inBothLanguages() {
    for (const std::string& id : tests::packageIds()) {
      const core::Procedure procedure = tests::packaged(id);
      core::NoticeData data{"1", "d", "a", "b", "o", {"c"}, {{"k", "f", "s"}}, {}, {"appeal"}};
      for (const auto& item : procedure.openness)
        data.fields[item.first] = "x";
      for (const auto& item : procedure.notices.byOutcome)
        for (const auto language : {core::NoticeLanguage::Japanese, core::NoticeLanguage::English}) {
          const auto notice = core::fillNotice(procedure, item.first, data, language);
          QVERIFY2(notice.has_value(), (id + " " + item.first).c_str());
          for (const auto& paragraph : notice->paragraphs)
            QVERIFY(paragraph.text.find_first_of("{}") == std::string::npos);
        }
    }
  }

  void shouldPrintFieldsAsPeopleReadThem() {
    const core::Procedure grant = tests::packaged("tuition-support-grant");
    const core::Procedure road = tests::packaged("road-occupation-permit");
    const auto print = [](const core::Procedure& procedure, const char* pointer,
                          core::NoticeLanguage language) {
      return core::fieldText(*core::field(procedure, pointer),
                             *core::valueAt(procedure.package.at("sample"), pointer), language);
    };
    const auto ja = core::NoticeLanguage::Japanese;
    const auto en = core::NoticeLanguage::English;
    QCOMPARE(print(grant, "/tuition/requested", ja), std::string("249,200円"));
    QCOMPARE(print(grant, "/tuition/requested", en), std::string("249,200 yen"));
    QCOMPARE(print(grant, "/tuition/fiscalYear", ja), std::string("2026"));
    QCOMPARE(print(grant, "/student/bornOn", ja), std::string("平成21年6月14日"));
    QCOMPARE(print(grant, "/student/bornOn", en), std::string("2009-06-14"));
    QCOMPARE(print(grant, "/school/municipality", ja), std::string("杉並区"));
    QCOMPARE(print(grant, "/school/kind", en), std::string("High school, full time"));
    QCOMPARE(print(grant, "/household/publicAssistance", ja), std::string("いいえ"));
    QCOMPARE(print(grant, "/household/guardians", ja), std::string());
    QCOMPARE(print(road, "/place/part", ja), std::string("歩道、上空"));
    QCOMPARE(print(road, "/traffic/clearWidth", ja), std::string("2.1メートル"));
    QCOMPARE(print(road, "/objects/0/length", en), std::string("18 m"));
    const auto fields = core::noticeFields(grant, "Granted", grant.package.at("sample"), ja);
    const std::map<std::string, std::string> expected{{"/tuition/fiscalYear", "2026"},
                                                      {"/tuition/requested", "249,200円"}};
    QVERIFY(fields == expected);
  }

  void shouldFindPlaceholders() {
    QCOMPARE(core::placeholdersOf("a {number} b {field:/x/y}")->size(), std::size_t(2));
    QVERIFY(core::placeholdersOf("plain")->empty());
    for (const char* text :
         {"{", "}", "{number", "number}", "{{number}}", "{}", "{weather}", "{field:x}", "{field:}"})
      QVERIFY2(!core::placeholdersOf(text).has_value(), text);
  }

  void shouldChooseTheWording_byTheDayOfTheAct() {
    const auto texts = shippedAppealTexts();
    const auto notices = tests::packaged("food-business-permit").notices;
    const auto first = [&](int year, unsigned month, unsigned day) {
      return core::appealParagraphs(texts, core::AppealVariant::BothOpen, core::makeDate(year, month, day),
                                    notices)
          .value()
          .front()
          .ja;
    };
    QVERIFY(first(2016, 3, 31).find("60日以内に、東京都知事に対して不服申立て") != std::string::npos);
    QVERIFY(first(2016, 4, 1).find("３月以内に、東京都知事に対して審査請求") != std::string::npos);
    QVERIFY(
        !core::appealParagraphs(texts, core::AppealVariant::BothOpen, core::makeDate(2000, 1, 1), notices));
    const std::array all{core::AppealVariant::BothOpen, core::AppealVariant::AppealFirst,
                         core::AppealVariant::RulingOnly, core::AppealVariant::OnRuling,
                         core::AppealVariant::Reappeal};
    for (const auto variant : all) {
      const auto paragraphs = core::appealParagraphs(texts, variant, core::makeDate(2026, 4, 1), notices);
      QVERIFY(paragraphs.has_value());
      for (const auto& paragraph : *paragraphs)
        QVERIFY((paragraph.ja + paragraph.en).find_first_of("{}") == std::string::npos);
    }
  }

  void shouldRefuseBrokenAppealTexts() {
    auto document = core::parseJson(tests::textOf(tests::resourcesFolder() + "/notices/appeal.json")).value();
    auto& texts = document.as_object().at("texts").as_array();
    const auto detail = [&] {
      const auto read = core::readAppealTexts(core::canonicalJson(document));
      return read ? std::string() : read.error().detail;
    };
    QCOMPARE(detail(), std::string());
    texts[1].as_object()["validFrom"] = "2016-03-31";
    QCOMPARE(detail(), std::string("appeal.json#/texts/1: its days overlap those of another wording"));
    texts[1].as_object()["validFrom"] = "2016-02-30";
    QCOMPARE(detail(), std::string("appeal.json#/texts/1/validFrom: must be a day, 2016-04-01"));
    texts[1].as_object()["validFrom"] = "2016-04-01";
    texts.pop_back();
    QCOMPARE(detail(), std::string("appeal.json#/texts: a variant is missing"));
  }
};

QTEST_APPLESS_MAIN(NoticeTextTest)
#include "noticetexttest.moc"
