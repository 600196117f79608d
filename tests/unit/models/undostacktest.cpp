// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undostack.h"

#include "models/commandlabels.h"
#include "tests/support/fakedesk.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;
using tests::FakeDesk;

namespace {

/// A desk without the server.
struct Rig {
  explicit Rig(int cases = 3) {
    for (int i = 0; i < cases; ++i)
      fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 10);
    fake.status.link = SyncStatus::Link::Offline;
    start();
  }
  /// The program starts, and asks for the outbox.
  void start() {
    stack = std::make_unique<UndoStack>(fake.commands, fake.outbox);
    fake.outbox.requestEntries();
    QSignalSpy loaded(&fake.outbox, &OutboxSource::entriesLoaded);
    QVERIFY(loaded.wait());
  }
  void give(std::size_t place, const core::CommandBody& body, UndoStack::Run run = 0) {
    const auto done = fake.perform(fake.cases[place].record.state.id, body);
    QVERIFY(done.has_value());
    stack->push(*done, "K" + std::to_string(place), run);
  }
  /// What was said.
  QString undo() {
    QSignalSpy undone(stack.get(), &UndoStack::undone);
    QSignalSpy failed(stack.get(), &UndoStack::failed);
    stack->undo();
    [&] { QTRY_COMPARE(undone.count() + failed.count(), 1); }();
    if (undone.isEmpty() && failed.isEmpty()) return {};
    return (undone.isEmpty() ? failed : undone).front().front().toString();
  }
  [[nodiscard]] std::size_t waiting(std::size_t place) const { return fake.cases[place].pending.size(); }
  FakeDesk fake;
  std::unique_ptr<UndoStack> stack;
};

const core::CommandBody kNote = core::AddNote{"メモ"};

} // namespace

class UndoStackTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeARunBackAsOneStep_andSayHowMany() {
    Rig rig;
    rig.give(0, kNote);
    const UndoStack::Run run = rig.stack->nextRun();
    for (std::size_t place = 0; place < 3; ++place) {
      rig.give(place, core::RegisterCase{}, run);
      rig.give(place, core::AssignCase{core::UserId("sato"), {}}, run);
    }
    QCOMPARE(rig.stack->count(), std::size_t{2});
    const QString said = rig.undo();
    QVERIFY2(said.contains(u'3'), qPrintable(said));
    QCOMPARE(rig.waiting(0), std::size_t{1});
    QCOMPARE(rig.waiting(1) + rig.waiting(2), std::size_t{0});
    QCOMPARE(rig.fake.cases[2].record.state.status, core::Status::Arrived);
    QCOMPARE(rig.stack->count(), std::size_t{1});
  }

  void shouldSayWhichWereSent_andTakeTheOthers() {
    Rig rig;
    const UndoStack::Run run = rig.stack->nextRun();
    for (std::size_t place = 0; place < 3; ++place)
      rig.give(place, core::RegisterCase{}, run);
    rig.fake.send(1);
    QSignalSpy undone(rig.stack.get(), &UndoStack::undone);
    const QString said = rig.undo();
    QVERIFY(undone.isEmpty());
    QVERIFY2(said.contains(u'2') && said.contains(u"K1"_qs), qPrintable(said));
    QVERIFY2(!said.contains(u"K0"_qs) && !said.contains(u"K2"_qs), qPrintable(said));
    QCOMPARE(rig.waiting(0) + rig.waiting(2), std::size_t{0});
    QCOMPARE(rig.waiting(1), std::size_t{1});
    QVERIFY(!rig.stack->canUndo());
  }

  void shouldSayItOnce_whenARunIsBackOnlyInPart() {
    Rig rig(1);
    const UndoStack::Run run = rig.stack->nextRun();
    rig.give(0, core::RegisterCase{}, run);
    rig.fake.send(0);
    rig.give(0, core::AssignCase{core::UserId("sato"), {}}, run);
    QSignalSpy failed(rig.stack.get(), &UndoStack::failed);
    const QString said = rig.undo();
    QCOMPARE(failed.count(), 1);
    QVERIFY2(said.contains(u"K0"_qs), qPrintable(said));
    QVERIFY(rig.fake.cases[0].record.state.holder.empty());
  }

  void shouldCountARunAsOneStep_whenTheOldestAreForgotten() {
    Rig rig(1);
    const UndoStack::Run run = rig.stack->nextRun();
    for (std::size_t i = 0; i < UndoStack::kMostSteps + 50; ++i)
      rig.give(0, kNote, run);
    QCOMPARE(rig.stack->count(), std::size_t{1});
    for (std::size_t i = 0; i < UndoStack::kMostSteps - 1; ++i)
      rig.give(0, kNote);
    QCOMPARE(rig.stack->count(), UndoStack::kMostSteps);
    for (std::size_t i = 0; i < UndoStack::kMostSteps; ++i)
      rig.undo();
    QCOMPARE(rig.waiting(0), std::size_t{0});
  }

  void shouldTakeTheStepThatItBegan_whenAnotherComesMeanwhile() {
    Rig rig;
    rig.give(0, kNote);
    rig.stack->undo();
    rig.give(1, kNote);
    QTRY_VERIFY(!rig.stack->isUndoing());
    QCOMPARE(rig.stack->count(), std::size_t{1});
    rig.undo();
    QCOMPARE(rig.waiting(0) + rig.waiting(1), std::size_t{0});
  }

  void shouldTakeBackWhatIsUnsent_whenTheProgramStartedAgain() {
    Rig rig;
    rig.give(0, core::RegisterCase{});
    rig.give(1, kNote);
    rig.give(0, core::AssignCase{core::UserId("sato"), {}});
    rig.start();
    QCOMPARE(rig.stack->count(), std::size_t{3});
    // The newest first, named as the outbox names it, with its case.
    const QString said = rig.undo();
    QVERIFY2(said.contains(commandLabel("AssignCase")), qPrintable(said));
    QVERIFY(rig.fake.cases[0].record.state.holder.empty());
    QVERIFY(rig.stack->text().contains(commandLabel("AddNote")));
    const QString other = rig.undo();
    QVERIFY2(other.contains(u"申請者1"_qs), qPrintable(other));
    // What is done now lies above what was there.
    rig.give(2, kNote);
    rig.undo();
    QCOMPARE(rig.waiting(2), std::size_t{0});
    rig.undo();
    QCOMPARE(rig.waiting(0), std::size_t{0});
    QCOMPARE(rig.fake.cases[0].record.state.status, core::Status::Arrived);
    QVERIFY(!rig.stack->canUndo());
  }

  void shouldLeaveOutWhatWasSent_whenTheProgramStartedAgain() {
    Rig rig;
    rig.give(0, kNote);
    rig.give(1, kNote);
    rig.fake.send(0);
    rig.fake.reject(0, core::ErrorCode::NotPermitted);
    rig.give(2, kNote);
    rig.fake.send(2);
    rig.start();
    QCOMPARE(rig.stack->count(), std::size_t{1});
    rig.undo();
    QCOMPARE(rig.waiting(1), std::size_t{0});
  }

  void shouldPutWhatWasThereBelow_whenTheOutboxIsKnownLate() {
    Rig rig;
    rig.give(0, kNote);
    rig.stack = std::make_unique<UndoStack>(rig.fake.commands, rig.fake.outbox);
    rig.give(1, core::RegisterCase{});
    rig.fake.outbox.requestEntries();
    QTRY_COMPARE(rig.stack->count(), std::size_t{2});
    QVERIFY(rig.stack->text().contains(commandLabel("RegisterCase")));
  }

  void shouldSayWhatIsGone_ratherThanTakeAnOlderStepUnseen() {
    Rig rig;
    rig.give(0, kNote);
    rig.give(1, core::RegisterCase{});
    rig.fake.send(1);
    QSignalSpy failed(rig.stack.get(), &UndoStack::failed);
    const QString gone = rig.undo();
    QCOMPARE(failed.count(), 1);
    QVERIFY2(gone.contains(commandLabel("RegisterCase")) && gone.contains(u"K1"_qs), qPrintable(gone));
    QCOMPARE(rig.waiting(0), std::size_t{1});
    const QString taken = rig.undo();
    QVERIFY2(taken.contains(commandLabel("AddNote")) && taken.contains(u"K0"_qs), qPrintable(taken));
    QCOMPARE(rig.waiting(0), std::size_t{0});
  }
};

QTEST_GUILESS_MAIN(UndoStackTest)
#include "undostacktest.moc"
