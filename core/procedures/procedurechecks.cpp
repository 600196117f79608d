// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/procedurechecks.h"

#include "core/codes/documentnumber.h"
#include "core/procedures/correctiontext.h"
#include "core/procedures/formfields.h"
#include "core/procedures/formschema.h"
#include "core/procedures/noticetext.h"
#include "core/procedures/pattern.h"

#include <algorithm>
#include <array>
#include <set>

namespace madoguchi::core {

namespace {

constexpr std::array<std::string_view, 4> kOutcomes{"Granted", "GrantedWithConditions", "Refused",
                                                    "Dismissed"};
constexpr std::array<std::string_view, 12> kApplicantPointers{"/party/kind",
                                                              "/party/name/display",
                                                              "/party/name/jis",
                                                              "/party/name/kana",
                                                              "/party/representative",
                                                              "/party/address/postalCode",
                                                              "/party/address/municipality",
                                                              "/party/address/town",
                                                              "/party/address/rest",
                                                              "/party/address/building",
                                                              "/party/phone",
                                                              "/party/email"};
constexpr std::size_t kMaxTableFields = 3;

/// Twelve digits with a valid check digit: what a field must not be made for.
constexpr const char* kMyNumberProbe = "123456789018";
constexpr double kSmallestMyNumber = 1e11;

bool isOutcome(std::string_view text) {
  return std::find(kOutcomes.begin(), kOutcomes.end(), text) != kOutcomes.end();
}

/// The name of a layout's label for an enumerated value.
std::string labelKey(const json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

class Checks {
public:
  Checks(const Procedure& procedure, PackageProblem& problem) : m_procedure(procedure), m_problem(problem) {}

  void run() {
    if (!readForm()) return;
    checkFields();
    checkLayout();
    checkOpenness();
    checkDefinition();
    checkCriteria();
    checkDocuments();
    checkRoute();
    checkNotices();
    checkCorrections(m_procedure, m_fields, m_problem);
    checkSample();
  }

private:
  void fail(std::string_view part, const std::string& pointer, const std::string& reason) {
    m_problem.add(std::string(part) + ".json", pointer, reason);
  }
  static std::string at(std::string_view list, std::size_t index, std::string_view rest = {}) {
    return std::string(list).append("/").append(std::to_string(index)).append(rest);
  }

  bool readForm();
  void checkFields();
  void checkMyNumber(const FormField& field, const std::string& title);
  void checkClosed(const json::value& node, const std::string& place);
  void checkLayout();
  void checkLayoutField(const Field& field, const std::string& place, std::set<std::string>& seen);
  void checkOpenness();
  void checkDefinition();
  void checkCriteria();
  void checkDocuments();
  void checkRoute();
  void checkRouteCondition(const RouteCondition& condition, const std::string& place);
  void checkNotices();
  void checkNotice(const std::string& outcome, const NoticeTemplate& notice);
  void checkSample();

  [[nodiscard]] const FormField* find(std::string_view pointer) const {
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](const FormField& f) { return f.pointer == pointer; });
    return found == m_fields.end() ? nullptr : &*found;
  }
  void mustBeField(std::string_view part, const std::string& place, const std::string& pointer) {
    if (find(pointer) == nullptr) fail(part, place, "no field " + pointer + " in the form");
  }
  void checkCondition(std::string_view part, const std::string& place,
                      const std::optional<FieldCondition>& condition);

