// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A case that is opened from elsewhere is the current row of the list, where the list has it.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/workspace.h"

#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

constexpr int kCases = 120;

/// The list of unassigned cases, with a row in the middle current and two of them marked.
struct Rig : DeskRig {
  Rig() {
    arriveMany(kCases);
    openUnassigned(kCases);
    table = find<QTableView>("caseTable");
    table->setCurrentIndex(desk->table.index(7, 0));
    desk->table.setMarked(2, 3, true);
    marks = desk->table.markedKeys();
    if (!QTest::qWaitFor([this] { return shown() != nullptr && isIdle(); })) qFatal("no case opens");
  }
  [[nodiscard]] int row() const { return table->currentIndex().row(); }
  [[nodiscard]] core::CaseId caseOf(models::CaseKey key) const {
    return fake.cases[static_cast<std::size_t>(key) - 1].record.state.id;
  }
  /// Of the case of a row, as if found elsewhere; waits until it is shown.
  void open(const core::CaseId& id) {
    window->workspace()->openCase(id);
    if (!QTest::qWaitFor([&] { return shown() != nullptr && shown()->id == id; }))
      qFatal("the case does not open");
  }

  QTableView* table = nullptr;
  models::Keys marks;
};

} // namespace

class OpenedRowTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldBeAtTheCase_thatTheSearchHasOpened() {
    Rig rig;
    rig.press(Qt::Key_F, Qt::ControlModifier);
    QDialog* search = rig.dialog("searchDialog");
    QVERIFY(search != nullptr);
    search->findChild<QLineEdit*>(u"searchText"_qs)->setText(u"申請者77"_qs);
    QTRY_COMPARE(search->findChild<QListWidget*>(u"searchHits"_qs)->count(), 1);
    rig.press(Qt::Key_Return);
    const core::CaseId id = rig.fake.cases[77].record.state.id;
    QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->id == id);
    const int row = rig.desk->table.rowOf(78);
    QVERIFY(row >= 0 && row != 7);
    QCOMPARE(rig.row(), row);
    // THEN it is in sight and chosen, and what was marked is marked
    QVERIFY(rig.table->viewport()->rect().contains(rig.table->visualRect(rig.table->currentIndex())));
    QVERIFY(rig.table->selectionModel()->isRowSelected(row));
    QCOMPARE(rig.desk->table.markedKeys(), rig.marks);
    // AND the next case is the one after it
    rig.window->workspace()->focusTable();
    rig.press(Qt::Key_N);
    QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->id == rig.caseOf(rig.desk->table.keyAt(row + 1)));
  }

  void shouldNotScroll_toARowInSight() {
    Rig rig;
    rig.table->verticalScrollBar()->setValue(5);
    rig.open(rig.caseOf(rig.desk->table.keyAt(9)));
    QCOMPARE(rig.row(), 9);
    QCOMPARE(rig.table->verticalScrollBar()->value(), 5);
  }

  void shouldStayWhereItIs_whenTheListDoesNotHoldTheCase() {
    Rig rig;
    const std::size_t elsewhere = rig.fake.arrive("food-business-permit", "別人", "ベツジン", 3);
    rig.fake.examine(elsewhere, "kato");
    rig.table->verticalScrollBar()->setValue(40);
    rig.open(rig.fake.cases[elsewhere].record.state.id);
    QTRY_VERIFY(rig.isIdle());
    QCOMPARE(rig.row(), 7);
    QCOMPARE(rig.table->verticalScrollBar()->value(), 40);
    QCOMPARE(rig.desk->table.markedKeys(), rig.marks);
    // AND the list does not jump when the case comes into it later
    rig.fake.act(elsewhere, "kato", core::ReleaseCase{});
    rig.fake.tellChanged(elsewhere);
    QTRY_COMPARE(rig.desk->table.rowCount(), kCases + 1);
    QVERIFY(rig.desk->table.keyAt(rig.row()) != static_cast<models::CaseKey>(elsewhere) + 1);
  }

  void shouldFindTheRow_whenTheListComesAfterTheCase() {
    Rig rig;
    rig.fake.act(50, "kato", core::RegisterCase{});
    rig.fake.act(50, "kato", core::AssignCase{core::UserId("kato"), {}});
    rig.fake.tellChanged(50);
    QTRY_COMPARE(rig.desk->table.rowCount(), kCases - 1);
    // WHEN a colleague gives it back while it is opened
    rig.fake.act(50, "kato", core::ReleaseCase{});
    core::ChangeSet changes;
    changes.changed.push_back(51);
    rig.fake.tellChanged(changes);
    bool isBeforeTheList = false;
    connect(&rig.desk->opened, &models::OpenCase::changed, this,
            [&] { isBeforeTheList = rig.desk->table.isLoading(); });
    rig.open(rig.fake.cases[50].record.state.id);
    QVERIFY(isBeforeTheList);
    QTRY_COMPARE(rig.desk->table.rowCount(), kCases);
    QCOMPARE(rig.desk->table.keyAt(rig.row()), models::CaseKey{51});
    QCOMPARE(rig.desk->table.markedKeys(), rig.marks);
  }

  void shouldActOnTheCase_thatIsOnItsWay() {
    Rig rig;
    rig.window->workspace()->openCase(rig.fake.cases[50].record.state.id);
    rig.window->workspace()->run(models::CaseAction::Take);
    QTRY_VERIFY(!rig.fake.performed.empty() && rig.isIdle());
    QCOMPARE(rig.fake.cases[50].record.state.holder, core::UserId("sato"));
    QCOMPARE(rig.fake.counts().of[static_cast<std::size_t>(core::Queue::MyCases)], 1);
  }

  void shouldNotActOnTheNextCase_whereTheUserWentOnBeforeTheFirstHadCome() {
    Rig rig;
    rig.window->workspace()->goDown();
    rig.window->workspace()->run(models::CaseAction::Take);
    rig.window->workspace()->openCase(rig.fake.cases[50].record.state.id);
    QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->id == rig.fake.cases[50].record.state.id);
    QTRY_VERIFY(rig.isIdle());
    QVERIFY(rig.fake.performed.empty());
    // AND that is said
    QTRY_COMPARE(rig.message(), u"You went on before the case had come: nothing was done to it."_qs);
    // AND not done later
    rig.fake.tellChanged(50);
    QTRY_VERIFY(rig.isIdle());
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldForgetTheAction_whenItsCaseDoesNotOpen() {
    Rig rig;
    rig.fake.cases[50].gone = true;
    QSignalSpy failed(&rig.desk->opened, &models::OpenCase::failed);
    rig.window->workspace()->openCase(rig.fake.cases[50].record.state.id);
    rig.window->workspace()->run(models::CaseAction::Take);
    QTRY_COMPARE(failed.count(), 1);
    // THEN it is not done to the one that is opened next
    rig.window->workspace()->goDown();
    QTRY_VERIFY(rig.shown() != nullptr && rig.isIdle());
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldComeBack_toTheOpenCase() {
    // GIVEN that the user has gone to another row, whose case is not open yet
    Rig rig;
    const core::CaseId id = rig.shown()->id;
    rig.window->workspace()->goDown();
    QCOMPARE(rig.row(), 8);
    rig.window->workspace()->openCase(id);
    QCOMPARE(rig.row(), 7);
  }

  void shouldFollowTheUser_whoWentOnMeanwhile() {
    Rig rig;
    rig.window->workspace()->openCase(rig.fake.cases[50].record.state.id);
    rig.window->workspace()->goDown();
    QCOMPARE(rig.row(), 8);
    const core::CaseId id = rig.caseOf(rig.desk->table.keyAt(8));
    QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->id == id);
    QCOMPARE(rig.row(), 8);
  }
};

QTEST_MAIN(OpenedRowTest)
#include "openedrowtest.moc"
