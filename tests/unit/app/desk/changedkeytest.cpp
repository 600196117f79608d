// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is changed holds at once: the window is made anew for it.
#include "app/desk/practicedesk.h"
#include "app/workers/paperworker.h"
#include "app/workers/postalworker.h"
#include "tests/support/guitestsupport.h"

#include <QApplication>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QPointer>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace madoguchi;

class ChangedKeyTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldMakeTheWindowAnew_whenAKeyWasChanged() {
    QTemporaryDir folder;
    app::PostalWorker postal{app::PostalWorker::installedFile()};
    app::PaperWorker printer;
    app::PracticeDesk practice{{}, folder.filePath(u"training.ini"_qs), app::CommonPorts{postal, printer}};
    practice.open();
    QTRY_VERIFY_WITH_TIMEOUT(practice.isOpen(), 60'000);
    // As the program does it, which alone knows the look.
    connect(&practice, &app::PracticeDesk::lookChosen, &practice,
            [&practice] { practice.showWindow(ui::Look::Light); });
    practice.showWindow(ui::Look::Light);
    const QPointer<ui::MainWindow> before = practice.window();
    QApplication::setActiveWindow(before);
    // GIVEN the help, with another key for an action
    QTest::keyClick(before, Qt::Key_F1);
    auto* help = before->findChild<QDialog*>(u"helpDialog"_qs);
    QVERIFY(help != nullptr);
    const auto edits = help->findChildren<QKeySequenceEdit*>();
    const auto outbox = std::find_if(edits.begin(), edits.end(), [](const QKeySequenceEdit* edit) {
      return edit->accessibleName() == u"Outbox"_qs;
    });
    QVERIFY(outbox != edits.end());
    QTest::keyClick(*outbox, Qt::Key_F7);
    // WHEN it closes THEN the key holds in another window, at once
    help->reject();
    QTRY_VERIFY(before.isNull());
    QApplication::setActiveWindow(practice.window());
    QTest::keyClick(practice.window(), Qt::Key_F7);
    const auto isThere = [&practice] {
      const auto* table = practice.window()->findChild<QTableView*>(u"outbox"_qs);
      return table != nullptr && table->isVisible();
    };
    QTRY_VERIFY(isThere());
  }
};

QTEST_MAIN(ChangedKeyTest)
#include "changedkeytest.moc"
