// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Forms with their patterns, and whole procedure packages.
#include "core/procedures/formfields.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedurereader.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/unit/core/procedures/packagefiles.h"

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;

// A schema, a line break, and a filled form.
void runForm(std::string_view input) {
  const auto [schemaText, valueText] = split(input);
  const auto schema = parseJson(schemaText);
  if (!schema) return;
  (void)formFields(*schema);
  const auto compiled = FormSchema::compile(*schema);
  const auto value = parseJson(valueText);
  if (!compiled || !value) return;
  const auto errors = compiled->validate(*value);
  require(errors.empty() == compiled->isValid(*value), "a form without errors is valid, and no other");
  for (const FormError& error : errors)
    require(!error.keyword.empty(), "an error names what it broke");
}

std::vector<std::string> formSeeds() {
  std::vector<std::string> seeds{
      R"({"pattern":"^[ぁ-んァ-ヶー]{1,40}$"})"
      "\n"
      R"("カナ")",
      R"({"pattern":"^(a+)+$|\\d{3}-\\d{4}|[^\\w&&[x]]|(?<n>.)\\k<n>"})"
      "\n"
      R"("aaaaaaaaaaaaaaaaaaaaaaaa!")",
      R"({"type":["integer","null"],"minimum":1,"maximum":9,"multipleOf":2,"exclusiveMinimum":1})"
      "\n"
      "4.0",
      R"({"type":"array","items":[{"type":"string"},{"format":"date"}],"additionalItems":false,"uniqueItems":true,"minItems":1,"maxItems":2,"contains":{"const":"x"}})"
      "\n"
      R"(["x","2026-06-01"])",
      R"({"definitions":{"n":{"properties":{"next":{"$ref":"#/definitions/n"}},"required":["next"]}},"$ref":"#/definitions/n"})"
      "\n"
      R"({"next":{"next":{}}})",
      R"({"if":{"properties":{"a":{"const":1}}},"then":{"required":["b"]},"else":{"not":{"required":["b"]}},"dependencies":{"a":["b"],"b":{"minProperties":2}},"patternProperties":{"^x":{"enum":[1,"x",null]}},"propertyNames":{"maxLength":3},"additionalProperties":{"oneOf":[{"type":"number"},{"allOf":[{"type":"boolean"}]}]}})"
      "\n"
      R"({"a":1,"b":true,"xy":null})",
      R"({"anyOf":[{"format":"email"},{"format":"date-time"},{"minLength":2,"maxLength":4}]})"
      "\n"
      R"("東京")"};
  for (const std::string& id : tests::packageIds()) {
    const tests::PackageFiles files = tests::packageFiles(id);
    const auto sample = files.find("sample.json");
    const std::string value = sample == files.end() ? "{}" : canonicalJson(*parseJson(sample->second));
    seeds.push_back(canonicalJson(*parseJson(files.at("form.json"))) + "\n" + value);
  }
  return seeds;
}

// A package as the server sends it.
void runProcedure(std::string_view input) {
  const auto value = parseJson(input);
  if (!value) return;
  const auto procedure = procedureFromJson(*value);
  if (!procedure) {
    require(procedure.error().code == ErrorCode::FileBroken, "a package that is no good is broken");
    return;
  }
  const std::string text = canonicalJson(toJson(*procedure));
  const auto again = procedureFromJson(*parseJson(text));
  require(again.has_value() && canonicalJson(toJson(*again)) == text,
          "a package is the same after a journey");
}

std::vector<std::string> procedureSeeds() {
  std::vector<std::string> seeds;
  for (const std::string& id : tests::packageIds())
    seeds.push_back(canonicalJson(toJson(tests::packaged(id))));
  return seeds;
}

} // namespace

const Target kForm{"form", runForm, formSeeds, 1'000};
const Target kProcedure{"procedure", runProcedure, procedureSeeds, 150};

} // namespace madoguchi::fuzz
