// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A decider is away: who records it, who decides meanwhile, and what the decider sees on return.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/dayedit.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

/// A food permit whose only open stage is the manager's decision.
std::size_t waitingForTheManager(DeskRig& rig, core::DraftDecision draft = {}) {
  const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
  rig.fake.examine(place, "kato");
  rig.fake.submit(place, std::move(draft), "kato");
  const core::Draft& made = *rig.fake.cases[place].record.state.draft;
  rig.fake.act(place, "kimura", core::Approve{made.version, made.hash, {}});
  return place;
}

void showToDecide(DeskRig& rig, int groups) {
  rig.window->workspace()->showQueue(core::Queue::ToDecide);
  QTRY_VERIFY(!rig.desk->batch.isLoading());
  QTRY_COMPARE(rig.desk->batch.rowCount(), groups);
}

/// Opens the only case of the only group.
void openOnly(DeskRig& rig) {
  auto* tree = rig.find<QTreeView>("batch");
  tree->setCurrentIndex(rig.desk->batch.index(0, 0, rig.desk->batch.index(0, 0)));
  tree->setFocus();
  rig.press(Qt::Key_Return);
  QTRY_VERIFY(rig.shown() != nullptr);
  rig.window->workspace()->focusTable();
}

} // namespace

class AbsenceTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldRecordWhoIsAway_andEndIt() {
    DeskRig rig("tanaka");
    rig.open();
    rig.find<QAction>("command:attendance")->trigger();
    QDialog* dialog = rig.dialog("attendanceDialog");
    QVERIFY(dialog != nullptr);
    auto* people = dialog->findChild<QComboBox*>(u"absentPerson"_qs);
    QCOMPARE(people->currentData().toString(), u"tanaka"_qs); // oneself first
    people->setCurrentIndex(people->findData(u"suzuki"_qs));
    dialog->findChild<ui::DayEdit*>(u"absentTo"_qs)->setDay(core::makeDate(2026, 11, 25));
    QVERIFY(!dialog->findChild<QPushButton*>(u"absentBack"_qs)->isEnabled()); // nothing to take back yet
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    auto* table = dialog->findChild<QTableWidget*>(u"absences"_qs);
    QTRY_COMPARE(table->rowCount(), 1);
    QVERIFY(core::absenceOn(rig.fake.references->absences, core::UserId("suzuki"),
                            core::makeDate(2026, 11, 25)) != nullptr);
    // WHEN the row is chosen and the person is there after all
    QTRY_VERIFY(dialog->findChild<QPushButton*>(u"absentBack"_qs)->isEnabled());
    table->selectRow(0);
    dialog->findChild<QPushButton*>(u"absentBack"_qs)->click();
    QTRY_COMPARE(table->rowCount(), 0);
  }

  void shouldOfferOnlyOneself_andNothingOffline() {
    DeskRig rig("sato");
    rig.open();
    rig.find<QAction>("command:attendance")->trigger();
    QDialog* dialog = rig.dialog("attendanceDialog");
    QCOMPARE(dialog->findChild<QComboBox*>(u"absentPerson"_qs)->count(), 1);
    QVERIFY(dialog->findChild<QPushButton*>(u"absentRecord"_qs)->isEnabled());
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    Q_EMIT rig.fake.sync.statusChanged();
    QVERIFY(!dialog->findChild<QPushButton*>(u"absentRecord"_qs)->isEnabled());
  }

  void shouldLetTheSubstituteDecide_andShowItToTheDeciderOnReturn() {
    DeskRig rig("suzuki");
    const std::size_t place = waitingForTheManager(rig);
    rig.open();
    showToDecide(rig, 0);
    QTRY_COMPARE(rig.desk->queues.count(core::Queue::ToDecide), qint64{0});
    rig.fake.sendAway("tanaka");
    QTRY_COMPARE(rig.desk->queues.count(core::Queue::ToDecide), qint64{1});
    showToDecide(rig, 1);
    QCOMPARE(rig.desk->batch.groups().front().part.part, models::Part::ForAbsent);
    QCOMPARE(rig.desk->batch.checkedCount(), 0); // never as a batch
    openOnly(rig);
    QTRY_VERIFY(rig.find<QToolButton>("action:approveForAbsent")->isVisible());
    rig.press(Qt::Key_P, Qt::ShiftModifier);
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    QVERIFY(!asked->findChild<QPushButton*>(u"accept"_qs)->isEnabled());
    asked->findChild<QPlainTextEdit*>(u"askText"_qs)->setPlainText(u"開業日が迫っているため"_qs);
    QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rig.fake.cases[place].record.state.status, core::Status::Decided);
    QCOMPARE(rig.fake.cases[place].record.state.afterViews.size(), std::size_t{1});

    // WHEN the decider is back
    rig.fake.signInAs("tanaka");
    QTRY_COMPARE(rig.desk->queues.count(core::Queue::ToDecide), qint64{1});
    showToDecide(rig, 1);
    QCOMPARE(rig.desk->batch.groups().front().part.part, models::Part::AfterView);
    openOnly(rig);
    QTRY_VERIFY(!models::whyNot(models::CaseAction::AfterView, rig.desk->opened));
    rig.press(Qt::Key_V);
    asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(rig.fake.cases[place].record.state.afterViews.empty());
    QTRY_COMPARE(rig.desk->queues.count(core::Queue::ToDecide), qint64{0});
  }

  void shouldSayWhy_whenItIsNotAllowed() {
    DeskRig rig("suzuki");
    core::DraftDecision weighty;
    weighty.important = true;
    const std::size_t place = waitingForTheManager(rig, weighty);
    rig.openPlace(place);
    const auto why = [&] { return *models::whyNot(models::CaseAction::ApproveForAbsent, rig.desk->opened); };
    const QString nobody = why();
    rig.fake.sendAway("tanaka");
    QTRY_VERIFY(why() != nobody);
    // AND such a case is not among those to decide
    showToDecide(rig, 0);
  }

  void shouldShowTheRuleThatNamesTheDecider() {
    DeskRig rig("tanaka");
    waitingForTheManager(rig);
    rig.open();
    showToDecide(rig, 1);
    auto* tree = rig.find<QTreeView>("batch");
    tree->setCurrentIndex(rig.desk->batch.index(0, 0, rig.desk->batch.index(0, 0)));
    const QString text = rig.find<QTextBrowser>("batchSummary")->toPlainText();
    QVERIFY2(text.contains(u"東京都事案決定規程"_qs), qPrintable(text));
    openOnly(rig);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kDecision);
    QVERIFY(rig.find<QLabel>("rankRule")->text().contains(u"東京都事案決定規程"_qs));
  }
};

QTEST_MAIN(AbsenceTest)
#include "absencetest.moc"
