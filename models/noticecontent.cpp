// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/noticecontent.h"

#include "core/calendar/era.h"
#include "core/procedures/fieldtext.h"

#include <boost/describe.hpp>

namespace madoguchi::models {

namespace {

using core::NoticeLanguage;

const std::string& in(NoticeLanguage language, const core::LocalText& text) {
  return language == NoticeLanguage::English && !text.en.empty() ? text.en : text.ja;
}

std::string day(NoticeLanguage language, core::Date date) {
  return language == NoticeLanguage::English ? core::toText(date) : core::toEraText(date);
}

std::vector<core::NoticeReason> reasonsOf(const core::Draft& draft, const core::Procedure& procedure,
                                          NoticeLanguage language) {
  std::vector<core::NoticeReason> reasons;
  for (const core::Reason& reason : draft.reasons) {
    const core::Criterion* criterion = core::criterion(procedure, reason.criterion);
    reasons.push_back({criterion == nullptr ? reason.criterion.value : in(language, criterion->title),
                       reason.fact, reason.article});
  }
  return reasons;
}

} // namespace

core::Result<core::NoticeText> noticeOf(const core::CaseState& state, const References& references,
                                        NoticeLanguage language) {
  if (!state.decision || !state.draft) return core::failure(core::ErrorCode::WrongState, "not decided");
  const core::Procedure* procedure = references.procedure(state.procedure, state.procedureVersion);
  if (procedure == nullptr) return core::failure(core::ErrorCode::NoSuchProcedure, state.procedure.value);
  const std::string outcome = boost::describe::enum_to_string(state.decision->outcome, "?");

  core::NoticeData data;
  data.number = state.decision->documentNumber;
  data.date = day(language, state.decision->decidedOn);
  data.addressee = state.applicant.party.name.display;
  data.appliedOn = day(language, state.arrivedOn);
  if (const core::Office* office = references.offices.find(state.office))
    data.office =
        language == NoticeLanguage::English && !office->nameEn.empty() ? office->nameEn : office->nameJa;
  data.conditions = state.draft->conditions;
  data.reasons = reasonsOf(*state.draft, *procedure, language);
  data.fields = core::noticeFields(*procedure, outcome, state.form, language);
  const auto notice = procedure->notices.byOutcome.find(outcome);
  if (notice != procedure->notices.byOutcome.end() && notice->second.appeal) {
    const auto paragraphs = core::appealParagraphs(references.appealTexts, *notice->second.appeal,
                                                   state.decision->decidedOn, procedure->notices);
    if (!paragraphs) return tl::unexpected(paragraphs.error());
    for (const core::LocalText& paragraph : *paragraphs)
      data.appeal.push_back(in(language, paragraph));
  }
  return core::fillNotice(*procedure, outcome, data, language);
}

} // namespace madoguchi::models
