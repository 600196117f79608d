// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formrows.h"

#include "core/procedures/pattern.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

using Kind = FormRow::Kind;

// Parts that hold values stand open up to here; beyond, whoever wants them opens them.
constexpr std::size_t kEnoughRows = 240;
constexpr int kOpenEntries = 3;
constexpr int kOpenLevels = 4; // the form itself is one

std::size_t stars(std::string_view pointer) {
  std::size_t count = 0;
  for (std::size_t at = pointer.find("/*"); at != std::string_view::npos; at = pointer.find("/*", at + 2))
    ++count;
  return count;
}

bool holdsSomething(const core::json::value* value) {
  if (value == nullptr || value->is_null()) return false;
  if (const auto* object = value->if_object()) return !object->empty();
  if (const auto* array = value->if_array()) return !array->empty();
  return true;
}

std::string unescaped(std::string token) {
  for (std::size_t at = token.find("~1"); at != std::string::npos; at = token.find("~1", at))
    token.replace(at, 2, "/");
  for (std::size_t at = token.find("~0"); at != std::string::npos; at = token.find("~0", at + 1))
    token.replace(at, 2, "~");
  return token;
}

} // namespace

/// A place on its way to become lines.
struct FormRows::Spot {
  std::string pointer;
  core::SchemaNode node;
  bool required = false;
  int depth = 0;
  int item = 0;
  int items = 0;
  const core::Field* field = nullptr; ///< where the layout names it
};

const core::json::value* FormRows::valueAt(const std::string& pointer) const {
  return core::valueAt(m_form, pointer);
}

const core::FormPlace& FormRows::place(const std::string& pointer, const core::SchemaNode& node) {
  auto known = m_known.find(pointer);
  if (known == m_known.end()) {
    const auto taken = m_state.taken.find(pointer);
    known = m_known
                .emplace(pointer, m_places.place(node, valueAt(pointer),
                                                 taken == m_state.taken.end() ? core::TakenAlternatives()
                                                                              : taken->second))
                .first;
  }
  return known->second;
}

FormRows::At FormRows::child(const std::string& pointer, const core::SchemaNode& node,
                             const std::string& token) {
  const core::FormPlace& here = place(pointer, node);
  const std::string name = unescaped(token);
  if (const core::SchemaNode* property = here.shape->property(name))
    return {*property, here.required.count(name) > 0};
  const bool isIndex = !token.empty() && token.find_first_not_of("0123456789") == std::string::npos;
  if (isIndex) {
    const std::size_t index = std::stoul(token);
    if (index < here.shape->tuple.size()) return {here.shape->tuple[index], true};
    if (!here.shape->items.empty()) return {here.shape->items, true};
    if (!here.shape->otherItems.empty()) return {here.shape->otherItems, true};
  }
  return {here.shape->otherProperties, false};
}

FormRows::At FormRows::at(const std::string& pointer) {
  At here{m_places.root(), true};
  for (std::size_t from = 0; from < pointer.size() && !here.node.empty();) {
    const std::size_t end = std::min(pointer.find('/', from + 1), pointer.size());
    here = child(pointer.substr(0, from), here.node, pointer.substr(from + 1, end - from - 1));
    from = end;
  }
  return here;
}

std::vector<FormRow> FormRows::build() {
  if (m_procedure.layout.sections.empty()) addWholeForm();
  for (const core::Section& section : m_procedure.layout.sections)
    if (!section.visibleIf || core::holds(*section.visibleIf, m_form)) addSection(section);
  return std::move(m_rows);
}

void FormRows::addSection(const core::Section& section) {
  m_section = &section;
  FormRow head;
  head.kind = Kind::Section;
  head.section = &section;
  m_rows.push_back(head);
  for (std::size_t i = 0; i < section.fields.size(); ++i)
    if (stars(section.fields[i].pointer) == 0) addLayoutField(i, section.fields[i].pointer, 0);
}

