// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflictchoice.h"

#include "core/cases/casecodec.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;
using core::json::string;

namespace {

core::OutboxEntry entryOf(const core::CommandBody& body, std::vector<core::FieldConflict> conflicts) {
  core::Command command;
  command.id = core::CommandId("00000000-0000-7000-8000-000000000001");
  command.caseId = core::CaseId("00000000-0000-7000-8000-000000000002");
  command.body = body;
  core::OutboxEntry entry;
  entry.payload = core::canonicalJson(core::toJson(command));
  entry.conflicts = std::move(conflicts);
  return entry;
}

core::FieldConflict clash(const char* pointer) {
  return {pointer, string("base"), string("mine"), string("theirs"), {}, {}};
}

core::CommandBody replaced(const core::OutboxEntry& entry,
                           const std::map<std::string, FieldChoice>& choices) {
  return replacementFor(entry, choices).value().value();
}

} // namespace

class ConflictChoiceTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldPutMineOnTopOfTheirs() {
    const auto entry = entryOf(
        core::EditForm{{{"/name", string("base"), string("mine")}, {"/kana", string("a"), string("b")}}},
        {clash("/form/name")});
    const auto body = replaced(entry, {{"/form/name", {FieldChoice::Kind::Mine, {}}}});
    const auto& edits = std::get<core::EditForm>(body).edits;
    QCOMPARE(edits.size(), std::size_t{2});
    QCOMPARE(std::string(edits[0].before.get_string()), std::string("theirs"));
    QCOMPARE(std::string(edits[0].after.get_string()), std::string("mine"));
    QCOMPARE(std::string(edits[1].before.get_string()), std::string("a"));
  }

  void shouldKeepOnlyTheRest_whenTheirsIsTaken() {
    const auto entry = entryOf(
        core::EditForm{{{"/name", string("base"), string("mine")}, {"/kana", string("a"), string("b")}}},
        {clash("/form/name")});
    QCOMPARE(std::get<core::EditForm>(replaced(entry, {})).edits.size(), std::size_t{1});
    const auto only = entryOf(core::EditApplicant{{{"/party/phone", string("base"), string("mine")}}},
                              {clash("/applicant/party/phone")});
    QVERIFY(!replacementFor(only, {}).value().has_value());
  }

  void shouldTakeSomethingElse() {
    const auto entry = entryOf(core::EditApplicant{{{"/party/phone", string("base"), string("mine")}}},
                               {clash("/applicant/party/phone")});
    const auto body =
        replaced(entry, {{"/applicant/party/phone", {FieldChoice::Kind::Other, string("other")}}});
    QCOMPARE(std::string(std::get<core::EditApplicant>(body).edits[0].after.get_string()),
             std::string("other"));
  }

  void shouldRebaseFindingsHoldersAndDrafts() {
    const FieldChoice mine{FieldChoice::Kind::Mine, {}};
    const auto finding =
        replaced(entryOf(core::SetCriterion{core::CriterionId("c"), "base", "mine", "f", {}, {}},
                         {clash("/criteria/c")}),
                 {{"/criteria/c", mine}});
    QCOMPARE(std::get<core::SetCriterion>(finding).before, std::string("theirs"));
    const auto holder =
        replaced(entryOf(core::AssignCase{core::UserId("mine"), core::UserId("base")}, {clash("/holder")}),
                 {{"/holder", mine}});
    QCOMPARE(std::get<core::AssignCase>(holder).expectedHolder.value, std::string("theirs"));
    core::DraftDecision draft;
    draft.baseDraft = 1;
    const auto drafted = replaced(entryOf(draft, {{"/draft", 1, 2, 4, {}, {}}}), {{"/draft", mine}});
    QCOMPARE(std::get<core::DraftDecision>(drafted).baseDraft, 4);
  }

  void shouldMoveAllTheSame_onlyWhereNoValueIsWantedBack() {
    const FieldChoice mine{FieldChoice::Kind::Mine, {}};
    const auto entry = entryOf(core::MoveToVersion{1, 2}, {clash("/form/seats"), clash("/form/area")});
    const auto body = replaced(entry, {{"/form/seats", mine}, {"/form/area", mine}});
    QVERIFY((std::get<core::MoveToVersion>(body) == core::MoveToVersion{1, 2}));
    QVERIFY(!replacementFor(entry, {{"/form/seats", mine}}).value().has_value());
    QVERIFY(!replacementFor(entry, {}).value().has_value());
  }

  void shouldRefuseWhatCannotBeRead() {
    core::OutboxEntry entry;
    entry.payload = "{";
    QCOMPARE(replacementFor(entry, {}).error().code, core::ErrorCode::Malformed);
  }
};

QTEST_APPLESS_MAIN(ConflictChoiceTest)
#include "conflictchoicetest.moc"
