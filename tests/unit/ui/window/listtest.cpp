// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What a list says of itself.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/workspace.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

class ListTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldSayHowManyOfAllAreShown_whenAFilterNarrowsIt() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.fake.arrive("food-business-permit", "佐倉", "サクラ", 3);
    rig.openUnassigned(4);
    auto* title = rig.find<QLabel>("queueTitle");
    QTRY_VERIFY2(title->text().endsWith(u"　4"_qs), qPrintable(title->text()));
    auto* filter = rig.find<QLineEdit>("filterText");
    filter->setText(u"さくら"_qs);
    QTRY_VERIFY2(title->text().endsWith(u"　1 of 4"_qs), qPrintable(title->text()));
    QCOMPARE(QAccessible::queryAccessibleInterface(title)->text(QAccessible::Name), title->text());
    // WHEN one more that fits comes in
    const std::size_t place = rig.fake.arrive("food-business-permit", "佐倉", "サクラ", 3);
    core::ChangeSet changes;
    changes.added.push_back(static_cast<models::CaseKey>(place) + 1);
    rig.fake.tellChanged(changes);
    QTRY_VERIFY2(title->text().endsWith(u"　2 of 5"_qs), qPrintable(title->text()));
    filter->clear();
    QTRY_VERIFY2(title->text().endsWith(u"　5"_qs), qPrintable(title->text()));
  }

  void shouldSayOfASavedSearch_howManyItFinds_andOfAChangedOneHowManyOfItsQueue() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.fake.arrive("food-business-permit", "佐倉", "サクラ", 3);
    rig.openUnassigned(4);
    models::ListFilter wanted;
    wanted.text = "申請者";
    const QString id = rig.desk->searches.save({{}, u"三人"_qs, core::Queue::Unassigned, wanted});
    rig.window->workspace()->showSaved(id);
    auto* title = rig.find<QLabel>("queueTitle");
    QTRY_COMPARE(title->text(), u"三人　3"_qs);
    rig.find<QLineEdit>("filterText")->setText(u"さくら"_qs);
    QTRY_COMPARE(title->text(), u"三人　1 of 4"_qs);
  }
};

QTEST_MAIN(ListTest)
#include "listtest.moc"
