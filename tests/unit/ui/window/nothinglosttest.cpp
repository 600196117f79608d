// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed survives another case, another window and the end of the program; what the server would take
// away waits for a person.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"
#include "ui/work/signinpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

/// As after a kill: another program, with nothing of this one but the drafts that are kept by now.
void comeBack(DeskRig& after, const DeskRig& killed, std::size_t place) {
  while (after.fake.cases.size() <= place)
    after.arriveExamined();
  const core::CaseId id = after.fake.cases[place].record.state.id;
  QCOMPARE(id, killed.fake.cases[place].record.state.id);
  after.fake.drafts.keep(id, killed.fake.drafts.drafts(id));
  after.openPlace(place);
}

} // namespace

class NothingLostTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldKeepANewNote_untilItIsAdded() {
    DeskRig rig;
    const std::size_t one = rig.arriveExamined();
    const std::size_t other = rig.arriveExamined();
    rig.open();
    rig.openPlace(one);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    rig.find<QPlainTextEdit>("noteText")->setFocus();
    rig.type(u"half a note"_qs);
    // Another case has its own note.
    rig.openPlace(other);
    QCOMPARE(rig.find<QPlainTextEdit>("noteText")->toPlainText(), QString());
    rig.openPlace(one);
    QCOMPARE(rig.find<QPlainTextEdit>("noteText")->toPlainText(), u"half a note"_qs);
    // WHEN the program is ended without a word
    rig.reopen();
    rig.openPlace(one);
    QCOMPARE(rig.find<QPlainTextEdit>("noteText")->toPlainText(), u"half a note"_qs);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    rig.find<QPushButton>("noteAdd")->click();
    QTRY_COMPARE(rig.fake.cases[one].record.state.notes.size(), std::size_t{1});
    QTRY_COMPARE(rig.find<QPlainTextEdit>("noteText")->toPlainText(), QString());
    rig.reopen();
    rig.openPlace(one);
    QCOMPARE(rig.find<QPlainTextEdit>("noteText")->toPlainText(), QString());
  }

  void shouldKeepANote_thatWasRefused() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.open();
    rig.openPlace(place);
    auto* text = rig.find<QPlainTextEdit>("noteText");
    text->setPlainText(u"123456789018"_qs); // a number that the rules keep out
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    rig.find<QPushButton>("noteAdd")->click();
    QTRY_VERIFY(!rig.message().isEmpty());
    QCOMPARE(text->toPlainText(), u"123456789018"_qs);
  }

  void shouldKeepWhatIsTypedOfAnApplicant_whenTheProgramIsKilled() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.find<QAbstractButton>("applicantToggle")->setChecked(true);
    rig.find<QLineEdit>("applicant:/party/address/building")->setFocus();
    rig.type(u"Annex"_qs);
    const QString written = rig.find<QLineEdit>("applicant:/party/address/building")->text();
    DeskRig after;
    comeBack(after, rig, place);
    auto* building = after.find<QLineEdit>("applicant:/party/address/building");
    QVERIFY(building->isVisible());
    QCOMPARE(building->text(), written);
    QVERIFY(after.shown()->applicant.party.address.building != written.toStdString()); // it was not left
    building->setFocus();
    after.press(Qt::Key_Tab);
    QTRY_COMPARE(after.shown()->applicant.party.address.building, written.toStdString());
    QVERIFY(after.fake.drafts.drafts(after.shown()->id).isEmpty());
  }

  void shouldKeepWhatIsTypedOfAnApplicant_withItsOwnCase() {
    DeskRig rig;
    const std::size_t one = rig.arriveExamined();
    const std::size_t other = rig.arriveExamined();
    rig.openPlace(one);
    rig.find<QAbstractButton>("applicantToggle")->setChecked(true);
    auto* kana = rig.find<QLineEdit>("applicant:/party/name/kana");
    const QString was = kana->text();
    kana->setFocus();
    kana->selectAll();
    rig.type(u"not kana"_qs); // cannot be saved so
    auto* building = rig.find<QLineEdit>("applicant:/party/address/building");
    const std::string others = rig.fake.cases[other].record.state.applicant.party.address.building;
    building->setFocus();
    rig.type(u"Annex"_qs);
    const QString written = building->text();
    // WHEN another case is opened THEN what is a value is saved in the case that it was typed for
    rig.openPlace(other);
    QTRY_COMPARE(rig.fake.cases[one].record.state.applicant.party.address.building, written.toStdString());
    QTRY_VERIFY(rig.isIdle());
    QCOMPARE(rig.fake.cases[other].record.state.applicant.party.address.building, others);
    QCOMPARE(building->text(), QString::fromStdString(others));
    QCOMPARE(kana->text(), was);
    rig.openPlace(one);
    QCOMPARE(kana->text(), u"not kana"_qs);
    kana->setFocus();
    rig.press(Qt::Key_Escape);
    QCOMPARE(kana->text(), was);
    QVERIFY(rig.fake.drafts.drafts(rig.shown()->id).isEmpty());
  }

  void shouldKeepADecisionThatIsBeingWritten() {
    DeskRig rig;
    const std::size_t one = rig.arriveExamined();
    const std::size_t other = rig.arriveExamined();
    rig.open();
    rig.openPlace(one);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kDecision);
    rig.find<QRadioButton>("outcome2")->click();
    rig.find<QPushButton>("addReason")->click();
    rig.find<QTableWidget>("reasons")->item(0, 1)->setText(u"図面と異なる"_qs);
    rig.find<QPlainTextEdit>("remarks")->setPlainText(u"要確認"_qs);
    rig.find<QAbstractButton>("important")->click();
    const auto isThere = [&] {
      auto* reasons = rig.find<QTableWidget>("reasons");
      return rig.find<QRadioButton>("outcome2")->isChecked() && reasons->rowCount() == 1 &&
             reasons->item(0, 1)->text() == u"図面と異なる"_qs &&
             rig.find<QPlainTextEdit>("remarks")->toPlainText() == u"要確認"_qs &&
             rig.find<QAbstractButton>("important")->isChecked();
    };
    QVERIFY(isThere());
    rig.openPlace(other);
    QVERIFY(!rig.find<QRadioButton>("outcome2")->isChecked());
    rig.openPlace(one);
    QVERIFY(isThere());
    rig.reopen();
    rig.openPlace(one);
    QVERIFY(isThere());
    // WHEN it is saved as another draft THEN that is what stands
    rig.find<QRadioButton>("outcome0")->click();
    rig.find<QPushButton>("saveDraft")->click();
    QTRY_VERIFY(rig.isIdle() && rig.shown()->draftVersions == 1);
    rig.reopen();
    rig.openPlace(one);
    QVERIFY(rig.find<QRadioButton>("outcome0")->isChecked());
    QVERIFY(rig.fake.drafts.drafts(rig.fake.cases[one].record.state.id).isEmpty());
  }

  void shouldKeepAReasonInItsCell_whenTheProgramIsKilled() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kDecision);
    rig.find<QRadioButton>("outcome2")->click();
    rig.find<QPushButton>("addReason")->click();
    auto* reasons = rig.find<QTableWidget>("reasons");
    reasons->editItem(reasons->item(0, 1));
    rig.type(u"half a fact"_qs); // the cell is still being edited
    DeskRig after;
    comeBack(after, rig, place);
    reasons = after.find<QTableWidget>("reasons");
    QCOMPARE(reasons->rowCount(), 1);
    QCOMPARE(reasons->item(0, 1)->text(), u"half a fact"_qs);
  }

  void shouldKeepACorrection_whenTheProgramIsKilled() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->run(models::CaseAction::AskCorrection);
    QDialog* dialog = rig.dialog("correctionDialog");
    auto* items = dialog->findChild<QTableWidget*>(u"correctionItems"_qs);
    const int proposed = items->rowCount();
    dialog->findChild<QPushButton*>(u"addItem"_qs)->click();
    rig.type(u"Scal of the plan"_qs); // its cell is still being edited
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
    for (int i = 0; i < 4; ++i)
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    rig.type(u"e"_qs);
    QLineEdit* due = dialog->findChild<QWidget*>(u"correctionDue"_qs)->findChild<QLineEdit*>();
    due->setText(u"R8."_qs);
    DeskRig after;
    comeBack(after, rig, place);
    after.window->workspace()->run(models::CaseAction::AskCorrection);
    dialog = after.dialog("correctionDialog");
    items = dialog->findChild<QTableWidget*>(u"correctionItems"_qs);
    due = dialog->findChild<QWidget*>(u"correctionDue"_qs)->findChild<QLineEdit*>();
    QCOMPARE(items->rowCount(), proposed + 1);
    QCOMPARE(items->item(proposed, 1)->text(), u"Scale of the plan"_qs);
    QCOMPARE(due->text(), u"R8."_qs);
    // WHEN it is begun anew THEN what is proposed stands there, and nothing is kept
    dialog->findChild<QPushButton*>(u"beginAnew"_qs)->click();
    QCOMPARE(items->rowCount(), proposed);
    QVERIFY(due->text() != u"R8."_qs);
    QVERIFY(after.fake.drafts.drafts(after.shown()->id).isEmpty());
  }

  void shouldKeepACorrection_thatWasRefused() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->run(models::CaseAction::AskCorrection);
    QDialog* dialog = rig.dialog("correctionDialog");
    auto* items = dialog->findChild<QTableWidget*>(u"correctionItems"_qs);
    items->item(0, 1)->setText(u"123456789018"_qs); // a number that the rules keep out
    const core::CaseId id = rig.shown()->id;
    for (const QString& kept : rig.fake.drafts.drafts(id))
      QVERIFY(!kept.contains(u"123456789018"_qs)); // nor is it kept
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    auto* error = dialog->findChild<QLabel*>(u"askedError"_qs);
    QTRY_VERIFY(error != nullptr && error->isVisible() && !error->text().isEmpty());
    QVERIFY(dialog->isVisible());
    QCOMPARE(items->item(0, 1)->text(), u"123456789018"_qs);
    // WHEN it is put away THEN it is there again, until it is done
    items->item(0, 1)->setText(u"図面の縮尺"_qs);
    dialog->reject();
    QTRY_VERIFY(rig.find<QDialog>("correctionDialog") == nullptr);
    rig.window->workspace()->run(models::CaseAction::AskCorrection);
    dialog = rig.dialog("correctionDialog");
    items = dialog->findChild<QTableWidget*>(u"correctionItems"_qs);
    QCOMPARE(items->item(0, 1)->text(), u"図面の縮尺"_qs);
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.shown()->status, core::Status::AwaitingCorrection);
    QTRY_VERIFY(rig.find<QDialog>("correctionDialog") == nullptr);
    QVERIFY(rig.fake.drafts.drafts(id).isEmpty());
  }

  void shouldKeepTheWordsOfAnAction_untilItIsDone() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->run(models::CaseAction::StopClock);
    QDialog* dialog = rig.dialog("actionDialog");
    dialog->findChild<QComboBox*>(u"askChoice"_qs)->setCurrentIndex(1);
    dialog->findChild<QWidget*>(u"askDay"_qs)->findChild<QLineEdit*>()->setText(u"R8."_qs);
    dialog->findChild<QPlainTextEdit*>(u"askText"_qs)->setPlainText(u"half a reason"_qs);
    DeskRig after;
    comeBack(after, rig, place);
    after.window->workspace()->run(models::CaseAction::StopClock);
    dialog = after.dialog("actionDialog");
    QCOMPARE(dialog->findChild<QComboBox*>(u"askChoice"_qs)->currentIndex(), 1);
    QCOMPARE(dialog->findChild<QWidget*>(u"askDay"_qs)->findChild<QLineEdit*>()->text(), u"R8."_qs);
    QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"askText"_qs)->toPlainText(), u"half a reason"_qs);
    dialog->reject();
    QTRY_VERIFY(after.find<QDialog>("actionDialog") == nullptr);
    // Another action has its own words.
    after.window->workspace()->run(models::CaseAction::Withdraw);
    dialog = after.dialog("actionDialog");
    auto* reason = dialog->findChild<QPlainTextEdit*>(u"askText"_qs);
    QCOMPARE(reason->toPlainText(), QString());
    // WHEN the rules refuse it THEN it stays, and says why
    reason->setPlainText(u"123456789018"_qs);
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    auto* error = dialog->findChild<QLabel*>(u"askedError"_qs);
    QTRY_VERIFY(error != nullptr && error->isVisible() && !error->text().isEmpty());
    QVERIFY(dialog->isVisible());
    reason->setPlainText(u"by the applicant"_qs);
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(after.shown()->status, core::Status::Withdrawn);
    QTRY_VERIFY(after.find<QDialog>("actionDialog") == nullptr);
    // What is done is kept no more; the other action's words are.
    QCOMPARE(after.fake.drafts.drafts(after.shown()->id).size(), 1);
  }

  void shouldNameTheFieldsOfAConflict_alsoWhenTheCaseIsNotOpen() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    const core::CaseId id = rig.fake.cases[place].record.state.id;
    const core::json::value* before =
        core::valueAt(rig.fake.cases[place].record.state.form, "/facility/name");
    const core::json::value was = *before;
    const core::json::value mine = core::json::string("みどり亭");
    QVERIFY(rig.fake.perform(id, core::EditForm{{{"/facility/name", was, mine}}}).has_value());
    rig.fake.conflict(place, {"/form/facility/name", was, mine, core::json::string("あおい亭"),
                              core::UserId("kato"), rig.fake.now});
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::NeedsAttention);
    QFrame* card = nullptr;
    QTRY_VERIFY((card = rig.find<QFrame>("conflict:/form/facility/name")) != nullptr);
    const auto labels = card->findChildren<QLabel*>();
    for (const QLabel* label : labels)
      QVERIFY2(!label->text().contains(QChar(u'/')), qPrintable(label->text()));
    QVERIFY(rig.shown() == nullptr);
  }

  void shouldHoldARemoval_untilItIsAllowed() {
    DeskRig rig;
    rig.open();
    QVERIFY(!rig.find<QPushButton>("heldRemoval")->isVisible());
    rig.fake.status.heldRemoval = {340, 1000, 2, rig.fake.now};
    Q_EMIT rig.fake.sync.statusChanged();
    QVERIFY(rig.message().contains(u"340"_qs));
    QVERIFY(rig.find<QPushButton>("heldRemoval")->isVisible());
    rig.find<QPushButton>("heldRemoval")->click();
    auto* card = rig.find<QFrame>("heldRemovalCard");
    QTRY_VERIFY(card->isVisible());
    QVERIFY(rig.find<QLabel>("heldRemovalText")->text().contains(u"340"_qs));
    rig.find<QPushButton>("removalAllow")->click();
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    asked->reject();
    QCOMPARE(rig.fake.sync.allowed, 0);
    QTRY_VERIFY(rig.window->findChild<QDialog*>(u"actionDialog"_qs) == nullptr);
    // WHEN it is put off THEN the status line leads back
    rig.find<QPushButton>("removalKeep")->click();
    QVERIFY(!card->isVisible());
    rig.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(card->isVisible());
    rig.find<QPushButton>("removalAllow")->click();
    asked = rig.dialog("actionDialog");
    QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rig.fake.sync.allowed, 1);
    rig.fake.status.heldRemoval.reset();
    Q_EMIT rig.fake.sync.statusChanged();
    QVERIFY(!card->isVisible());
    QVERIFY(!rig.find<QPushButton>("heldRemoval")->isVisible());
  }
};

QTEST_MAIN(NothingLostTest)
#include "nothinglosttest.moc"
