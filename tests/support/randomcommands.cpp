// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/support/caseworld.h"

#include <functional>

namespace madoguchi::tests {

using namespace madoguchi::core;

namespace {

/// Draws arguments that are right about two times in three.
struct Draw {
  const CaseState& state;
  const CaseWorld& world;
  const Actor& actor;
  std::mt19937_64& random;

  [[nodiscard]] std::size_t below(std::size_t bound) const { return random() % bound; }
  [[nodiscard]] bool often() const { return below(8) != 0; }
  [[nodiscard]] Date day() const {
    return dayInJapan(world.now) - std::chrono::days{static_cast<int>(below(6)) - (often() ? 0 : 5)};
  }
  [[nodiscard]] std::string words() const {
    return often() ? "理由 " + std::to_string(below(100)) : std::string{};
  }
  [[nodiscard]] int draftVersion() const {
    return (state.draft ? state.draft->version : 0) + (often() ? 0 : static_cast<int>(below(3)) - 1);
  }
  [[nodiscard]] std::string hash() const {
    return often() && state.draft ? state.draft->hash : std::string(64, '0');
  }
  [[nodiscard]] const Criterion& anyCriterion() const {
    return world.procedure.criteria[below(world.procedure.criteria.size())];
  }
  [[nodiscard]] std::string findingNow(const CriterionId& id) const {
    const auto found = state.findings.find(id);
    return found == state.findings.end() ? std::string{} : found->second.finding;
  }
  [[nodiscard]] DocumentId anyDocument() const {
    return state.documents.empty() ? DocumentId("none") : state.documents[below(state.documents.size())].id;
  }
};

CommandBody editForm(const Draw& draw) {
  const char* pointers[] = {"/shop", "/seats", "/owner/name"};
  const std::string pointer = pointers[draw.below(3)];
  const json::value* now = valueAt(draw.state.form, pointer);
  json::value after = static_cast<std::int64_t>(draw.below(50));
  return EditForm{{FieldEdit{pointer, now == nullptr || !draw.often() ? json::value{} : *now, after}}};
}

CommandBody setCriterion(const Draw& draw) {
  const Criterion& chosen = draw.anyCriterion();
  const char* findings[] = {"met", "met", "met", "met", "met", "notMet", "none", ""};
  return SetCriterion{chosen.id, draw.findingNow(chosen.id), findings[draw.below(8)], draw.words(), {}, {}};
}

EvidenceMark anyMark(const Draw& draw) {
  EvidenceMark mark;
  mark.document = draw.anyDocument();
  mark.page = static_cast<int>(draw.below(3)) - (draw.often() ? 0 : 1);
  mark.top = static_cast<int>(draw.below(3)) * 100;
  mark.width = mark.height = 200;
  if (draw.below(3) == 0) mark.note = draw.words();
  return mark;
}

CommandBody markEvidence(const Draw& draw) {
  MarkEvidence command{draw.anyCriterion().id, {}, {}};
  const auto found = draw.state.findings.find(command.criterion);
  const bool marked = found != draw.state.findings.end() && !found->second.marks.empty();
  if (marked && draw.below(3) == 0)
    command.remove = {found->second.marks[draw.below(found->second.marks.size())]};
  else
    for (std::size_t i = draw.below(3) + 1; i > 0; --i)
      command.add.push_back(anyMark(draw));
  return command;
}

CommandBody draftDecision(const Draw& draw) {
  DraftDecision draft;
  draft.baseDraft = draw.draftVersion();
  draft.outcome = static_cast<Outcome>(draw.below(4));
  if (draft.outcome == Outcome::GrantedWithConditions) draft.conditions = {draw.words()};
  if (draft.outcome >= Outcome::Refused) {
    CriterionId criterion = draw.anyCriterion().id;
    for (const auto& [id, found] : draw.state.findings)
      if (found.finding == "notMet") criterion = id;
    draft.reasons = {Reason{criterion, draw.words(), draw.often() ? "試験法第1条" : ""}};
  }
  return draft;
}

/// Few words, so that they meet; now and then what is no label, or a whole command of them.
CommandBody labelCase(const Draw& draw) {
  LabelCase command;
  const auto label = [&] {
    return draw.often() ? "札" + std::to_string(draw.below(14)) : std::string(draw.below(2) * 40, 'x');
  };
  for (std::size_t i = draw.often() ? draw.below(3) : draw.below(12); i > 0; --i)
    command.add.push_back(label());
  for (std::size_t i = draw.below(3); i > 0; --i)
    command.remove.push_back(label());
  return command;
}

CommandBody attach(const Draw& draw) {
  const std::string number = std::to_string(draw.below(20));
  return AttachDocument{DocumentId("doc" + number), "plan", "図面.pdf",
                        "application/pdf",          10,     BlobId(sha256Hex(number))};
}

} // namespace

CommandBody randomCommand(const CaseState& state, const CaseWorld& world, const Actor& actor,
                          std::mt19937_64& random) {
  const Draw d{state, world, actor, random};
  const auto self = [&] { return AssignCase{actor.id, d.often() ? state.holder : UserId{}}; };
  // What moves a case on stands more than once, so that sequences reach the far states.
  const std::vector<std::function<CommandBody()>> kinds = {
      [&] { return CommandBody{RegisterCase{}}; },
      [&] { return CommandBody{self()}; },
      [&] { return CommandBody{self()}; },
      [&] { return CommandBody{ReleaseCase{}}; },
      [&] { return CommandBody{ReserveCase{d.day() + std::chrono::days{3}}}; },
      [&] {
        return CommandBody{TransferCase{OfficeId(d.often() ? "west" : "east"), d.words()}};
      },
      [&] {
        return CommandBody{StartWait{static_cast<WaitReason>(d.below(4)), d.day(), {}}};
      },
      [&] {
        return CommandBody{EndWait{static_cast<WaitReason>(d.below(4)), d.day()}};
      },
      [&] { return editForm(d); },
      [&] { return editForm(d); },
      [&] {
        return CommandBody{
            EditApplicant{{FieldEdit{"/party/phone", json::string(state.applicant.party.phone),
                                     json::string("03-0000-" + std::to_string(d.below(10)))}}}};
      },
      [&] { return setCriterion(d); },
      [&] { return setCriterion(d); },
      [&] { return setCriterion(d); },
      [&] { return attach(d); },
      [&] { return markEvidence(d); },
      [&] { return CommandBody{DetachDocument{d.anyDocument()}}; },
      [&] {
        return CommandBody{VerifyDocument{d.anyDocument(), d.often(), {}}};
      },
      [&] { return CommandBody{AddNote{d.words()}}; },
      [&] { return labelCase(d); },
      [&] {
        return CommandBody{
            RequestCorrection{{{"/shop", {}, d.words()}}, d.day(), d.day() + std::chrono::days{7}}};
      },
      [&] {
        return CommandBody{RecordCorrection{d.day(), d.words(), {{d.often(), d.words(), {}}}}};
      },
      [&] {
        return CommandBody{ExplainDelay{d.words(), d.day() + std::chrono::days{9}}};
      },
      [&] { return draftDecision(d); },
      [&] { return draftDecision(d); },
      [&] { return CommandBody{DiscardDraft{d.draftVersion()}}; },
      [&] { return CommandBody{SubmitForApproval{d.draftVersion()}}; },
      [&] { return CommandBody{SubmitForApproval{d.draftVersion()}}; },
      [&] {
        return CommandBody{Approve{d.draftVersion(), d.hash(), {}}};
      },
      [&] {
        return CommandBody{Approve{d.draftVersion(), d.hash(), {}}};
      },
      [&] {
        return CommandBody{Approve{d.draftVersion(), d.hash(), {}}};
      },
      [&] {
        return CommandBody{Approve{d.draftVersion(), d.hash(), {}}};
      },
      [&] {
        return CommandBody{ApproveForAbsent{d.draftVersion(), d.hash(), UserId("manager"), d.words()}};
      },
      [&] { return CommandBody{AfterView{}}; },
      [&] {
        return CommandBody{ReturnForRevision{d.draftVersion(), d.words()}};
      },
      [&] { return CommandBody{RecallDraft{d.draftVersion()}}; },
      [&] {
        return CommandBody{IssueNotice{d.day(), Channel::Post, BlobId(std::string(64, 'a'))}};
      },
      [&] { return CommandBody{CloseCase{}}; },
      [&] {
        return CommandBody{WithdrawCase{d.day(), d.words()}};
      },
      [&] {
        return CommandBody{RecordAppeal{d.day(), "suit", std::nullopt}};
      },
      [&] {
        return CommandBody{SetRetentionHold{d.often(), d.words()}};
      },
      [&] { return CommandBody{ApproveDestruction{}}; },
      [&] { return CommandBody{CheckReceiptDay{state.arrivedOn}}; },
      [&] {
        return CommandBody{CorrectReceiptDay{d.day(), d.words()}};
      },
      [&] {
        return CommandBody{MoveToVersion{d.often() ? state.procedureVersion : static_cast<int>(d.below(4)),
                                         d.often() ? world.newer.version : static_cast<int>(d.below(4))}};
      },
  };
  return kinds[d.below(kinds.size())]();
}

} // namespace madoguchi::tests
