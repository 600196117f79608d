// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/procedurereader.h"

#include "core/procedures/packagenode.h"
#include "core/procedures/procedurechecks.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::array<std::string_view, 8> kParts{"definition", "form",  "layout",  "criteria",
                                                 "documents",  "route", "notices", "openness"};
constexpr std::array<std::string_view, 2> kFurtherParts{"corrections", "sample"}; // may be missing
constexpr int kMaxDays = 400;

std::optional<FieldCondition> readCondition(const PackageNode& node) {
  if (!node.exists()) return std::nullopt;
  node.allowOnly({"pointer", "anyOf"});
  FieldCondition condition{node["pointer"].text(), {}};
  for (const PackageNode& item : node["anyOf"].items())
    condition.anyOf.push_back(*item.value());
  if (condition.anyOf.empty()) node["anyOf"].fail("needs at least one value");
  return condition;
}

RouteCondition readRouteCondition(const PackageNode& node) {
  RouteCondition condition;
  if (!node.exists()) return condition;
  node.allowOnly({"outcomes", "amountFrom", "amountBelow"});
  condition.outcomes = node["outcomes"].texts(true);
  condition.amountFrom = node["amountFrom"].optionalAmount();
  condition.amountBelow = node["amountBelow"].optionalAmount();
  return condition;
}

Clock readClock(const PackageNode& node) {
  node.allowOnly({"days", "excludeOfficeHolidays", "stops", "correctionDays", "article", "articleEn"});
  Clock clock;
  clock.days = static_cast<int>(node["days"].integer(1, kMaxDays));
  clock.excludeOfficeHolidays = node["excludeOfficeHolidays"].flagOr(true);
  for (const PackageNode& stop : node["stops"].items())
    clock.stops.emplace_back(stop.choice<std::string_view>({{"correction", "correction"},
                                                            {"fee", "fee"},
                                                            {"applicantChange", "applicantChange"},
                                                            {"extraData", "extraData"},
                                                            {"intermediary", "intermediary"}}));
  clock.correctionDays = static_cast<int>(node["correctionDays"].integer(1, kMaxDays));
  clock.article = node["article"].text();
  clock.articleEn = node["articleEn"].text();
  return clock;
}

Retention readRetention(const PackageNode& node) {
  node.allowOnly({"years", "start", "disposal", "article"});
  Retention retention;
  retention.years = static_cast<int>(node["years"].integer(0, 100));
  retention.start =
      node["start"].choice<RetentionStart>({{"nextFiscalYear", RetentionStart::NextFiscalYear},
                                            {"dayAfterClosing", RetentionStart::DayAfterClosing},
                                            {"nextCalendarYear", RetentionStart::NextCalendarYear}});
  retention.disposal =
      node["disposal"].choice<Disposal>({{"destroy", Disposal::Destroy}, {"archive", Disposal::Archive}});
  retention.article = node["article"].text();
  return retention;
}

void readDefinition(const PackageNode& node, Procedure& out) {
  node.allowOnly({"id", "version", "title", "summary", "group", "lawName", "basis", "basisEn", "importOnly",
                  "clock", "retention", "kAnonymity", "numberPattern", "tableFields", "amountField",
                  "usualRange", "applicantFields"});
  out.id = ProcedureId(node["id"].text());
  out.version = static_cast<int>(node["version"].integer(1, 1'000'000));
  out.title = node["title"].localText();
  out.summary = node["summary"].localText();
  out.group = node["group"].text();
  out.lawName = node["lawName"].localText();
  out.basis = node["basis"].text();
  out.basisEn = node["basisEn"].text();
  out.importOnly = node["importOnly"].flagOr(false);
  out.clock = readClock(node["clock"]);
  out.retention = readRetention(node["retention"]);
  out.kAnonymity = static_cast<int>(node["kAnonymity"].integer(2, 1000));
  out.numberPattern = node["numberPattern"].text();
  out.tableFields = node["tableFields"].texts();
  out.amountField = node["amountField"].textOr("");
  if (const PackageNode range = node["usualRange"]; range.exists()) {
    range.allowOnly({"from", "to"});
    out.usualRange =
        AmountRange{range["from"].optionalAmount().value_or(0), range["to"].optionalAmount().value_or(0)};
    if (out.usualRange->from > out.usualRange->to) range.fail("ends before it begins");
  }
  for (const auto& [pointer, from] : node["applicantFields"].members())
    out.applicantFields[pointer] = from.text();
}

