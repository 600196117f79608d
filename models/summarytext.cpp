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

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

void hide(core::Party& party) {
  party.address = {};
  party.phone.clear();
  party.email.clear();
}

/// Takes from the form what its layout says is an address or a number, and what holds the applicant's own.
void hideInForm(core::CaseState& state, const core::Party& known, const core::Procedure* procedure) {
  if (procedure == nullptr) {
    state.form = nullptr;
    return;
  }
  const auto repeats = [&](const core::json::value& value) {
    const std::string text = core::canonicalJson(value);
    for (const std::string& secret :
         {known.address.postalCode, known.address.rest, known.address.building, known.phone, known.email})
      if (!secret.empty() && text.find(secret) != std::string::npos) return true;
    return false;
  };
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
      if (value != nullptr && (tellsWithin(field) || repeats(*value)))
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
    hideInForm(state, state.applicant.party, references->procedure(state.procedure, state.procedureVersion));
    hide(state.applicant.party);
    if (state.applicant.agent) hide(*state.applicant.agent);
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
                      Say::tr("Person under protection: address and numbers are left out"));
  if (withTimeline) text.parts.push_back(timeline(opened, !isProtected));
  text.foot = Say::tr("%1, made by %2 on %3")
                  .arg(text.title, personName(*references, references->me.id), shortMoment(opened.now()));
  return text;
}

} // namespace madoguchi::models
