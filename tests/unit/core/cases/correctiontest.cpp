// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "core/cases/invariants.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;

/// 補正: what becomes of each thing that was asked for.
class CorrectionTest : public QObject {
  Q_OBJECT

  CaseWorld m_world;

  /// Two things were asked for.
  CaseRecord asked() {
    CaseRecord record = m_world.taken();
    const Date today = dayInJapan(m_world.now);
    const RequestCorrection request{
        {{"/shop", {}, "屋号"}, {{}, "plan", "図面"}}, today, today + std::chrono::days{14}};
    if (m_world.run(record, "clerk1", request)) throw std::runtime_error("the request was refused");
    return record;
  }
  std::optional<ErrorCode> answer(CaseRecord& record, std::vector<CorrectionReply> replies) {
    return m_world.run(record, "clerk1",
                       RecordCorrection{dayInJapan(m_world.now), "郵送で届いた", std::move(replies)});
  }

private Q_SLOTS:
  void shouldKeepWhatBecameOfEachItem() {
    CaseRecord record = asked();
    QVERIFY(!answer(record, {{false, "訂正済み", {}}, {true, {}, {}}}));
    QCOMPARE(record.state.status, Status::Examining);
    const CorrectionRound& round = record.state.rounds.back();
    QCOMPARE(round.replies.size(), std::size_t{2});
    QCOMPARE(round.replies[0].note, std::string("訂正済み"));
    QVERIFY(!round.replies[0].open);
    QVERIFY(round.replies[1].open);
    QVERIFY(!brokenInvariant(record));
    const CaseState again = caseStateFrom(toJson(record.state)).value();
    QVERIFY(again.rounds == record.state.rounds);
  }

  void shouldTakeAnAnswerForAll_asBefore() {
    CaseRecord record = asked();
    QVERIFY(!answer(record, {}));
    QVERIFY(record.state.rounds.back().replies.empty());
    // Nothing of it is in the text of the case, which older desks and servers read.
    QVERIFY(canonicalJson(toJson(record.state)).find("replies") == std::string::npos);
    QVERIFY(!brokenInvariant(record));
  }

  void shouldRefuseReplies_toOtherItemsThanWereAskedFor() {
    CaseRecord record = asked();
    QCOMPARE(answer(record, {{}}), std::optional(ErrorCode::InvalidArgument));
    QCOMPARE(answer(record, {{}, {}, {}}), std::optional(ErrorCode::InvalidArgument));
    QCOMPARE(record.state.status, Status::AwaitingCorrection);
  }

  void shouldRefuseAReply_whoseDocumentIsNotInTheCase() {
    CaseRecord record = asked();
    QCOMPARE(answer(record, {{false, {}, DocumentId("nowhere")}, {}}),
             std::optional(ErrorCode::NoSuchDocument));
  }

  void shouldRefuse_whereADamagedCaseSaysThatItWaits() {
    CaseRecord record = asked();
    record.state.rounds.clear();
    QCOMPARE(answer(record, {}), std::optional(ErrorCode::WrongState));
    record.state.status = Status::Decided;
    QCOMPARE(m_world.run(record, "clerk1",
                         IssueNotice{dayInJapan(m_world.now), Channel::Post, BlobId(std::string(64, 'a'))}),
             std::optional(ErrorCode::WrongState));
  }

  void shouldRefuseAMyNumberInANote() {
    CaseRecord record = asked();
    QCOMPARE(answer(record, {{false, "番号は123456789018です", {}}, {}}),
             std::optional(ErrorCode::MyNumberFound));
  }
};

QTEST_APPLESS_MAIN(CorrectionTest)
#include "correctiontest.moc"
