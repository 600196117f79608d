// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/label.h"
#include "core/cases/rules.h"

namespace madoguchi::core {

namespace {

std::vector<FieldEdit> swapped(std::vector<FieldEdit> edits) {
  for (auto& edit : edits)
    std::swap(edit.before, edit.after);
  return edits;
}

CommandBody assignTo(const UserId& assignee, const UserId& expected) {
  if (assignee.empty()) return ReleaseCase{};
  return AssignCase{assignee, expected};
}

DraftDecision draftAgain(const Draft& draft, int baseDraft) {
  return DraftDecision{baseDraft,     draft.outcome,   draft.conditions, draft.reasons,
                       draft.remarks, draft.important, draft.unusual};
}

/// One overload for each command that can be taken back; the rest can only be dropped while unsent.
struct Inverter {
  const CaseState& before;

  using Body = std::optional<CommandBody>;
  template <class Other>
  Body operator()(const Other&) const {
    return std::nullopt;
  }

  Body operator()(const EditForm& command) const { return EditForm{swapped(command.edits)}; }
  Body operator()(const EditApplicant& command) const { return EditApplicant{swapped(command.edits)}; }
  Body operator()(const AssignCase& command) const { return assignTo(before.holder, command.assignee); }
  Body operator()(const ReleaseCase&) const { return assignTo(before.holder, {}); }

  Body operator()(const ReserveCase&) const {
    return before.reservation ? ReserveCase{before.reservation->until} : ReserveCase{};
  }

  Body operator()(const StartWait& command) const { return EndWait{command.reason, command.from}; }
  Body operator()(const EndWait& command) const { return StartWait{command.reason, command.to, {}}; }

  Body operator()(const SetCriterion& command) const {
    SetCriterion inverse;
    inverse.criterion = command.criterion;
    inverse.before = command.finding;
    if (const auto was = before.findings.find(command.criterion); was != before.findings.end()) {
      inverse.finding = was->second.finding;
      inverse.fact = was->second.fact;
      inverse.article = was->second.article;
      inverse.note = was->second.note;
    }
    return inverse;
  }

  Body operator()(const MarkEvidence& command) const {
    return MarkEvidence{command.criterion, command.remove, command.add};
  }

  // What changed nothing is not changed back.
  Body operator()(const LabelCase& command) const {
    LabelCase inverse;
    for (const auto& label : command.add)
      if (!holdsLabel(before.labels, label)) inverse.remove.push_back(label);
    for (const auto& label : command.remove)
      if (holdsLabel(before.labels, label)) inverse.add.push_back(label);
    return inverse;
  }

  Body operator()(const AttachDocument& command) const { return DetachDocument{command.document}; }

  Body operator()(const DetachDocument& command) const {
    for (const auto& document : before.documents)
      if (document.id == command.document)
        return AttachDocument{document.id,        document.kind, document.name,
                              document.mediaType, document.size, document.blob};
    return std::nullopt;
  }

  Body operator()(const VerifyDocument& command) const {
    for (const auto& document : before.documents)
      if (document.id == command.document)
        return VerifyDocument{document.id, !document.verifiedBy.empty(), document.verifyNote};
    return std::nullopt;
  }

  Body operator()(const DraftDecision&) const {
    const int made = before.draftVersions + 1;
    if (before.status == Status::InApproval) return std::nullopt;
    if (!before.draft) return DiscardDraft{made};
    return draftAgain(*before.draft, made);
  }

  Body operator()(const DiscardDraft&) const {
    return before.draft ? Body{draftAgain(*before.draft, 0)} : std::nullopt;
  }
};

} // namespace

std::optional<CommandBody> inverse(const CommandBody& body, const CaseState& before) {
  return std::visit(Inverter{before}, body);
}

} // namespace madoguchi::core
