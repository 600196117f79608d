// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A case moves to a newer version of its form: who may, when, and what becomes of its values.
#include "core/cases/casecodec.h"
#include "core/cases/invariants.h"
#include "core/procedures/formchanges.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;

namespace {

constexpr auto kApplied = std::nullopt;
const MoveToVersion kMove{1, 2};

} // namespace

#define REFUSED(call, code) QVERIFY2((call) == ErrorCode::code, "expected " #code)
#define APPLIED(call) QVERIFY((call) == kApplied)

class VersionTest : public QObject {
  Q_OBJECT

  CaseWorld m_world;

  std::optional<ErrorCode> move(CaseRecord& record, const MoveToVersion& command = kMove,
                                const char* who = "clerk1") {
    return m_world.run(record, who, command);
  }

private Q_SLOTS:
  void shouldMoveWhatHasAPlace_andTellWhatHasNone() {
    CaseRecord record = m_world.taken();
    const json::value before = record.state.form;
    APPLIED(move(record));
    // THEN the values are those that the migration says, and the rest is told as value → null
    QCOMPARE(record.state.procedureVersion, 2);
    QVERIFY(record.state.arrivedVersion == 1);
    QVERIFY(record.state.form == json::value({{"shop", "窓口亭"}}));
    const auto& told = std::get<MovedToVersion>(record.timeline.back().body);
    QVERIFY((told == MovedToVersion{1, 2, {{"/seats", 12, nullptr}}}));
    QVERIFY(homelessPlaces(m_world.newer, before) == std::vector<std::string>{"/seats"});
    // AND what the applicant wrote stands beside the office's
    QVERIFY(record.state.corrected.at("/form/seats").original == 12);
    QCOMPARE(record.state.corrected.at("/form/seats").by, UserId("clerk1"));
    QVERIFY(!brokenInvariant(record));
    // AND the case as it was is still there
    const std::vector<Event> earlier(record.timeline.begin(), record.timeline.end() - 1);
    const CaseState was = replay(record.state.id, earlier);
    QVERIFY(was.form == before && was.procedureVersion == 1 && !was.arrivedVersion);
  }

  void shouldKeepTheApplicantsValues_whenTheOfficeHadCorrectedThem() {
    CaseRecord record = m_world.taken();
    APPLIED(m_world.run(record, "clerk1", EditForm{{{"/seats", 12, 16}}}));
    APPLIED(m_world.run(record, "clerk1", EditForm{{{"/shop", "窓口亭", "窓口庵"}}}));
    APPLIED(move(record));
    QVERIFY(record.state.corrected.at("/form/seats").original == 12);
    QVERIFY(record.state.corrected.at("/form/shop").original == "窓口亭");
    QVERIFY(record.state.form == json::value({{"shop", "窓口庵"}}));
  }

  void shouldBeForWhoMayCorrectTheForm() {
    CaseRecord record = m_world.taken();
    REFUSED(move(record, kMove, "clerk2"), NotHolder);
    for (const char* stranger : {"clerkWest", "auditor", "admin", "legal", "manager"})
      REFUSED(move(record, kMove, stranger), NotPermitted);
    APPLIED(move(record, kMove, "super"));
  }

  void shouldBeOnlyWhereTheFormMayBeCorrected() {
    for (CaseRecord record : {m_world.submitted(), m_world.decided(), m_world.closed()})
      REFUSED(move(record, kMove, "super"), WrongState);
    CaseRecord arrived = m_world.arrived();
    REFUSED(move(arrived, kMove, "super"), WrongState);
    CaseRecord gone = m_world.taken();
    APPLIED(m_world.run(gone, "clerk1", WithdrawCase{dayInJapan(m_world.now), "取下げ"}));
    REFUSED(move(gone), WrongState);
    CaseRecord waiting = m_world.taken();
    const Date today = dayInJapan(m_world.now);
    APPLIED(m_world.run(waiting, "clerk1",
                        RequestCorrection{{{"/shop", {}, "屋号"}}, today, today + std::chrono::days{7}}));
    APPLIED(move(waiting));
    QCOMPARE(waiting.state.status, Status::AwaitingCorrection);
    QVERIFY(!brokenInvariant(waiting));
  }

