// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rules.h"

#include "core/cases/casecodec.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;

namespace {

constexpr auto kApplied = std::nullopt;

Approve approval(const CaseRecord& record) {
  return Approve{record.state.draft->version, record.state.draft->hash, {}};
}

} // namespace

#define REFUSED(call, code) QVERIFY2((call) == ErrorCode::code, "expected " #code)
#define APPLIED(call) QVERIFY((call) == kApplied)

class RulesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldLeadAnApplicationToItsNotice() {
    CaseWorld world;
    CaseRecord record = world.decided();
    QCOMPARE(record.state.status, Status::Decided);
    QCOMPARE(record.state.decision->documentNumber, std::string("D-1"));
    APPLIED(world.run(record, "clerk1",
                      IssueNotice{dayInJapan(world.now), Channel::Post, BlobId(std::string(64, 'a'))}));
    APPLIED(world.run(record, "clerk1", CloseCase{}));
    QCOMPARE(record.state.status, Status::Closed);
    QVERIFY(replay(record.state.id, record.timeline) == record.state);
  }

  void shouldLetOnlyTheIntakeInterfaceReceiveOnline() {
    CaseWorld world;
    CaseRecord record;
    record.state.id = CaseId("new");
    ReceiveOnline receive;
    receive.procedure = world.procedure.id;
    receive.office = OfficeId("east");
    receive.arrivedAt = world.now;
    receive.applicant.party.name.display = "山崎";
    receive.form = json::object{};
    REFUSED(world.run(record, "clerk1", receive), NotPermitted);
    receive.form = json::object{{"memo", "番号は 1234 5678 9018 です"}};
    REFUSED(world.run(record, "portal", receive), MyNumberFound);
  }

  void shouldRefuseApprovalOfOnesOwnDraft_evenByASupervisor() {
    CaseWorld world;
    CaseRecord record = world.examined();
    APPLIED(world.run(record, "super", DraftDecision{}));
    APPLIED(world.run(record, "super", SubmitForApproval{1}));
    REFUSED(world.run(record, "super", approval(record)), OwnDraft);
    APPLIED(world.run(record, "super2", approval(record)));
  }

  void shouldRefuseASecondActInOneRoute() {
    CaseWorld world;
    world.procedure.route.stages[1].rank = "manager"; // who also decides
    CaseRecord record = world.submitted();
    APPLIED(world.run(record, "super", approval(record)));
    APPLIED(world.run(record, "manager", approval(record)));
    REFUSED(world.run(record, "manager", approval(record)), ActedBefore);
    APPLIED(world.run(record, "manager2", approval(record)));
  }

  void shouldRefuseAnApprovalOfAnotherVersionOrHash() {
    CaseWorld world;
    CaseRecord record = world.submitted();
    const Approve seen = approval(record);
    APPLIED(world.run(record, "super", seen));
    DraftDecision again;
    again.baseDraft = 1;
    again.remarks = "訂正";
    APPLIED(world.run(record, "clerk1", again));
    // the new version voided the consent, and says to whom
    QCOMPARE(std::get<ConsentsVoided>(record.timeline[record.timeline.size() - 2].body).givenBy,
             std::vector<UserId>{UserId("super")});
    APPLIED(world.run(record, "clerk1", SubmitForApproval{2}));
    REFUSED(world.run(record, "legal", seen), StaleDraft);
    REFUSED(world.run(record, "legal", (Approve{2, seen.draftHash, {}})), StaleDraft);
    APPLIED(world.run(record, "legal", approval(record)));
  }

  void shouldRefuseSubmission_whenTheApplicationWasCorrectedAfterTheDraft() {
    CaseWorld world;
    CaseRecord record = world.examined();
    APPLIED(world.run(record, "clerk1", DraftDecision{}));
    APPLIED(world.run(record, "clerk1", EditForm{{{"/seats", 12, 14}}}));
    REFUSED(world.run(record, "clerk1", SubmitForApproval{1}), StaleDraft);
  }

  void shouldDemandReasonsOfARefusal() {
    CaseWorld world;
    CaseRecord record = world.taken();
    DraftDecision draft;
    draft.outcome = Outcome::Refused;
    REFUSED(world.run(record, "clerk1", draft), ReasonMissing);
    draft.reasons = {Reason{CriterionId("facility"), {}, "試験法第1条"}};
    REFUSED(world.run(record, "clerk1", draft), ReasonIncomplete);
    draft.reasons = {Reason{CriterionId("facility"), "手洗い設備がない", "試験法第1条"}};
    REFUSED(world.run(record, "clerk1", draft), CriterionOpen);
    APPLIED(world.run(record, "clerk1",
                      SetCriterion{CriterionId("facility"), {}, "notMet", "手洗い設備がない", {}, {}}));
    APPLIED(world.run(record, "clerk1", draft));
  }

  void shouldDemandEveryCriterion_whenGranting() {
    CaseWorld world;
    CaseRecord record = world.taken();
    REFUSED(world.run(record, "clerk1", DraftDecision{}), CriterionOpen);
  }

  void shouldMergeDifferentFieldsAndShowAClashOnTheSame() {
    CaseWorld world;
    CaseRecord record = world.taken();
    const Actor& other = world.person("super");
    // GIVEN two people who saw the same version
    const Command mine = world.command(record, other, EditForm{{{"/seats", 12, 20}}});
    const Command elsewhere = world.command(record, other, EditForm{{{"/shop", "窓口亭", "窓口庵"}}});
    APPLIED(world.run(record, "clerk1", EditForm{{{"/seats", 12, 16}}}));
    // WHEN the other's commands arrive late
    const auto clash = execute(record, mine, world.context(other));
    const auto merge = execute(record, elsewhere, world.context(other));
    // THEN another field merges, and the same field shows base, mine, theirs and who
    QVERIFY(merge.has_value());
    QCOMPARE(clash.error().code, ErrorCode::Conflict);
    const FieldConflict& conflict = clash.error().conflicts.at(0);
    QCOMPARE(conflict.pointer, std::string("/form/seats"));
    QVERIFY(conflict.base == 12 && conflict.mine == 20 && conflict.theirs == 16);
    QCOMPARE(conflict.theirActor.value, std::string("clerk1"));
  }

  void shouldKeepTheApplicantsValueBesideTheOffices() {
    CaseWorld world;
    CaseRecord record = world.taken();
    APPLIED(world.run(record, "clerk1", EditForm{{{"/seats", 12, 16}}}));
    APPLIED(world.run(record, "clerk1", EditForm{{{"/seats", 16, 18}}}));
    QVERIFY(record.state.corrected.at("/form/seats").original == 12);
    APPLIED(world.run(record, "clerk1", EditForm{{{"/seats", 18, 12}}}));
    QVERIFY(record.state.corrected.empty());
  }

  void shouldLetOnlyTheHolderOrASupervisorEdit() {
    CaseWorld world;
    CaseRecord record = world.taken();
    REFUSED(world.run(record, "clerk2", EditForm{{{"/seats", 12, 16}}}), NotHolder);
    REFUSED(world.run(record, "clerkWest", EditForm{{{"/seats", 12, 16}}}), NotPermitted);
    REFUSED(world.run(record, "admin", AddNote{"見た"}), NotPermitted);
    REFUSED(world.run(record, "auditor", AddNote{"見た"}), NotPermitted);
    APPLIED(world.run(record, "clerk2", AddNote{"電話あり"}));
    APPLIED(world.run(record, "super", EditForm{{{"/seats", 12, 16}}}));
  }

  // A case whose texts nest more deeply than parseJson reads could never be opened again, by anybody.
  void shouldRefuseFormsThatCouldNotBeReadAgain() {
    CaseWorld world;
    CaseRecord record = world.taken();
    const auto nested = [](int depth) {
      json::value value = 1;
      for (int i = 0; i < depth; ++i)
        value = json::array{value};
      return value;
    };
    const auto pointer = [](int tokens) {
      std::string text;
      for (int i = 0; i < tokens; ++i)
        text += "/a";
      return text;
    };
    REFUSED(world.run(record, "clerk1", EditForm{{{"/deep", {}, nested(32)}}}), TooLarge);
    REFUSED(world.run(record, "clerk1", EditForm{{{"/seats", nested(33), 13}}}), TooLarge);
    REFUSED(world.run(record, "clerk1", EditForm{{{pointer(33), {}, 1}}}), TooLarge);
    REFUSED(world.run(record, "clerk1", EditForm{{{pointer(100'000), {}, 1}}}), InvalidArgument);
    ReceiveOnPaper receive;
    receive.procedure = world.procedure.id;
    receive.office = OfficeId("east");
    receive.stampedOn = dayInJapan(world.now);
    receive.applicant.party.name.display = "山崎";
    receive.form = json::object{{"deep", nested(32)}};
    CaseRecord arriving;
    arriving.state.id = CaseId("new");
    REFUSED(world.run(arriving, "clerk1", receive), TooLarge);

    receive.form = json::object{{"deep", nested(31)}};
    APPLIED(world.run(arriving, "clerk1", receive));
    APPLIED(world.run(record, "clerk1", EditForm{{{"/deep", {}, nested(31)}}}));
    APPLIED(world.run(record, "clerk1", EditForm{{{pointer(32), {}, 1}}}));
    for (const CaseRecord* kept : {&record, &arriving}) {
      const CaseText text = toText(*kept);
      QVERIFY(caseRecordFrom(text.state, text.timeline).has_value());
    }
  }

  void shouldShowAClash_whenTwoTakeTheSameCase() {
    CaseWorld world;
    CaseRecord record = world.registered();
    APPLIED(world.run(record, "clerk1", AssignCase{UserId("clerk1"), {}}));
    REFUSED(world.run(record, "clerk2", AssignCase{UserId("clerk2"), {}}), Conflict);
    REFUSED(world.run(record, "clerk2", AssignCase{UserId("clerk2"), UserId("clerk1")}), NotHolder);
    APPLIED(world.run(record, "super", AssignCase{UserId("clerk2"), UserId("clerk1")}));
  }

  void shouldWantASecondPersonForThePaperStamp() {
    CaseWorld world;
    CaseRecord record;
    record.state.id = CaseId("paper");
    ReceiveOnPaper receive;
    receive.procedure = world.procedure.id;
    receive.office = OfficeId("east");
    receive.stampedOn = dayInJapan(world.now) + std::chrono::days{1};
    receive.applicant.party.name.display = "山崎";
    receive.form = json::object{};
    REFUSED(world.run(record, "clerk1", receive), DateOutOfBounds);
    receive.stampedOn = dayInJapan(world.now) - std::chrono::days{3};
    APPLIED(world.run(record, "clerk1", receive));
    REFUSED(world.run(record, "clerk1", CheckReceiptDay{receive.stampedOn}), ActedBefore);
    REFUSED(world.run(record, "clerk2", CorrectReceiptDay{receive.stampedOn, "押印違い"}), NotPermitted);
    APPLIED(world.run(record, "clerk1", RegisterCase{}));
    APPLIED(world.run(record, "clerk1", AssignCase{UserId("clerk1"), {}}));
    for (const auto& item : world.procedure.criteria)
      APPLIED(world.run(record, "clerk1", SetCriterion{item.id, {}, "met", {}, {}, {}}));
    APPLIED(world.run(record, "clerk1", DraftDecision{}));
    REFUSED(world.run(record, "clerk1", SubmitForApproval{1}), ReceiptDayUnchecked);
    APPLIED(world.run(record, "clerk2", CheckReceiptDay{receive.stampedOn}));
    APPLIED(world.run(record, "clerk1", SubmitForApproval{1}));
  }

  void shouldWantADelayExplained_onceOverdue() {
    CaseWorld world;
    CaseRecord record = world.examined();
    world.now += std::chrono::days{60};
    APPLIED(world.run(record, "clerk1", DraftDecision{}));
    REFUSED(world.run(record, "clerk1", SubmitForApproval{1}), DelayUnexplained);
    APPLIED(world.run(record, "clerk1", ExplainDelay{"現地調査が長引いた", dayInJapan(world.now)}));
    APPLIED(world.run(record, "clerk1", SubmitForApproval{1}));
  }

  void shouldDecideForAnAbsentDecider_onlyWithinTheLimits() {
    CaseWorld world;
    CaseRecord record = world.submitted();
    APPLIED(world.run(record, "super", approval(record)));
    const ApproveForAbsent absent{1, record.state.draft->hash, UserId("manager"), "開業日が迫る"};
    REFUSED(world.run(record, "deputy", absent), AbsenceNotAllowed); // nobody is away
    world.sendAway("manager");
    REFUSED(world.run(record, "deputy", absent), AbsenceNotAllowed); // the legal check is still open
    APPLIED(world.run(record, "legal", approval(record)));
    REFUSED(world.run(record, "super2", absent), AbsenceNotAllowed); // not a substitute
    // AND not for somebody who would not decide it, though away too
    world.sendAway("legal");
    REFUSED(
        world.run(record, "deputy", ApproveForAbsent{1, record.state.draft->hash, UserId("legal"), "急ぎ"}),
        AbsenceNotAllowed);
    APPLIED(world.run(record, "deputy", absent));
    QCOMPARE(record.state.status, Status::Decided);
    QCOMPARE(record.state.afterViews.size(), std::size_t{1});
    REFUSED(world.run(record, "super", AfterView{}), NotPermitted);
    APPLIED(world.run(record, "manager", AfterView{}));
    QVERIFY(record.state.afterViews.empty());
  }

  void shouldLeaveAnImportantMatterToTheDecider() {
    for (const bool important : {true, false}) {
      CaseWorld world;
      CaseRecord record = world.examined();
      DraftDecision draft;
      (important ? draft.important : draft.unusual) = true;
      APPLIED(world.run(record, "clerk1", draft));
      APPLIED(world.run(record, "clerk1", SubmitForApproval{1}));
      APPLIED(world.run(record, "super", approval(record)));
      APPLIED(world.run(record, "legal", approval(record)));
      world.sendAway("manager");
      REFUSED(world.run(record, "deputy",
                        ApproveForAbsent{1, record.state.draft->hash, UserId("manager"), "急ぎ"}),
              AbsenceNotAllowed);
      // AND an absence that is over is none
      world.now += std::chrono::days(8);
      APPLIED(world.run(record, "manager", approval(record)));
    }
  }

  void shouldNotDecideForAnAbsentDecider_whenTheDeskIsOffline() {
    CaseWorld world;
    CaseRecord record = world.submitted();
    APPLIED(world.run(record, "super", approval(record)));
    APPLIED(world.run(record, "legal", approval(record)));
    world.sendAway("manager");
    const Actor& deputy = world.person("deputy");
    Context desk = world.context(deputy, Side::Client);
    const ApproveForAbsent body{1, record.state.draft->hash, UserId("manager"), "急ぎ"};
    QCOMPARE(execute(record, world.command(record, deputy, body), desk).error().code, ErrorCode::NotOffline);
    desk.online = true;
    QVERIFY(execute(record, world.command(record, deputy, body), desk).has_value());
  }

  void shouldNotDecideOnADesk() {
    CaseWorld world;
    CaseRecord record = world.submitted();
    APPLIED(world.run(record, "super", approval(record)));
    APPLIED(world.run(record, "legal", approval(record)));
    const Actor& manager = world.person("manager");
    Context desk = world.context(manager, Side::Client);
    CaseRecord shown = record;
    QVERIFY(execute(shown, world.command(shown, manager, approval(shown)), desk).has_value());
    QCOMPARE(shown.state.status, Status::InApproval);
    QVERIFY(openStages(shown.state).empty());
    desk.casePending = true;
    CaseRecord pending = record;
    QCOMPARE(execute(pending, world.command(pending, manager, approval(pending)), desk).error().code,
             ErrorCode::NotOffline);
  }

  void shouldKeepTheNumber_whenTransferred() {
    CaseWorld world;
    CaseRecord record = world.taken();
    REFUSED(world.run(record, "clerk1", (TransferCase{OfficeId("nowhere"), "管轄"})), NoSuchOffice);
    APPLIED(world.run(record, "clerk1", TransferCase{OfficeId("west"), "管轄"}));
    QVERIFY(record.state.holder.empty());
    REFUSED(world.run(record, "clerk1", AddNote{"x"}), NotPermitted);
    APPLIED(world.run(record, "clerkWest", RegisterCase{}));
    QCOMPARE(record.state.number, std::string("C-1"));
    QCOMPARE(record.state.homeOffice.value, std::string("east"));
  }

  void shouldDestroyOnlyAfterRetention_byTwoPeople_andNeverUnderAnAppeal() {
    CaseWorld world;
    CaseRecord record = world.decided();
    const Date today = dayInJapan(world.now);
    APPLIED(world.run(record, "clerk1", IssueNotice{today, Channel::Post, BlobId(std::string(64, 'a'))}));
    APPLIED(world.run(record, "clerk1", CloseCase{}));
    REFUSED(world.run(record, "super", ApproveDestruction{}), DateOutOfBounds);
    world.now += std::chrono::days{800};
    APPLIED(world.run(record, "clerk1", RecordAppeal{today, "suit", std::nullopt}));
    REFUSED(world.run(record, "super", ApproveDestruction{}), AppealOpen);
    APPLIED(world.run(record, "clerk1", RecordAppeal{today, "suit", today + std::chrono::days{90}}));
    APPLIED(world.run(record, "super", ApproveDestruction{}));
    REFUSED(world.run(record, "super", ApproveDestruction{}), ActedBefore);
    APPLIED(world.run(record, "super2", ApproveDestruction{}));
    QCOMPARE(record.state.status, Status::Destroyed);
    // nothing of the applicant is left, neither in the state nor in the timeline
    const CaseText left = toText(record);
    QVERIFY(left.state.find("山崎") == std::string::npos);
    QVERIFY(left.timeline.find("山崎") == std::string::npos);
    QVERIFY(replay(record.state.id, record.timeline) == record.state);
  }

  void shouldTakeBackWhatHasAnInverse() {
    CaseWorld world;
    const CaseRecord start = world.taken();
    const std::vector<CommandBody> bodies = {
        EditForm{{{"/seats", 12, 16}}},
        EditApplicant{{{"/party/phone", nullptr, "03-0000-0001"}}},
        SetCriterion{CriterionId("papers"), {}, "met", "揃っている", {}, {}},
        ReleaseCase{},
        ReserveCase{dayInJapan(world.now)},
    };
    for (const auto& body : bodies) {
      CaseRecord record = start;
      APPLIED(world.run(record, "clerk1", body));
      const auto back = inverse(body, start.state);
      QVERIFY(back.has_value());
      APPLIED(world.run(record, "clerk1", *back));
      CaseState after = record.state;
      after.version = start.state.version;
      after.status = start.state.status; // examination has begun all the same
      QVERIFY2(after == start.state, std::string(kindOf(body)).c_str());
    }
    QVERIFY(!inverse(AddNote{"x"}, start.state).has_value());
    QVERIFY(!inverse(Approve{}, start.state).has_value());
  }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "rulestest.moc"
