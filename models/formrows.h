// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fieldbook.h"
#include "models/formrow.h"

#include <map>
#include <string>
#include <vector>

namespace madoguchi::models {

/// What a person did to the view of a form, by pointer. No part of its values.
struct FormViewState {
  std::map<std::string, core::TakenAlternatives> taken;
  std::map<std::string, bool> open; ///< folded or unfolded by hand
};

/// The lines of a form for its values: those of the layout, and for what no layout names those of the schema
/// (a form without any layout as a whole). Made anew after each change; recursive parts stay folded until
/// somebody opens them.
class FormRows {
public:
  FormRows(const core::Procedure& procedure, core::FormPlaces& places, FieldBook& book,
           const core::json::value& form, const FormViewState& state)
      : m_procedure(procedure), m_places(places), m_book(book), m_form(form), m_state(state) {}

  [[nodiscard]] std::vector<FormRow> build();
  /// The place at a pointer of the form, and whether it must be filled; null node where there is none.
  struct At {
    core::SchemaNode node;
    bool required = false;
  };
  [[nodiscard]] At at(const std::string& pointer);
  /// What one more entry of a list would be.
  [[nodiscard]] core::SchemaNode entry(const std::string& list, std::size_t index) {
    return at(list + "/" + std::to_string(index)).node;
  }
  [[nodiscard]] const core::FormPlace& place(const std::string& pointer, const core::SchemaNode& node);

private:
  struct Spot;
  [[nodiscard]] At child(const std::string& pointer, const core::SchemaNode& node, const std::string& token);
  [[nodiscard]] const core::json::value* valueAt(const std::string& pointer) const;
  [[nodiscard]] bool isObject(const Spot& spot, const core::FormPlace& here) const;
  [[nodiscard]] bool isOpen(const Spot& spot, const core::FormPlace& here, bool must) const;

  void addSection(const core::Section& section);
  void addLayoutField(std::size_t at, const std::string& pointer, int depth);
  void addLayoutItems(std::size_t at, const FormRow& table, bool own);

  void addWholeForm();
  void addPartSection(const std::string& name, const core::SchemaNode& node, bool required);
  void addSpot(const Spot& spot);
  void addChoices(const Spot& spot, const core::FormPlace& here, int depth);
  void addPart(const Spot& spot, const core::FormPlace& here);
  void addMembers(const std::string& pointer, const core::FormPlace& here, int depth);
  void addOthers(const std::string& pointer, const core::FormPlace& here, int depth);
  void addTuple(const Spot& spot, const core::FormPlace& here);
  void addValue(const Spot& spot, const core::FormPlace& here);
  void addTable(const FormRow& head, const core::FormPlace& here);
  [[nodiscard]] FormRow row(FormRow::Kind kind, const Spot& spot, const core::FormPlace& here);
  void addAdder(FormRow::Kind kind, const FormRow& head);

  const core::Procedure& m_procedure;
  core::FormPlaces& m_places;
  FieldBook& m_book;
  const core::json::value& m_form;
  const FormViewState& m_state;
  std::map<std::string, core::FormPlace> m_known; ///< by pointer
  std::vector<const core::SchemaShape*> m_path;   ///< parts around the one that is added
  int m_locked = 0;                               ///< how many of them are to read only
  const core::Section* m_section = nullptr;
  std::vector<FormRow> m_rows;
};

} // namespace madoguchi::models
