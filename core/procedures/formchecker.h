// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "core/procedures/pattern.h"
#include "core/procedures/schemarefs.h"
#include "core/procedures/schematypes.h"
#include "core/procedures/valueformats.h"

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/constraints/constraint_visitor.hpp>
#include <valijson/schema.hpp>

#include <algorithm>
#include <set>

namespace madoguchi::core {

using Patterns = std::map<std::string, Pattern, std::less<>>;

/// Checks one value against the constraints that valijson's parser made of a schema. valijson's own visitor
/// would run std::regex (which crashes on long texts and knows bytes only) and tells errors as English prose.
/// Private to formschema.cpp: it drags all of valijson in.
class FormChecker : public valijson::constraints::ConstraintVisitor {
public:
  /// With `errors` null it stops at the first error.
  FormChecker(const json::value& value, std::string pointer, const Patterns& patterns, int depth,
              std::vector<FormError>* errors)
      : m_value(value), m_pointer(std::move(pointer)), m_patterns(patterns), m_depth(depth),
        m_errors(errors) {}

  bool check(const valijson::Subschema& schema) {
    if (schema.getAlwaysInvalid()) return fail("false");
    if (m_depth > kMaxDepth) return fail("depth");
    Subschema::ApplyFunction accept = [this](const valijson::constraints::Constraint& constraint) {
      return constraint.accept(*this);
    };
    return m_errors != nullptr ? schema.apply(accept) : schema.applyStrict(accept);
  }

  bool visit(const AllOfConstraint& constraint) override {
    bool good = true;
    constraint.applyToSubschemas([&](unsigned, const valijson::Subschema* schema) {
      good = again(*schema, m_errors) && good;
      return good || m_errors != nullptr;
    });
    return good;
  }

  bool visit(const AnyOfConstraint& constraint) override {
    return countMatches(constraint, 1) > 0 || fail("anyOf");
  }

  bool visit(const OneOfConstraint& constraint) override {
    return countMatches(constraint, 2) == 1 || fail("oneOf");
  }

  bool visit(const NotConstraint& constraint) override {
    return !again(*constraint.getSubschema(), nullptr) || fail("not");
  }

  bool visit(const ConditionalConstraint& constraint) override {
    const bool first = again(*constraint.getIfSubschema(), nullptr);
    const valijson::Subschema* next = first ? constraint.getThenSubschema() : constraint.getElseSubschema();
    return next == nullptr || again(*next, m_errors);
  }

  bool visit(const ConstConstraint& constraint) override {
    return constraint.getValue()->equalTo(Adapter(m_value), true) || fail("const");
  }

  bool visit(const EnumConstraint& constraint) override {
    bool found = false;
    constraint.applyToValues([&](const valijson::adapters::FrozenValue& value) {
      found = value.equalTo(Adapter(m_value), true);
      return !found;
    });
    return found || fail("enum");
  }

  bool visit(const TypeConstraint& constraint) override {
    bool found = false;
    json::array names;
    constraint.applyToNamedTypes([&](TypeConstraint::JsonType type) {
      names.emplace_back(schemaTypeName(type));
      found = found || isOfSchemaType(m_value, type);
      return !found;
    });
    return found || fail("type", {{"types", names}});
  }

  bool visit(const FormatConstraint& constraint) override {
    const auto* text = m_value.if_string();
    const std::string format(constraint.getFormat().c_str());
    return text == nullptr || hasFormat(*text, format) || fail("format", {{"format", format}});
  }

  bool visit(const PatternConstraint& constraint) override {
    const auto* text = m_value.if_string();
    const auto expression = constraint.getPattern<std::allocator<char>>();
    return text == nullptr || m_patterns.at(expression).isFoundIn(*text) ||
           fail("pattern", {{"pattern", expression}});
  }

  bool visit(const MinLengthConstraint& constraint) override {
    const auto* text = m_value.if_string();
    return text == nullptr || codePoints(*text) >= constraint.getMinLength() ||
           failAt("minLength", constraint.getMinLength());
  }

  bool visit(const MaxLengthConstraint& constraint) override {
    const auto* text = m_value.if_string();
    return text == nullptr || codePoints(*text) <= constraint.getMaxLength() ||
           failAt("maxLength", constraint.getMaxLength());
  }

  bool visit(const MinimumConstraint& constraint) override {
    if (!m_value.is_number()) return true;
    const auto value = m_value.to_number<double>();
    const double limit = constraint.getMinimum();
    const bool exclusive = constraint.getExclusiveMinimum();
    return value > limit || (!exclusive && value == limit) ||
           failAt(exclusive ? "exclusiveMinimum" : "minimum", limit);
  }

