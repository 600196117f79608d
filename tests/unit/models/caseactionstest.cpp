// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/caseactions.h"

#include "models/draftproposal.h"
#include "tests/support/fakedesk.h"

#include <QtTest>

#include <set>

using namespace madoguchi;
using namespace madoguchi::models;

class CaseActionsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldHaveDistinctNamesAndKeys() {
    std::set<QString> names;
    std::set<QString> keys;
    for (int i = 0; i < kCaseActionCount; ++i) {
      const auto action = static_cast<CaseAction>(i);
      QVERIFY(names.insert(nameOf(action)).second);
      QVERIFY(!label(action).isEmpty());
      const QString key = defaultKey(action).toString();
      if (!key.isEmpty()) QVERIFY2(keys.insert(key).second, qPrintable(key));
    }
  }

  void shouldRegisterAndTake_inOneAction() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("road-occupation-permit", "申請者", "シンセイシャ", 1));
    QVERIFY(!whyNot(CaseAction::Take, desk.opened));
    QCOMPARE(commandsOf(CaseAction::Take, desk.opened).size(), std::size_t{2});
    desk.opened.perform(commandsOf(CaseAction::Take, desk.opened));
    QTRY_VERIFY(desk.opened.isMine());
    QVERIFY(whyNot(CaseAction::Take, desk.opened).has_value());
  }

  void shouldGiveAReason_forWhatIsImpossible() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    QVERIFY(whyNot(CaseAction::Take, desk.opened).has_value());
    open(desk, fake, fake.arrive("road-occupation-permit", "申請者", "シンセイシャ", 1));
    for (const CaseAction action : {CaseAction::Draft, CaseAction::Submit, CaseAction::Approve,
                                    CaseAction::Close, CaseAction::IssueNotice, CaseAction::RecordAnswer})
      QVERIFY2(whyNot(action, desk.opened) && !whyNot(action, desk.opened)->isEmpty(),
               qPrintable(nameOf(action)));
  }

  void shouldProposeARefusalWithItsReasons_whenACriterionFails() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    fake.examine(place);
    const core::CaseState& state = fake.cases[place].record.state;
    const core::Procedure& procedure = *fake.references->procedure(state.procedure, 1);
    QCOMPARE(proposedDraft(state, procedure).outcome, core::Outcome::Granted);
    const core::Criterion& failing = procedure.criteria.back();
    core::SetCriterion failed{failing.id, state.findings.at(failing.id).finding, {}, "事実", {}, {}};
    for (const core::Finding& finding : failing.findings)
      if (finding.effect == core::FindingEffect::Fails) failed.finding = finding.id;
    fake.act(place, "sato", failed);
    const core::DraftDecision draft = proposedDraft(state, procedure);
    QCOMPARE(draft.outcome, failing.formal ? core::Outcome::Dismissed : core::Outcome::Refused);
    QCOMPARE(draft.reasons.size(), std::size_t{1});
    QCOMPARE(draft.reasons.front().fact, std::string("事実"));
    QCOMPARE(draft.reasons.front().article, failing.article);
  }

  void shouldMeetOnlyOpenCriteria() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    const core::Procedure& procedure =
        *fake.references->procedure(core::ProcedureId("food-business-permit"), 1);
    QCOMPARE(meetAllOpen(fake.cases[place].record.state, procedure).size(), procedure.criteria.size());
    fake.examine(place);
    QVERIFY(meetAllOpen(fake.cases[place].record.state, procedure).empty());
  }

private:
  static void open(Desk& desk, const tests::FakeDesk& fake, std::size_t place) {
    desk.opened.open(fake.cases[place].record.state.id);
    QTRY_VERIFY(desk.opened.state() != nullptr);
  }
};

QTEST_GUILESS_MAIN(CaseActionsTest)
#include "caseactionstest.moc"
