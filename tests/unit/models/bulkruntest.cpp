// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkrun.h"

#include "models/bulkmemory.h"
#include "models/casetablemodel.h"
#include "models/desk.h"
#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;
using tests::FakeDesk;

namespace {

using Action = BulkOrder::Action;
using Result = CaseResult;

struct Rig {
  explicit Rig(int cases = 6, const std::string& user = "sato") : fake(user) {
    for (int i = 0; i < cases; ++i)
      fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 10);
    open();
  }
  void open() {
    run = std::make_unique<BulkRun>(fake.bulk, fake.commands, fake.referenceSource, fake.drafts, undo);
  }
  [[nodiscard]] Keys allKeys() const {
    Keys keys;
    for (std::size_t place = 0; place < fake.cases.size(); ++place)
      keys.push_back(static_cast<CaseKey>(place) + 1);
    return keys;
  }
  void finish() {
    if (run->runState() == RunState::Idle) return;
    QSignalSpy over(run.get(), &BulkRun::finishedAll);
    QVERIFY(over.wait());
  }
  [[nodiscard]] std::string holder(std::size_t place) const {
    return fake.cases[place].record.state.holder.value;
  }
  [[nodiscard]] Result result(int row) const {
    return static_cast<Result>(run->index(row, BulkRun::Result).data(BulkRun::ResultRole).toInt());
  }
  FakeDesk fake;
  UndoStack undo{fake.commands, fake.outbox};
  std::unique_ptr<BulkRun> run;
};

} // namespace

class BulkRunTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeAll_andTellOfEach() {
    Rig rig;
    const QAbstractItemModelTester tester(rig.run.get());
    rig.fake.act(1, "sato", core::RegisterCase{});
    rig.fake.act(1, "sato", core::AssignCase{core::UserId("sato"), {}});
    rig.fake.act(2, "kato", core::RegisterCase{});
    rig.fake.act(2, "kato", core::AssignCase{core::UserId("kato"), {}});
    rig.run->start({Action::Take, {}}, rig.allKeys());
    QCOMPARE(rig.run->runState(), RunState::Running);
    rig.finish();
    QCOMPARE(rig.result(0), Result::Done);
    QCOMPARE(rig.result(1), Result::Unchanged);
    // A colleague holds the third: a clerk cannot take it, and the rest goes on.
    QCOMPARE(rig.result(2), Result::Refused);
    QCOMPARE(rig.holder(2), std::string("kato"));
    for (const std::size_t place : {0U, 3U, 4U, 5U})
      QCOMPARE(rig.holder(place), std::string("sato"));
    QCOMPARE(rig.run->refused(), std::size_t{1});
    QVERIFY(!rig.run->index(2, BulkRun::Result).data().toString().isEmpty());
    QTRY_COMPARE(rig.run->index(0, BulkRun::Applicant).data().toString(), u"申請者0"_qs);
    rig.run->setOnlyRefused(true);
    QCOMPARE(rig.run->rowCount(), 1);
  }

  void shouldShareOutInTurn_andPassNothingRound() {
    Rig rig(6, "tanaka");
    rig.fake.act(3, "kato", core::RegisterCase{});
    rig.fake.act(3, "kato", core::AssignCase{core::UserId("kato"), {}});
    rig.run->start({Action::Assign, {core::UserId("sato"), core::UserId("kato")}}, rig.allKeys());
    rig.finish();
    QCOMPARE(rig.holder(0), std::string("sato"));
    QCOMPARE(rig.holder(1), std::string("kato"));
    QCOMPARE(rig.holder(2), std::string("sato"));
    QCOMPARE(rig.holder(3), std::string("kato"));
    QCOMPARE(rig.result(3), Result::Unchanged);
  }

  void shouldHandOverAnAbsentColleaguesCases_asSupervisor() {
    Rig rig(3, "tanaka");
    for (std::size_t place = 0; place < 3; ++place) {
      rig.fake.act(place, "kato", core::RegisterCase{});
      rig.fake.act(place, "kato", core::AssignCase{core::UserId("kato"), {}});
    }
    rig.run->start({Action::Assign, {core::UserId("sato")}}, rig.allKeys());
    rig.finish();
    QCOMPARE(rig.run->refused(), std::size_t{0});
    for (std::size_t place = 0; place < 3; ++place)
      QCOMPARE(rig.holder(place), std::string("sato"));
  }

  void shouldRelease_whatIsMine() {
    Rig rig(2);
    rig.fake.act(0, "sato", core::RegisterCase{});
    rig.fake.act(0, "sato", core::AssignCase{core::UserId("sato"), {}});
    rig.run->start({Action::Release, {}}, rig.allKeys());
    rig.finish();
    QCOMPARE(rig.holder(0), std::string());
    QCOMPARE(rig.result(1), Result::Unchanged);
  }

  void shouldPauseAndGoOn_andStop() {
    Rig rig(200);
    QSignalSpy progress(rig.run.get(), &BulkRun::runChanged);
    std::size_t pauseAt = 5;
    std::size_t stopAt = 200;
    connect(rig.run.get(), &BulkRun::runChanged, rig.run.get(), [&] {
      if (rig.run->finished() == pauseAt) rig.run->pause();
      if (rig.run->finished() == stopAt && rig.run->runState() == RunState::Running) rig.run->stop();
    });
    rig.run->start({Action::Take, {}}, rig.allKeys());
    QTRY_VERIFY(rig.run->runState() == RunState::Paused);
    for (int i = 0; i < 50; ++i)
      QCoreApplication::processEvents();
    QCOMPARE(rig.run->finished(), std::size_t{5});
    pauseAt = 0;
    stopAt = 80;
    rig.run->resume();
    rig.finish();
    const std::size_t done = rig.run->finished();
    QCOMPARE(done, std::size_t{80});
    QCOMPARE(rig.result(199), Result::Left);
    for (std::size_t place = 0; place < 200; ++place)
      QCOMPARE(rig.holder(place), std::string(place < done ? "sato" : ""));
    QVERIFY(progress.count() > 80);
  }

  void shouldWaitPaused_whenTheProgramEndedMeanwhile() {
    Rig rig(20);
    connect(rig.run.get(), &BulkRun::runChanged, rig.run.get(), [&] {
      if (rig.run->finished() == 5) rig.run->pause();
    });
    rig.run->start({Action::Take, {}}, rig.allKeys());
    QTRY_COMPARE(rig.run->finished(), std::size_t{5});
    rig.run.reset();
    rig.open();
    QCOMPARE(rig.run->runState(), RunState::Paused);
    QVERIFY(rig.run->isRestored());
    QCOMPARE(rig.run->total(), std::size_t{20});
    rig.run->resume();
    rig.finish();
    for (std::size_t place = 0; place < 20; ++place)
      QCOMPARE(rig.holder(place), std::string("sato"));
    QVERIFY(rig.run->unchanged() >= 5);
    // and nothing of it is left
    rig.open();
    QCOMPARE(rig.run->runState(), RunState::Idle);
  }

  void shouldBeOneStepToUndo_whenNothingWasSent() {
    Rig rig(4);
    rig.fake.status.link = SyncStatus::Link::Offline;
    const auto older = rig.fake.perform(rig.fake.cases[3].record.state.id, core::AddNote{"メモ"});
    rig.undo.push(*older);
    Keys keys = rig.allKeys();
    keys.pop_back();
    rig.run->start({Action::Take, {}}, keys);
    rig.finish();
    QCOMPARE(rig.undo.count(), std::size_t{2});
    QSignalSpy undone(&rig.undo, &UndoStack::undone);
    rig.undo.undo();
    QVERIFY(undone.wait());
    const QString said = undone.front().front().toString();
    QVERIFY2(said.contains(u'3'), qPrintable(said));
    for (const std::size_t place : {0U, 1U, 2U}) {
      QCOMPARE(rig.holder(place), std::string());
      QCOMPARE(rig.fake.cases[place].record.state.status, core::Status::Arrived);
      QVERIFY(rig.fake.cases[place].pending.empty());
    }
    QCOMPARE(rig.fake.cases[3].pending.size(), std::size_t{1});
  }

  void shouldComeBackCaseByCase_whenTheProgramEndedSince() {
    Rig rig(3);
    rig.fake.status.link = SyncStatus::Link::Offline;
    {
      Desk desk(rig.fake.ports());
      QSignalSpy over(&desk.bulk, &BulkRun::finishedAll);
      desk.bulk.start({Action::Take, {}}, rig.allKeys());
      QVERIFY(over.wait());
    }
    Desk desk(rig.fake.ports());
    QTRY_COMPARE(desk.undo.count(), std::size_t{6});
    while (desk.undo.canUndo()) {
      desk.undo.undo();
      QTRY_VERIFY(!desk.undo.isUndoing());
    }
    for (const auto& item : rig.fake.cases) {
      QVERIFY(item.pending.empty());
      QCOMPARE(item.record.state.status, core::Status::Arrived);
    }
  }

  void shouldForgetFinishedPieces() {
    FakeDesk fake;
    BulkMemory memory(fake.drafts);
    Keys keys;
    for (CaseKey key = 1; key <= CaseKey(3 * BulkMemory::kPiece - 10); ++key)
      keys.push_back(key * 7);
    memory.keep({Action::Assign, {core::UserId("kato"), core::UserId("sato")}}, keys);
    memory.forgetDone(BulkMemory::kPiece - 1);
    QCOMPARE(memory.load()->keys.size(), keys.size());
    memory.forgetDone(BulkMemory::kPiece);
    const auto left = memory.load();
    QVERIFY(left.has_value());
    QVERIFY(left->order == (BulkOrder{Action::Assign, {core::UserId("kato"), core::UserId("sato")}}));
    QVERIFY(left->keys == Keys(keys.begin() + BulkMemory::kPiece, keys.end()));
    memory.forget();
    QVERIFY(!memory.load());
  }

  void shouldMarkAMillionExceptAFew_atNoCost() {
    Keys listed(1'000'000);
    for (std::size_t i = 0; i < listed.size(); ++i)
      listed[i] = static_cast<CaseKey>(i) * 3;
    CaseMarks marks;
    marks.markAll();
    for (const CaseKey key : {30, 60, 90})
      marks.set(key, false);
    QCOMPARE(marks.count(listed.size()), std::size_t{999'997});
    QVERIFY(!marks.contains(60));
    QVERIFY(marks.contains(63));
    const Keys marked = marks.of(listed);
    QCOMPARE(marked.size(), std::size_t{999'997});
    // An exception that has left the list is none any more.
    listed.erase(listed.begin() + 10);
    marks.keepOnly(listed);
    QCOMPARE(marks.count(listed.size()), std::size_t{999'997});
    marks.set(60, true);
    QCOMPARE(marks.exceptions(), std::size_t{1});
    marks.clear();
    QVERIFY(marks.isEmpty());
    QVERIFY(!marks.contains(63));
  }

  void shouldKeepMarks_whileTheListChangesUnderThem() {
    FakeDesk fake;
    for (int i = 0; i < 5; ++i)
      fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 10 - i);
    CaseTableModel table(fake.table, fake.referenceSource, [&fake] { return fake.now; });
    core::CaseQuery query;
    query.allOf = core::bit(core::RowFlag::Unassigned);
    query.sort = core::SortColumn::Arrived;
    QSignalSpy loaded(&table, &CaseTableModel::loaded);
    table.setQuery(query);
    QVERIFY(loaded.wait());
    table.setMarked(1, 2, true);
    QVERIFY(table.setData(table.index(4, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(table.markedCount(), std::size_t{3});
    // WHEN a marked case leaves the list, and another comes
    fake.act(1, "sato", core::RegisterCase{});
    fake.act(1, "sato", core::AssignCase{core::UserId("sato"), {}});
    fake.tellChanged(1);
    QTRY_COMPARE(table.rowCount(), 4);
    fake.tellChanged(fake.arrive("food-business-permit", "新規", "シンキ", 30));
    QTRY_COMPARE(table.rowCount(), 5);
    // THEN the others stay marked, by case
    QVERIFY(table.markedKeys() == (Keys{3, 5}));
    QCOMPARE(table.index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    // AND another order keeps them, another list does not
    query.descending = true;
    table.setQuery(query);
    QVERIFY(loaded.wait());
    QVERIFY(table.markedKeys() == (Keys{5, 3}));
    query.statuses = {core::Status::Arrived};
    table.setQuery(query);
    QVERIFY(table.marks().isEmpty());
  }
};

QTEST_GUILESS_MAIN(BulkRunTest)
#include "bulkruntest.moc"
