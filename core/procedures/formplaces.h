// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "core/procedures/schemashape.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::core {

/// The alternative taken of a choice, by the list that names it.
using TakenAlternatives = std::map<const json::value*, std::size_t>;

/// A choice that somebody who fills the form sees, and what is taken of it now.
struct ShownChoice {
  const SchemaChoice* choice = nullptr;
  std::size_t taken = 0;
};

/// A place with the value that stands there: conditions (`if`, `dependencies`) that hold and the alternatives
/// taken are part of its shape.
struct FormPlace {
  SchemaNode node;
  const SchemaShape* shape = nullptr;
  std::vector<ShownChoice> choices;
  std::set<std::string, std::less<>> required; ///< the properties that must stand there now
};

/// Which places a form has for the values that it holds. The form outlives it. Not for several threads.
class FormPlaces {
public:
  explicit FormPlaces(const json::value& form) : m_form(form), m_shapes(form) {}

  [[nodiscard]] SchemaShapes& shapes() { return m_shapes; }
  [[nodiscard]] SchemaNode root() const { return m_shapes.root(); }

  /// `value` null: nothing stands there. `taken`: what a person took; else the alternative that fits best.
  /// A choice between plain values only is none to be seen: the field takes either.
  [[nodiscard]] FormPlace place(const SchemaNode& node, const json::value* value,
                                const TakenAlternatives& taken);

  /// What a new entry, or an alternative just taken, begins with: defaults, and constants that must stand
  /// there. Null where there is nothing of the kind, {} for objects.
  [[nodiscard]] json::value fresh(const SchemaNode& node, const TakenAlternatives& taken = {});

  /// What of `value` can stay when another alternative of `choice` is taken, completed by `fresh`.
  [[nodiscard]] json::value carried(const SchemaNode& node, const json::value* value,
                                    const SchemaChoice& choice, std::size_t from, std::size_t to);

  /// How badly a value fits, at a glance: 0 is well. It chooses between alternatives; it is no validation.
  [[nodiscard]] int misfit(const SchemaNode& node, const json::value& value, int depth = 0);

  /// The JSON types that may stand there, alternatives of plain values included. Empty: any.
  [[nodiscard]] std::set<std::string, std::less<>> types(const SchemaNode& node, int depth = 0);

private:
  [[nodiscard]] bool isShown(const SchemaChoice& choice);
  [[nodiscard]] bool isStructural(const json::value* alternative, int depth);
  [[nodiscard]] std::size_t best(const SchemaChoice& choice, const json::value* value);
  [[nodiscard]] bool holds(const json::value& test, const json::value& value);
  void indexTests(const json::value& node, const std::string& pointer);
  [[nodiscard]] json::value freshAt(const SchemaNode& node, const TakenAlternatives& taken, int depth);
  [[nodiscard]] int objectMisfit(const SchemaShape& shape, const json::object& object, int depth);

  const json::value& m_form;
  SchemaShapes m_shapes;
  std::map<const json::value*, std::string> m_pointers; ///< of each `if`
  std::map<const json::value*, FormSchema> m_tests;
  std::map<std::string, json::value> m_documents; ///< the form, for its parts to refer to
};

} // namespace madoguchi::core
