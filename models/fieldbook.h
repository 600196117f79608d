// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"
#include "core/procedures/schemashape.h"

#include <QString>

#include <map>
#include <memory>
#include <string>

namespace madoguchi::models {

/// "veteranFullName" → "Veteran full name": what a field is called where nobody has given it a title.
[[nodiscard]] std::string readableName(std::string_view name);

/// How an alternative of a choice is called: its title, the constant that marks it, the name of its
/// definition, or what it asks for.
[[nodiscard]] QString alternativeText(core::SchemaShapes& shapes, const core::SchemaChoice& choice,
                                      std::size_t alternative);

/// Fields and sections for the places that no layout names, in the words of the schema. What it hands out
/// lives as long as the book.
class FieldBook {
public:
  [[nodiscard]] const core::Field* field(const std::string& pointer, const core::SchemaShape& shape);
  /// `name`: what the section is called where its shape says nothing.
  [[nodiscard]] const core::Section* section(const std::string& pointer, const core::SchemaShape& shape,
                                             const core::LocalText& name);
  void clear();

private:
  std::map<std::pair<std::string, const core::SchemaShape*>, std::unique_ptr<core::Field>> m_fields;
  std::map<std::string, std::unique_ptr<core::Section>> m_sections;
};

} // namespace madoguchi::models
