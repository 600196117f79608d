// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formplaces.h"
#include "core/procedures/procedure.h"
#include "models/formfieldtype.h"

#include <set>
#include <string>

namespace madoguchi::models {

/// One line of a form as it is shown now.
struct FormRow {
  enum class Kind {
    Section,
    Field,     ///< of a list of plain values also one entry: `item` above 0
    Table,     ///< the head of a list of entries
    Item,      ///< the head of one entry, with its "remove"
    Group,     ///< the head of a part of the form that has fields of its own
    Choice,    ///< which alternative of a part is filled
    Add,       ///< below the entries of a list: adds one
    AddMember, ///< below a part whose fields are named by who fills the form: adds one
  };
  Kind kind = Kind::Field;
  std::string pointer;                ///< concrete: "/vehicles/0/plate"; empty of a section of the layout
  int depth = 0;                      ///< 1 inside an entry
  int item = 0;                       ///< number of an entry, from 1
  int items = 0;                      ///< how many there are in its list
  const core::Field* field = nullptr; ///< of the layout, or made from the schema; null of a Section
  const core::Section* section = nullptr;
  FieldType type = FieldType::Line;
  bool required = false;
  bool readOnly = false;
  bool closable = false;                    ///< Section, Item, Group: its lines can be folded away
  bool open = true;                         ///< and are they not
  bool removable = false;                   ///< Group: it stands there and need not
  std::set<std::string, std::less<>> types; ///< JSON's, of a field that takes several
  const std::vector<core::SchemaOption>* options = nullptr; ///< of Choice and Choices fields
  const core::SchemaChoice* choice = nullptr;               ///< of a Choice
  std::size_t taken = 0;                                    ///< of a Choice: which alternative
  core::SchemaNode node;
};

} // namespace madoguchi::models
