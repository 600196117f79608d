// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

using namespace madoguchi;
using core::ErrorCode;
using core::OutboxStatus;
using core::RowFlag;
using tests::edit;
using tests::expected;

namespace {
const std::string kPhone = "/facility/phone";
const std::string kSeats = "/business/seats";
const char* const kOldPhone = "042-555-0101";
const char* const kMine = "042-555-0001";
const char* const kTheirs = "042-555-0002";

core::json::value at(const core::CaseState& state, const std::string& pointer) {
  const auto* value = core::valueAt(state.form, pointer);
  return value == nullptr ? core::json::value() : *value;
}
} // namespace

/// What a user does, and how it meets what the server says.
class CacheCommandTest : public QObject {
  Q_OBJECT

private:
  [[nodiscard]] core::CaseId arrive() {
    const auto record = m_server->takenCase();
    m_desk->feed({m_server->row(record)});
    return record.state.id;
  }
  void bring(const core::CaseId& id) { m_desk->feed({m_server->row(m_server->record(id))}); }

  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldShowACommandAtOnce_andKeepItForTheServer() {
    const auto id = arrive();
    const auto done =
        m_desk->cache().perform(m_desk->command(id, edit(kPhone, kOldPhone, "042-555-0000")), false);
    QVERIFY(done);
    QCOMPARE(done->changes.changed.size(), std::size_t(1));
    QVERIFY(done->changes.outboxChanged);
    QVERIFY(done->inverse.has_value());
    QCOMPARE(at(m_desk->shown(id), kPhone), core::json::value("042-555-0000"));
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
    QVERIFY(core::has(m_desk->listRow(id).flags, RowFlag::Pending));
    const auto opened = expected(m_desk->reader().record(id));
    QVERIFY(opened.base.has_value());
    QCOMPARE(at(*opened.base, kPhone), core::json::value(kOldPhone));
    QCOMPARE(opened.entries.size(), std::size_t(1));
  }

  void shouldKeepACommand_whenTheProgramIsKilledAfterwards() {
    const auto id = arrive();
    m_desk->perform(id, core::AddNote{"電話で確認"});
    m_desk->close();
    m_desk->open();
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
  }

  void shouldRefuse_andChangeNothing() {
    const auto id = arrive();
    const auto before = expected(m_desk->reader().record(id)).record;
    const auto done = m_desk->cache().perform(m_desk->command(id, core::AddNote{"  "}), false);
    QVERIFY(!done);
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(expected(m_desk->reader().record(id)).record == before);
    QVERIFY(!core::has(m_desk->listRow(id).flags, RowFlag::Pending));
  }

  void shouldNotQueue_whenACommandChangesNothing() {
    const auto id = arrive();
    m_desk->perform(id, edit(kPhone, kOldPhone, kMine));
    const auto done = m_desk->cache().perform(m_desk->command(id, edit(kPhone, kMine, kMine)), false);
    QVERIFY(done);
    QVERIFY(done->changes.empty());
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
  }