void FormRows::addLayoutField(std::size_t at, const std::string& pointer, int depth) {
  const core::Field& field = m_section->fields[at];
  if (field.visibleIf && !core::holds(*field.visibleIf, m_form, pointer)) return;
  const At here = this->at(pointer);
  Spot spot{pointer, here.node, here.required, depth, 0, 0, &field};
  const std::string inner = field.pointer + "/*/";
  const bool own =
      std::any_of(m_section->fields.begin(), m_section->fields.end(), [&](const core::Field& other) {
        return other.pointer.compare(0, inner.size(), inner) == 0;
      });
  if (!own) return addSpot(spot);
  FormRow table = row(Kind::Table, spot, place(pointer, here.node));
  table.type = FieldType::Table;
  m_rows.push_back(table);
  addLayoutItems(at, table, own);
  addAdder(Kind::Add, table);
}

void FormRows::addLayoutItems(std::size_t at, const FormRow& table, bool own) {
  const core::json::value* items = valueAt(table.pointer);
  if (!own || items == nullptr || !items->is_array()) return;
  const std::string inner = m_section->fields[at].pointer + "/*";
  const int count = static_cast<int>(items->get_array().size());
  for (int index = 0; index < count; ++index) {
    FormRow head = table;
    head.kind = Kind::Item;
    head.pointer = table.pointer + "/" + std::to_string(index);
    head.depth = table.depth + 1;
    head.item = index + 1;
    head.items = count;
    m_rows.push_back(head);
    for (std::size_t i = at + 1; i < m_section->fields.size(); ++i) {
      const std::string& pointer = m_section->fields[i].pointer;
      if (pointer.compare(0, inner.size() + 1, inner + "/") == 0 && stars(pointer) == stars(inner))
        addLayoutField(i, head.pointer + pointer.substr(inner.size()), head.depth);
    }
  }
}

void FormRows::addWholeForm() {
  const core::FormPlace& root = place({}, m_places.root());
  m_section = m_book.section({}, *root.shape, m_procedure.title);
  FormRow head;
  head.kind = Kind::Section;
  head.section = m_section;
  m_rows.push_back(head);
  m_path.push_back(&m_places.shapes().shape(m_places.root()));
  addChoices({}, root, 0);
  std::vector<const std::pair<std::string, core::SchemaNode>*> parts;
  for (const auto& property : root.shape->properties) {
    Spot spot{core::appendedPointer({}, property.first),
              property.second,
              root.required.count(property.first) > 0,
              0,
              0,
              0,
              nullptr};
    const core::FormPlace& here = place(spot.pointer, spot.node);
    if (m_places.shapes().options(spot.node) == nullptr && (isObject(spot, here) || !here.choices.empty()))
      parts.push_back(&property);
    else
      addSpot(spot);
  }
  addOthers({}, root, 0);
  if (m_rows.size() == 1 && root.shape->title.empty()) m_rows.clear();
  for (const auto* part : parts)
    addPartSection(part->first, part->second, root.required.count(part->first) > 0);
  m_path.pop_back();
}

void FormRows::addPartSection(const std::string& name, const core::SchemaNode& node, bool required) {
  Spot spot{core::appendedPointer({}, name), node, required, 0, 0, 0, nullptr};
  const core::FormPlace& here = place(spot.pointer, node);
  const std::string title = readableName(name);
  m_section = m_book.section(spot.pointer, *here.shape, {title, title});
  FormRow head = row(Kind::Section, spot, here);
  head.closable = true;
  head.open = isOpen(spot, here, required || m_rows.size() < kEnoughRows / 4);
  const bool open = head.open;
  m_rows.push_back(head);
  if (!open) return;
  m_path.push_back(&m_places.shapes().shape(node));
  addChoices(spot, here, 0);
  addPart(spot, here);
  m_path.pop_back();
}

bool FormRows::isObject(const Spot& spot, const core::FormPlace& here) const {
  const core::SchemaShape& shape = *here.shape;
  if (!shape.properties.empty() || !shape.patternProperties.empty() || !shape.otherProperties.empty())
    return true;
  const core::json::value* value = valueAt(spot.pointer);
  if (value != nullptr && value->is_object()) return shape.may("object");
  return shape.types.count("object") > 0 && shape.types.size() == 1 + shape.types.count("null");
}

