// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casetablemodel.h"

#include "models/caserowtext.h"
#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;
using tests::FakeDesk;

namespace {

core::CaseQuery openCases(core::SortColumn sort = core::SortColumn::Arrived) {
  core::CaseQuery query;
  query.allOf = core::bit(core::RowFlag::Open);
  query.sort = sort;
  return query;
}

struct Rig {
  Rig() : model(fake.table, fake.referenceSource, [this] { return fake.now; }), tester(&model) {
    for (int i = 0; i < 5; ++i)
      fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 10 - i);
  }
  void load(const core::CaseQuery& query = openCases()) {
    QSignalSpy loaded(&model, &CaseTableModel::loaded);
    model.setQuery(query);
    QVERIFY(loaded.wait());
  }
  FakeDesk fake;
  CaseTableModel model;
  QAbstractItemModelTester tester;
};

} // namespace

class CaseTableModelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldKnowAllRowsBeforeAnyIsRead() {
    Rig rig;
    rig.fake.table.failRows = true;
    rig.load();
    QCOMPARE(rig.model.rowCount(), 5);
    QCOMPARE(rig.fake.table.keyRequests, 1);
  }

  void shouldAskOnceForAPage_whenManyCellsAreLookedAt() {
    Rig rig;
    rig.load();
    QTRY_VERIFY(rig.model.caseAt(0) != nullptr);
    for (int row = 0; row < rig.model.rowCount(); ++row)
      for (int column = 0; column < CaseTableModel::kColumnCount; ++column)
        static_cast<void>(rig.model.index(row, column).data());
    QCOMPARE(rig.fake.table.rowRequests, 1);
    QCOMPARE(rig.model.index(0, CaseTableModel::Applicant).data().toString(), u"申請者0"_qs);
  }

  void shouldHaveRowsAtOnce_whenTheyCameAhead() {
    Rig rig;
    rig.fake.table.sendsAhead = true;
    // WHEN the keys are adopted THEN a first paint finds what it shows
    QVariant painted;
    QObject::connect(&rig.model, &QAbstractItemModel::modelReset, &rig.model,
                     [&] { painted = rig.model.index(0, CaseTableModel::Applicant).data(); });
    rig.load();
    QCOMPARE(painted.toString(), u"申請者0"_qs);
    QCOMPARE(rig.fake.table.rowRequests, 0);
  }

  void shouldSayLoadingAndUnavailable() {
    Rig rig;
    rig.fake.table.failRows = true;
    rig.load();
    const QModelIndex cell = rig.model.index(0, 0);
    QTRY_COMPARE(cell.data(CaseTableModel::StateRole).toInt(), int(RowState::Unavailable));
    QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
  }

  void shouldTellStateInWords_whenACommandIsPending() {
    Rig rig;
    rig.fake.act(0, "sato", core::RegisterCase{});
    rig.fake.status.link = SyncStatus::Link::Offline;
    rig.load();
    QTRY_VERIFY(rig.model.caseAt(0) != nullptr);
    QVERIFY(rig.fake.perform(rig.fake.cases[0].record.state.id, core::AddNote{"x"}).has_value());
    QTRY_COMPARE(rig.model.index(0, 0).data(CaseTableModel::StateRole).toInt(), int(RowState::Pending));
    QVERIFY(rig.model.index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(rowStateText(RowState::Pending)));
  }

  void shouldMoveARow_whenItsPlaceInTheOrderChanges() {
    // GIVEN five cases by holder, all without one
    Rig rig;
    rig.load(openCases(core::SortColumn::Holder));
    const QPersistentModelIndex first(rig.model.index(0, 0));
    const CaseKey key = rig.model.keyAt(0);
    QSignalSpy moved(&rig.model, &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(&rig.model, &QAbstractItemModel::modelReset);
    // WHEN the first gets a holder, so that it goes to the end
    const auto place = static_cast<std::size_t>(key) - 1;
    rig.fake.act(place, "sato", core::RegisterCase{});
    rig.fake.act(place, "sato", core::AssignCase{core::UserId("sato"), {}});
    rig.fake.tellChanged(place);
    // THEN it moves, and who points to it stays with it
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(rig.model.keyAt(4), key);
    QCOMPARE(first.row(), 4);
  }

  void shouldRemoveAndInsertRows_whenCasesLeaveAndCome() {
    Rig rig;
    rig.load();
    rig.fake.cases[1].gone = true;
    core::ChangeSet changes;
    changes.removed = {2};
    rig.fake.tellChanged(changes);
    QTRY_COMPARE(rig.model.rowCount(), 4);
    const std::size_t place = rig.fake.arrive("food-business-permit", "新規", "シンキ", 20);
    rig.fake.tellChanged(place);
    QTRY_COMPARE(rig.model.rowCount(), 5);
    QCOMPARE(rig.model.keyAt(0), CaseKey(place) + 1);
  }

  void shouldResetBetweenItsSignals_whenEverythingChanged() {
    Rig rig;
    rig.load();
    QSignalSpy before(&rig.model, &CaseTableModel::keysAboutToBeReplaced);
    QSignalSpy after(&rig.model, &CaseTableModel::keysReplaced);
    for (int i = 0; i < 3; ++i)
      rig.fake.arrive("disclosure-request", "多数", "タスウ", 30);
    core::ChangeSet changes;
    changes.everything = true;
    rig.fake.tellChanged(changes);
    QTRY_COMPARE(rig.model.rowCount(), 8);
    QCOMPARE(before.count(), 1);
    QCOMPARE(after.count(), 1);
  }

  void shouldDropTheAnswerToAnOlderQuestion() {
    Rig rig;
    QSignalSpy loaded(&rig.model, &CaseTableModel::loaded);
    core::CaseQuery none = openCases();
    none.statuses = {core::Status::Closed};
    rig.model.setQuery(openCases());
    rig.model.setQuery(none);
    QVERIFY(loaded.wait());
    QCOMPARE(rig.model.rowCount(), 0);
    QCOMPARE(loaded.count(), 1);
  }

  void shouldShowLateCases_asDaysAndFraction() {
    Rig rig;
    rig.fake.arrive("food-business-permit", "遅延", "チエン", 60);
    rig.load();
    QTRY_VERIFY(rig.model.caseAt(0) != nullptr);
    const QModelIndex due = rig.model.index(0, CaseTableModel::Due);
    QVERIFY(due.data(CaseTableModel::DaysLeftRole).toInt() < 0);
    QCOMPARE(due.data(CaseTableModel::DueFractionRole).toDouble(), 1.0);
    QVERIFY(!due.data().toString().isEmpty());
  }
};

QTEST_GUILESS_MAIN(CaseTableModelTest)
#include "casetablemodeltest.moc"
