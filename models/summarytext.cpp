// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/summarytext.h"

#include "core/cases/caseclock.h"
#include "models/addressfields.h"
#include "models/clocktext.h"
#include "models/datetext.h"
#include "models/names.h"
#include "models/text.h"
#include "models/timelinemodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

constexpr const char* kLeftOut = "…";

void hide(core::Party& party) {
  party.address = {};
  party.phone.clear();
  party.email.clear();
}

/// Whether a text holds what is known of where somebody lives.
bool repeats(const std::string& text, const core::Party& known) {
  for (const std::string& secret : {known.address.postalCode, known.address.town, known.address.rest,
                                    known.address.building, known.phone, known.email})
    if (!secret.empty() && text.find(secret) != std::string::npos) return true;
  return false;
}

bool repeats(const std::string& text, const core::Applicant& known) {
  return repeats(text, known.party) || (known.agent && repeats(text, *known.agent));
}

bool repeats(const core::json::value& value, const core::Applicant& known) {
  if (const auto* text = value.if_string()) return repeats(std::string(*text), known);
  if (const auto* array = value.if_array())
    return std::any_of(array->begin(), array->end(),
                       [&](const core::json::value& item) { return repeats(item, known); });
  if (const auto* object = value.if_object())
    return std::any_of(object->begin(), object->end(),
                       [&](const auto& pair) { return repeats(pair.value(), known); });
  return repeats(core::canonicalJson(value), known); // a number
}

/// What people have written about the case. Of the outcome's own texts, which stand in the notice too, only
/// what repeats what is known.
void hideInTexts(core::CaseState& state) {
  state.notes.clear();
  state.rounds.clear();
  for (auto& [id, found] : state.findings) {
    found.fact.clear();
    found.marks.clear();
  }
  for (core::CaseDocument& document : state.documents)
    if (repeats(document.name, state.applicant)) document.name = kLeftOut;
  if (!state.draft) return;
  state.draft->remarks.clear();
  for (std::string& condition : state.draft->conditions)
    if (repeats(condition, state.applicant)) condition = kLeftOut;
  for (core::Reason& reason : state.draft->reasons)
    if (repeats(reason.fact, state.applicant)) reason.fact = kLeftOut;
}

/// Takes from the form what its layout says is an address or a number, and what holds the applicant's own or
/// the agent's.
void hideInForm(core::CaseState& state, const core::Applicant& known, const core::Procedure* procedure) {
  if (procedure == nullptr) {
    state.form = nullptr;
    return;
  }
  const auto tellsWithin = [&](const core::Field& of) {
    for (const core::Section& section : procedure->layout.sections)
      for (const core::Field& field : section.fields)
        if ((&field == &of || field.pointer.starts_with(of.pointer + '/')) && tellsWhereabouts(field))
          return true;
    return false;
  };
  for (const core::Section& section : procedure->layout.sections)
    for (const core::Field& field : section.fields) {
      const core::json::value* value = core::valueAt(state.form, field.pointer);
      if (value != nullptr && (tellsWithin(field) || repeats(*value, known)))
        (void)core::setValueAt(state.form, field.pointer, nullptr);
    }
}

QString dueLine(const OpenCase& opened) {
  if (opened.procedure() == nullptr) return {};
  const auto clock =
      core::caseClock(*opened.state(), *opened.procedure(), opened.references()->holidays, opened.today());
  return clock ? clockSummary(*clock) : QString();
}

StatePart timeline(OpenCase& opened, bool particulars) {
  StatePart part{Say::tr("Timeline"), {}};
  const TimelineModel entries(opened);
  // The model has the newest first; paper is read from the beginning.
  for (int row = entries.rowCount() - 1; row >= 0; --row) {
    const QModelIndex entry = entries.index(row);
    QStringList lines{
        Say::tr("%1 (%2)").arg(entry.data().toString(), entry.data(TimelineModel::WhoRole).toString())};
    if (particulars) lines += entry.data(TimelineModel::DetailsRole).toStringList();
    part.lines.emplace_back(entry.data(TimelineModel::WhenRole).toString(), lines.join(QChar(u'\n')));
  }
  return part;
}

} // namespace

SummaryText summaryText(OpenCase& opened, bool withTimeline) {
  core::CaseState state = *opened.state();
  const auto references = opened.references();
  const bool isProtected = state.visibility == core::Visibility::Protected;
  if (isProtected) {
    hideInForm(state, state.applicant, references->procedure(state.procedure, state.procedureVersion));
    hideInTexts(state);
    hide(state.applicant.party);
    if (state.applicant.agent) hide(*state.applicant.agent);
    state.office = {}; // tells the place of filing
  }
  SummaryText text;
  text.title =
      Say::tr("Case summary %1").arg(state.number.empty() ? Say::tr("(no number yet)") : qtext(state.number));
  text.subtitle =
      QStringLiteral("%1　%2").arg(qtext(state.applicant.party.name.display),
                                   procedureTitle(*references, state.procedure, state.procedureVersion));
  text.parts = stateText(state, *references);
  auto& head = text.parts.front().lines;
  if (const QString due = dueLine(opened); !due.isEmpty()) head.emplace_back(Say::tr("Due"), due);
  if (isProtected)
    head.emplace_back(Say::tr("Protection"),
                      Say::tr("Person under protection: address, office and numbers are left out"));
  if (withTimeline) text.parts.push_back(timeline(opened, !isProtected));
  text.foot = Say::tr("%1, made by %2 on %3")
                  .arg(text.title, personName(*references, references->me.id), shortMoment(opened.now()));
  return text;
}

} // namespace madoguchi::models
