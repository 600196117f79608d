// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/procedure.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

template <class Item, class Match>
const Item* findIn(const std::vector<Item>& items, Match match) {
  const auto found = std::find_if(items.begin(), items.end(), match);
  return found == items.end() ? nullptr : &*found;
}

/// The place of a rank in the line; those outside it (legal) have none.
std::optional<std::size_t> heightOf(std::string_view rank) {
  static constexpr std::array<std::string_view, 5> kLine{"staff", "chief", "manager", "director", "head"};
  const auto* found = std::find(kLine.begin(), kLine.end(), rank);
  if (found == kLine.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kLine.begin());
}

bool isBelow(std::string_view rank, std::string_view other) {
  const auto height = heightOf(rank);
  const auto limit = heightOf(other);
  return !height || !limit || *height < *limit;
}

/// The tokens of a pointer, still escaped.
std::vector<std::string_view> tokensOf(std::string_view pointer) {
  std::vector<std::string_view> out;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    out.push_back(pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return out;
}

/// "/vehicles/0/plate" → "/vehicles/*/plate".
std::string withStars(std::string_view pointer) {
  std::string out;
  for (const std::string_view token : tokensOf(pointer)) {
    const bool index = !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
    out.append("/").append(index ? std::string_view("*") : token);
  }
  return out;
}

/// "/vehicles/*/own" seen from "/vehicles/2/lessor" → "/vehicles/2/own".
std::string withIndexes(std::string_view pointer, std::string_view at) {
  const auto here = tokensOf(at);
  const auto tokens = tokensOf(pointer);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    out.append("/").append(tokens[i] == "*" && i < here.size() ? here[i] : tokens[i]);
  return out;
}

} // namespace

const Criterion* criterion(const Procedure& procedure, const CriterionId& id) {
  return findIn(procedure.criteria, [&](const Criterion& item) { return item.id == id; });
}

const Finding* finding(const Criterion& criterion, std::string_view id) {
  return findIn(criterion.findings, [&](const Finding& item) { return item.id == id; });
}

const DocumentKind* documentKind(const Procedure& procedure, std::string_view id) {
  return findIn(procedure.documents, [&](const DocumentKind& item) { return item.id == id; });
}

const Stage* stage(const Procedure& procedure, std::string_view id) {
  return findIn(procedure.route.stages, [&](const Stage& item) { return item.id == id; });
}

const Field* field(const Procedure& procedure, std::string_view pointer) {
  const std::string wanted = withStars(pointer);
  for (const Section& section : procedure.layout.sections) {
    const auto* found = findIn(section.fields, [&](const Field& item) { return item.pointer == wanted; });
    if (found != nullptr) return found;
  }
  return nullptr;
}

std::optional<std::int64_t> amountOf(const Procedure& procedure, const json::value& form) {
  if (procedure.amountField.empty()) return std::nullopt;
  const json::value* amount = valueAt(form, procedure.amountField);
  if (amount == nullptr || !amount->is_int64()) return std::nullopt;
  return amount->get_int64();
}

bool holds(const FieldCondition& condition, const json::value& form, std::string_view at) {
  const json::value* value = valueAt(form, withIndexes(condition.pointer, at));
  if (value == nullptr) return false;
  return std::find(condition.anyOf.begin(), condition.anyOf.end(), *value) != condition.anyOf.end();
}

bool holds(const RouteCondition& condition, std::string_view outcome, std::optional<std::int64_t> amount) {
  const auto& outcomes = condition.outcomes;
  if (!outcomes.empty() && std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end())
    return false;
  if (condition.amountFrom && (!amount || *amount < *condition.amountFrom)) return false;
  return !condition.amountBelow || (amount && *amount < *condition.amountBelow);
}

std::vector<const DocumentKind*> requiredDocuments(const Procedure& procedure, const json::value& form) {
  std::vector<const DocumentKind*> out;
  for (const DocumentKind& kind : procedure.documents)
    if (kind.required && (!kind.condition || holds(*kind.condition, form))) out.push_back(&kind);
  return out;
}

std::vector<const Stage*> stagesFor(const Procedure& procedure, std::string_view outcome,
                                    std::optional<std::int64_t> amount) {
  const Route& route = procedure.route;
  const auto* rule =
      findIn(route.decisions, [&](const DecisionRule& item) { return holds(item.when, outcome, amount); });
  const Stage* decision = rule != nullptr ? stage(procedure, rule->stage) : nullptr;
  if (decision == nullptr) return {};
  std::vector<const Stage*> out;
  for (const Stage& item : route.stages) {
    if (item.kind == StageKind::Decision || !holds(item.when, outcome, amount)) continue;
    if (item.kind == StageKind::Opinion && !isBelow(item.rank, decision->rank)) continue;
    out.push_back(&item);
  }
  out.push_back(decision);
  return out;
}

bool mayDecideForAbsent(const Procedure& procedure, const Stage& stage, std::string_view rank,
                        std::string_view outcome, std::optional<std::int64_t> amount) {
  const AbsenceRule& absence = procedure.route.absence;
  const auto substitute = absence.substitutes.find(stage.rank);
  return stage.kind == StageKind::Decision && substitute != absence.substitutes.end() &&
         substitute->second == rank && holds(absence.when, outcome, amount);
}

} // namespace madoguchi::core
