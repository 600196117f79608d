// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/routetext.h"

#include "core/cases/rules.h"
#include "models/datetext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>

#include <boost/describe.hpp>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(RouteText)
};

std::string outcomeName(core::Outcome outcome) {
  return boost::describe::enum_to_string(outcome, "?");
}

bool actedOn(const core::CaseState& state, const core::UserId& id) {
  return (state.draft && state.draft->author == id) ||
         std::any_of(state.route.begin(), state.route.end(),
                     [&](const core::RouteStage& stage) { return stage.by == id; });
}

bool maySubstitute(const core::CaseState& state, const core::RouteStage& open, const References& references) {
  const core::Procedure* procedure = references.procedure(state.procedure, state.procedureVersion);
  const core::Stage* stage = procedure == nullptr ? nullptr : core::stage(*procedure, open.id);
  return stage != nullptr && state.draft && !core::isWeighty(state, *procedure) &&
         core::mayDecideForAbsent(*procedure, *stage, references.me.rank, outcomeName(state.draft->outcome),
                                  core::amountOf(*procedure, state.form));
}

QString conditionText(const core::RouteCondition& when) {
  QStringList parts;
  for (const std::string& name : when.outcomes) {
    core::Outcome outcome{};
    if (boost::describe::enum_from_string(name.c_str(), outcome)) parts << label(outcome);
  }
  QStringList all;
  if (!parts.isEmpty()) all << parts.join(Say::tr(" or "));
  if (when.amountFrom) all << Say::tr("from %1").arg(yen(*when.amountFrom));
  if (when.amountBelow) all << Say::tr("below %1").arg(yen(*when.amountBelow));
  return all.isEmpty() ? Say::tr("all other cases") : all.join(Say::tr(", "));
}

} // namespace

std::vector<core::UserId> absentDeciders(const core::CaseState& state, const References& references,
                                         core::Date today) {
  std::vector<core::UserId> deciders;
  const auto open = core::openStages(state);
  if (open.size() != 1 || open.front()->kind != "Decision") return deciders;
  for (const auto& [id, person] : references.absences)
    if (id != references.me.id && person.rank == open.front()->role &&
        references.offices.isWithin(state.office, person.office) &&
        core::absenceOn(references.absences, id, today) != nullptr)
      deciders.push_back(id);
  return deciders;
}

DecidingPart decidingPart(const core::CaseState& state, const References& references, core::Date today) {
  const core::UserId& me = references.me.id;
  for (const core::AfterViewDue& due : state.afterViews)
    if (due.actedFor == me) return {Part::AfterView, {}};
  if (actedOn(state, me)) return {};
  const auto open = core::openStages(state);
  for (const core::RouteStage* stage : open)
    if (stage->role == references.me.rank) return {Part::Stage, {}};
  const auto absent = absentDeciders(state, references, today);
  if (absent.empty() || !maySubstitute(state, *open.front(), references)) return {};
  return {Part::ForAbsent, absent.front()};
}

QString rankRule(const core::CaseState& state, const core::Procedure& procedure, core::Outcome outcome) {
  const auto amount = core::amountOf(procedure, state.form);
  for (const core::DecisionRule& rule : procedure.route.decisions) {
    if (!core::holds(rule.when, outcomeName(outcome), amount)) continue;
    const core::Stage* stage = core::stage(procedure, rule.stage);
    if (stage == nullptr) return {};
    const QString text = Say::tr("Decided by: %1 — %2").arg(rankLabel(stage->rank), conditionText(rule.when));
    return procedure.route.article.empty() ? text
                                           : Say::tr("%1 (%2)").arg(text, qtext(procedure.route.article));
  }
  return {};
}

QString awayText(const References& references, const core::UserId& id, core::Date today) {
  const core::Absence* absence = core::absenceOn(references.absences, id, today);
  const QString name = personName(references, id);
  return absence == nullptr ? name : Say::tr("%1, away until %2").arg(name, longDay(absence->to));
}

} // namespace madoguchi::models
