// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Labels: put on a case and on many, seen in the row, filtered by, taken back.
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/workspace.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

const QString kVisit = QStringLiteral("現地調査");

std::vector<std::string> labelsAt(const DeskRig& rig, std::size_t place) {
  return rig.fake.cases[place].record.state.labels;
}

QString flagsAt(const DeskRig& rig, int row) {
  return rig.desk->table.index(row, models::CaseTableModel::Flags).data().toString();
}

} // namespace

class LabelingTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldLabelACase_byKeyboardAlone_andTakeItBack() {
    DeskRig rig;
    rig.arriveMany(1);
    rig.openUnassigned(1);
    rig.press(Qt::Key_L);
    QVERIFY(rig.dialog("labelDialog") != nullptr);
    auto* accept = rig.dialog("labelDialog")->findChild<QPushButton*>(u"accept"_qs);
    QVERIFY(!accept->isEnabled());
    auto* typed = rig.dialog("labelDialog")->findChild<QLineEdit*>(u"labelTyped"_qs);
    QCOMPARE(QApplication::focusWidget(), typed);
    typed->setText(u"  現地調査 "_qs);
    rig.press(Qt::Key_Return);
    QVERIFY(typed->text().isEmpty());
    rig.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(labelsAt(rig, 0), std::vector<std::string>{kVisit.toStdString()});
    QTRY_VERIFY(flagsAt(rig, 0).contains(u"#現地調査"_qs));
    QTRY_COMPARE(rig.find<QLabel>("caseLabels")->text(), u"#現地調査"_qs);
    QVERIFY(rig.find<QLabel>("caseLabels")->isVisible());
    QTRY_VERIFY(rig.isIdle());
    rig.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(labelsAt(rig, 0).empty());
    QTRY_VERIFY(!rig.find<QLabel>("caseLabels")->isVisible());
  }

  void shouldSayWhatIsWrong_andKeepWhatWasTyped() {
    DeskRig rig;
    rig.arriveMany(1);
    rig.openUnassigned(1);
    rig.press(Qt::Key_L);
    auto* typed = rig.dialog("labelDialog")->findChild<QLineEdit*>(u"labelTyped"_qs);
    typed->setText(QString(21, u'あ'));
    rig.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(rig.dialog("labelDialog") != nullptr);
    QTRY_VERIFY(rig.dialog("labelDialog")->findChild<QLabel*>(u"labelError"_qs)->isVisible());
    QCOMPARE(typed->text().size(), 21);
    rig.dialog("labelDialog")->reject();
  }

  void shouldLabelManyCases_andLeaveTheirOtherLabels() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.fake.act(0, "sato", core::LabelCase{{"急ぎ"}, {}});
    rig.fake.act(1, "sato", core::LabelCase{{"写真待ち"}, {}});
    rig.openUnassigned(3);
    QTRY_COMPARE(rig.desk->labels.labels().size(), 2);
    rig.press(Qt::Key_A, Qt::ControlModifier);
    rig.press(Qt::Key_B, Qt::ControlModifier);
    QDialog* dialog = rig.dialog("labelDialog");
    QVERIFY(dialog != nullptr);
    auto* list = dialog->findChild<QListWidget*>(u"labelList"_qs);
    QCOMPARE(list->count(), 2);
    for (int row = 0; row < 2; ++row) {
      QCOMPARE(list->item(row)->checkState(), Qt::PartiallyChecked);
      if (list->item(row)->text() == u"写真待ち"_qs) list->item(row)->setCheckState(Qt::Unchecked);
    }
    // What is typed is meant without Enter, too.
    dialog->findChild<QLineEdit*>(u"labelTyped"_qs)->setText(kVisit);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rig.desk->bulk.finished(), std::size_t{3});
    QTRY_COMPARE(rig.desk->bulk.runState(), models::RunState::Idle);
    QCOMPARE(labelsAt(rig, 0), (std::vector<std::string>{"急ぎ", kVisit.toStdString()}));
    QCOMPARE(labelsAt(rig, 1), std::vector<std::string>{kVisit.toStdString()});
    QCOMPARE(rig.desk->bulk.refused(), std::size_t{0});
    // Once more: they bear it already.
    models::Keys keys{1, 2, 3};
    rig.desk->bulk.start({models::BulkOrder::Action::Label, {}, {kVisit.toStdString()}, {}}, keys);
    QTRY_COMPARE(rig.desk->bulk.runState(), models::RunState::Idle);
    QCOMPARE(rig.desk->bulk.unchanged(), std::size_t{3});
  }

  void shouldFindByLabel_inTheFilterAndInASavedSearch() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.fake.act(1, "sato", core::LabelCase{{kVisit.toStdString()}, {}});
    rig.openUnassigned(3);
    auto* flags = rig.find<QComboBox>("filterFlag");
    QTRY_VERIFY(flags->findData(kVisit) > 0);
    flags->setCurrentIndex(flags->findData(kVisit));
    QTRY_COMPARE(rig.desk->table.rowCount(), 1);
    const models::ListFilter filter = rig.window->workspace()->filter();
    QCOMPARE(filter.label, kVisit.toStdString());
    QCOMPARE(models::filterFrom(models::toText(filter)), filter);
    const QString id = rig.desk->searches.save({{}, u"現地へ"_qs, core::Queue::Unassigned, filter});
    rig.window->workspace()->showQueue(core::Queue::MyCases);
    rig.window->workspace()->showSaved(id);
    QTRY_COMPARE(rig.desk->table.rowCount(), 1);
    QCOMPARE(flags->currentData().toString(), kVisit);
  }

  void shouldGoOnLabelling_afterTheProgramEnded() {
    DeskRig rig;
    rig.arriveMany(2);
    rig.openUnassigned(2);
    const models::BulkOrder order{models::BulkOrder::Action::Label, {}, {"a", "b c"}, {"d"}};
    rig.desk->bulk.start(order, {1, 2});
    rig.desk->bulk.pause();
    rig.reopen();
    QCOMPARE(rig.desk->bulk.runState(), models::RunState::Paused);
    QCOMPARE(rig.desk->bulk.order(), order);
    rig.desk->bulk.stop();
  }
};

QTEST_MAIN(LabelingTest)
#include "labelingtest.moc"
