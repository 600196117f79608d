// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/help/helppage.h"

#include <QDialog>
#include <QDir>
#include <QListWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTextTable>
#include <QtTest>

using namespace madoguchi;

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
};

QTEST_MAIN(HelpTest)
#include "helptest.moc"