bool FormRows::isOpen(const Spot& spot, const core::FormPlace& here, bool must) const {
  if (const auto mine = m_state.open.find(spot.pointer); mine != m_state.open.end()) return mine->second;
  if (m_rows.size() > kEnoughRows) return false;
  if (holdsSomething(valueAt(spot.pointer))) return spot.item <= kOpenEntries;
  const core::SchemaShape* shape = &m_places.shapes().shape(spot.node);
  // What contains itself would never end.
  if (std::find(m_path.begin(), m_path.end(), shape) != m_path.end()) return false;
  return must && here.shape != nullptr && static_cast<int>(m_path.size()) <= kOpenLevels;
}

FormRow FormRows::row(FormRow::Kind kind, const Spot& spot, const core::FormPlace& here) {
  FormRow out;
  out.kind = kind;
  out.pointer = spot.pointer;
  out.depth = spot.depth;
  out.item = spot.item;
  out.items = spot.items;
  out.field =
      spot.field != nullptr ? spot.field : m_book.field(spot.pointer, m_places.shapes().shape(spot.node));
  out.section = m_section;
  out.required = spot.required && spot.item == 0;
  out.readOnly = here.shape->readOnly || m_locked > 0;
  out.node = here.node;
  return out;
}

void FormRows::addSpot(const Spot& spot) {
  const core::FormPlace& here = place(spot.pointer, spot.node);
  if (here.shape->never && valueAt(spot.pointer) == nullptr) return;
  const bool listed = m_places.shapes().options(spot.node) != nullptr;
  const bool list = !here.shape->tuple.empty() && here.shape->may("array");
  const bool part = !listed && (isObject(spot, here) || !here.choices.empty() || list);
  if (!part || m_path.size() > 40) return addValue(spot, here);
  FormRow head = row(spot.item > 0 ? Kind::Item : Kind::Group, spot, here);
  head.closable = true;
  head.open = isOpen(spot, here, spot.required || spot.item > 0 || spot.depth == 0);
  head.removable = spot.item == 0 && !spot.required && valueAt(spot.pointer) != nullptr;
  if (spot.item > 0) ++head.depth;
  const FormRow shown = head;
  m_rows.push_back(head);
  if (!shown.open) return;
  m_path.push_back(&m_places.shapes().shape(spot.node));
  const int locks = here.shape->readOnly ? 1 : 0;
  m_locked += locks;
  Spot inner = spot;
  inner.depth = spot.depth + 1;
  addChoices(inner, here, inner.depth);
  addPart(inner, here);
  m_locked -= locks;
  m_path.pop_back();
}

void FormRows::addChoices(const Spot& spot, const core::FormPlace& here, int depth) {
  for (const core::ShownChoice& shown : here.choices) {
    FormRow out;
    out.kind = Kind::Choice;
    out.pointer = spot.pointer;
    out.depth = depth;
    out.field = m_book.field(spot.pointer, *here.shape);
    out.section = m_section;
    out.choice = shown.choice;
    out.taken = shown.taken;
    out.node = here.node;
    m_rows.push_back(out);
  }
}

void FormRows::addPart(const Spot& spot, const core::FormPlace& here) {
  if (isObject(spot, here)) {
    addMembers(spot.pointer, here, spot.depth);
    return;
  }
  if (!here.shape->tuple.empty()) return addTuple(spot, here);
  auto types = m_places.types(here.node);
  types.erase("null");
  if (types.empty() && !here.shape->types.empty()) return; // only nothing can stand there
  Spot value = spot;
  value.item = 0;
  addValue(value, here);
}

void FormRows::addMembers(const std::string& pointer, const core::FormPlace& here, int depth) {
  for (const auto& [name, node] : here.shape->properties)
    addSpot(
        {core::appendedPointer(pointer, name), node, here.required.count(name) > 0, depth, 0, 0, nullptr});
  addOthers(pointer, here, depth);
}