Field readField(const PackageNode& node) {
  node.allowOnly({"pointer", "title", "help", "widget", "unit", "enumLabels", "visibleIf"});
  Field field;
  field.pointer = node["pointer"].text();
  field.title = node["title"].localText();
  field.help = node["help"].optionalLocalText();
  field.widget = node["widget"].textOr("");
  field.unit = node["unit"].optionalLocalText();
  for (const auto& [value, label] : node["enumLabels"].members(true))
    field.enumLabels[value] = label.localText();
  field.visibleIf = readCondition(node["visibleIf"]);
  return field;
}

void readLayout(const PackageNode& node, Procedure& out) {
  node.allowOnly({"sections"});
  for (const PackageNode& item : node["sections"].items()) {
    item.allowOnly({"id", "title", "help", "fields", "visibleIf"});
    Section section;
    section.id = item["id"].text();
    section.title = item["title"].localText();
    section.help = item["help"].optionalLocalText();
    for (const PackageNode& field : item["fields"].items())
      section.fields.push_back(readField(field));
    section.visibleIf = readCondition(item["visibleIf"]);
    out.layout.sections.push_back(std::move(section));
  }
}

void readCriteria(const PackageNode& node, Procedure& out) {
  for (const PackageNode& item : node.items()) {
    item.allowOnly({"id", "title", "help", "article", "articleEn", "formal", "findings"});
    Criterion criterion;
    criterion.id = CriterionId(item["id"].text());
    criterion.title = item["title"].localText();
    criterion.help = item["help"].optionalLocalText();
    criterion.article = item["article"].text();
    criterion.articleEn = item["articleEn"].text();
    criterion.formal = item["formal"].flagOr(false);
    for (const PackageNode& finding : item["findings"].items()) {
      finding.allowOnly({"id", "title", "effect"});
      criterion.findings.push_back(
          {finding["id"].text(), finding["title"].localText(),
           finding["effect"].choice<FindingEffect>({{"meets", FindingEffect::Meets},
                                                    {"fails", FindingEffect::Fails},
                                                    {"notApplicable", FindingEffect::NotApplicable}})});
    }
    out.criteria.push_back(std::move(criterion));
  }
}

void readDocuments(const PackageNode& node, Procedure& out) {
  for (const PackageNode& item : node.items()) {
    item.allowOnly({"id", "title", "help", "required", "accept", "condition"});
    out.documents.push_back({item["id"].text(), item["title"].localText(), item["help"].optionalLocalText(),
                             item["required"].flagOr(false), item["accept"].texts(),
                             readCondition(item["condition"])});
  }
}

void readRoute(const PackageNode& node, Procedure& out) {
  node.allowOnly({"stages", "decisions", "absence", "article"});
  for (const PackageNode& item : node["stages"].items()) {
    item.allowOnly({"id", "kind", "title", "rank", "group", "when"});
    Stage stage;
    stage.id = item["id"].text();
    stage.kind = item["kind"].choice<StageKind>({{"opinion", StageKind::Opinion},
                                                 {"legalCheck", StageKind::LegalCheck},
                                                 {"consent", StageKind::Consent},
                                                 {"decision", StageKind::Decision}});
    stage.title = item["title"].localText();
    stage.rank = item["rank"].choice<std::string_view>({{"staff", "staff"},
                                                        {"chief", "chief"},
                                                        {"manager", "manager"},
                                                        {"director", "director"},
                                                        {"head", "head"},
                                                        {"legal", "legal"}});
    stage.group = static_cast<int>(item["group"].integer(1, 100));
    stage.when = readRouteCondition(item["when"]);
    out.route.stages.push_back(std::move(stage));
  }
  for (const PackageNode& item : node["decisions"].items()) {
    item.allowOnly({"when", "stage"});
    out.route.decisions.push_back({readRouteCondition(item["when"]), item["stage"].text()});
  }
  const PackageNode absence = node["absence"];
  absence.allowOnly({"substitutes", "when"});
  for (const auto& [rank, who] : absence["substitutes"].members())
    out.route.absence.substitutes[rank] = who.text();
  out.route.absence.when = readRouteCondition(absence["when"]);
  out.route.article = node["article"].text();
}

