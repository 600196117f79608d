// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What a button of a page does can be done by a key too, and by its name.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/table/casetableview.h"
#include "ui/window/workspace.h"
#include "ui/work/batchpage.h"
#include "ui/work/runbar.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QtTest>

#include <algorithm>

using namespace madoguchi;
using tests::DeskRig;

namespace {

void trigger(const DeskRig& rig, const char* name) {
  auto* action = rig.find<QAction>(qPrintable(u"command:"_qs + QString::fromLatin1(name)));
  QVERIFY2(action != nullptr, name);
  action->trigger();
}

/// The texts of the parts of the window that are there to press, by which Alt and a letter reach them.
QStringList pressed(const DeskRig& rig, const QWidget& page) {
  QStringList texts;
  for (const QAction* menu : rig.window->menuBar()->actions())
    texts << menu->text();
  for (const QWidget* part : {&page, static_cast<const QWidget*>(rig.window->workspace()->runBar())})
    for (const QPushButton* button : part->findChildren<QPushButton*>())
      if (button->isVisible()) texts << button->text();
  return texts;
}

QStringList doubles(const QStringList& texts) {
  QStringList keys;
  QStringList twice;
  for (const QString& text : texts) {
    const QString key = QKeySequence::mnemonic(text).toString();
    if (!key.isEmpty() && keys.contains(key)) twice << text;
    keys << key;
  }
  return twice;
}

} // namespace

class WindowCommandsTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldBeInPaletteAndKeyList_andTakeAKey_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    for (const auto& [name, title] : {
             std::pair("batchApprove", "Approve the marked drafts …"),
             std::pair("batchReturn", "Return the marked drafts …"),
             std::pair("batchPause", "Pause deciding the drafts, or go on"),
             std::pair("batchStop", "Stop deciding the drafts"),
             std::pair("bulkPause", "Pause the change of many cases, or go on"),
             std::pair("bulkStop", "Stop the change of many cases"),
             std::pair("bulkResults", "Results of the change of many cases"),
             std::pair("outboxRetry", "Send the step of the outbox again"),
             std::pair("outboxDiscard", "Discard the step of the outbox …"),
             std::pair("outboxExport", "Export the outbox …"),
             std::pair("documentAttach", "Attach a file to the case …"),
             std::pair("documentVerify", "Mark the document as verified, or take that back"),
             std::pair("documentDetach", "Take the document off the case"),
             std::pair("documentKeep", "Keep the document on this PC, or not any more"),
             std::pair("documentKeepAll", "Keep all documents of the case on this PC, or not any more"),
             std::pair("exportList", "Write the list to a file …"),
             std::pair("printList", "Print the list …"),
             std::pair("formVersion", "Newer version of the form …"),
             std::pair("missing", "Go to what is missing before a draft"),
             std::pair("dueSum", "How the due day is computed …"),
             std::pair("asItWas", "The case as it was after an entry of its timeline …"),
             std::pair("clearFilter", "Clear all filters"),
             std::pair("compactRows", "Compact or high rows"),
             std::pair("look-contrast", "Look: High contrast"),
             std::pair("language-ja", "Language: 日本語"),
         })
      QTest::newRow(name) << QString::fromLatin1(name) << QString::fromUtf8(title);
  }
  void shouldBeInPaletteAndKeyList_andTakeAKey() {
    QFETCH(QString, name);
    QFETCH(QString, title);
    DeskRig rig;
    rig.fake.preferences.setValue(u"keys/"_qs + name, u"Ctrl+F11"_qs);
    rig.open();
    rig.press(Qt::Key_K, Qt::ControlModifier);
    auto* list = rig.dialog("commandPalette")->findChild<QListWidget*>(u"paletteList"_qs);
    QCOMPARE(list->findItems(title, Qt::MatchStartsWith).size(), 1);
    rig.dialog("commandPalette")->reject();
    QTRY_VERIFY(rig.find<QDialog>("commandPalette") == nullptr);
    rig.press(Qt::Key_F1);
    auto* keys = rig.dialog("helpDialog")->findChild<QTableWidget*>(u"keys"_qs);
    QCOMPARE(keys->findItems(title, Qt::MatchExactly).size(), 1);
    rig.dialog("helpDialog")->reject();
    const auto* action = rig.find<QAction>(qPrintable(u"command:"_qs + name));
    QVERIFY(action != nullptr);
    QCOMPARE(action->shortcut(), QKeySequence(u"Ctrl+F11"_qs));
  }

  void shouldDecideABatch_byKey() {
    DeskRig rig("suzuki");
    fillWithSamples(rig.fake);
    rig.fake.preferences.setValue(u"keys/batchApprove"_qs, u"F7"_qs);
    rig.open();
    // Elsewhere it says what comes first.
    rig.press(Qt::Key_F7);
    QVERIFY2(rig.message().contains(u"To decide"_qs), qPrintable(rig.message()));
    rig.window->workspace()->showQueue(core::Queue::ToDecide);
    QTRY_VERIFY(!rig.desk->batch.isLoading() && rig.desk->batch.checkedCount() > 1);
    rig.press(Qt::Key_F7);
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    asked->findChild<QLineEdit*>(u"signature"_qs)->setText(u"window"_qs);
    // WHEN it is paused, goes on and is stopped by name
    connect(&rig.desk->batch, &models::BatchModel::runChanged, asked, [&rig] {
      if (rig.desk->batch.runState() == models::RunState::Running) trigger(rig, "batchPause");
    });
    asked->accept();
    QTRY_COMPARE(rig.desk->batch.runState(), models::RunState::Paused);
    QObject::disconnect(&rig.desk->batch, nullptr, asked, nullptr);
    trigger(rig, "batchPause");
    QCOMPARE(rig.desk->batch.runState(), models::RunState::Running);
    trigger(rig, "batchStop");
    QTRY_COMPARE(rig.desk->batch.runState(), models::RunState::Idle);
  }

  void shouldPauseAndStopAChangeOfManyCases_byName() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.openUnassigned(3);
    trigger(rig, "bulkPause");
    QVERIFY(!rig.message().isEmpty());
    rig.desk->bulk.start({models::BulkOrder::Action::Take, {}}, {1, 2, 3});
    trigger(rig, "bulkPause");
    QTRY_COMPARE(rig.desk->bulk.runState(), models::RunState::Paused);
    trigger(rig, "bulkPause");
    QCOMPARE(rig.desk->bulk.runState(), models::RunState::Running);
    trigger(rig, "bulkStop");
    QTRY_COMPARE(rig.desk->bulk.runState(), models::RunState::Idle);
    trigger(rig, "bulkResults");
    QVERIFY(rig.find<QWidget>("bulkResults") != nullptr);
  }

  void shouldSendAgainDiscardAndExportFromTheOutbox_byName() {
    DeskRig rig;
    rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    QVERIFY(rig.fake.perform(rig.fake.cases[0].record.state.id, core::RegisterCase{}).has_value());
    rig.open();
    for (const char* name : {"outboxRetry", "outboxDiscard", "outboxExport"}) {
      rig.window->say({});
      trigger(rig, name);
      QVERIFY2(rig.message().contains(u"Open the outbox"_qs), name);
    }
    rig.window->workspace()->showOutbox();
    QTRY_COMPARE(rig.desk->outbox.rowCount(), 1);
    // A button that cannot be pressed says why; so does the command.
    auto* table = rig.find<QTableView>("outbox");
    table->setCurrentIndex({});
    QVERIFY(!rig.find<QPushButton>("discard")->toolTip().isEmpty());
    trigger(rig, "outboxDiscard");
    QCOMPARE(rig.message(), rig.find<QPushButton>("discard")->toolTip());
    table->selectRow(0);
    trigger(rig, "outboxDiscard");
    QVERIFY(rig.dialog("actionDialog") != nullptr);
    rig.dialog("actionDialog")->reject();
    trigger(rig, "outboxExport");
    QVERIFY(rig.find<QDialog>("exportOutbox") != nullptr);
  }

  void shouldClearFiltersAndChangeRows_byName() {
    DeskRig rig;
    rig.arriveMany(2);
    rig.openUnassigned(2);
    rig.find<QLineEdit>("filterText")->setText(u"だれもいない"_qs);
    QTRY_COMPARE(rig.desk->table.rowCount(), 0);
    trigger(rig, "clearFilter");
    QTRY_COMPARE(rig.desk->table.rowCount(), 2);
    const bool compact = rig.window->workspace()->table()->isCompact();
    trigger(rig, "compactRows");
    QCOMPARE(rig.window->workspace()->table()->isCompact(), !compact);
  }

  void shouldAskForAnotherLookAndLanguage_byName() {
    DeskRig rig;
    rig.open();
    const QSignalSpy looks(rig.window.get(), &ui::MainWindow::lookWanted);
    const QSignalSpy languages(rig.window.get(), &ui::MainWindow::languageWanted);
    trigger(rig, "look-contrast");
    trigger(rig, "language-ja");
    QCOMPARE(looks.value(0).value(0).toString(), u"contrast"_qs);
    QCOMPARE(languages.value(0).value(0).toString(), u"ja"_qs);
  }

  void shouldReachTheButtonsOfARun_eachByALetterOfItsOwn_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_qs;
    QTest::newRow("ja") << u"ja"_qs;
  }
  void shouldReachTheButtonsOfARun_eachByALetterOfItsOwn() {
    QFETCH(QString, language);
    ui::Language words;
    words.use(language);
    DeskRig rig("suzuki");
    fillWithSamples(rig.fake);
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::ToDecide);
    QTRY_VERIFY(!rig.desk->batch.isLoading() && rig.desk->batch.checkedCount() > 1);
    const ui::BatchPage& page = *rig.window->workspace()->batchPage();
    rig.desk->bulk.start({models::BulkOrder::Action::Take, {}}, {1, 2, 3});
    rig.desk->batch.approve();
    for (const char* name :
         {"batchApprove", "batchReturn", "batchPause", "batchStop", "runPause", "runStop", "runResults"})
      QVERIFY2(!QKeySequence::mnemonic(rig.find<QPushButton>(name)->text()).isEmpty(), name);
    QCOMPARE(doubles(pressed(rig, page)), QStringList());
    rig.desk->bulk.pause();
    rig.desk->batch.pause();
    for (const char* name : {"batchPause", "runPause"})
      QVERIFY2(!QKeySequence::mnemonic(rig.find<QPushButton>(name)->text()).isEmpty(), name);
    QCOMPARE(doubles(pressed(rig, page)), QStringList());
  }
};

QTEST_MAIN(WindowCommandsTest)
#include "windowcommandstest.moc"