  void shouldTakeInPaper_whenOffline() {
    const core::CaseId id(m_server->world.freshId());
    m_desk->perform(id, m_server->paper());
    m_desk->perform(id, core::AddNote{"窓口で受領"});
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));

    // WHEN the server takes them over, and its row comes down
    m_desk->push();
    bring(id);

    QVERIFY(m_desk->outbox().empty());
    QVERIFY(!expected(m_desk->reader().record(id)).base.has_value());
    QVERIFY(m_desk->feed({m_server->checkpoint(m_server->east())}).mismatched.empty());
  }

  void shouldLetGoOfPaperTakenIn_whenItsCaseIsOutOfSightBeforeItCame() {
    const core::CaseId id(m_server->world.freshId());
    const auto answer = m_desk->appliedOutOfSight(m_desk->perform(id, m_server->paper()));
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(!m_desk->reader().record(id));
  }

  void shouldKeepRefusedPaperInSight_untilItIsDiscarded() {
    const core::CaseId id(m_server->world.freshId());
    const auto command = m_desk->perform(id, m_server->paper());
    core::CommandAnswer answer;
    answer.command = command;
    answer.kind = core::AnswerKind::Rejected;
    answer.code = "NotPermitted";
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    QVERIFY(core::has(m_desk->listRow(id).flags, RowFlag::Attention));

    QVERIFY(m_desk->cache().resolve(command, std::nullopt, m_server->world.now, false));
    QVERIFY(!m_desk->reader().record(id));
    QVERIFY(m_desk->outbox().empty());
  }

  void shouldDropAPairThatWasNeverSent() {
    const auto id = arrive();
    const auto before = expected(m_desk->reader().record(id)).record;
    const auto first = m_desk->perform(id, edit(kPhone, kOldPhone, kMine));
    const auto done = m_desk->cache().takeBack(first, std::nullopt, m_server->world.now, false);
    QVERIFY(done);
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(expected(m_desk->reader().record(id)).record == before);
    QVERIFY(!expected(m_desk->reader().record(id)).base.has_value());
  }

  void shouldMoveACaseToANewerForm_andTakeItBackWhileUnsent() {
    const auto id = arrive();
    const auto before = expected(m_desk->reader().record(id)).record;
    // A version that is not here is refused at once.
    QCOMPARE(m_desk->cache().perform(m_desk->command(id, core::MoveToVersion{1, 3}), false).error().code,
             ErrorCode::NoSuchProcedure);
    const auto moved = m_desk->perform(id, core::MoveToVersion{1, 2});
    QCOMPARE(m_desk->shown(id).procedureVersion, 2);
    QVERIFY(at(m_desk->shown(id), "/facility/address/building").is_null());
    QVERIFY(m_desk->cache().takeBack(moved, std::nullopt, m_server->world.now, false));
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(expected(m_desk->reader().record(id)).record == before);
    // AND what the desk shows is what the server makes of it
    m_desk->perform(id, core::MoveToVersion{1, 2});
    const auto shown = m_desk->shown(id);
    m_desk->push();
    bring(id);
    QVERIFY(m_desk->shown(id).form == shown.form);
    QVERIFY(expected(m_desk->reader().record(id)).record == m_server->record(id));
    QVERIFY(m_desk->outbox().empty());
  }

  void shouldPerformTheInverse_whenTheCommandWasSent() {
    const auto id = arrive();
    const auto performed =
        m_desk->cache().perform(m_desk->command(id, edit(kPhone, kOldPhone, kMine)), false);
    QVERIFY(performed);
    static_cast<void>(expected(m_desk->cache().markSent({m_desk->outbox().front().deviceSeq})));
    const auto inverse = m_desk->command(id, *performed->inverse);
    const auto done = m_desk->cache().takeBack(performed->command, inverse, m_server->world.now, false);
    QVERIFY(done);
    QCOMPARE(m_desk->outbox().size(), std::size_t(2));
    QCOMPARE(at(m_desk->shown(id), kPhone), core::json::value(kOldPhone));
  }

  void shouldNotTakeBack_whenSentAndWithoutAnInverse() {
    const auto id = arrive();
    const auto note = m_desk->perform(id, core::AddNote{"x"});
    static_cast<void>(expected(m_desk->cache().markSent({m_desk->outbox().front().deviceSeq})));
    const auto done = m_desk->cache().takeBack(note, std::nullopt, m_server->world.now, false);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::WrongState);
  }

  void shouldTakeBackWhatNeverLeft() {
    const auto id = arrive();
    const auto note = m_desk->perform(id, core::AddNote{"x"});
    const auto seq = m_desk->outbox().front().deviceSeq;
    static_cast<void>(expected(m_desk->cache().markSent({seq})));
    QCOMPARE(expected(m_desk->cache().markUnsent({seq})), std::vector<std::int64_t>{seq});
    QVERIFY(m_desk->outbox().front().status == core::OutboxStatus::Waiting);
    QVERIFY(m_desk->cache().takeBack(note, std::nullopt, m_server->world.now, false));
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(expected(m_desk->cache().markUnsent({seq})).empty());
  }

  void shouldNotTakeBack_whatMayHaveGoneBefore() {
    const auto id = arrive();
    const auto note = m_desk->perform(id, core::AddNote{"x"});
    const auto seq = m_desk->outbox().front().deviceSeq;
    // Sent before the last start of the program, and nobody knows what became of it.
    static_cast<void>(expected(m_desk->cache().markSent({seq})));
    static_cast<void>(expected(m_desk->cache().markSent({seq})));
    static_cast<void>(expected(m_desk->cache().markUnsent({seq})));
    QVERIFY(m_desk->outbox().front().status == core::OutboxStatus::Sent);
    QVERIFY(!m_desk->cache().takeBack(note, std::nullopt, m_server->world.now, false));
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
  }

  void shouldReplayWhatIsPending_whenTheServerChangedAnotherField() {
    const auto id = arrive();
    m_desk->perform(id, edit(kPhone, kOldPhone, kMine));
    m_server->run(id, "super", edit(kSeats, 24, 30));
    bring(id);
    const auto shown = m_desk->shown(id);
    QCOMPARE(at(shown, kPhone), core::json::value(kMine));
    QCOMPARE(at(shown, kSeats), core::json::value(30));

    // WHEN it is merged there and comes back THEN both sides are equal
    m_desk->push();
    bring(id);
    QVERIFY(expected(m_desk->reader().record(id)).record == m_server->record(id));
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(m_desk->feed({m_server->checkpoint(m_server->east())}).mismatched.empty());
  }

  void shouldNotApplyTwice_whenTheRowComesBeforeTheAnswer() {
    const auto id = arrive();
    m_desk->perform(id, core::AddNote{"once"});
    const auto entry = m_desk->outbox().front();
    static_cast<void>(expected(m_desk->cache().markSent({entry.deviceSeq})));
    const auto answer = m_server->decide(entry);
    bring(id);
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
    QVERIFY(m_desk->outbox().empty());
  }

  void shouldNotFlicker_whenTheAnswerComesBeforeTheRow() {
    const auto id = arrive();
    m_desk->perform(id, core::AddNote{"once"});
    m_desk->push();
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
    QCOMPARE(m_desk->outbox().front().status, OutboxStatus::Confirmed);
    QVERIFY(!core::has(m_desk->listRow(id).flags, RowFlag::Pending));
    bring(id);
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
    QVERIFY(m_desk->outbox().empty());
  }

  void shouldShowAConflict_blockWhatStandsOnIt_andSettleIt() {
    const auto id = arrive();
    const auto mine = m_desk->perform(id, edit(kPhone, kOldPhone, kMine));
    m_server->run(id, "super", edit(kPhone, kOldPhone, kTheirs));
    static_cast<void>(expected(m_desk->cache().markSent({m_desk->outbox().front().deviceSeq})));
    m_desk->perform(id, core::AddNote{"danach"});
    const auto answer = m_server->decide(m_desk->outbox().front());
    QCOMPARE(answer.kind, core::AnswerKind::Conflict);
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    bring(id);

    // THEN the server's value shows, the note too, and both wait for a person
    auto entries = m_desk->outbox();
    QCOMPARE(entries[0].status, OutboxStatus::Conflicted);
    QCOMPARE(entries[0].conflicts.size(), std::size_t(1));
    QCOMPARE(entries[0].conflicts[0].mine, core::json::value(kMine));
    QCOMPARE(entries[0].conflicts[0].theirs, core::json::value(kTheirs));
    QCOMPARE(entries[1].status, OutboxStatus::Blocked);
    QCOMPARE(at(m_desk->shown(id), kPhone), core::json::value(kTheirs));
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
    QVERIFY(core::has(m_desk->listRow(id).flags, RowFlag::Attention));
    QVERIFY(expected(m_desk->cache().nextRun(10, 1000)).empty());

    // WHEN the person keeps mine
    const auto keep = m_desk->command(id, edit(kPhone, kTheirs, kMine));
    const auto settled = m_desk->cache().resolve(mine, keep, m_server->world.now, false);
    QVERIFY(settled);
    entries = m_desk->outbox();
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries[0].command, keep.id); // the note goes behind it
    QCOMPARE(entries[1].status, OutboxStatus::Waiting);
    QVERIFY(!core::has(m_desk->listRow(id).flags, RowFlag::Attention));
    m_desk->push();
    bring(id);
    QVERIFY(m_desk->outbox().empty());
    QVERIFY(expected(m_desk->reader().record(id)).record == m_server->record(id));
  }

  void shouldMarkACommandThatCannotBeReplayed_andSendItAllTheSame() {
    const auto id = arrive();
    m_desk->perform(id, edit(kPhone, kOldPhone, kMine));
    m_server->run(id, "super", edit(kPhone, kOldPhone, kTheirs));
    bring(id);
    const auto entry = m_desk->outbox().front();
    QCOMPARE(entry.status, OutboxStatus::Waiting);
    QCOMPARE(entry.code, std::string("Conflict"));
    QVERIFY(core::has(m_desk->listRow(id).flags, RowFlag::Attention));
    QCOMPARE(expected(m_desk->cache().nextRun(10, 1000)).size(), std::size_t(1));
  }

  void shouldSendARejectedCommandAgainUnderAnotherId() {
    const auto id = arrive();
    const auto first = m_desk->perform(id, core::AddNote{"bitte"});
    core::CommandAnswer answer;
    answer.command = first;
    answer.kind = core::AnswerKind::Rejected;
    answer.code = "NotPermitted";
    static_cast<void>(expected(m_desk->cache().recordAnswers({answer}, m_server->world.now)));
    QVERIFY(m_desk->shown(id).notes.empty());
    const core::CommandId again(m_server->world.freshId());
    QVERIFY(m_desk->cache().retry(first, again, m_server->world.now, false));
    QCOMPARE(m_desk->outbox().size(), std::size_t(1));
    QCOMPARE(m_desk->outbox().front().command, again);
    QCOMPARE(m_desk->shown(id).notes.size(), std::size_t(1));
  }

  void shouldKeepThePayloadAsItWasMade() {
    const auto id = arrive();
    m_desk->perform(id, core::AddNote{"髙\U000E0100\U00020BB7"});
    const std::string payload = m_desk->outbox().front().payload;
    m_desk->close();
    m_desk->open();
    static_cast<void>(expected(m_desk->cache().markSent({m_desk->outbox().front().deviceSeq})));
    QCOMPARE(expected(m_desk->cache().nextRun(1, 1)).front().payload, payload);
    QCOMPARE(expected(m_desk->cache().nextRun(1, 1)).front().attempts, 1);
  }

  void shouldGiveRunsInOrderAndWithinBounds() {
    const auto one = arrive();
    const auto two = arrive();
    for (int i = 0; i < 3; ++i) {
      m_desk->perform(one, core::AddNote{"eins"});
      m_desk->perform(two, core::AddNote{"zwei"});
    }
    auto run = expected(m_desk->cache().nextRun(500, 1'000'000, {one}));
    QCOMPARE(run.size(), std::size_t(3));
    QCOMPARE(run.front().caseId, two);
    run = expected(m_desk->cache().nextRun(4, 1'000'000));
    QCOMPARE(run.size(), std::size_t(4));
    QVERIFY(run[0].deviceSeq < run[1].deviceSeq && run[2].deviceSeq < run[3].deviceSeq);
    QCOMPARE(expected(m_desk->cache().nextRun(500, 1)).size(), std::size_t(1));
  }

  void shouldForgetNoDeviceNumber_whenTheOutboxWasEmptied() {
    const auto id = arrive();
    const auto first = m_desk->perform(id, core::AddNote{"a"});
    const auto seq = m_desk->outbox().front().deviceSeq;
    QVERIFY(m_desk->cache().takeBack(first, std::nullopt, m_server->world.now, false));
    m_desk->perform(id, core::AddNote{"b"});
    QVERIFY(m_desk->outbox().front().deviceSeq > seq);
  }
};

QTEST_APPLESS_MAIN(CacheCommandTest)
#include "cachecommandtest.moc"
