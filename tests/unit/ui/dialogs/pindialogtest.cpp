// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pindialog.h"

#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

struct Rig : DeskRig {
  Rig() {
    open();
    pin = new ui::PinDialog(ui::Context{*desk, theme}, window.get());
    pin->open();
    asked = dialog("pinDialog");
  }
  /// Fills in all, and ends with Return as a clerk does.
  void choose(const QString& proof, const QString& chosen, const QString& again) const {
    asked->findChild<QLineEdit*>(u"signature"_qs)->setText(proof);
    asked->findChild<QLineEdit*>(u"newPin"_qs)->setText(chosen);
    auto* last = asked->findChild<QLineEdit*>(u"newPinAgain"_qs);
    last->setText(again);
    last->setFocus();
    QTest::keyClick(last, Qt::Key_Return);
  }
  [[nodiscard]] QString said() const { return asked->findChild<QLabel*>(u"pinError"_qs)->text(); }
  ui::Theme theme{ui::Look::Light};
  ui::PinDialog* pin = nullptr;
  QDialog* asked = nullptr;
};

} // namespace

class PinDialogTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldChooseAPin_forWhoeverKnowsThePassword() {
    Rig rig;
    rig.choose(u"wrong"_qs, u"482915"_qs, u"482915"_qs);
    QTRY_VERIFY(!rig.said().isEmpty());
    QVERIFY(!rig.fake.session.hasPin());
    rig.choose(u"window"_qs, u"482915"_qs, u"482916"_qs);
    QVERIFY(!rig.said().isEmpty());
    QVERIFY(!rig.fake.session.hasPin());
    rig.choose(u"window"_qs, u"4829"_qs, u"4829"_qs);
    QTRY_VERIFY(rig.said().contains(u"short"_qs));
    rig.choose(u"window"_qs, u"482915"_qs, u"482915"_qs);
    QTRY_VERIFY(rig.fake.session.hasPin());
    QTRY_VERIFY(rig.find<QDialog>("pinDialog") == nullptr);
  }

  void shouldAskForThePinUntilNow_beforeAnotherIsChosen() {
    Rig rig;
    rig.asked->reject();
    QTRY_VERIFY(rig.find<QDialog>("pinDialog") == nullptr);
    QVERIFY(rig.fake.session.setPin(u"482915"_qs).has_value());
    rig.pin = new ui::PinDialog(ui::Context{*rig.desk, rig.theme}, rig.window.get());
    rig.pin->open();
    rig.asked = rig.dialog("pinDialog");
    const QSignalSpy confirmed(&rig.fake.session, &models::SessionSource::confirmed);
    rig.choose(u"111111"_qs, u"736291"_qs, u"736291"_qs);
    QTRY_VERIFY(!rig.said().isEmpty());
    rig.choose(u"482915"_qs, u"736291"_qs, u"736291"_qs);
    QTRY_VERIFY(rig.find<QDialog>("pinDialog") == nullptr);
    QCOMPARE(confirmed.count(), 1);
    rig.fake.session.unlock(u"736291"_qs);
    QCOMPARE(confirmed.count(), 2);
  }
};

QTEST_MAIN(PinDialogTest)
#include "pindialogtest.moc"
