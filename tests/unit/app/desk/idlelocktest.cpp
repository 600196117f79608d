// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// While the desk is locked nothing of a case is to be seen, in no window.
#include "app/desk/idlelock.h"

#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/casewindow.h"
#include "ui/window/casewindows.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QtTest>

using namespace madoguchi;

namespace {

/// What is to be seen on the screen.
QStringList titles() {
  QStringList all;
  for (const QWidget* widget : QApplication::topLevelWidgets())
    if (widget->isVisible()) all << widget->windowTitle();
  return all;
}

} // namespace

class IdleLockTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldHideCasesInWindowsOfTheirOwn_untilTheDeskIsUnlocked() {
    tests::DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->openApart();
    const auto& windows = rig.window->findChild<ui::CaseWindows*>()->windows();
    QCOMPARE(windows.size(), std::size_t{1});
    const ui::CaseWindow& apart = *windows.front();
    QTRY_VERIFY(apart.windowTitle().contains(u"申請者"_qs));
    app::IdleLock lock(std::chrono::hours(1));
    QWidget page;
    page.setWindowTitle(u"locked"_qs);
    page.show();
    // WHEN the desk is locked THEN the page of the lock is all there is, whatever comes meanwhile
    lock.hideAll(&page);
    QCOMPARE(titles(), QStringList(u"locked"_qs));
    rig.fake.tellChanged(place);
    rig.desk->apart.open(apart.id());
    QCoreApplication::processEvents();
    QCOMPARE(titles(), QStringList(u"locked"_qs));
    // WHEN it is unlocked THEN both are there again
    page.hide();
    lock.showAgain();
    QVERIFY(rig.window->isVisible());
    QVERIFY(apart.isVisible());
    QCOMPARE(windows.size(), std::size_t{1});
  }

  void shouldShowNoneThatWasClosed_whenTheDeskComesForthAgain() {
    tests::DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    rig.window->workspace()->openApart();
    const auto& windows = rig.window->findChild<ui::CaseWindows*>()->windows();
    QTRY_VERIFY(windows.front()->isVisible());
    // As the program puts the ready desk away.
    app::IdleLock lock(std::chrono::hours(1));
    rig.window->closeCaseWindows();
    lock.hideAll(nullptr);
    QVERIFY(titles().isEmpty());
    lock.showAgain();
    QCOMPARE(titles(), QStringList(rig.window->windowTitle()));
    QTRY_VERIFY(windows.empty());
  }
};

QTEST_MAIN(IdleLockTest)
#include "idlelocktest.moc"
