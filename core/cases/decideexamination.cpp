// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "core/cases/decider.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

const json::value kAbsent;

const json::value& currentValue(const json::value& document, const std::string& pointer) {
  const json::value* value = valueAt(document, pointer);
  return value == nullptr ? kAbsent : *value;
}

bool isSha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::vector<FieldEdit> effective(const json::value& document, const std::vector<FieldEdit>& edits) {
  std::vector<FieldEdit> left;
  for (const auto& edit : edits) {
    const json::value& now = currentValue(document, edit.pointer);
    if (now != edit.after) left.push_back(FieldEdit{edit.pointer, now, edit.after});
  }
  return left;
}

/// Whether an edit brings an error into a form. What was wrong before stays a matter of examination; an edit
/// must not add to it, nor make a part that has no place: the case may have been moved to another version.
bool brings(const FieldEdit& edit, const FormError& error, const json::value& before) {
  if (error.pointer == edit.pointer) return error.keyword != "required";
  return error.keyword == "additionalProperties" && !edit.after.is_null() &&
         edit.pointer.starts_with(error.pointer + '/') && valueAt(before, error.pointer) == nullptr;
}

tl::expected<json::value, Refusal> edited(json::value document, const std::vector<FieldEdit>& edits) {
  for (const auto& edit : edits)
    if (const auto set = setValueAt(document, edit.pointer, edit.after); !set)
      return refuse(set.error().code, set.error().detail);
  return document;
}

} // namespace

Check Decider::mergeable(const json::value& document, const std::vector<FieldEdit>& edits,
                         const std::string& root) const {
  if (edits.empty()) return refuse(ErrorCode::InvalidArgument, "no field named");
  Refusal refusal{ErrorCode::Conflict, "changed on both sides", {}};
  for (const auto& edit : edits) {
    MADOGUCHI_CHECK(shallow(edit.before));
    MADOGUCHI_CHECK(shallow(edit.after));
    MADOGUCHI_CHECK(noMyNumber(edit.after));
    const json::value& theirs = currentValue(document, edit.pointer);
    if (theirs == edit.before || theirs == edit.after) continue;
    FieldConflict conflict{root + edit.pointer, edit.before, edit.after, theirs, {}, {}};
    if (const auto by = m_state->corrected.find(conflict.pointer); by != m_state->corrected.end()) {
      conflict.theirActor = by->second.by;
      conflict.theirAt = by->second.at;
    }
    refusal.conflicts.push_back(std::move(conflict));
  }
  if (!refusal.conflicts.empty()) return tl::unexpected(std::move(refusal));
  return {};
}

tl::expected<CaseDocument, Refusal> Decider::fresh(const CaseDocument& named) const {
  if (named.id.empty() || named.name.empty() || named.size <= 0 || !isSha256(named.blob.value))
    return refuse(ErrorCode::InvalidArgument, "a document needs an id, a name, a size and a content");
  MADOGUCHI_CHECK(text(named.name, ErrorCode::InvalidArgument));
  CaseDocument document;
  document.id = named.id;
  document.kind = named.kind;
  document.name = named.name;
  document.mediaType = named.mediaType;
  document.size = named.size;
  document.blob = named.blob;
  return document;
}

Decided Decider::operator()(const EditApplicant& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::AwaitingCorrection}));
  const json::value applicant = toJson(m_state->applicant);
  MADOGUCHI_CHECK(mergeable(applicant, command.edits, "/applicant"));
  const auto after = edited(applicant, command.edits);
  if (!after) return tl::unexpected(after.error());
  const auto read = applicantFrom(*after);
  if (!read || read->party.name.display.empty() || toJson(*read) != *after)
    return refuse(ErrorCode::FormInvalid, "no applicant could be read from it");
  std::vector<EventBody> events;
  beginExamining(events);
  if (auto left = effective(applicant, command.edits); !left.empty())
    events.emplace_back(ApplicantEdited{left});
  return events;
}

Decided Decider::operator()(const EditForm& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::AwaitingCorrection}));
  MADOGUCHI_CHECK(mergeable(m_state->form, command.edits, "/form"));
  const auto after = edited(m_state->form, command.edits);
  if (!after) return tl::unexpected(after.error());
  MADOGUCHI_CHECK(shallow(*after));
  if (m_context.form != nullptr) {
    for (const auto& error : m_context.form->validate(*after))
      for (const auto& edit : command.edits)
        if (brings(edit, error, m_state->form))
          return refuse(ErrorCode::FormInvalid, error.pointer + " breaks " + error.keyword);
  }
  std::vector<EventBody> events;
  beginExamining(events);
  if (auto left = effective(m_state->form, command.edits); !left.empty())
    events.emplace_back(FormEdited{left});
  return events;
}

Decided Decider::operator()(const SetCriterion& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::AwaitingCorrection}));
  const Criterion* known = criterion(*m_context.procedure, command.criterion);
  if (known == nullptr) return refuse(ErrorCode::NoSuchCriterion, command.criterion.value);
  if (!command.finding.empty() && finding(*known, command.finding) == nullptr)
    return refuse(ErrorCode::InvalidArgument, "the criterion has no such finding");
  for (const auto* part : {&command.fact, &command.article, &command.note})
    if (!part->empty()) MADOGUCHI_CHECK(text(*part, ErrorCode::InvalidArgument));
  CriterionFinding now;
  if (const auto found = m_state->findings.find(command.criterion); found != m_state->findings.end())
    now = found->second;
  if (now.finding != command.before && now.finding != command.finding) {
    FieldConflict conflict{"/criteria/" + command.criterion.value, {}, {}, {}, now.by, now.at};
    conflict.base = json::string(command.before);
    conflict.mine = json::string(command.finding);
    conflict.theirs = json::string(now.finding);
    return tl::unexpected(Refusal{ErrorCode::Conflict, "changed on both sides", {conflict}});
  }
  const bool same = now.finding == command.finding && now.fact == command.fact &&
                    now.article == command.article && now.note == command.note;
  std::vector<EventBody> events;
  if (same) return events;
  beginExamining(events);
  events.emplace_back(CriterionSet{command.criterion, now.finding, command.finding, command.fact,
                                   command.article, command.note});
  return events;
}