  void shouldWantAPublishedNewerVersion_ofTheSameProcedure() {
    CaseRecord record = m_world.taken();
    REFUSED(move(record, {1, 1}), InvalidArgument);
    REFUSED(move(record, {2, 1}), InvalidArgument);
    REFUSED(move(record, {1, 3}), NoSuchProcedure);
    REFUSED(move(record, {0, 2}), WrongState); // the user saw another
    const Actor& clerk = m_world.person("clerk1");
    const Command command = m_world.command(record, clerk, kMove);
    const auto codeWith = [&](const Procedure* to) {
      Context context = m_world.context(clerk);
      context.moveTo = to;
      const auto decided = decide(&record.state, command, context);
      return decided ? std::optional<ErrorCode>() : decided.error().code;
    };
    Procedure other = m_world.newer;
    other.id = ProcedureId("another");
    Procedure imported = m_world.newer;
    imported.importOnly = true;
    REFUSED(codeWith(nullptr), NoSuchProcedure);
    REFUSED(codeWith(&other), NoSuchProcedure);
    REFUSED(codeWith(&imported), NoSuchProcedure);
    APPLIED(codeWith(&m_world.newer));
  }

  void shouldDoNothing_whenSomebodyElseHasMovedIt() {
    CaseRecord record = m_world.taken();
    APPLIED(move(record, kMove, "super"));
    const CaseRecord before = record;
    APPLIED(move(record));
    QVERIFY(record == before);
  }

  void shouldMakeADraftStale_whetherOrNotAValueWent() {
    for (const bool withValue : {true, false}) {
      CaseRecord record = m_world.examined();
      if (!withValue) APPLIED(m_world.run(record, "clerk1", EditForm{{{"/seats", 12, nullptr}}}));
      APPLIED(m_world.run(record, "clerk1", DraftDecision{}));
      APPLIED(move(record));
      REFUSED(m_world.run(record, "clerk1", SubmitForApproval{1}), StaleDraft);
      DraftDecision again;
      again.baseDraft = 1;
      APPLIED(m_world.run(record, "clerk1", again));
      APPLIED(m_world.run(record, "clerk1", SubmitForApproval{2}));
      QVERIFY(!brokenInvariant(record));
    }
  }

  void shouldClash_whenAValueWithoutAPlaceIsEditedElsewhere() {
    CaseRecord record = m_world.taken();
    const Actor& clerk = m_world.person("clerk1");
    const Command late = m_world.command(record, clerk, EditForm{{{"/seats", 12, 20}}});
    APPLIED(move(record, kMove, "super"));
    const auto done = execute(record, late, m_world.context(clerk));
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QCOMPARE(done.error().conflicts.front().theirActor, UserId("super"));
  }

  void shouldClash_whenAValueThatWouldGoWasChangedMeanwhile() {
    const Actor& clerk = m_world.person("clerk1");
    CaseRecord record = m_world.taken();
    const Command late = m_world.command(record, clerk, kMove);
    APPLIED(m_world.run(record, "super", EditForm{{{"/seats", 12, 20}}}));
    APPLIED(m_world.run(record, "super", EditForm{{{"/seats", 20, 24}}}));
    const CaseRecord before = record;
    const auto done = execute(record, late, m_world.context(clerk));
    QVERIFY(!done.has_value() && record == before);
    QCOMPARE(done.error().code, ErrorCode::Conflict);
    QCOMPARE(done.error().conflicts.size(), std::size_t(1));
    const FieldConflict& clash = done.error().conflicts.front();
    QCOMPARE(clash.pointer, std::string("/form/seats"));
    QVERIFY(clash.base == 12 && clash.mine.is_null() && clash.theirs == 24);
    QCOMPARE(clash.theirActor, UserId("super"));
    // AND whoever has seen it may move it
    APPLIED(move(record));
  }

