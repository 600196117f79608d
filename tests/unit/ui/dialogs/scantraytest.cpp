// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/deskrig.h"
#include "ui/dialogs/intakedialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

class ScanTrayTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  QString scan(DeskRig& rig, const QString& name) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(name.toUtf8()) < 0) qFatal("no file");
    file.close();
    rig.fake.scans.scan(file.fileName());
    return file.fileName();
  }
  static QDialog* tray(DeskRig& rig) {
    rig.find<QAction>("command:scans")->trigger();
    return rig.dialog("scanTrayDialog");
  }

private Q_SLOTS:
  void shouldAttachAScan_toTheOpenCase() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    scan(rig, u"one.pdf"_qs);
    QDialog* dialog = tray(rig);
    QVERIFY(dialog != nullptr);
    auto* list = dialog->findChild<QListWidget*>(u"scans"_qs);
    QCOMPARE(list->count(), 1);
    // WHEN the pages are there and were compared
    auto* compared = dialog->findChild<QCheckBox*>(u"scanCompared"_qs);
    QTRY_VERIFY(compared->isEnabled());
    compared->click();
    // AND another scan comes in meanwhile, the choice stays
    scan(rig, u"two.pdf"_qs);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(compared->isChecked());
    dialog->findChild<QPushButton*>(u"attachScan"_qs)->click();
    // THEN the case has it, verified, and the tray the other one only
    QTRY_COMPARE(rig.fake.cases[place].record.state.documents.size(), std::size_t{1});
    QTRY_COMPARE(rig.fake.cases[place].record.state.documents[0].verifiedBy, core::UserId("sato"));
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"two.pdf"_qs));
    // AND the tick was for the paper that is gone
    QVERIFY(!compared->isChecked());
  }

  void shouldMakeANewCase_andEmptyTheTrayOnlyThen() {
    DeskRig rig;
    rig.open();
    const QString path = scan(rig, u"paper.pdf"_qs);
    QDialog* dialog = tray(rig);
    QVERIFY(!dialog->findChild<QPushButton*>(u"attachScan"_qs)->isEnabled());
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    auto* intake = qobject_cast<ui::IntakeDialog*>(rig.dialog("intakeDialog"));
    QVERIFY(intake != nullptr);
    QCOMPARE(intake->findChild<QLineEdit*>(u"intakeScan"_qs)->text(), path);
    auto* compared = intake->findChild<QCheckBox*>(u"intakeCompared"_qs);
    QTRY_VERIFY(compared->isEnabled());
    compared->click();
    intake->findChild<QLineEdit*>(u"applicant:/party/name/display"_qs)->setText(u"渡邉 さゆり"_qs);
    QVERIFY(rig.fake.scans.away.isEmpty());
    intake->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.fake.cases.size(), std::size_t{1});
    QTRY_COMPARE(rig.fake.scans.away, QStringList{path});
    QCOMPARE(rig.fake.cases[0].record.state.documents.size(), std::size_t{1});
  }
};

QTEST_MAIN(ScanTrayTest)
#include "scantraytest.moc"