  const Procedure& m_procedure;
  PackageProblem& m_problem;
  std::vector<FormField> m_fields;
  std::optional<FormSchema> m_schema;
};

bool Checks::readForm() {
  auto schema = FormSchema::compile(m_procedure.form);
  if (!schema) {
    fail("form", "", schema.error().detail);
    return false;
  }
  m_schema = std::move(*schema);
  auto fields = formFields(m_procedure.form);
  if (!fields) {
    const std::string& detail = fields.error().detail;
    const std::size_t colon = detail.find(": ");
    fail("form", detail.substr(0, colon), detail.substr(colon + 2));
    return false;
  }
  m_fields = std::move(*fields);
  return true;
}

void Checks::checkFields() {
  if (!m_procedure.importOnly) checkClosed(m_procedure.form, "");
  for (const FormField& field : m_fields) {
    const Field* layout = core::field(m_procedure, field.pointer);
    checkMyNumber(field, layout != nullptr ? layout->title.ja + layout->title.en : std::string());
  }
}

/// An object that lets other properties in would hold fields without title and openness.
void Checks::checkClosed(const json::value& node, const std::string& place) {
  const json::object* schema = followRef(m_procedure.form, node);
  if (schema == nullptr) return;
  if (const json::value* properties = schema->if_contains("properties")) {
    const json::value* others = schema->if_contains("additionalProperties");
    if (others == nullptr || !others->is_bool() || others->get_bool())
      fail("form", place, "additionalProperties must be false");
    for (const auto& pair : properties->get_object())
      checkClosed(pair.value(), appendedPointer(place + "/properties", pair.key()));
  }
  if (const json::value* items = schema->if_contains("items")) checkClosed(*items, place + "/items");
}

void Checks::checkMyNumber(const FormField& field, const std::string& title) {
  const auto refuse = [&](const char* why) {
    fail("form", field.pointer, std::string("could take a My Number, which has no place here: ") + why);
  };
  std::string names = field.pointer + title;
  std::transform(names.begin(), names.end(), names.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const char* word :
       {"個人番号", "マイナンバー", "mynumber", "my number", "my_number", "individual number"})
    if (names.find(word) != std::string::npos) return refuse("by its name");
  const json::value* type = field.schema->if_contains("type");
  if (type == nullptr || !type->is_string()) return;
  if (type->get_string() == "integer" || type->get_string() == "number") {
    const json::value* maximum = field.schema->if_contains("maximum");
    if (maximum == nullptr || !maximum->is_number() || maximum->to_number<double>() >= kSmallestMyNumber)
      refuse("a number needs a maximum of less than twelve digits");
  }
  const json::value* pattern = field.schema->if_contains("pattern");
  if (pattern == nullptr || !pattern->is_string()) return;
  const auto compiled = Pattern::compile(pattern->get_string());
  // Free text takes anything and is searched when it is typed; a field for digits alone must stop before.
  if (compiled && compiled->isFoundIn(kMyNumberProbe) && !compiled->isFoundIn("東京 Tokyo-1"))
    refuse("its pattern takes twelve digits");
}

void Checks::checkCondition(std::string_view part, const std::string& place,
                            const std::optional<FieldCondition>& condition) {
  if (!condition) return;
  mustBeField(part, place + "/pointer", condition->pointer);
  const FormField* field = find(condition->pointer);
  const json::value* values = field != nullptr ? field->schema->if_contains("enum") : nullptr;
  if (values == nullptr || !values->is_array()) return;
  for (std::size_t i = 0; i < condition->anyOf.size(); ++i)
    if (std::find(values->get_array().begin(), values->get_array().end(), condition->anyOf[i]) ==
        values->get_array().end())
      fail(part, at(place + "/anyOf", i), "the field never has this value");
}

void Checks::checkLayout() {
  std::set<std::string> seen;
  std::set<std::string> sections;
  for (std::size_t i = 0; i < m_procedure.layout.sections.size(); ++i) {
    const Section& section = m_procedure.layout.sections[i];
    const std::string place = at("/sections", i);
    if (!sections.insert(section.id).second) fail("layout", place + "/id", "used twice");
    checkCondition("layout", place + "/visibleIf", section.visibleIf);
    for (std::size_t j = 0; j < section.fields.size(); ++j)
      checkLayoutField(section.fields[j], at(place + "/fields", j), seen);
  }
  for (const FormField& field : m_fields)
    if (seen.count(field.pointer) == 0)
      fail("layout", "/sections", "the form's field " + field.pointer + " is missing");
}

void Checks::checkLayoutField(const Field& field, const std::string& place, std::set<std::string>& seen) {
  mustBeField("layout", place + "/pointer", field.pointer);
  if (!seen.insert(field.pointer).second) fail("layout", place + "/pointer", "stands in the layout twice");
  checkCondition("layout", place + "/visibleIf", field.visibleIf);
  const FormField* form = find(field.pointer);
  if (form == nullptr) return;
  const json::value* values = form->schema->if_contains("enum");
  if (const json::value* items = form->schema->if_contains("items"); items != nullptr && values == nullptr) {
    const json::object* item = followRef(m_procedure.form, *items);
    if (item != nullptr) values = item->if_contains("enum");
  }
  std::set<std::string> labels;
  for (const auto& label : field.enumLabels)
    labels.insert(label.first);
  if (values != nullptr && values->is_array())
    for (const json::value& value : values->get_array())
      if (labels.erase(labelKey(value)) == 0)
        fail("layout", place + "/enumLabels", "no label for " + labelKey(value));
  for (const std::string& label : labels)
    fail("layout", appendedPointer(place + "/enumLabels", label), "the field never has this value");
}

void Checks::checkOpenness() {
  for (const FormField& field : m_fields)
    if (m_procedure.openness.count(field.pointer) == 0)
      fail("openness", "", "the form's field " + field.pointer + " is missing");
  for (const auto& [pointer, openness] : m_procedure.openness) {
    const std::string place = appendedPointer("", pointer);
    mustBeField("openness", place, pointer);
    const std::string& how = openness.how;
    const bool known = how.empty() || how == "municipality" || how == "year" || how == "month" ||
                       how.rfind("range:", 0) == 0;
    if (!known) fail("openness", place + "/generalise", "must be municipality, year, month or range:<yen>");
  }
}

void Checks::checkDefinition() {
  const auto pattern = DocumentNumberPattern::parse(m_procedure.numberPattern);
  if (!pattern) fail("definition", "/numberPattern", pattern.error().detail);
  const std::string& id = m_procedure.id.value;
  if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
    fail("definition", "/id", "may hold a-z, 0-9 and - only");
  if (m_procedure.tableFields.size() > kMaxTableFields) fail("definition", "/tableFields", "at most three");
  for (std::size_t i = 0; i < m_procedure.tableFields.size(); ++i)
    mustBeField("definition", at("/tableFields", i), m_procedure.tableFields[i]);
  for (const auto& [pointer, from] : m_procedure.applicantFields)
    if (std::find(kApplicantPointers.begin(), kApplicantPointers.end(), pointer) == kApplicantPointers.end())
      fail("definition", appendedPointer("/applicantFields", pointer), "no such field of an applicant");
  if (m_procedure.amountField.empty()) return;
  mustBeField("definition", "/amountField", m_procedure.amountField);
  const FormField* amount = find(m_procedure.amountField);
  const json::value* type = amount != nullptr ? amount->schema->if_contains("type") : nullptr;
  if (amount != nullptr && (type == nullptr || *type != json::value("integer")))
    fail("definition", "/amountField", "must be a whole number of yen");
}

void Checks::checkCriteria() {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < m_procedure.criteria.size(); ++i) {
    const Criterion& item = m_procedure.criteria[i];
    const std::string place = at("", i);
    if (!ids.insert(item.id.value).second) fail("criteria", place + "/id", "used twice");
    std::set<std::string> findings;
    std::set<FindingEffect> effects;
    for (std::size_t j = 0; j < item.findings.size(); ++j) {
      effects.insert(item.findings[j].effect);
      if (!findings.insert(item.findings[j].id).second)
        fail("criteria", at(place + "/findings", j, "/id"), "used twice");
    }
    if (effects.count(FindingEffect::Meets) == 0 || effects.count(FindingEffect::Fails) == 0)
      fail("criteria", place + "/findings", "needs one finding that meets and one that fails");
  }
  if (m_procedure.criteria.empty()) fail("criteria", "", "needs at least one criterion");
}

