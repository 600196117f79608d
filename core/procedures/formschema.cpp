// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later

// Without it valijson aborts the process on a bad schema.
#define VALIJSON_USE_EXCEPTIONS 1

#include "core/procedures/formschema.h"

#include "core/procedures/formchecker.h"
#include "core/procedures/schemacheck.h"

#include <valijson/schema_parser.hpp>

namespace madoguchi::core {

namespace {

valijson::SchemaParser::Version versionOf(const json::value& schema) {
  const auto* object = schema.if_object();
  const json::value* draft = object != nullptr ? object->if_contains("$schema") : nullptr;
  const bool draft4 = draft != nullptr && draft->is_string() &&
                      std::string_view(draft->get_string()).find("draft-04") != std::string_view::npos;
  return draft4 ? valijson::SchemaParser::kDraft4 : valijson::SchemaParser::kDraft7;
}

} // namespace

struct FormSchema::Compiled {
  valijson::Schema schema;
  Patterns patterns;
};

Result<FormSchema> FormSchema::compile(const json::value& schema,
                                       const std::map<std::string, json::value>& documents) {
  if (const auto problem = schemaProblem(schema)) return failure(ErrorCode::InvalidArgument, *problem);
  const auto local = withLocalRefs(schema, documents);
  if (!local) return tl::unexpected<Error>(local.error());
  auto compiled = std::make_shared<Compiled>();
  for (const std::string& expression : patternsOf(*local)) {
    auto pattern = Pattern::compile(expression);
    if (!pattern) return failure(ErrorCode::InvalidArgument, expression + ": " + pattern.error().detail);
    compiled->patterns.emplace(expression, std::move(*pattern));
  }
  try {
    valijson::SchemaParser parser(versionOf(schema));
    parser.populateSchema(valijson::adapters::BoostJsonAdapter(*local), compiled->schema);
  } catch (const std::exception& error) {
    return failure(ErrorCode::InvalidArgument, error.what());
  }
  return FormSchema(std::move(compiled));
}

std::vector<FormError> FormSchema::validate(const json::value& value) const {
  std::vector<FormError> errors;
  const json::value whole = withWholeNumbers(value);
  FormChecker(whole, "", m_compiled->patterns, 0, &errors).check(m_compiled->schema);
  return errors;
}

bool FormSchema::isValid(const json::value& value) const {
  const json::value whole = withWholeNumbers(value);
  return FormChecker(whole, "", m_compiled->patterns, 0, nullptr).check(m_compiled->schema);
}

std::string appendedPointer(std::string_view pointer, std::string_view token) {
  std::string out(pointer);
  out.push_back('/');
  for (const char c : token) {
    if (c == '~')
      out.append("~0");
    else if (c == '/')
      out.append("~1");
    else
      out.push_back(c);
  }
  return out;
}

} // namespace madoguchi::core
