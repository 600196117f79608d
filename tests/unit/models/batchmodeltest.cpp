// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/batchrig.h"

using namespace madoguchi;
using namespace madoguchi::models;
using Rig = tests::BatchRig;

class BatchModelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowAlikeCasesAsOneLine() {
    Rig rig;
    rig.load();
    QCOMPARE(rig.model().rowCount(), 1);
    QCOMPARE(rig.model().rowCount(rig.model().index(0, 0)), 4);
    QCOMPARE(rig.model().checkedCount(), 4);
  }

  void shouldLeaveUnlikeCasesUnmarked_withTheRule() {
    Rig rig;
    rig.addUnlike();
    rig.load();
    QCOMPARE(rig.model().rowCount(), 2);
    QCOMPARE(rig.model().checkedCount(), 4);
    int unlike = 0;
    for (const BatchGroup& group : rig.model().groups())
      for (const BatchCase& item : group.cases)
        if (!item.unlike.empty()) {
          ++unlike;
          QCOMPARE(item.unlike, std::vector{Unlike::Conditions});
        }
    QCOMPARE(unlike, 1);
  }

  void shouldFindEachRule() {
    Rig rig(1);
    const References& references = *rig.fake.references;
    core::CaseState state = rig.fake.cases[0].record.state;
    const core::Date today = core::dayInJapan(rig.fake.now);
    QVERIFY(unlikeRules(state, references, today).empty());
    QCOMPARE(unlikeRules(state, references, today + std::chrono::days(60)), std::vector{Unlike::Overdue});
    core::CaseState edited = state;
    edited.corrected["/form/facility/name"] = {core::json::string("x"), core::UserId("kato"),
                                               rig.fake.now + std::chrono::hours(1)};
    QCOMPARE(unlikeRules(edited, references, today), std::vector{Unlike::EditedAfterExamination});
    core::CaseState open = state;
    open.findings.clear();
    QVERIFY(unlikeRules(open, references, today).front() == Unlike::CriterionOpen);
    core::CaseState unknown = state;
    unknown.procedureVersion = 99;
    QCOMPARE(unlikeRules(unknown, references, today), std::vector{Unlike::ProcedureUnknown});
  }

  void shouldApproveEachByItself() {
    Rig rig;
    rig.load();
    rig.model().approve();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.model().finished(), 4);
    QCOMPARE(rig.model().refusedCount(), 0);
    QCOMPARE(rig.fake.performed.size(), std::size_t{4});
    QCOMPARE(rig.model().checkedCount(), 0);
  }

  void shouldGiveEachItsOwnResult_whenOneDraftChanged() {
    Rig rig;
    rig.load();
    const core::CaseState& state = rig.fake.cases[1].record.state;
    rig.fake.act(1, "kato", core::RecallDraft{state.draft->version});
    rig.model().approve();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.model().finished(), 4);
    QCOMPARE(rig.model().refusedCount(), 1);
    const QModelIndex group = rig.model().index(0, 0);
    int refused = 0;
    for (int row = 0; row < rig.model().rowCount(group); ++row)
      if (rig.model().index(row, 0, group).data(BatchModel::ResultRole).toInt() == int(CaseResult::Refused)) {
        ++refused;
        QVERIFY(!rig.model().index(row, BatchModel::Result, group).data().toString().isEmpty());
      }
    QCOMPARE(refused, 1);
  }

  void shouldPauseGoOnAndStop() {
    Rig rig;
    rig.load();
    rig.model().approve();
    rig.model().pause();
    QTRY_COMPARE(rig.model().finished(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(rig.model().finished(), 1);
    connect(&rig.model(), &BatchModel::runChanged, &rig.model(), [&rig] {
      if (rig.model().finished() == 2) rig.model().stop();
    });
    rig.model().resume();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.fake.performed.size(), std::size_t{2});
    QCOMPARE(rig.model().checkedCount(), 2);
  }

  void shouldBeFinished_whenPausedDuringTheLastOne() {
    Rig rig(1);
    rig.load();
    rig.model().approve();
    rig.model().pause();
    QTRY_COMPARE(rig.model().finished(), 1);
    QCOMPARE(rig.model().runState(), RunState::Idle);
  }

  void shouldTakeAllApprovalsBackAsOneStep_whileTheyAreUnsent() {
    Rig rig;
    rig.fake.status.link = SyncStatus::Link::Offline;
    rig.load();
    rig.model().approve();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.undo.count(), std::size_t{1});
    for (const auto& item : rig.fake.cases)
      QCOMPARE(item.pending.size(), std::size_t{1});
    rig.fake.send(2);
    QSignalSpy failed(&rig.undo, &UndoStack::failed);
    rig.undo.undo();
    QVERIFY(failed.wait());
    const QString said = failed.front().front().toString();
    QVERIFY2(said.contains(QString::fromStdString(rig.fake.cases[2].record.state.number)), qPrintable(said));
    for (const std::size_t place : {0U, 1U, 3U})
      QVERIFY(rig.fake.cases[place].pending.empty());
    QCOMPARE(rig.fake.cases[2].pending.size(), std::size_t{1});
  }

  void shouldReturnWithAReason() {
    Rig rig(2);
    rig.load();
    rig.model().giveBack("図面を確認すること");
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.fake.cases[0].record.state.status, core::Status::Examining);
    QCOMPARE(rig.fake.cases[0].record.state.returnReason, std::string("図面を確認すること"));
  }

  void shouldMarkAGroup_withoutItsUnlikeCases() {
    Rig rig(2);
    rig.load();
    const QModelIndex group = rig.model().index(0, 0);
    QVERIFY(rig.model().setData(group, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(rig.model().checkedCount(), 0);
    QVERIFY(rig.model().setData(rig.model().index(0, 0, group), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(rig.model().checkedCount(), 1);
    QCOMPARE(group.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
  }

  void shouldSayWhyNothingCouldBeRead() {
    Rig rig(1);
    rig.fake.failStates = true;
    QSignalSpy failed(&rig.model(), &BatchModel::failed);
    rig.model().load();
    QVERIFY(failed.wait());
    QVERIFY(!rig.model().isLoading());
  }
};

QTEST_GUILESS_MAIN(BatchModelTest)
#include "batchmodeltest.moc"