  bool visit(const MaximumConstraint& constraint) override {
    if (!m_value.is_number()) return true;
    const auto value = m_value.to_number<double>();
    const double limit = constraint.getMaximum();
    const bool exclusive = constraint.getExclusiveMaximum();
    return value < limit || (!exclusive && value == limit) ||
           failAt(exclusive ? "exclusiveMaximum" : "maximum", limit);
  }

  bool visit(const MultipleOfIntConstraint& constraint) override {
    const std::int64_t divisor = constraint.getDivisor();
    if (!m_value.is_number()) return true;
    const bool good = m_value.is_int64()
                          ? m_value.get_int64() % divisor == 0
                          : isMultiple(m_value.to_number<double>(), static_cast<double>(divisor));
    return good || failAt("multipleOf", divisor);
  }

  bool visit(const MultipleOfDoubleConstraint& constraint) override {
    return !m_value.is_number() || isMultiple(m_value.to_number<double>(), constraint.getDivisor()) ||
           failAt("multipleOf", constraint.getDivisor());
  }

  bool visit(const MinItemsConstraint& constraint) override {
    const auto* array = m_value.if_array();
    return array == nullptr || array->size() >= constraint.getMinItems() ||
           failAt("minItems", constraint.getMinItems());
  }

  bool visit(const MaxItemsConstraint& constraint) override {
    const auto* array = m_value.if_array();
    return array == nullptr || array->size() <= constraint.getMaxItems() ||
           failAt("maxItems", constraint.getMaxItems());
  }

  bool visit(const UniqueItemsConstraint&) override {
    const auto* array = m_value.if_array();
    if (array == nullptr) return true;
    std::set<std::string> seen;
    return std::all_of(array->begin(), array->end(),
                       [&](const json::value& item) { return seen.insert(canonicalJson(item)).second; }) ||
           fail("uniqueItems");
  }

  bool visit(const ContainsConstraint& constraint) override {
    const auto* array = m_value.if_array();
    return array == nullptr ||
           std::any_of(array->begin(), array->end(),
                       [&](const json::value& item) {
                         return FormChecker(item, m_pointer, m_patterns, m_depth + 1, nullptr)
                             .check(*constraint.getSubschema());
                       }) ||
           fail("contains");
  }

  bool visit(const SingularItemsConstraint& constraint) override {
    const auto* array = m_value.if_array();
    bool good = true;
    for (std::size_t i = 0; array != nullptr && i < array->size() && goesOn(good); ++i)
      good = item(*array, i, *constraint.getItemsSubschema()) && good;
    return good;
  }

  bool visit(const LinearItemsConstraint& constraint) override {
    const auto* array = m_value.if_array();
    if (array == nullptr) return true;
    bool good = true;
    constraint.applyToItemSubschemas([&](unsigned index, const valijson::Subschema* schema) {
      if (index < array->size()) good = item(*array, index, *schema) && good;
      return goesOn(good);
    });
    const valijson::Subschema* others = constraint.getAdditionalItemsSubschema();
    const std::size_t first = constraint.getItemSubschemaCount();
    if (others == nullptr && array->size() > first) return failAt("maxItems", first);
    for (std::size_t i = first; i < array->size() && goesOn(good); ++i)
      good = item(*array, i, *others) && good;
    return good;
  }

  bool visit(const MinPropertiesConstraint& constraint) override {
    const auto* object = m_value.if_object();
    return object == nullptr || object->size() >= constraint.getMinProperties() ||
           failAt("minProperties", constraint.getMinProperties());
  }

  bool visit(const MaxPropertiesConstraint& constraint) override {
    const auto* object = m_value.if_object();
    return object == nullptr || object->size() <= constraint.getMaxProperties() ||
           failAt("maxProperties", constraint.getMaxProperties());
  }

  bool visit(const RequiredConstraint& constraint) override {
    const auto* object = m_value.if_object();
    if (object == nullptr) return true;
    bool good = true;
    constraint.applyToRequiredProperties([&](const auto& name) {
      good = mustHave(*object, name.c_str()) && good;
      return goesOn(good);
    });
    return good;
  }

  bool visit(const DependenciesConstraint& constraint) override {
    const auto* object = m_value.if_object();
    if (object == nullptr) return true;
    bool good = true;
    constraint.applyToPropertyDependencies([&](const auto& name, const auto& wanted) {
      if (object->contains(name.c_str()))
        for (const auto& other : wanted)
          good = mustHave(*object, other.c_str()) && good;
      return goesOn(good);
    });
    constraint.applyToSchemaDependencies([&](const auto& name, const valijson::Subschema* schema) {
      if (object->contains(name.c_str())) good = again(*schema, m_errors) && good;
      return goesOn(good);
    });
    return good;
  }