Decided Decider::operator()(const AttachDocument& command) const {
  MADOGUCHI_CHECK(editor());
  if (m_state->status >= Status::Withdrawn)
    return refuse(ErrorCode::WrongState, "withdrawn, moved or destroyed");
  CaseDocument named;
  named.id = command.document;
  named.kind = command.documentKind;
  named.name = command.name;
  named.mediaType = command.mediaType;
  named.size = command.size;
  named.blob = command.blob;
  auto attached = fresh(named);
  if (!attached) return tl::unexpected(std::move(attached.error()));
  for (const auto& document : m_state->documents) {
    if (document.id != command.document) continue;
    if (!document.detached || document.blob != command.blob) return refuse(ErrorCode::AlreadyExists);
    return std::vector<EventBody>{DocumentAttached{document}};
  }
  return std::vector<EventBody>{DocumentAttached{std::move(*attached)}};
}

Decided Decider::operator()(const DetachDocument& command) const {
  MADOGUCHI_CHECK(editor());
  if (m_state->status >= Status::InApproval)
    return refuse(ErrorCode::WrongState, "what was decided on stays");
  for (const auto& document : m_state->documents)
    if (document.id == command.document && !document.detached)
      return std::vector<EventBody>{DocumentDetached{command.document}};
  return refuse(ErrorCode::NoSuchDocument);
}

Decided Decider::operator()(const VerifyDocument& command) const {
  MADOGUCHI_CHECK(editor());
  if (!isOpen(m_state->status)) return refuse(ErrorCode::WrongState, "closed");
  if (!command.note.empty()) MADOGUCHI_CHECK(text(command.note, ErrorCode::InvalidArgument));
  for (const auto& document : m_state->documents)
    if (document.id == command.document && !document.detached)
      return std::vector<EventBody>{DocumentVerified{command.document, command.verified, command.note}};
  return refuse(ErrorCode::NoSuchDocument);
}

Decided Decider::operator()(const AddNote& command) const {
  if (!actorHas(Role::Clerk) && !actorHas(Role::Supervisor) && !actorHas(Role::Approver))
    return refuse(ErrorCode::NotPermitted);
  if (m_state->status == Status::Destroyed) return refuse(ErrorCode::WrongState, "destroyed");
  MADOGUCHI_CHECK(text(command.text, ErrorCode::InvalidArgument));
  return std::vector<EventBody>{NoteAdded{command.text}};
}

Decided Decider::operator()(const RequestCorrection& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining}));
  if (command.items.empty()) return refuse(ErrorCode::InvalidArgument, "nothing asked for");
  for (const auto& item : command.items)
    MADOGUCHI_CHECK(text(item.text, ErrorCode::InvalidArgument));
  MADOGUCHI_CHECK(pastDay(command.sentOn, m_state->arrivedOn));
  if (command.dueOn <= command.sentOn) return refuse(ErrorCode::DateOutOfBounds, "due before it was sent");
  std::vector<EventBody> events;
  beginExamining(events);
  events.emplace_back(CorrectionRequested{command.items, command.sentOn, command.dueOn});
  return events;
}

Check Decider::replies(const std::vector<CorrectionReply>& given) const {
  if (!given.empty() && given.size() != m_state->rounds.back().items.size())
    return refuse(ErrorCode::InvalidArgument, "one reply for each item");
  for (const auto& reply : given) {
    if (!reply.note.empty()) MADOGUCHI_CHECK(text(reply.note, ErrorCode::InvalidArgument));
    const bool there =
        reply.document.empty() || std::any_of(m_state->documents.begin(), m_state->documents.end(),
                                              [&](const auto& known) { return known.id == reply.document; });
    if (!there) return refuse(ErrorCode::NoSuchDocument);
  }
  return {};
}

Decided Decider::operator()(const RecordCorrection& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::AwaitingCorrection}));
  // What a damaged store may hold must not end the program of who looks at it.
  if (m_state->rounds.empty()) return refuse(ErrorCode::WrongState, "nothing was asked for");
  MADOGUCHI_CHECK(pastDay(command.answeredOn, m_state->rounds.back().sentOn));
  if (!command.answer.empty()) MADOGUCHI_CHECK(text(command.answer, ErrorCode::InvalidArgument));
  MADOGUCHI_CHECK(replies(command.replies));
  return std::vector<EventBody>{CorrectionRecorded{command.answeredOn, command.answer, command.replies}};
}

Decided Decider::operator()(const ExplainDelay& command) const {
  MADOGUCHI_CHECK(editor());
  if (!isOpen(m_state->status)) return refuse(ErrorCode::WrongState, "closed");
  MADOGUCHI_CHECK(text(command.reason, ErrorCode::ReasonMissing));
  if (command.outlook < today()) return refuse(ErrorCode::DateOutOfBounds, "an outlook lies ahead");
  return std::vector<EventBody>{DelayExplained{command.reason, command.outlook}};
}

} // namespace madoguchi::core