void readNotices(const PackageNode& node, Procedure& out) {
  node.allowOnly({"authority", "reviewBody", "defendant", "representative", "byOutcome", "usualConditions"});
  Notices& notices = out.notices;
  notices.authority = node["authority"].localText();
  notices.reviewBody = node["reviewBody"].localText();
  notices.defendant = node["defendant"].localText();
  notices.representative = node["representative"].localText();
  for (const auto& [outcome, item] : node["byOutcome"].members()) {
    item.allowOnly({"title", "paragraphs", "appeal"});
    NoticeTemplate& notice = notices.byOutcome[outcome];
    notice.title = item["title"].localText();
    for (const PackageNode& paragraph : item["paragraphs"].items())
      notice.paragraphs.push_back(paragraph.localText());
    if (item["appeal"].exists())
      notice.appeal = item["appeal"].choice<AppealVariant>({{"bothOpen", AppealVariant::BothOpen},
                                                            {"appealFirst", AppealVariant::AppealFirst},
                                                            {"rulingOnly", AppealVariant::RulingOnly},
                                                            {"onRuling", AppealVariant::OnRuling},
                                                            {"reappeal", AppealVariant::Reappeal}});
  }
  for (const PackageNode& item : node["usualConditions"].items())
    notices.usualConditions.push_back(item.localText());
}

void readCorrections(const PackageNode& node, Procedure& out) {
  for (const PackageNode& item : node.items(true)) {
    item.allowOnly({"title", "text", "field", "document"});
    out.corrections.push_back({item["title"].localText(), item["text"].localText(), item["field"].textOr(""),
                               item["document"].textOr("")});
  }
}

void readOpenness(const PackageNode& node, Procedure& out) {
  for (const auto& [pointer, item] : node.members()) {
    FieldOpenness openness;
    if (item.value()->is_object()) {
      item.allowOnly({"generalise"});
      openness = {Openness::Generalise, item["generalise"].text()};
    } else {
      openness.openness = item.choice<Openness>({{"public", Openness::Public}, {"secret", Openness::Secret}});
    }
    out.openness[pointer] = openness;
  }
}

PackageNode part(const json::object& package, std::string_view name, PackageProblem& problem) {
  return {std::string(name) + ".json", "", package.if_contains(name), problem};
}

} // namespace

Result<Procedure> procedureFromJson(const json::value& package, PackageState state) {
  if (!package.is_object()) return failure(ErrorCode::FileBroken, "package: an object is expected");
  Procedure procedure;
  procedure.package = package.get_object();
  const json::object& parts = procedure.package;
  PackageProblem problem;
  for (const std::string_view name : kParts)
    if (!parts.contains(name)) problem.add(std::string(name) + ".json", "", "the file is missing");
  const auto isOneOf = [](std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const auto& pair : parts)
    if (state == PackageState::New && !isOneOf(pair.key(), kParts) && !isOneOf(pair.key(), kFurtherParts))
      problem.add(std::string(pair.key()) + ".json", "", "unknown file");
  if (problem.error) return tl::unexpected<Error>(*problem.error);

  readDefinition(part(parts, "definition", problem), procedure);
  procedure.form = parts.at("form");
  readLayout(part(parts, "layout", problem), procedure);
  readCriteria(part(parts, "criteria", problem), procedure);
  readDocuments(part(parts, "documents", problem), procedure);
  readRoute(part(parts, "route", problem), procedure);
  readNotices(part(parts, "notices", problem), procedure);
  readCorrections(part(parts, "corrections", problem), procedure);
  readOpenness(part(parts, "openness", problem), procedure);
  if (!problem.error && state == PackageState::New) checkProcedure(procedure, problem);
  if (problem.error) return tl::unexpected<Error>(*problem.error);
  return procedure;
}

Result<Procedure> readProcedure(const std::map<std::string, std::string>& files) {
  json::object package;
  for (const auto& [file, text] : files) {
    auto value = parseJson(text);
    if (!value) return failure(ErrorCode::FileBroken, file + "#: " + value.error().detail);
    package[file.substr(0, file.rfind(".json"))] = std::move(*value);
  }
  return procedureFromJson(package);
}

json::value toJson(const Procedure& procedure) {
  return procedure.package;
}

} // namespace madoguchi::core