  void shouldMerge_whenWhatStaysWasChangedMeanwhile() {
    const Actor& clerk = m_world.person("clerk1");
    CaseRecord record = m_world.taken();
    const Command late = m_world.command(record, clerk, kMove);
    APPLIED(m_world.run(record, "super", EditForm{{{"/shop", "窓口亭", "窓口庵"}}}));
    QVERIFY(execute(record, late, m_world.context(clerk)).has_value());
    QVERIFY(record.state.form == json::value({{"shop", "窓口庵"}}));
  }

  void shouldTellWhatWasSeen_whenTheMoverHadUnsentWorkOfTheirOwn() {
    const Actor& clerk = m_world.person("clerk1");
    for (const bool theirsFirst : {true, false}) {
      CaseRecord server = m_world.taken();
      // GIVEN a desk whose own edits of the value count in the version that it moves from
      CaseRecord desk = server;
      if (!theirsFirst) APPLIED(m_world.run(server, "super", EditForm{{{"/seats", 12, 20}}}));
      if (!theirsFirst) desk = server;
      const json::value now = theirsFirst ? 12 : 20;
      const Command own = m_world.command(desk, clerk, EditForm{{{"/shop", "窓口亭", "窓口庵"}}});
      QVERIFY(execute(desk, own, m_world.context(clerk)).has_value());
      const Command late = m_world.command(desk, clerk, kMove);
      if (theirsFirst) APPLIED(m_world.run(server, "super", EditForm{{{"/seats", now, 20}}}));
      QVERIFY(execute(server, own, m_world.context(clerk)).has_value());
      // THEN only what came from others behind its back is a clash
      QCOMPARE(execute(server, late, m_world.context(clerk)).has_value(), !theirsFirst);
    }
  }

  void shouldNotFillAPartThatHasGone_whenItWasEditedElsewhere() {
    CaseRecord record = m_world.taken();
    const Actor& clerk = m_world.person("clerk1");
    const Command late = m_world.command(record, clerk, EditForm{{{"/kitchen/size", nullptr, 20}}});
    const Command undo = m_world.command(record, clerk, EditForm{{{"/kitchen/size", 20, nullptr}}});
    APPLIED(move(record, kMove, "super"));
    const auto form = FormSchema::compile(
        *parseJson(R"({"type":"object","properties":{"shop":{},"owner":{}},"additionalProperties":false})"));
    Context context = m_world.context(clerk);
    context.procedure = &m_world.newer;
    context.form = &*form;
    // THEN it does not go where nobody would see it
    const auto done = execute(record, late, context);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::FormInvalid);
    // AND taking back what is not there is no harm
    QVERIFY(execute(record, undo, context).value_or(1) == 0);
  }

  void shouldBeTakenBackOnlyWhileUnsent() {
    const CaseRecord record = m_world.taken();
    QVERIFY(!inverse(kMove, record.state).has_value());
  }

  void shouldTravel() {
    CaseRecord record = m_world.taken();
    APPLIED(move(record));
    const CaseText text = toText(record);
    const auto again = caseRecordFrom(text.state, text.timeline);
    QVERIFY(again.has_value() && *again == record && toText(*again) == text);
    const Command command = m_world.command(record, m_world.person("clerk1"), kMove);
    const auto read = commandFrom(toJson(command));
    QVERIFY(read.has_value() && *read == command);
    // A case that was never moved is written as it always was: its digest, and drafts' hashes, stay.
    QVERIFY(toText(m_world.taken()).state.find("arrivedVersion") == std::string::npos);
  }
};

QTEST_APPLESS_MAIN(VersionTest)
#include "versiontest.moc"
