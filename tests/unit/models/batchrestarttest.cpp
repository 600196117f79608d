// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A batch and its marks, when the program ends in the midst of it.
#include "models/batchmemory.h"
#include "tests/unit/models/batchrig.h"

using namespace madoguchi;
using namespace madoguchi::models;
using Rig = tests::BatchRig;

namespace {

/// Writes text by text, as the cache does, and remembers what each cut between two would leave.
struct CutDrafts final : DraftKeeper {
  [[nodiscard]] Drafts drafts(const core::CaseId&) const override { return kept; }
  void keep(const core::CaseId&, const Drafts& wanted) override {
    for (const QString& name : kept.keys())
      if (!wanted.contains(name)) {
        kept.remove(name);
        cuts.push_back(kept);
      }
    for (auto draft = wanted.begin(); draft != wanted.end(); ++draft) {
      kept[draft.key()] = draft.value();
      cuts.push_back(kept);
    }
  }
  Drafts kept;
  std::vector<Drafts> cuts;
};

} // namespace

class BatchRestartTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldComeBackPaused_andDecideNothingTwice_whenKilledMidway() {
    Rig rig(6);
    rig.load();
    rig.model().approve();
    const std::size_t unheard = rig.killAfter(2);
    // THEN the batch is there at once, waits, and asks for nothing by itself
    QCOMPARE(rig.model().runState(), RunState::Paused);
    QVERIFY(rig.model().run().isRestored());
    QCOMPARE(rig.model().total(), 6);
    QCOMPARE(rig.model().finished(), 2);
    const std::size_t sent = rig.fake.performed.size();
    rig.model().resume();
    rig.model().stop();
    QCOMPARE(rig.model().runState(), RunState::Paused); // nobody has looked at it yet
    rig.load();
    QCOMPARE(rig.fake.performed.size(), sent);
    // AND each case says how it stands, the one that nobody had heard of too
    QCOMPARE(rig.model().finished(), 3);
    QCOMPARE(rig.result(unheard), CaseResult::Done);
    int waiting = 0;
    for (std::size_t place = 0; place < 6; ++place) {
      QVERIFY(rig.rowOf(rig.fake.cases[place].record.state.id).isValid());
      waiting += rig.result(place) == CaseResult::Waiting ? 1 : 0;
    }
    QCOMPARE(waiting, 3);
    rig.model().resume();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.model().finished(), 6);
    QCOMPARE(rig.model().refusedCount(), 0);
    for (std::size_t place = 0; place < 6; ++place)
      QCOMPARE(rig.approvals(place), std::size_t{1});
  }

  void shouldKeepReasonsOfRefusal_alsoOfAFinishedBatch_untilItIsPutAway() {
    Rig rig(3);
    rig.load();
    rig.fake.act(1, "kato", core::RecallDraft{rig.fake.cases[1].record.state.draft->version});
    rig.model().approve();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    const core::CaseId recalled = rig.fake.cases[1].record.state.id;
    const QString why = rig.rowOf(recalled, BatchModel::Result).data().toString();
    QVERIFY(!why.isEmpty());
    rig.start();
    QCOMPARE(rig.model().runState(), RunState::Idle);
    rig.load();
    QCOMPARE(rig.model().finished(), 3);
    QCOMPARE(rig.model().refusedCount(), 1);
    QCOMPARE(rig.rowOf(recalled, BatchModel::Result).data().toString(), why);
    QCOMPARE(rig.result(0), CaseResult::Done);
    QCOMPARE(rig.model().checkedCount(), 0);
    rig.model().putAway();
    rig.load();
    QCOMPARE(rig.model().rowCount(), 0);
    rig.start();
    QCOMPARE(rig.model().total(), 0);
  }

  void shouldRememberTheReasonOfReturning_whenKilledMidway() {
    Rig rig(3);
    rig.load();
    rig.model().giveBack("図面を確認すること");
    const std::size_t unheard = rig.killAfter(1);
    rig.load();
    QCOMPARE(rig.result(unheard), CaseResult::Done);
    QCOMPARE(rig.model().run().order().reason, std::string("図面を確認すること"));
    rig.model().resume();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.model().refusedCount(), 0);
    for (const auto& item : rig.fake.cases)
      QCOMPARE(item.record.state.returnReason, std::string("図面を確認すること"));
  }

  void shouldNotDecideWhatHasChangedMeanwhile() {
    Rig rig(3);
    rig.load();
    rig.model().approve();
    static_cast<void>(rig.killAfter(1));
    // GIVEN that one draft is another one since, and waits again
    const core::CaseId changed = rig.model().run().items()[2].caseId;
    const auto place = static_cast<std::size_t>(rig.fake.find(changed) - rig.fake.cases.data());
    rig.fake.act(place, "kato", core::RecallDraft{rig.fake.cases[place].record.state.draft->version});
    core::DraftDecision draft;
    draft.remarks = "追記";
    rig.fake.submit(place, draft, "kato");
    rig.load();
    QCOMPARE(rig.model().checkedCount(), 0); // nothing is left as it was shown
    QCOMPARE(rig.model().run().waiting(), std::size_t{1});
    rig.model().resume();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.result(place), CaseResult::Refused);
    QCOMPARE(rig.approvals(place), std::size_t{0});
    QCOMPARE(rig.model().finished(), 3);
  }

  void shouldLeaveTheRest_whenARestoredBatchIsStopped() {
    Rig rig(4);
    rig.load();
    rig.model().approve();
    static_cast<void>(rig.killAfter(1));
    rig.load();
    rig.model().stop();
    QCOMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.model().run().left(), std::size_t{2});
    rig.start();
    QCOMPARE(rig.model().runState(), RunState::Idle);
    rig.load();
    // They wait for a decision as any other draft does.
    QCOMPARE(rig.model().checkedCount(), 2);
  }

  void shouldOfferAgain_whatWasTakenBack() {
    Rig rig(2);
    rig.fake.status.link = SyncStatus::Link::Offline;
    rig.load();
    rig.model().approve();
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    rig.load();
    QCOMPARE(rig.model().checkedCount(), 0);
    QSignalSpy undone(&rig.undo, &UndoStack::undone);
    rig.undo.undo();
    QVERIFY(undone.wait());
    rig.load();
    QCOMPARE(rig.model().checkedCount(), 2);
    QCOMPARE(rig.result(0), CaseResult::None);
  }

  void shouldKeepMarks_whenTheProgramEnds_butOnlyForTheDraftThatWasShown() {
    Rig rig(3);
    rig.addUnlike();
    rig.load();
    const core::CaseId alike = rig.fake.cases[0].record.state.id;
    const core::CaseId unlike = rig.fake.cases[3].record.state.id;
    QVERIFY(rig.model().setData(rig.rowOf(alike), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(rig.model().setData(rig.rowOf(unlike), Qt::Checked, Qt::CheckStateRole));
    rig.start();
    rig.load();
    QCOMPARE(rig.rowOf(alike).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(rig.rowOf(unlike).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(rig.model().checkedCount(), 3);
    // WHEN the unlike one comes back as another draft THEN it has to be read again
    rig.fake.act(3, "kato", core::RecallDraft{rig.fake.cases[3].record.state.draft->version});
    core::DraftDecision draft;
    draft.outcome = core::Outcome::GrantedWithConditions;
    draft.conditions = {"油脂分離槽を設けること。"};
    rig.fake.submit(3, draft, "kato");
    rig.load();
    QCOMPARE(rig.rowOf(unlike).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(rig.model().checkedCount(), 2);
  }

  void shouldDecideWhatWasAskedAbout_whenTheListIsAnotherMeanwhile() {
    Rig rig(2);
    rig.load();
    std::vector<BatchItem> asked = rig.model().offered();
    const std::size_t late = rig.fake.arrive("food-business-permit", "遅い人", "オソイヒト", 3);
    rig.fake.examine(late, "kato");
    rig.fake.submit(late, {}, "kato");
    rig.load();
    QCOMPARE(rig.model().checkedCount(), 3);
    rig.model().decide({BatchOrder::Decision::Approve}, std::move(asked));
    QTRY_COMPARE(rig.model().runState(), RunState::Idle);
    QCOMPARE(rig.model().finished(), 2);
    QCOMPARE(rig.approvals(late), std::size_t{0});
  }

  void shouldNotMixTwoBatches_whenKilledWhileTheSecondIsWritten() {
    Rig rig(1);
    rig.load();
    const std::vector<BatchItem> items = rig.model().offered();
    BatchItem older = items.front();
    older.caseId = core::CaseId("older");
    older.outcome = {CaseResult::Done};
    CutDrafts drafts;
    BatchMemory(drafts).keep({BatchOrder::Decision::Return, "理由"}, {older});
    BatchRun run(rig.fake.commands, drafts, rig.undo);
    run.start({BatchOrder::Decision::Approve}, items);
    for (const Drafts& cut : drafts.cuts) {
      CutDrafts left;
      left.kept = cut;
      const auto kept = BatchMemory(left).load();
      if (!kept) continue;
      const bool returned = kept->order.decision == BatchOrder::Decision::Return;
      QCOMPARE(kept->items.front().caseId, returned ? older.caseId : items.front().caseId);
    }
    QVERIFY(BatchMemory(drafts).load().has_value());
  }

  void shouldRememberManyInPieces() {
    tests::FakeDesk fake;
    std::vector<BatchItem> items;
    for (std::size_t i = 0; i < 3 * BatchMemory::kPiece + 5; ++i) {
      BatchItem item{core::CaseId("case" + std::to_string(i)), 7, 2, "hash" + std::to_string(i)};
      item.number = "8健食第" + std::to_string(i) + "号";
      items.push_back(item);
    }
    BatchMemory memory(fake.drafts);
    memory.keep({BatchOrder::Decision::Return, "理由"}, items);
    items[40].outcome = {CaseResult::Refused, core::ErrorCode::StaleDraft};
    memory.keepOutcome(items, 40);
    const auto kept = memory.load();
    QVERIFY(kept.has_value());
    QVERIFY(kept->order == (BatchOrder{BatchOrder::Decision::Return, "理由"}));
    QVERIFY(kept->items == items);
    memory.forget();
    QVERIFY(!memory.load());
  }
};

QTEST_GUILESS_MAIN(BatchRestartTest)
#include "batchrestarttest.moc"
