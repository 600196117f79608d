// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed on a criterion, or as a note, stays until the case has it: no key, no change that comes from
// elsewhere and no end of the program takes it.
#include "models/draftproposal.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

/// A case that the user holds, without a finding yet.
std::size_t arriveOpen(DeskRig& rig) {
  const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
  rig.fake.act(place, "sato", core::RegisterCase{});
  rig.fake.act(place, "sato", core::AssignCase{core::UserId("sato"), {}});
  return place;
}

void examine(DeskRig& rig, std::size_t place) {
  rig.openPlace(place);
  rig.window->workspace()->casePages().showPage(ui::CasePages::kExamination);
  rig.find<QListWidget>("criteria")->setCurrentRow(0);
}

QPlainTextEdit* fact(const DeskRig& rig) {
  return rig.find<QPlainTextEdit>("fact");
}

void typeFact(DeskRig& rig, const QString& text) {
  fact(rig)->setFocus();
  rig.type(text);
}

const core::Criterion& criterion(const DeskRig& rig) {
  return rig.desk->opened.procedure()->criteria.front();
}

core::CriterionFinding finding(const DeskRig& rig, std::size_t place) {
  const auto& findings = rig.fake.cases[place].record.state.findings;
  const auto found = findings.find(criterion(rig).id);
  return found == findings.end() ? core::CriterionFinding{} : found->second;
}

QMap<QString, QString> drafts(const DeskRig& rig, std::size_t place) {
  return rig.fake.drafts.drafts(rig.fake.cases[place].record.state.id);
}

std::size_t openCriteria(const DeskRig& rig) {
  return models::openCriteria(*rig.shown(), *rig.desk->opened.procedure()).size();
}

/// What somebody else does to the case; the desk has seen it afterwards.
void elsewhere(DeskRig& rig, std::size_t place, const std::string& user, const core::CommandBody& body) {
  rig.fake.act(place, user, body);
  rig.fake.tellChanged(place);
  const std::int64_t version = rig.fake.cases[place].record.state.version;
  if (!QTest::qWaitFor([&] { return rig.shown() != nullptr && rig.shown()->version == version; }))
    qFatal("the change does not come");
}

} // namespace

class HalfTypedTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldKeepWhatIsTyped_untilAFindingIsChosen() {
    DeskRig rig;
    const std::size_t place = arriveOpen(rig);
    examine(rig, place);
    const std::size_t open = openCriteria(rig);
    typeFact(rig, u"sink 60 cm"_qs);
    rig.press(Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() == rig.find<QLineEdit>("article"));
    rig.type(u"art 5"_qs);
    rig.press(Qt::Key_Tab);
    rig.type(u"seen"_qs);
    rig.press(Qt::Key_Tab);
    QTRY_VERIFY(rig.isIdle());
    QVERIFY(rig.fake.performed.empty());
    QCOMPARE(fact(rig)->toPlainText(), u"sink 60 cm"_qs);
    QCOMPARE(rig.find<QLineEdit>("article")->text(), u"art 5"_qs);
    QCOMPARE(rig.find<QLineEdit>("criterionNote")->text(), u"seen"_qs);
    QVERIFY(rig.find<QLabel>("criterionUnsent")->isVisible());
    QVERIFY(rig.find<QLabel>("missing")->text().contains(QString::number(open)));
    QVERIFY(!drafts(rig, place).isEmpty());
    // WHEN the finding is chosen THEN all of it is in the case, by one command
    rig.find<QRadioButton>("finding1")->click();
    QTRY_COMPARE(openCriteria(rig), open - 1);
    QCOMPARE(rig.fake.performed.size(), std::size_t{1});
    QCOMPARE(finding(rig, place).finding, criterion(rig).findings.front().id);
    QCOMPARE(finding(rig, place).fact, std::string("sink 60 cm"));
    QCOMPARE(finding(rig, place).article, std::string("art 5"));
    QCOMPARE(finding(rig, place).note, std::string("seen"));
    QTRY_VERIFY(drafts(rig, place).isEmpty());
    QVERIFY(!rig.find<QLabel>("criterionUnsent")->isVisible());
    QVERIFY(rig.find<QLabel>("missing")->text().contains(QString::number(open - 1)));
  }

  void shouldSendTheTextOnce_whenAKeyChoosesAndGoesOn() {
    DeskRig rig;
    const std::size_t place = arriveOpen(rig);
    examine(rig, place);
    typeFact(rig, u"sink 60 cm"_qs);
    auto* list = rig.find<QListWidget>("criteria");
    list->setFocus();
    rig.press(Qt::Key_1);
    QCOMPARE(list->currentRow(), 1);
    QTRY_COMPARE(finding(rig, place).fact, std::string("sink 60 cm"));
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
    QCOMPARE(rig.fake.performed.size(), std::size_t{1});
    QCOMPARE(fact(rig)->toPlainText(), QString());
    list->setCurrentRow(0);
    QTRY_COMPARE(fact(rig)->toPlainText(), u"sink 60 cm"_qs);
  }

  void shouldSendWhatIsTyped_whenAllOpenOnesAreMet() {
    DeskRig rig;
    const std::size_t place = arriveOpen(rig);
    examine(rig, place);
    typeFact(rig, u"sink 60 cm"_qs);
    rig.find<QListWidget>("criteria")->setCurrentRow(1);
    QCOMPARE(fact(rig)->toPlainText(), QString());
    rig.find<QPushButton>("meetAll")->click();
    QTRY_COMPARE(openCriteria(rig), std::size_t{0});
    QCOMPARE(finding(rig, place).fact, std::string("sink 60 cm"));
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
  }

  void shouldKeepTextAndCursor_whileTheCaseChangesElsewhere() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    examine(rig, place);
    typeFact(rig, u"sink 60"_qs);
    rig.press(Qt::Key_Left);
    elsewhere(rig, place, "kato", core::AddNote{"x"});
    QCOMPARE(fact(rig)->toPlainText(), u"sink 60"_qs);
    QCOMPARE(fact(rig)->textCursor().position(), 6);
    QVERIFY(fact(rig)->hasFocus());
    QVERIFY(rig.fake.performed.empty());
    rig.type(u"5"_qs);
    rig.press(Qt::Key_Tab);
    QTRY_COMPARE(finding(rig, place).fact, std::string("sink 650"));
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
    QCOMPARE(rig.fake.performed.size(), std::size_t{1});
  }

  void shouldKeepBothTexts_whenSomebodyElseWritesInTheSamePlace() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    examine(rig, place);
    typeFact(rig, u"mine"_qs);
    const std::string met = finding(rig, place).finding;
    elsewhere(rig, place, "tanaka", core::SetCriterion{criterion(rig).id, met, met, "theirs", "art 7", {}});
    QCOMPARE(fact(rig)->toPlainText(), u"mine"_qs);
    QCOMPARE(rig.find<QLineEdit>("article")->text(), u"art 7"_qs);
    QVERIFY(rig.find<QLabel>("criterionUnsent")->text().contains(u"theirs"_qs));
    QVERIFY(rig.message().isEmpty());
    rig.press(Qt::Key_Tab);
    QTRY_VERIFY(rig.isIdle());
    QVERIFY(!rig.message().isEmpty());
    QVERIFY(rig.fake.performed.empty());
    // WHEN the user decides for it
    rig.find<QRadioButton>("finding1")->click();
    QTRY_COMPARE(finding(rig, place).fact, std::string("mine"));
    QCOMPARE(finding(rig, place).article, std::string("art 7"));
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
  }

  void shouldKeepAndSay_whenTheCaseIsGivenToSomebodyElse() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    examine(rig, place);
    typeFact(rig, u"sink 60"_qs);
    elsewhere(rig, place, "tanaka", core::AssignCase{core::UserId("kato"), core::UserId("sato")});
    QVERIFY(fact(rig)->isReadOnly());
    QCOMPARE(fact(rig)->toPlainText(), u"sink 60"_qs);
    QVERIFY(rig.find<QLabel>("criterionUnsent")->isVisible());
    QVERIFY(!rig.message().isEmpty());
    QVERIFY(rig.fake.performed.empty());
    rig.reopen();
    examine(rig, place);
    QCOMPARE(fact(rig)->toPlainText(), u"sink 60"_qs);
    QVERIFY(rig.find<QLabel>("criterionUnsent")->isVisible());
    // WHEN it comes back THEN it can be sent
    elsewhere(rig, place, "tanaka", core::AssignCase{core::UserId("sato"), core::UserId("kato")});
    fact(rig)->setFocus();
    rig.press(Qt::Key_Tab);
    QTRY_COMPARE(finding(rig, place).fact, std::string("sink 60"));
  }

  void shouldBringBackWhatWasTyped_afterTheEndOfTheProgram() {
    DeskRig rig;
    const std::size_t open = arriveOpen(rig);
    const std::size_t examined = rig.arriveExamined();
    for (const std::size_t place : {open, examined}) {
      examine(rig, place);
      typeFact(rig, u"sink 60"_qs);
      const auto kept = drafts(rig, place);
      QVERIFY(rig.fake.performed.empty());
      // WHEN the program is killed: nothing it does at its end may count
      rig.reopen();
      rig.fake.drafts.keep(rig.fake.cases[place].record.state.id, kept);
      examine(rig, place);
      QCOMPARE(fact(rig)->toPlainText(), u"sink 60"_qs);
      rig.fake.performed.clear();
    }
    // Emptying it is leaving it.
    fact(rig)->clear();
    QTRY_VERIFY(rig.isIdle());
    rig.find<QListWidget>("criteria")->setCurrentRow(1);
    examine(rig, open);
    fact(rig)->clear();
    QVERIFY(drafts(rig, open).isEmpty());
  }

  void shouldForgetTheDraft_whenItArrivesWhileAnotherCaseIsShown() {
    DeskRig rig;
    const std::size_t place = arriveOpen(rig);
    const std::size_t other = arriveOpen(rig);
    examine(rig, place);
    typeFact(rig, u"sink 60"_qs);
    rig.find<QRadioButton>("finding1")->click();
    examine(rig, other);
    QCOMPARE(fact(rig)->toPlainText(), QString());
    QTRY_COMPARE(finding(rig, place).fact, std::string("sink 60"));
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
  }

  void shouldKeepWhatIsTyped_whileANoteIsOnItsWay() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const std::size_t other = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    auto* text = rig.find<QPlainTextEdit>("noteText");
    text->setFocus();
    rig.type(u"first"_qs);
    rig.find<QPushButton>("noteAdd")->click();
    rig.type(u" second"_qs);
    QTRY_COMPARE(rig.shown()->notes.size(), std::size_t{1});
    QTRY_COMPARE(text->toPlainText().trimmed(), u"second"_qs);
    // WHEN it arrives while another case is shown THEN it is no longer being written there
    rig.find<QPushButton>("noteAdd")->click();
    rig.openPlace(other);
    QTRY_VERIFY(rig.isIdle());
    rig.openPlace(place);
    QCOMPARE(text->toPlainText(), QString());
  }

  void shouldKeepANoteAndSayIt_whenTheUserMayNoLongerAddIt() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    auto* text = rig.find<QPlainTextEdit>("noteText");
    text->setFocus();
    rig.type(u"half a note"_qs);
    QVERIFY(!rig.find<QLabel>("noteUnsent")->isVisible());
    rig.fake.signInAs("mori");
    QTRY_VERIFY(rig.find<QLabel>("noteUnsent")->isVisible());
    QCOMPARE(text->toPlainText(), u"half a note"_qs);
    QVERIFY(text->isReadOnly() && text->hasFocus());
    QVERIFY(!rig.find<QPushButton>("noteAdd")->isEnabled());
  }
};

QTEST_MAIN(HalfTypedTest)
#include "halftypedtest.moc"