void Checks::checkDocuments() {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < m_procedure.documents.size(); ++i) {
    const DocumentKind& item = m_procedure.documents[i];
    if (!ids.insert(item.id).second) fail("documents", at("", i, "/id"), "used twice");
    if (item.accept.empty()) fail("documents", at("", i, "/accept"), "needs at least one type");
    for (std::size_t j = 0; j < item.accept.size(); ++j)
      if (std::count(item.accept[j].begin(), item.accept[j].end(), '/') != 1)
        fail("documents", at(at("", i, "/accept"), j), "is no MIME type");
    checkCondition("documents", at("", i, "/condition"), item.condition);
  }
}

void Checks::checkRouteCondition(const RouteCondition& condition, const std::string& place) {
  for (std::size_t i = 0; i < condition.outcomes.size(); ++i)
    if (!isOutcome(condition.outcomes[i])) fail("route", at(place + "/outcomes", i), "no such outcome");
  const bool bounded = condition.amountFrom || condition.amountBelow;
  if (bounded && m_procedure.amountField.empty())
    fail("route", place, "a threshold needs the amountField of definition.json");
}

void Checks::checkRoute() {
  const Route& route = m_procedure.route;
  std::set<std::string> ids;
  int group = 0;
  for (std::size_t i = 0; i < route.stages.size(); ++i) {
    const Stage& item = route.stages[i];
    if (!ids.insert(item.id).second) fail("route", at("/stages", i, "/id"), "used twice");
    if (item.group < group) fail("route", at("/stages", i, "/group"), "groups must ascend");
    group = item.group;
    const bool needsLegal = item.kind == StageKind::LegalCheck;
    if (needsLegal != (item.rank == "legal"))
      fail("route", at("/stages", i, "/rank"), "\"legal\" is the rank of legal checks, and of them alone");
    checkRouteCondition(item.when, at("/stages", i, "/when"));
  }
  for (std::size_t i = 0; i < route.decisions.size(); ++i) {
    const DecisionRule& rule = route.decisions[i];
    const Stage* decision = stage(m_procedure, rule.stage);
    if (decision == nullptr || decision->kind != StageKind::Decision)
      fail("route", at("/decisions", i, "/stage"), "no decision stage " + rule.stage);
    else if (decision->group != group)
      fail("route", at("/decisions", i, "/stage"), "a decision belongs in the last group");
    checkRouteCondition(rule.when, at("/decisions", i, "/when"));
  }
  checkRouteCondition(route.absence.when, "/absence/when");
  for (const std::string_view outcome : kOutcomes)
    if (stagesFor(m_procedure, outcome, std::nullopt).empty())
      fail("route", "/decisions", "nobody decides " + std::string(outcome) + " without an amount");
}

