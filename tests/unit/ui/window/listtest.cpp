// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What a list says of itself, and what it keeps of how the user has arranged it.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/table/casetableview.h"
#include "ui/window/workspace.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QtTest>

using namespace madoguchi;
using models::CaseTableModel;
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

  void shouldKeepColumnsDensityAndSort_forEachQueue() {
    DeskRig rig;
    rig.arriveMany(2);
    rig.openUnassigned(2);
    const auto show = [&rig](core::Queue queue) -> ui::CaseTableView& {
      rig.window->workspace()->showQueue(queue);
      return *rig.window->workspace()->table();
    };
    ui::CaseTableView& table = show(core::Queue::Unassigned);
    const int usualHeight = table.verticalHeader()->defaultSectionSize();
    table.showColumn(CaseTableModel::Holder, false);
    table.moveColumn(CaseTableModel::Due, 0);
    table.setCompact(true);
    table.horizontalHeader()->setSortIndicator(CaseTableModel::Applicant, Qt::DescendingOrder);
    const std::vector<int> columns = table.shownColumns();
    // GIVEN another queue, which the first has left as it was
    show(core::Queue::Office);
    QVERIFY(table.shownColumns() != columns);
    QVERIFY(!table.isCompact());
    QCOMPARE(table.verticalHeader()->defaultSectionSize(), usualHeight);
    QVERIFY(rig.desk->table.query().sort != core::SortColumn::Applicant);
    table.showColumn(CaseTableModel::Flags, false);
    table.horizontalHeader()->setSortIndicator(CaseTableModel::Number, Qt::DescendingOrder);
    const std::vector<int> others = table.shownColumns();
    // WHEN there is a new window
    rig.reopen();
    ui::CaseTableView& again = show(core::Queue::Unassigned);
    QCOMPARE(again.shownColumns(), columns);
    QCOMPARE(columns.front(), int{CaseTableModel::Due});
    QVERIFY(again.isCompact());
    QVERIFY(again.verticalHeader()->defaultSectionSize() < usualHeight);
    QCOMPARE(rig.desk->table.query().sort, core::SortColumn::Applicant);
    QVERIFY(rig.desk->table.query().descending);
    show(core::Queue::Office);
    QCOMPARE(again.shownColumns(), others);
    QVERIFY(!again.isCompact());
    QCOMPARE(rig.desk->table.query().sort, core::SortColumn::Number);
    QVERIFY(rig.desk->table.query().descending);
  }
};

QTEST_MAIN(ListTest)
#include "listtest.moc"
