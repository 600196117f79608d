// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace madoguchi::core {

/// One place of a form: the schemas that hold there all at once. They live in the form.
using SchemaNode = std::vector<const json::value*>;

/// `oneOf` or `anyOf` of a place.
struct SchemaChoice {
  const json::value* list = nullptr; ///< the keyword's array; names the choice
  std::vector<const json::value*> alternatives;
};

/// `if` with what follows; each may be null.
struct SchemaCondition {
  const json::value* test = nullptr;
  const json::value* then = nullptr;
  const json::value* otherwise = nullptr;
};

/// A value that may be chosen, and how the schema calls it (`enumNames`, `title`, `description`).
struct SchemaOption {
  json::value value;
  std::string title; ///< may be empty
};

/// What may stand at a place, as far as one must know who draws it: `$ref` followed, `allOf` merged. Whether
/// a value is valid is for FormSchema alone to say.
struct SchemaShape {
  std::string title;
  std::string description;
  std::set<std::string, std::less<>> types; ///< empty: any
  std::string format;
  std::string pattern;
  std::int64_t maxLength = -1; ///< -1: none given
  std::int64_t minItems = 0;
  std::int64_t maxItems = -1;
  bool readOnly = false;
  bool uniqueItems = false;
  bool never = false;                    ///< `false`: nothing may stand here
  bool closed = false;                   ///< `additionalProperties` is false
  bool fixedEnd = false;                 ///< `additionalItems` is false
  const json::value* standard = nullptr; ///< `default`
  std::vector<SchemaOption> options;     ///< of `enum` and `const`
  bool hasOptions = false;               ///< there may be none left that all schemas allow
  std::vector<std::pair<std::string, SchemaNode>> properties;
  std::vector<std::pair<std::string, const json::value*>> patternProperties;
  SchemaNode otherProperties; ///< `additionalProperties`
  std::set<std::string, std::less<>> required;
  SchemaNode items;              ///< of every entry
  std::vector<SchemaNode> tuple; ///< of the first entries, one each
  SchemaNode otherItems;         ///< behind the tuple
  std::vector<SchemaChoice> choices;
  std::vector<SchemaCondition> conditions;
  std::vector<std::pair<std::string, const json::value*>> dependencies;
  std::vector<const json::value*> forbidden; ///< `not`

  [[nodiscard]] bool may(std::string_view type) const { return types.empty() || types.count(type) > 0; }
  [[nodiscard]] const SchemaNode* property(std::string_view name) const;
};

/// Reads shapes out of one form, each when it is asked for, so that recursive and very large forms cost only
/// what is looked at. The form outlives it. Not for several threads.
class SchemaShapes {
public:
  explicit SchemaShapes(const json::value& form);
  ~SchemaShapes();
  SchemaShapes(const SchemaShapes&) = delete;
  SchemaShapes& operator=(const SchemaShapes&) = delete;

  [[nodiscard]] SchemaNode root() const { return {&m_form}; }
  /// Whatever value stands there. The answer lives as long as this.
  [[nodiscard]] const SchemaShape& shape(const SchemaNode& node);
  /// The values of a closed list: `enum`, `const`, or a choice between constants, as
  /// `oneOf: [{const, title}, …]` or objects whose members are all constant. Null where there is none.
  [[nodiscard]] const std::vector<SchemaOption>* options(const SchemaNode& node);
  /// What a `$ref` names inside the form; null where that is nowhere.
  [[nodiscard]] const json::value* target(std::string_view reference);

private:
  struct Reader;
  struct Known;
  [[nodiscard]] bool collect(const SchemaNode& node, std::vector<SchemaOption>& out, int depth);
  [[nodiscard]] bool constantObject(const SchemaShape& shape, SchemaOption& out, int depth);
  void indexIds(const json::value& node, int depth);

  const json::value& m_form;
  std::map<SchemaNode, std::unique_ptr<Known>> m_known;
  std::map<std::string, const json::value*, std::less<>> m_ids;
  bool m_indexed = false;
};

} // namespace madoguchi::core