void FormRows::addOthers(const std::string& pointer, const core::FormPlace& here, int depth) {
  const core::SchemaShape& shape = *here.shape;
  const core::json::value* value = pointer.empty() ? &m_form : valueAt(pointer);
  const auto* object = value == nullptr ? nullptr : value->if_object();
  static const core::json::value anything = true;
  for (std::size_t i = 0; object != nullptr && i < object->size(); ++i) {
    const auto& pair = *(object->begin() + i);
    if (shape.property(pair.key()) != nullptr) continue;
    core::SchemaNode node = shape.otherProperties;
    for (const auto& [pattern, schema] : shape.patternProperties) {
      const auto compiled = core::Pattern::compile(pattern);
      if (compiled && compiled->isFoundIn(pair.key())) node = {schema};
    }
    if (node.empty()) node = {&anything};
    addSpot({core::appendedPointer(pointer, pair.key()), node, false, depth, 0, 0, nullptr});
  }
  const bool free =
      shape.properties.empty() && here.choices.empty() && !shape.closed && shape.types.count("object") > 0;
  if (!free && shape.patternProperties.empty() && shape.otherProperties.empty()) return;
  FormRow out;
  out.kind = Kind::AddMember;
  out.pointer = pointer;
  out.depth = depth;
  out.field = m_book.field(pointer, shape);
  out.section = m_section;
  m_rows.push_back(out);
}

void FormRows::addTuple(const Spot& spot, const core::FormPlace& here) {
  const core::json::value* value = valueAt(spot.pointer);
  const std::size_t there = value != nullptr && value->is_array() ? value->get_array().size() : 0;
  const std::size_t count = std::max(here.shape->tuple.size(), there);
  static const core::json::value anything = true;
  for (std::size_t i = 0; i < count; ++i) {
    core::SchemaNode node = i < here.shape->tuple.size() ? here.shape->tuple[i] : here.shape->otherItems;
    if (node.empty()) node = {&anything};
    addSpot({spot.pointer + "/" + std::to_string(i), node, false, spot.depth, 0, 0, nullptr});
  }
}

void FormRows::addValue(const Spot& spot, const core::FormPlace& here) {
  FormRow out = row(Kind::Field, spot, here);
  out.type = fieldType(*out.field, m_places, here.node);
  out.types = m_places.types(here.node);
  const core::json::value* value = valueAt(spot.pointer);
  const bool several = value != nullptr && value->is_string() &&
                       std::string_view(value->get_string()).find('\n') != std::string_view::npos;
  if (out.type == FieldType::Line && several) out.type = FieldType::Text;
  if (out.type == FieldType::Choice) out.options = m_places.shapes().options(here.node);
  if (out.type == FieldType::Choices) out.options = m_places.shapes().options(here.shape->items);
  // A list of choices that came as something else is shown as it is.
  if (out.type == FieldType::Table && value != nullptr && !value->is_array() && !value->is_null())
    out.type = FieldType::Any;
  if (out.type != FieldType::Table) {
    if (spot.item > 0) ++out.depth;
    m_rows.push_back(out);
    return;
  }
  out.kind = Kind::Table;
  if (spot.item > 0) { // a list of lists
    out.kind = Kind::Item;
    ++out.depth;
  }
  const FormRow table = out;
  m_rows.push_back(out);
  addTable(table, here);
  addAdder(Kind::Add, table);
}

void FormRows::addTable(const FormRow& head, const core::FormPlace& here) {
  const core::json::value* value = valueAt(head.pointer);
  if (value == nullptr || !value->is_array()) return;
  static const core::json::value anything = true;
  core::SchemaNode node = here.shape->items;
  if (node.empty()) node = {&anything};
  const int count = static_cast<int>(value->get_array().size());
  for (int i = 0; i < count; ++i)
    addSpot({head.pointer + "/" + std::to_string(i), node, true, head.depth, i + 1, count, nullptr});
}

void FormRows::addAdder(FormRow::Kind kind, const FormRow& head) {
  FormRow out = head;
  out.kind = kind;
  out.item = 0;
  m_rows.push_back(out);
}

} // namespace madoguchi::models
