// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correctiontexts.h"

#include "models/correctionletter.h"
#include "models/correctionreplies.h"
#include "models/schemapath.h"
#include "models/text.h"
#include "tests/support/fakedesk.h"
#include "tests/support/outsideforms.h"

#include <QSet>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;

namespace {

core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

const char* kForm = R"({'type':'object','properties':{
  'owner':{'title':'Owner','properties':{'fullName':{'type':'string'},
           'home':{'title':'Home','properties':{'town':{'title':'Town','type':'string'}}}}},
  'cars':{'title':'Cars','type':'array','items':{'properties':{'plate':{'title':'Plate','type':'string'}}}},
  'tags':{'type':'array','items':{'type':'string'}},
  'pays':{'oneOf':[{'properties':{'card':{'type':'string'}}},{'properties':{'bank':{'type':'string'}}}]},
  'boss':{'$ref':'#/definitions/person'}},
  'definitions':{'person':{'properties':{'name':{'type':'string'},'boss':{'$ref':'#/definitions/person'}}}}})";

QStringList titles(const std::vector<CorrectionTarget>& targets) {
  QStringList all;
  for (const CorrectionTarget& target : targets)
    all << target.title;
  return all;
}

/// A case whose applicant was asked for its name and its plan.
core::CaseState asked(core::Date day) {
  core::CaseState state;
  state.rounds.push_back({{{"/facility/name", {}, "屋号"}, {{}, "floor-plan", "図面"}}, day, day, {}, {}});
  return state;
}

core::CaseDocument plan(core::Date day) {
  core::CaseDocument document;
  document.id = core::DocumentId("plan");
  document.kind = "floor-plan";
  document.name = "図面.pdf";
  document.attachedAt =
      core::Instant(std::chrono::duration_cast<core::Instant::duration>(day.time_since_epoch()));
  return document;
}

} // namespace

class CorrectionTextsTest : public QObject {
  Q_OBJECT

  tests::FakeDesk m_desk;

  [[nodiscard]] const core::Procedure& food() const {
    return *m_desk.references->procedure(core::ProcedureId("food-business-permit"), 1);
  }

private Q_SLOTS:
  void shouldOfferTheProceduresOwnTextsFirst() {
    const std::vector<UsualText> all = usualTexts(&food(), {u"いつもの"_qs});
    const std::size_t own = food().corrections.size();
    QVERIFY(own >= 3 && all.size() > own + 1);
    for (std::size_t i = 0; i < own; ++i) {
      QCOMPARE(all[i].origin, UsualText::Origin::Procedure);
      QCOMPARE(all[i].title, localText(food().corrections[i].title));
      QVERIFY2(!all[i].help.isEmpty() && !all[i].help.contains(QChar(u'{')), qPrintable(all[i].help));
    }
    QCOMPARE(all[own].origin, UsualText::Origin::Own);
    QCOMPARE(all[own].title, u"いつもの"_qs);
    QCOMPARE(all.back().origin, UsualText::Origin::General);
  }

  void shouldOfferTheGeneralTexts_whereThePackageHasNone() {
    core::Procedure older = food();
    older.corrections.clear();
    const std::vector<UsualText> all = usualTexts(&older, {});
    QVERIFY(!all.empty());
    QCOMPARE(all.front().origin, UsualText::Origin::General);
    QCOMPARE(usualTexts(nullptr, {}).size(), all.size());
  }

  void shouldNameTheFieldsOfAFormWithoutALayout_withThePartsAroundThem() {
    const core::Procedure bare = tests::bareProcedure(parsed(kForm));
    const QStringList expected{u"Owner › Full name"_qs,
                               u"Owner › Home › Town"_qs,
                               u"Cars"_qs,
                               u"Cars › Plate"_qs,
                               u"Tags"_qs,
                               u"Pays › Card"_qs,
                               u"Pays › Bank"_qs,
                               u"Boss › Name"_qs,
                               u"Boss › Boss › Name"_qs,
                               u"Boss › Boss › Boss"_qs};
    QStringList told = titles(correctionTargets(bare));
    told.sort();
    QStringList wanted = expected;
    wanted.sort();
    QCOMPARE(told, wanted);
    QCOMPARE(targetName(&bare, {"/cars/1/plate", {}, {}}), u"Cars 2 › Plate"_qs);
    // The applicant reads the same in the letter.
    QCOMPARE(targetTitle(&bare, {"/owner/home/town", {}, {}}), std::string("Owner › Home › Town"));
    QVERIFY(schemaPath(bare.form, "/nowhere").empty());
  }

