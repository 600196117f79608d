// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// "To decide": who signs for a batch, and what of it is there again after the program has ended.
#include "ui/work/batchpage.h"

#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/workspace.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeView>
#include <QtTest>

using namespace madoguchi;
using models::RunState;
using tests::DeskRig;

namespace {

const QString kPin = QStringLiteral("482915");

/// The chief SUZUKI has three alike drafts and one with conditions to decide.
struct Rig : DeskRig {
  Rig() : DeskRig("suzuki") {
    for (int i = 0; i < 3; ++i)
      submit("申請者" + std::to_string(i), {});
    core::DraftDecision draft;
    draft.outcome = core::Outcome::GrantedWithConditions;
    draft.conditions = {"深夜の営業を行わないこと。"};
    submit("条件の人", draft);
    if (!fake.session.setPin(kPin)) qFatal("the PIN is not taken");
    openBatch();
  }
  void submit(const std::string& name, const core::DraftDecision& draft) {
    const std::size_t place = fake.arrive("food-business-permit", name, "シンセイシャ", 3);
    fake.examine(place, "kato");
    fake.submit(place, draft, "kato");
  }
  void openBatch() {
    open();
    window->workspace()->showQueue(core::Queue::ToDecide);
    if (!QTest::qWaitFor([&] { return !desk->batch.isLoading() && desk->batch.rowCount() > 0; }))
      qFatal("the drafts do not come");
    window->workspace()->focusTable();
  }
  /// As after a kill: other objects on what is kept.
  void kill() {
    window.reset();
    desk.reset();
    openBatch();
  }
  void mark(std::size_t place) const {
    models::BatchModel& batch = desk->batch;
    for (int group = 0; group < batch.rowCount(); ++group) {
      const QModelIndex parent = batch.index(group, 0);
      for (int row = 0; row < batch.rowCount(parent); ++row) {
        const QModelIndex index = batch.index(row, 0, parent);
        if (batch.caseAt(index)->state->id == fake.cases[place].record.state.id)
          batch.setData(index, Qt::Checked, Qt::CheckStateRole);
      }
    }
  }
  void clickWhenEnabled(const char* name) const {
    auto* button = find<QPushButton>(name);
    QVERIFY2(button != nullptr && button->isEnabled(), name);
    button->click();
  }
  [[nodiscard]] QString said(QDialog* asked) const {
    return asked->findChild<QLabel*>(u"askedError"_qs)->text();
  }
  [[nodiscard]] QString listed(QDialog* asked) const {
    return asked->findChild<QTextBrowser*>(u"askedList"_qs)->toPlainText();
  }
  void finish() const { QTRY_COMPARE(desk->batch.runState(), RunState::Idle); }
  /// Approves until so many are done, and ends then.
  void killAfter(int done) {
    clickWhenEnabled("batchApprove");
    QObject::connect(&desk->batch, &models::BatchModel::runChanged, &desk->batch, [this, done] {
      if (desk->batch.finished() == done) desk->batch.pause();
    });
    if (dialog("actionDialog") == nullptr) qFatal("nobody asks");
    type(kPin);
    press(Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return desk->batch.finished() == done; })) qFatal("nothing is decided");
    kill();
  }
};

} // namespace

class BatchPageTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldAskForThePinOnce_overTheListOfWhatIsDecided() {
    Rig rig;
    rig.mark(3);
    rig.clickWhenEnabled("batchApprove");
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    // How many, and each that is unlike by name and with why.
    QVERIFY2(asked->windowTitle().contains(u'4'), qPrintable(asked->windowTitle()));
    QVERIFY2(rig.listed(asked).contains(u"条件の人"_qs), qPrintable(rig.listed(asked)));
    QVERIFY2(!rig.listed(asked).contains(u"申請者0"_qs), qPrintable(rig.listed(asked)));
    QVERIFY(!asked->findChild<QPushButton*>(u"accept"_qs)->isEnabled());
    // WHEN it is wrong THEN nothing is decided, and the batch stays as it was
    rig.type(u"111111"_qs);
    rig.press(Qt::Key_Return);
    QTRY_VERIFY(!rig.said(asked).isEmpty());
    QVERIFY(asked->isVisible());
    QVERIFY(rig.fake.performed.empty());
    QCOMPARE(rig.desk->batch.runState(), RunState::Idle);
    QCOMPARE(rig.desk->batch.checkedCount(), 4);
    QVERIFY(rig.fake.journal.end() ==
            std::find(rig.fake.journal.begin(), rig.fake.journal.end(), "signBatch"));
    // WHEN it is right THEN each case has a command of its own, and one row says who signed
    rig.type(kPin);
    rig.press(Qt::Key_Return);
    QTRY_COMPARE(rig.desk->batch.finished(), 4);
    rig.finish();
    QCOMPARE(rig.fake.performed.size(), std::size_t{4});
    QCOMPARE(std::count(rig.fake.journal.begin(), rig.fake.journal.end(), "signBatch"), 1);
  }

  void shouldTakeNobodysUnlockingForASignature() {
    Rig rig;
    rig.clickWhenEnabled("batchApprove");
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    Q_EMIT rig.fake.session.confirmed();
    QCoreApplication::processEvents();
    QVERIFY(asked->isVisible());
    QVERIFY(rig.fake.performed.empty());
    asked->reject();
    QCOMPARE(rig.desk->batch.checkedCount(), 3);
  }

  void shouldAskForThePassword_whereNoPinWasChosen() {
    Rig rig;
    rig.fake.session.forgetPin();
    rig.clickWhenEnabled("batchApprove");
    QDialog* asked = rig.dialog("actionDialog");
    rig.type(u"wrong"_qs);
    rig.press(Qt::Key_Return);
    QTRY_VERIFY(!rig.said(asked).isEmpty());
    QVERIFY(rig.fake.performed.empty());
    rig.type(u"window"_qs);
    rig.press(Qt::Key_Return);
    QTRY_COMPARE(rig.desk->batch.finished(), 3);
    QCOMPARE(rig.fake.references->me.id, core::UserId("suzuki"));
  }

  void shouldAskBeforeAnInterruptedBatchGoesOn() {
    Rig rig;
    rig.killAfter(1);
    QCOMPARE(rig.desk->batch.runState(), RunState::Paused);
    QVERIFY2(rig.message().contains(u"To decide"_qs), qPrintable(rig.message()));
    QVERIFY(rig.find<QLabel>("batchState")->text().contains(u'3'));
    QVERIFY(!rig.find<QPushButton>("batchApprove")->isEnabled());
    const std::size_t sent = rig.fake.performed.size();
    rig.clickWhenEnabled("batchPause");
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    QVERIFY2(asked->windowTitle().contains(u'2'), qPrintable(asked->windowTitle()));
    // WHEN it is put away, or the PIN is wrong THEN nothing goes on
    rig.type(u"111111"_qs);
    rig.press(Qt::Key_Return);
    QTRY_VERIFY(!rig.said(asked).isEmpty());
    asked->reject();
    QTRY_VERIFY(rig.find<QDialog>("actionDialog") == nullptr);
    QCOMPARE(rig.fake.performed.size(), sent);
    QCOMPARE(rig.desk->batch.runState(), RunState::Paused);
    rig.clickWhenEnabled("batchPause");
    asked = rig.dialog("actionDialog");
    rig.type(kPin);
    rig.press(Qt::Key_Return);
    QTRY_COMPARE(rig.desk->batch.finished(), 3);
    rig.finish();
    QCOMPARE(rig.desk->batch.refusedCount(), 0);
    for (std::size_t place = 0; place < 3; ++place) {
      const auto& timeline = rig.fake.cases[place].record.timeline;
      QCOMPARE(std::count_if(
                   timeline.begin(), timeline.end(),
                   [](const auto& event) { return std::holds_alternative<core::StageApproved>(event.body); }),
               1);
    }
    // AND the results stay until they are put away
    rig.kill();
    QVERIFY(rig.find<QLabel>("batchState")->text().contains(u'3'));
    rig.clickWhenEnabled("batchReload");
    QTRY_VERIFY(!rig.desk->batch.isLoading());
    QCOMPARE(rig.desk->batch.total(), 0);
  }

  void shouldKeepTheReasonOfReturningMany_untilTheBatchHasIt() {
    Rig rig;
    rig.clickWhenEnabled("batchReturn");
    QDialog* asked = rig.dialog("actionDialog");
    rig.type(u"half a reason"_qs);
    rig.press(Qt::Key_Escape);
    QTRY_VERIFY(rig.find<QDialog>("actionDialog") == nullptr);
    rig.kill();
    rig.clickWhenEnabled("batchReturn");
    asked = rig.dialog("actionDialog");
    auto* reason = asked->findChild<QPlainTextEdit*>(u"askText"_qs);
    QCOMPARE(reason->toPlainText(), u"half a reason"_qs);
    // WHEN it holds what is kept nowhere THEN it is said before anything is returned
    reason->setPlainText(u"123456789018"_qs);
    asked->findChild<QPushButton*>(u"accept"_qs)->click();
    QVERIFY(!rig.said(asked).isEmpty());
    QVERIFY(asked->isVisible());
    QVERIFY(rig.fake.performed.empty());
    // WHEN one of them cannot be returned THEN the reason stands there for it the next time
    rig.fake.act(1, "kato", core::RecallDraft{rig.fake.cases[1].record.state.draft->version});
    reason->setPlainText(u"図面を確認すること"_qs);
    asked->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.desk->batch.finished(), 3);
    rig.finish();
    QCOMPARE(rig.desk->batch.refusedCount(), 1);
    QCOMPARE(rig.fake.cases[0].record.state.returnReason, std::string("図面を確認すること"));
    QTRY_VERIFY(rig.find<QDialog>("actionDialog") == nullptr);
    QVERIFY(rig.fake.drafts.drafts(core::CaseId("desk:batchAsked")).isEmpty());
    rig.clickWhenEnabled("batchReturn");
    asked = rig.dialog("actionDialog");
    QCOMPARE(asked->findChild<QPlainTextEdit*>(u"askText"_qs)->toPlainText(), u"図面を確認すること"_qs);
  }

  void shouldProposeTheReasonAgain_forWhatWasLeft() {
    Rig rig;
    rig.clickWhenEnabled("batchReturn");
    QDialog* asked = rig.dialog("actionDialog");
    asked->findChild<QPlainTextEdit*>(u"askText"_qs)->setPlainText(u"図面を確認すること"_qs);
    models::BatchModel& batch = rig.desk->batch;
    connect(&batch, &models::BatchModel::runChanged, &batch, [&batch] {
      if (batch.finished() == 1) batch.stop();
    });
    asked->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(batch.run().left(), std::size_t{2});
    rig.finish();
    QTRY_VERIFY(rig.find<QDialog>("actionDialog") == nullptr);
    rig.clickWhenEnabled("batchReturn");
    asked = rig.dialog("actionDialog");
    QCOMPARE(asked->findChild<QPlainTextEdit*>(u"askText"_qs)->toPlainText(), u"図面を確認すること"_qs);
  }
};

QTEST_MAIN(BatchPageTest)
#include "batchpagetest.moc"