  bool visit(const PropertyNamesConstraint& constraint) override {
    const auto* object = m_value.if_object();
    if (object == nullptr) return true;
    bool good = true;
    for (const auto& pair : *object) {
      const json::value name(pair.key());
      if (!FormChecker(name, m_pointer, m_patterns, m_depth + 1, nullptr).check(*constraint.getSubschema()))
        good = failFor(appendedPointer(m_pointer, pair.key()), "propertyNames", {{"property", pair.key()}});
    }
    return good;
  }

  bool visit(const PropertiesConstraint& constraint) override {
    const auto* object = m_value.if_object();
    if (object == nullptr) return true;
    bool good = true;
    std::set<std::string, std::less<>> known;
    constraint.applyToProperties([&](const auto& name, const valijson::Subschema* schema) {
      const json::value* value = object->if_contains(name.c_str());
      if (value == nullptr) return true;
      known.emplace(name.c_str());
      good = member(name.c_str(), *value, *schema) && good;
      return goesOn(good);
    });
    constraint.applyToPatternProperties([&](const auto& expression, const valijson::Subschema* schema) {
      const Pattern& pattern = m_patterns.at(expression.c_str());
      for (const auto& pair : *object) {
        if (!pattern.isFoundIn(pair.key())) continue;
        known.emplace(pair.key());
        good = member(pair.key(), pair.value(), *schema) && good;
      }
      return goesOn(good);
    });
    return checkOthers(*object, known, constraint.getAdditionalPropertiesSubschema()) && good;
  }

  /// Only user-defined keywords make these, and we define none.
  bool visit(const PolyConstraint&) override { return true; }

private:
  using Adapter = valijson::adapters::BoostJsonAdapter;
  using Subschema = valijson::Subschema;
  static constexpr int kMaxDepth = 256;

  [[nodiscard]] bool goesOn(bool good) const { return good || m_errors != nullptr; }

  bool fail(const char* keyword, json::object params = {}) {
    return failFor(m_pointer, keyword, std::move(params));
  }

  template <class Number>
  bool failAt(const char* keyword, Number limit) {
    return fail(keyword, {{"limit", withWholeNumbers(json::value(limit))}});
  }

  bool failFor(const std::string& pointer, const char* keyword, json::object params) {
    if (m_errors == nullptr) return false;
    FormError error{pointer, keyword, std::move(params)};
    if (std::find(m_errors->begin(), m_errors->end(), error) == m_errors->end())
      m_errors->push_back(std::move(error));
    return false;
  }

  bool again(const valijson::Subschema& schema, std::vector<FormError>* errors) {
    return FormChecker(m_value, m_pointer, m_patterns, m_depth + 1, errors).check(schema);
  }

  bool item(const json::array& array, std::size_t index, const valijson::Subschema& schema) {
    return FormChecker(array[index], appendedPointer(m_pointer, std::to_string(index)), m_patterns,
                       m_depth + 1, m_errors)
        .check(schema);
  }

  bool member(std::string_view name, const json::value& value, const valijson::Subschema& schema) {
    return FormChecker(value, appendedPointer(m_pointer, name), m_patterns, m_depth + 1, m_errors)
        .check(schema);
  }

  bool mustHave(const json::object& object, std::string_view name) {
    return object.contains(name) ||
           failFor(appendedPointer(m_pointer, name), "required", {{"property", name}});
  }

  bool checkOthers(const json::object& object, const std::set<std::string, std::less<>>& known,
                   const valijson::Subschema* schema) {
    bool good = true;
    for (const auto& pair : object) {
      if (known.find(std::string_view(pair.key())) != known.end()) continue;
      if (schema == nullptr)
        good = failFor(appendedPointer(m_pointer, pair.key()), "additionalProperties",
                       {{"property", pair.key()}});
      else
        good = member(pair.key(), pair.value(), *schema) && good;
      if (!goesOn(good)) return false;
    }
    return good;
  }

  template <class Constraint>
  unsigned countMatches(const Constraint& constraint, unsigned enough) {
    unsigned count = 0;
    constraint.applyToSubschemas([&](unsigned, const valijson::Subschema* schema) {
      if (again(*schema, nullptr)) ++count;
      return count < enough;
    });
    return count;
  }

  const json::value& m_value;
  std::string m_pointer;
  const Patterns& m_patterns;
  int m_depth;
  std::vector<FormError>* m_errors;
};

} // namespace madoguchi::core