  void shouldNameEachFieldOfTheFormsOfOthers() {
    for (const tests::OutsideForm& form : tests::outsideForms()) {
      const std::vector<CorrectionTarget> targets = correctionTargets(form.procedure);
      QVERIFY2(!targets.empty() && targets.size() <= 600, form.name.c_str());
      QSet<QString> pointers;
      for (const CorrectionTarget& target : targets) {
        pointers << qtext(target.item.pointer);
        QVERIFY2(!target.title.isEmpty(), target.item.pointer.c_str());
        QVERIFY2(qtext(schemaPath(form.procedure.form, target.item.pointer)) == target.title,
                 (form.name + target.item.pointer).c_str());
      }
      QCOMPARE(pointers.size(), static_cast<qsizetype>(targets.size()));
    }
  }

  void shouldNameInTheLetterOnce_whatAnItemIsAbout() {
    core::CaseState state;
    state.procedure = food().id;
    state.procedureVersion = 1;
    const core::Date day = core::makeDate(2026, 6, 1);
    const std::string plan = core::documentKind(food(), "floor-plan")->title.ja;
    const core::CorrectionRound round{
        {{{}, "floor-plan", plan + "が添付されていません。"}, {{}, "floor-plan", "不鮮明です。"}},
        day,
        day,
        {},
        {}};
    const core::NoticeText letter = correctionLetter(state, *m_desk.references, round);
    QCOMPARE(letter.paragraphs[1].text, "1　" + plan + "が添付されていません。");
    QCOMPARE(letter.paragraphs[2].text, "2　" + plan + "：不鮮明です。");
  }

  void shouldTakeADocumentThatCame_forTheAnswer() {
    const core::Date day = core::makeDate(2026, 6, 1);
    core::CaseState state = asked(day);
    QVERIFY(!proposedReplies(state)[0].open);
    QVERIFY(proposedReplies(state)[1].open);
    state.documents.push_back(plan(day + std::chrono::days(3)));
    QVERIFY(!proposedReplies(state)[1].open);
    QCOMPARE(proposedReplies(state)[1].document, core::DocumentId("plan"));
    QVERIFY(proposedReplies(state)[0].document.empty());
  }

  void shouldKnowWhatStaysOpen_untilItComes() {
    const core::Date day = core::makeDate(2026, 6, 1);
    core::CaseState state = asked(day);
    QVERIFY(openItems(state).empty()); // it is asked for; nobody has answered
    core::CorrectionRound& round = state.rounds.back();
    round.answeredOn = day + std::chrono::days(2);
    QVERIFY(openItems(state).empty()); // nobody told the items apart
    round.replies = {{true, {}, {}}, {true, "後日", {}}};
    QCOMPARE(openItems(state).size(), std::size_t{2});
    const auto again = proposedItems(state, food(), {{"/facility/name", "required", {}}});
    QCOMPARE(again.front().text, std::string("屋号"));
    QCOMPARE(std::count_if(again.begin(), again.end(),
                           [](const auto& item) { return item.pointer == "/facility/name"; }),
             1);
    state.documents.push_back(plan(day + std::chrono::days(5)));
    QCOMPARE(openItems(state).size(), std::size_t{1});
    const QStringList lines = replyLines(round.items, round.replies, state.documents);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].contains(u"図面"_qs) && lines[1].contains(u"後日"_qs), qPrintable(lines[1]));
  }
};

QTEST_GUILESS_MAIN(CorrectionTextsTest)
#include "correctiontextstest.moc"
