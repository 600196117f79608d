// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/firstguide.h"

#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;
using ui::FirstGuide;

class FirstGuideTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldStandAboveTheWork_atTheFirstStartAlone() {
    DeskRig rig;
    rig.open();
    auto* guide = rig.window->findChild<FirstGuide*>();
    QVERIFY(guide->isVisible());
    QVERIFY(!guide->isWindow());
    // The keyboard is with the work, and its keys do what they do.
    QVERIFY(!guide->isAncestorOf(QApplication::focusWidget()));
    rig.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(guide->isVisible());
    rig.find<QPushButton>("guideSkip")->click();
    QVERIFY(!guide->isVisible());
    rig.reopen();
    QVERIFY(!rig.window->findChild<FirstGuide*>()->isVisible());
  }

  void shouldLeadThroughAllSteps_byKeyboardAlone_openedFromTheHelp() {
    DeskRig rig;
    rig.fake.preferences.setValue(u"guide/seen"_qs, true);
    rig.open();
    auto* guide = rig.window->findChild<FirstGuide*>();
    QVERIFY(!guide->isVisible());
    rig.find<QAction>("command:guide")->trigger();
    QVERIFY(guide->isVisible());
    QCOMPARE(QApplication::focusWidget(), rig.find<QPushButton>("guideNext"));
    QStringList titles;
    for (int step = 0; step < guide->stepCount(); ++step) {
      QCOMPARE(guide->step(), step);
      titles << rig.find<QLabel>("guideTitle")->text();
      QVERIFY(!rig.find<QLabel>("guideText")->text().contains(u'%'));
      // A screen reader hears the step with the button that leads on.
      QVERIFY(rig.find<QPushButton>("guideNext")->accessibleDescription().contains(titles.back()));
      rig.press(Qt::Key_Space);
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QVERIFY(!guide->isVisible());
    // The keyboard is back at the work.
    QVERIFY(QApplication::focusWidget() != nullptr);
    rig.find<QAction>("command:guide")->trigger();
    QCOMPARE(guide->step(), 0);
    rig.press(Qt::Key_Escape);
    QVERIFY(!guide->isVisible());
  }

  void shouldNameTheKeysOfTheUser_andSpeakJapanese() {
    ui::Language language;
    language.use(u"ja"_qs);
    DeskRig rig;
    rig.fake.preferences.setValue(u"keys/take"_qs, u"Ctrl+Y"_qs);
    rig.open();
    rig.find<QPushButton>("guideNext")->click();
    QCOMPARE(rig.find<QLabel>("guideTitle")->text(), u"案件のための五つのキー"_qs);
    QVERIFY(rig.find<QLabel>("guideText")->text().contains(u"Ctrl+Y"_qs));
  }
};

QTEST_MAIN(FirstGuideTest)
#include "firstguidetest.moc"
