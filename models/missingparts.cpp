// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/missingparts.h"

#include "core/cases/caseclock.h"
#include "models/correctionreplies.h"
#include "models/draftproposal.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(MissingParts)
};

using Kind = MissingPart::Kind;

void addDocuments(const core::CaseState& state, const core::Procedure& procedure,
                  std::vector<MissingPart>& parts) {
  for (const core::DocumentKind* kind : core::requiredDocuments(procedure, state.form)) {
    const bool there = std::any_of(state.documents.begin(), state.documents.end(), [&](const auto& document) {
      return document.kind == kind->id && !document.detached;
    });
    if (!there)
      parts.push_back({Kind::Document, Say::tr("Missing document: %1").arg(localText(kind->title)), false});
  }
}

void addWaits(const core::CaseState& state, std::vector<MissingPart>& parts) {
  if (state.status == core::Status::AwaitingCorrection)
    parts.push_back({Kind::Wait, Say::tr("The applicant has not answered the correction."), true});
  for (const core::Wait& wait : state.waits)
    if (!wait.to)
      parts.push_back({Kind::Wait, Say::tr("The clock stands: %1").arg(label(wait.reason)), false});
}

} // namespace

std::vector<MissingPart> missingParts(const OpenCase& opened) {
  std::vector<MissingPart> parts;
  const core::CaseState* state = opened.state();
  const core::Procedure* procedure = opened.procedure();
  if (state == nullptr || procedure == nullptr) return parts;
  const bool onPaper = state->channel == core::Channel::Counter || state->channel == core::Channel::Post;
  if (onPaper && state->dayCheckedBy.empty() && !state->receivedBy.empty())
    parts.push_back({Kind::ReceiptDay, Say::tr("A second person has not checked the day of receipt."), true});
  if (opened.schema() != nullptr)
    if (const auto errors = opened.schema()->validate(state->form); !errors.empty())
      parts.push_back({Kind::Form,
                       Say::tr("The form has %n error(s).", nullptr, static_cast<int>(errors.size())), false,
                       errors.front().pointer});
  addDocuments(*state, *procedure, parts);
  addWaits(*state, parts);
  for (const core::CorrectionItem* item : openItems(*state))
    parts.push_back({Kind::Answer, Say::tr("Not answered: %1").arg(qtext(item->text)), false});
  for (const core::Criterion* criterion : openCriteria(*state, *procedure))
    parts.push_back({Kind::Criterion, Say::tr("Open criterion: %1").arg(localText(criterion->title)), true});
  const auto clock = core::caseClock(*state, *procedure, opened.references()->holidays, opened.today());
  if (clock && clock->overdueDays > 0 && state->delays.empty())
    parts.push_back({Kind::Delay, Say::tr("The delay is not explained."), true});
  return parts;
}

QString missingSummary(const std::vector<MissingPart>& parts) {
  const auto blocking = static_cast<int>(
      std::count_if(parts.begin(), parts.end(), [](const MissingPart& part) { return part.blocks; }));
  if (blocking > 0) return Say::tr("✗ %n missing", nullptr, blocking);
  if (parts.empty()) return Say::tr("✓ Ready for a draft");
  return Say::tr("✓ Ready for a draft, %n to look at", nullptr, static_cast<int>(parts.size()));
}

QString missingLine(const MissingPart& part) {
  return (part.blocks ? QStringLiteral("✗ ") : QStringLiteral("△ ")) + part.text;
}

const MissingPart* firstMissing(const std::vector<MissingPart>& parts) {
  const auto first =
      std::find_if(parts.begin(), parts.end(), [](const MissingPart& part) { return part.blocks; });
  if (first != parts.end()) return &*first;
  return parts.empty() ? nullptr : &parts.front();
}

bool isBeforeDraft(core::Status status) {
  return status <= core::Status::AwaitingCorrection;
}

} // namespace madoguchi::models