void Checks::checkNotices() {
  for (const std::string_view outcome : kOutcomes)
    if (m_procedure.notices.byOutcome.count(std::string(outcome)) == 0)
      fail("notices", "/byOutcome", "no notice for " + std::string(outcome));
  for (const auto& [outcome, notice] : m_procedure.notices.byOutcome) {
    if (!isOutcome(outcome)) fail("notices", appendedPointer("/byOutcome", outcome), "no such outcome");
    checkNotice(outcome, notice);
  }
}

void Checks::checkNotice(const std::string& outcome, const NoticeTemplate& notice) {
  const std::string place = "/byOutcome/" + outcome;
  std::set<std::string> blocks;
  for (std::size_t i = 0; i < notice.paragraphs.size(); ++i) {
    const std::string here = at(place + "/paragraphs", i);
    const LocalText& text = notice.paragraphs[i];
    const auto japanese = placeholdersOf(text.ja);
    const auto english = placeholdersOf(text.en);
    if (!japanese) fail("notices", here + "/ja", japanese.error().detail);
    if (!english) fail("notices", here + "/en", english.error().detail);
    if (!japanese || !english) continue;
    for (const std::string& name : *japanese) {
      const bool block = name == "conditions" || name == "reasons" || name == "appeal";
      if (block && text.ja != "{" + name + "}")
        fail("notices", here + "/ja", "{" + name + "} must stand alone");
      if (block) blocks.insert(name);
      if (name.rfind("field:", 0) == 0) mustBeField("notices", here + "/ja", name.substr(6));
    }
    if (std::set<std::string>(japanese->begin(), japanese->end()) !=
        std::set<std::string>(english->begin(), english->end()))
      fail("notices", here + "/en", "has other placeholders than the Japanese text");
  }
  const bool adverse = outcome == "Refused" || outcome == "Dismissed";
  if (adverse && blocks.count("reasons") == 0)
    fail("notices", place, "a refusal or dismissal must show {reasons} (APA 8)");
  if (outcome == "GrantedWithConditions" && blocks.count("conditions") == 0)
    fail("notices", place, "must show {conditions}");
  if (notice.appeal.has_value() != (blocks.count("appeal") == 1))
    fail("notices", place, "{appeal} and the variant of the appeal text belong together");
}

void Checks::checkSample() {
  const json::value* sample = m_procedure.package.if_contains("sample");
  if (sample == nullptr) return;
  const auto errors = m_schema->validate(*sample);
  if (!errors.empty()) fail("sample", errors.front().pointer, "is not valid: " + errors.front().keyword);
}

} // namespace

void checkProcedure(const Procedure& procedure, PackageProblem& problem) {
  Checks(procedure, problem).run();
}

} // namespace madoguchi::core
