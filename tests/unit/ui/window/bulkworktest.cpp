// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Many cases at once, from the marks to the results.
#include "models/trainingtasks.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/dialogs/exportdialog.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

class BulkWorkTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeMarkedCases_byKeyboardAlone() {
    DeskRig rig;
    rig.arriveMany(5);
    rig.openUnassigned(5);
    QVERIFY(!rig.find<QWidget>("markBar")->isVisible());
    // X marks and goes on; Shift with an arrow marks a run of rows.
    rig.press(Qt::Key_X);
    rig.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(rig.desk->table.markedCount(), std::size_t{3});
    QVERIFY(rig.find<QWidget>("markBar")->isVisible());
    rig.press(Qt::Key_T, Qt::ControlModifier);
    QDialog* dialog = rig.dialog("actionDialog");
    QVERIFY(dialog != nullptr);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rig.desk->table.rowCount(), 2);
    QTRY_COMPARE(rig.desk->bulk.runState(), models::RunState::Idle);
    QVERIFY(!rig.find<QWidget>("markBar")->isVisible());
    QVERIFY(rig.find<QWidget>("runBar")->isVisible());
    rig.find<QPushButton>("runResults")->click();
    auto* results = rig.find<QTableView>("bulkResults");
    QVERIFY(results != nullptr);
    QCOMPARE(results->model()->rowCount(), 3);
  }

  void shouldSayWhy_whenNothingIsMarked() {
    DeskRig rig;
    rig.arriveMany(1);
    rig.openUnassigned(1);
    rig.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!rig.message().isEmpty());
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldDoItToTheCasesThatWereAskedAbout_whenOthersArriveMeanwhile_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QByteArray>("dialog");
    QTest::newRow("take") << Qt::Key_T << QByteArray("actionDialog");
    QTest::newRow("label") << Qt::Key_B << QByteArray("labelDialog");
  }
  void shouldDoItToTheCasesThatWereAskedAbout_whenOthersArriveMeanwhile() {
    QFETCH(Qt::Key, key);
    QFETCH(QByteArray, dialog);
    DeskRig rig;
    rig.arriveMany(3);
    rig.openUnassigned(3);
    rig.press(Qt::Key_A, Qt::ControlModifier);
    rig.press(key, Qt::ControlModifier);
    QDialog* asked = rig.dialog(dialog);
    QVERIFY(asked != nullptr);
    rig.arriveMany(2);
    core::ChangeSet changes;
    changes.added = {4, 5};
    rig.fake.tellChanged(changes);
    QTRY_COMPARE(rig.desk->table.rowCount(), 5);
    QCOMPARE(rig.desk->table.markedCount(), std::size_t{5});
    if (auto* typed = asked->findChild<QLineEdit*>(u"labelTyped"_qs)) typed->setText(u"現地調査"_qs);
    QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(rig.desk->bulk.total() > 0);
    QTRY_COMPARE(rig.desk->bulk.runState(), models::RunState::Idle);
    QCOMPARE(rig.desk->bulk.total(), std::size_t{3});
    for (const std::size_t place : {3U, 4U})
      QCOMPARE(rig.fake.cases[place].record.state.version, 1);
  }

  void shouldSayWhy_whileTheListIsRead() {
    DeskRig rig;
    rig.arriveMany(2);
    rig.openUnassigned(2);
    QTRY_VERIFY(rig.isIdle());
    rig.press(Qt::Key_A, Qt::ControlModifier);
    rig.desk->table.setQuery(rig.desk->table.query());
    QVERIFY(rig.desk->table.isLoading());
    QCOMPARE(rig.desk->table.markedCount(), std::size_t{2});
    for (const char* button : {"markTake", "markRelease", "markAssign", "markLabel"}) {
      rig.find<QPushButton>(button)->click();
      for (const char* dialog : {"actionDialog", "assignDialog", "labelDialog"})
        QVERIFY2(rig.find<QDialog>(dialog) == nullptr, button);
    }
    QVERIFY(!rig.message().isEmpty());
    QTRY_VERIFY(rig.isIdle());
    rig.find<QPushButton>("markTake")->click();
    QVERIFY(rig.dialog("actionDialog") != nullptr);
  }

  void shouldMarkAllExcept_andAssignThem() {
    DeskRig rig("tanaka");
    rig.arriveMany(4);
    rig.openUnassigned(4);
    rig.press(Qt::Key_A, Qt::ControlModifier);
    rig.press(Qt::Key_Space);
    QCOMPARE(rig.desk->table.markedCount(), std::size_t{3});
    const models::CaseKey left = rig.desk->table.keyAt(0);
    rig.press(Qt::Key_G, Qt::ControlModifier);
    QDialog* dialog = rig.dialog("assignDialog");
    QVERIFY(dialog != nullptr);
    auto* colleagues = dialog->findChild<QListWidget*>(u"assignTo"_qs);
    auto* accept = dialog->findChild<QPushButton*>(u"accept"_qs);
    QVERIFY(!accept->isEnabled());
    for (int row = 0; row < colleagues->count(); ++row)
      if (colleagues->item(row)->data(Qt::UserRole).toString() == u"sato"_qs)
        colleagues->item(row)->setCheckState(Qt::Checked);
    QVERIFY(accept->isEnabled());
    accept->click();
    QTRY_COMPARE(rig.desk->table.rowCount(), 1);
    QCOMPARE(rig.desk->table.keyAt(0), left);
    for (std::size_t place = 0; place < 4; ++place)
      QCOMPARE(rig.fake.cases[place].record.state.holder.empty(), models::CaseKey(place) + 1 == left);
  }

  void shouldHandOverAColleaguesCases_forSupervisorsOnly() {
    DeskRig rig("tanaka");
    rig.arriveMany(3);
    for (std::size_t place = 0; place < 2; ++place) {
      rig.fake.act(place, "kato", core::RegisterCase{});
      rig.fake.act(place, "kato", core::AssignCase{core::UserId("kato"), {}});
    }
    rig.openUnassigned(1);
    rig.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog* dialog = rig.dialog("assignDialog");
    QVERIFY(dialog != nullptr);
    auto* whose = dialog->findChild<QComboBox*>(u"assignWhose"_qs);
    whose->setCurrentIndex(whose->findData(u"kato"_qs));
    auto* colleagues = dialog->findChild<QListWidget*>(u"assignTo"_qs);
    QTRY_COMPARE(dialog->findChild<QLabel*>(u"assignCount"_qs)->text().count(u'2'), 1);
    for (int row = 0; row < colleagues->count(); ++row) {
      QVERIFY(colleagues->item(row)->data(Qt::UserRole).toString() != u"kato"_qs);
      if (colleagues->item(row)->data(Qt::UserRole).toString() == u"sato"_qs)
        colleagues->item(row)->setCheckState(Qt::Checked);
    }
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    for (const std::size_t place : {0U, 1U})
      QTRY_COMPARE(rig.fake.cases[place].record.state.holder.value, std::string("sato"));

    DeskRig clerk;
    clerk.arriveMany(1);
    clerk.openUnassigned(1);
    clerk.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!clerk.message().isEmpty());
    QVERIFY(clerk.find<QDialog>("assignDialog") == nullptr);
  }

  void shouldMarkWhatLeavesThePracticeOffice() {
    const ui::Theme theme(ui::Look::Light);
    for (const bool practice : {false, true}) {
      tests::FakeDesk fake("sato");
      tests::FakePreferences preferences;
      models::TrainingTasks tasks(preferences);
      models::Ports ports = fake.ports();
      if (practice) ports.training = &tasks;
      models::Desk desk(ports);
      ui::ShownList list;
      list.columns = {models::CaseTableModel::Number};
      ui::ExportDialog dialog({desk, theme}, ui::ExportDialog::Purpose::File, list);
      dialog.begin(models::ListJob::Format::Xlsx, u"list.xlsx"_qs);
      QCOMPARE(fake.lists.jobs.size(), std::size_t{1});
      QCOMPARE(fake.lists.jobs.front().mark.isEmpty(), !practice);
    }
  }
};

QTEST_MAIN(BulkWorkTest)
#include "bulkworktest.moc"
