// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/noticecontent.h"

#include "core/calendar/era.h"

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

std::string fieldText(NoticeLanguage language, const core::Field& field, const core::json::value& value) {
  const std::string plain = value.is_string() ? std::string(value.get_string()) : core::canonicalJson(value);
  if (const auto choice = field.enumLabels.find(plain); choice != field.enumLabels.end())
    return in(language, choice->second);
  if (const auto date = core::parseDate(plain)) return day(language, *date);
  return value.is_number() ? plain + in(language, field.unit) : plain;
}

std::map<std::string, std::string> fieldsOf(const core::CaseState& state, const core::Procedure& procedure,
                                            NoticeLanguage language) {
  std::map<std::string, std::string> fields;
  for (const core::Section& section : procedure.layout.sections)
    for (const core::Field& field : section.fields) {
      const core::json::value* value = core::valueAt(state.form, field.pointer);
      if (value == nullptr || value->is_null() || value->is_object()) continue;
      if (!value->is_array()) {
        fields[field.pointer] = fieldText(language, field, *value);
        continue;
      }
      std::string joined;
      for (const core::json::value& item : value->get_array())
        if (!item.is_object()) joined += (joined.empty() ? "" : "、") + fieldText(language, field, item);
      if (!joined.empty()) fields[field.pointer] = joined;
    }
  return fields;
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
  data.fields = fieldsOf(state, *procedure, language);
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
