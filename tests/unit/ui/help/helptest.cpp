// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/help/helppage.h"

#include <QDialog>
#include <QDir>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTextTable>
#include <QtTest>

using namespace madoguchi;

namespace {

/// Where the key of the action with this title is given; null where it is not in the list.
QKeySequenceEdit* keyEdit(QDialog* help, const QString& title) {
  const auto* table = help->findChild<QTableWidget*>(u"keys"_qs);
  for (int row = 0; row < table->rowCount(); ++row)
    if (table->item(row, 0)->text() == title)
      return qobject_cast<QKeySequenceEdit*>(table->cellWidget(row, 1));
  return nullptr;
}

} // namespace

class HelpTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldHaveEveryTopic_inBothLanguages() {
    const QStringList english = QDir(u":/help/en"_qs).entryList(QDir::Files, QDir::Name);
    QVERIFY(english.size() >= 7);
    QCOMPARE(QDir(u":/help/ja"_qs).entryList(QDir::Files, QDir::Name), english);
  }

  void shouldShowTheChosenTopic_inTheLanguageOfTheDesk() {
    ui::Language language;
    language.use(u"ja"_qs);
    ui::HelpPage page;
    auto* topics = page.findChild<QListWidget*>(u"helpTopics"_qs);
    auto* text = page.findChild<QTextBrowser*>(u"helpText"_qs);
    QCOMPARE(topics->item(0)->text(), u"はじめての日"_qs);
    topics->setCurrentRow(1);
    QVERIFY(text->toPlainText().contains(u"行政手続法第7条"_qs));
    // The table of statuses has a row for each and one for its head.
    QTextTable* table = nullptr;
    for (QTextFrame* frame : text->document()->rootFrame()->childFrames())
      if (auto* found = qobject_cast<QTextTable*>(frame)) table = found;
    QVERIFY(table != nullptr);
    QCOMPARE(table->rows(), 11);
  }

  void shouldOpenKeysAndTopics_byF1() {
    tests::DeskRig rig;
    rig.open();
    rig.press(Qt::Key_F1);
    QCOMPARE(rig.dialog("helpDialog")->findChild<QTabWidget*>()->currentIndex(), 0);
    rig.dialog("helpDialog")->reject();
    QTRY_VERIFY(rig.find<QDialog>("helpDialog") == nullptr);
    rig.press(Qt::Key_F1, Qt::ShiftModifier);
    QCOMPARE(rig.dialog("helpDialog")->findChild<QTabWidget*>()->currentIndex(), 1);
    rig.dialog("helpDialog")->reject();
  }

  void shouldGiveAKey_toAnActionThatHadNone() {
    tests::DeskRig rig;
    rig.open();
    const QSignalSpy changed(rig.window.get(), &ui::MainWindow::keysChanged);
    rig.press(Qt::Key_F1);
    QDialog* help = rig.dialog("helpDialog");
    for (const char* title : {"Choose a PIN …", "Sign in again …", "Sign out", "Guide to the desk",
                              "Give this search another name …", "Delete this saved search …"})
      QVERIFY2(keyEdit(help, QString::fromUtf8(title)) != nullptr, title);
    // WHEN one gets a key, and the help is closed before the editor has ended by itself
    QTest::keyClick(keyEdit(help, u"Choose a PIN …"_qs), Qt::Key_F7);
    help->reject();
    // THEN another window is wanted, once, and in it the key holds
    QCOMPARE(changed.count(), 1);
    rig.reopen();
    rig.press(Qt::Key_F7);
    QVERIFY(rig.dialog("pinDialog") != nullptr);
    rig.dialog("pinDialog")->reject();
    // Who only looks keeps the window.
    const QSignalSpy again(rig.window.get(), &ui::MainWindow::keysChanged);
    rig.press(Qt::Key_F1);
    rig.dialog("helpDialog")->reject();
    QCOMPARE(again.count(), 0);
  }

  void shouldNameWhoHasAKey_andHandItOverOnlyWhenAsked() {
    tests::DeskRig rig;
    rig.open();
    rig.press(Qt::Key_F1);
    QDialog* help = rig.dialog("helpDialog");
    QKeySequenceEdit* outbox = keyEdit(help, u"Outbox"_qs);
    QKeySequenceEdit* guide = keyEdit(help, u"Guide to the desk"_qs);
    const QKeySequence key(Qt::CTRL | Qt::Key_O);
    QTest::keyClick(guide, Qt::Key_O, Qt::ControlModifier);
    // WHEN the help is to be closed with it
    help->reject();
    // THEN it stays, and asks
    QVERIFY(help->isVisible());
    QDialog* ask = rig.dialog("actionDialog");
    const QList<QLabel*> texts = ask->findChildren<QLabel*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(),
                        [](const QLabel* text) { return text->text().contains(u"“Outbox”"_qs); }));
    ask->reject();
    QCOMPARE(guide->keySequence(), QKeySequence());
    QCOMPARE(outbox->keySequence(), key);
    // WHEN the user says so, it goes over
    QTRY_VERIFY(help->findChild<QDialog*>(u"actionDialog"_qs) == nullptr);
    QTest::keyClick(guide, Qt::Key_O, Qt::ControlModifier);
    Q_EMIT guide->editingFinished();
    rig.dialog("actionDialog")->accept();
    QCOMPARE(guide->keySequence(), key);
    QCOMPARE(outbox->keySequence(), QKeySequence());
    help->reject();
    QCOMPARE(rig.fake.preferences.value(u"keys/guide"_qs, {}).toString(), key.toString());
    QCOMPARE(rig.fake.preferences.value(u"keys/outbox"_qs, u"x"_qs).toString(), QString());
  }
};

QTEST_MAIN(HelpTest)
#include "helptest.moc"
