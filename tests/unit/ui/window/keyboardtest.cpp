// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk clears a queue without the mouse.
#include "tests/support/guitestsupport.h"
#include "tests/support/prove.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>

#include <cstdio>

using namespace madoguchi;
using tests::DeskRig;

namespace {

void fillQueue(DeskRig& rig, int cases) {
  for (int i = 0; i < cases; ++i)
    rig.fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 3 + i % 10);
}

/// The window on the queue of cases that nobody holds, with the keyboard in its table.
void openQueue(DeskRig& rig, int cases) {
  fillQueue(rig, cases);
  rig.open();
  rig.window->workspace()->showQueue(core::Queue::Unassigned);
  QTRY_COMPARE(rig.desk->table.rowCount(), cases);
  rig.window->workspace()->focusTable();
}

void takeOne(DeskRig& rig) {
  rig.press(Qt::Key_A);
  QTRY_VERIFY(rig.desk->opened.isMine() && rig.isIdle());
}

} // namespace

class KeyboardTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldClearACleanCase_inSevenKeys() {
    DeskRig rig;
    openQueue(rig, 3);
    for (int cleared = 1; cleared <= 3; ++cleared) {
      rig.keys = 0;
      // WHEN the next case is opened, taken, examined, drafted and submitted
      rig.press(Qt::Key_N);
      QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->status == core::Status::Arrived);
      rig.press(Qt::Key_A);
      QTRY_VERIFY(rig.desk->opened.isMine() && rig.isIdle());
      rig.press(Qt::Key_E);
      QTRY_VERIFY(rig.find<QListWidget>("criteria")->hasFocus());
      rig.press(Qt::Key_M, Qt::ShiftModifier);
      QTRY_VERIFY(rig.isIdle() && !models::whyNot(models::CaseAction::Draft, rig.desk->opened));
      rig.press(Qt::Key_D);
      rig.press(Qt::Key_S);
      QTRY_VERIFY(rig.shown()->status == core::Status::InApproval);
      QVERIFY2(rig.keys <= 7, qPrintable(QString::number(rig.keys)));
    }
    QTRY_COMPARE(rig.desk->table.rowCount(), 0);
    for (const auto& item : rig.fake.cases)
      QCOMPARE(item.record.state.status, core::Status::InApproval);
  }

  void shouldClearFiftyCases_inFiveKeysEach() {
    const int cases = tests::count(15, 50);
    DeskRig rig;
    // None of them is late: a late one asks for a word about it.
    for (int i = 0; i < cases; ++i)
      rig.fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 3 + i % 8);
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::Unassigned);
    QTRY_COMPARE(rig.desk->table.rowCount(), cases);
    rig.window->workspace()->focusTable();
    rig.keys = 0;
    for (int cleared = 0; cleared < cases; ++cleared) {
      // Next, take, examine, all criteria met, submit with the proposed draft.
      rig.press(Qt::Key_N);
      QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->status == core::Status::Arrived);
      rig.press(Qt::Key_A);
      QTRY_VERIFY(rig.desk->opened.isMine() && rig.isIdle());
      rig.press(Qt::Key_E);
      QTRY_VERIFY(rig.find<QListWidget>("criteria")->hasFocus());
      rig.press(Qt::Key_M, Qt::ShiftModifier);
      QTRY_VERIFY(rig.isIdle() && !models::whyNot(models::CaseAction::Submit, rig.desk->opened));
      rig.press(Qt::Key_S);
      QTRY_VERIFY(rig.shown()->status == core::Status::InApproval && rig.isIdle());
    }
    QTRY_COMPARE(rig.desk->table.rowCount(), 0);
    for (const auto& item : rig.fake.cases)
      QCOMPARE(item.record.state.status, core::Status::InApproval);
    std::printf("%d cases, %d keys, %.2f keys per case\n", cases, rig.keys, double(rig.keys) / cases);
    QVERIFY(rig.keys <= 6 * cases);
    // While one case is read, the next one of the queue is read ahead.
    QVERIFY(rig.fake.opened.prepared.size() >= static_cast<std::size_t>(cases - 1));
  }

  void shouldMoveThroughTheTable_andOpenTheRowOfTheKey() {
    DeskRig rig;
    openQueue(rig, 4);
    auto* table = rig.find<QTableView>("caseTable");
    table->setFocus();
    QVERIFY(rig.shown() == nullptr);
    rig.press(Qt::Key_J);
    rig.press(Qt::Key_J);
    rig.press(Qt::Key_K);
    QTRY_VERIFY(rig.shown() != nullptr);
    const int row = table->currentIndex().row();
    QTRY_VERIFY(rig.desk->table.caseAt(row) != nullptr);
    QCOMPARE(rig.shown()->id, rig.desk->table.caseAt(row)->id);
    // WHEN the user goes on and acts at once, the action is for the row that is current
    rig.press(Qt::Key_J);
    rig.press(Qt::Key_A);
    QTRY_VERIFY(rig.desk->opened.isMine());
    QCOMPARE(rig.fake.performed.size(), std::size_t{2});
  }

  void shouldLeaveLettersToWhoTakesText() {
    DeskRig rig;
    openQueue(rig, 2);
    rig.press(Qt::Key_N);
    QTRY_VERIFY(rig.shown() != nullptr);
    rig.press(Qt::Key_Slash);
    auto* filter = rig.find<QLineEdit>("filterText");
    QTRY_VERIFY(filter->hasFocus());
    rig.type(u"acdnsjk"_qs);
    QCOMPARE(filter->text(), u"acdnsjk"_qs);
    QVERIFY(rig.fake.performed.empty());
    filter->clear();
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    auto* note = rig.find<QPlainTextEdit>("noteText");
    note->setFocus();
    rig.type(u"as"_qs);
    QCOMPARE(note->toPlainText(), u"as"_qs);
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldNotAct_whileAnInputMethodComposes() {
    DeskRig rig;
    openQueue(rig, 1);
    auto* filter = rig.find<QLineEdit>("filterText");
    filter->setFocus();
    // GIVEN a text that is being composed
    QInputMethodEvent composing(u"さ"_qs, {});
    QApplication::sendEvent(filter, &composing);
    // WHEN keys arrive that would be actions elsewhere
    rig.press(Qt::Key_A);
    rig.press(Qt::Key_S);
    // THEN nothing is done
    QVERIFY(rig.fake.performed.empty());
    QInputMethodEvent committed;
    committed.setCommitString(u"佐"_qs);
    QApplication::sendEvent(filter, &committed);
    QVERIFY(filter->text().contains(u"佐"_qs));
    // and the table itself asks for no input method at all
    QVERIFY(!rig.find<QTableView>("caseTable")->testAttribute(Qt::WA_InputMethodEnabled));
    static_cast<void>(rig.window->workspace()->casePages());
    QVERIFY(!rig.find<QListWidget>("criteria")->testAttribute(Qt::WA_InputMethodEnabled));
  }

  void shouldSayWhy_whenAKeyCannotAct() {
    DeskRig rig;
    openQueue(rig, 1);
    rig.press(Qt::Key_N);
    QTRY_VERIFY(rig.shown() != nullptr);
    rig.press(Qt::Key_S);
    QVERIFY(!rig.message().isEmpty());
    QVERIFY(rig.fake.performed.empty());
    const auto* submit = rig.find<QToolButton>("action:submit");
    QVERIFY(!submit->isEnabled());
    QVERIFY(!submit->toolTip().isEmpty());
  }

  void shouldGiveEachKeyToOneThing() {
    // Where two of a window have the same key, Qt gives it to neither.
    DeskRig rig;
    openQueue(rig, 1);
    static_cast<void>(rig.window->workspace()->casePages());
    QStringList keys;
    for (const QAction* action : rig.window->findChildren<QAction*>())
      if (action->shortcutContext() == Qt::WindowShortcut)
        for (const QKeySequence& key : action->shortcuts())
          keys << key.toString();
    for (const QShortcut* shortcut : rig.window->findChildren<QShortcut*>())
      if (shortcut->context() == Qt::WindowShortcut) keys << shortcut->key().toString();
    for (const QAbstractButton* button : rig.window->findChildren<QAbstractButton*>())
      if (button->shortcut() != QKeySequence::mnemonic(button->text())) keys << button->shortcut().toString();
    keys.removeAll(QString());
    QVERIFY(keys.size() > 50);
    QStringList twice;
    for (const QString& key : keys)
      if (keys.count(key) > 1 && !twice.contains(key)) twice << key;
    QCOMPARE(twice, QStringList());
  }

  void shouldUndo() {
    DeskRig rig;
    openQueue(rig, 1);
    takeOne(rig);
    rig.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(rig.shown()->holder.empty());
    QTRY_VERIFY(!rig.message().isEmpty());
  }

  void shouldAskForACorrection_withItsDueDay() {
    DeskRig rig;
    openQueue(rig, 1);
    takeOne(rig);
    rig.press(Qt::Key_C);
    QDialog* dialog = rig.dialog("correctionDialog");
    QVERIFY(dialog != nullptr);
    // The missing documents are proposed, and the sum behind the day is shown.
    QVERIFY(dialog->findChild<QTableWidget*>(u"correctionItems"_qs)->rowCount() > 0);
    QVERIFY(!dialog->findChild<QLabel*>(u"correctionSum"_qs)->text().isEmpty());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rig.shown()->status, core::Status::AwaitingCorrection);
    QCOMPARE(rig.shown()->rounds.back().dueOn, core::makeDate(2026, 12, 4));
  }

  void shouldFindActionsByName() {
    DeskRig rig;
    fillQueue(rig, 1);
    rig.open();
    rig.press(Qt::Key_K, Qt::ControlModifier);
    QDialog* palette = rig.dialog("commandPalette");
    QVERIFY(palette != nullptr);
    auto* list = palette->findChild<QListWidget*>(u"paletteList"_qs);
    // What can be done stands before what cannot; none of it is scrolled sideways.
    const auto possible = [list](int row) { return list->item(row)->flags().testFlag(Qt::ItemIsEnabled); };
    for (int row = 1; row < list->count(); ++row)
      QVERIFY(possible(row - 1) || !possible(row));
    QVERIFY(possible(0) && !possible(list->count() - 1));
    rig.type(u"outbox"_qs);
    for (int row = 0; row < list->count(); ++row)
      QVERIFY2(list->item(row)->text().contains(u"outbox"_qs, Qt::CaseInsensitive),
               qPrintable(list->item(row)->text()));
    // What is done in it cannot be done from here.
    QVERIFY(possible(0) && !possible(1));
    rig.press(Qt::Key_Return);
    QTRY_VERIFY(rig.find<QTableView>("outbox")->isVisible());
  }

  void shouldSearchEverywhere_andSayWhy() {
    DeskRig rig;
    rig.fake.arrive("road-occupation-permit", "渡邉 さゆり", "ワタナベ サユリ", 3);
    rig.open();
    rig.press(Qt::Key_F, Qt::ControlModifier);
    QDialog* search = rig.dialog("searchDialog");
    QVERIFY(search != nullptr);
    rig.type(QString());
    search->findChild<QLineEdit*>(u"searchText"_qs)->setText(u"わたなべ"_qs);
    auto* hits = search->findChild<QListWidget*>(u"searchHits"_qs);
    QTRY_COMPARE(hits->count(), 1);
    QVERIFY(hits->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"ワタナベ"_qs));
    rig.press(Qt::Key_Return);
    QTRY_VERIFY(rig.shown() != nullptr);
  }
};

QTEST_MAIN(KeyboardTest)
#include "keyboardtest.moc"
