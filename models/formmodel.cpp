// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formmodel.h"

#include "models/formerrortext.h"
#include "models/text.h"

#include <algorithm>

namespace madoguchi::models {

namespace {

bool samePlace(const FormRow& a, const FormRow& b) {
  return a.kind == b.kind && a.pointer == b.pointer && a.section == b.section && a.choice == b.choice;
}

bool isInside(const std::string& pointer, const std::string& part) {
  return pointer.size() > part.size() && pointer.compare(0, part.size(), part) == 0 &&
         pointer[part.size()] == '/';
}

std::string above(const std::string& pointer) {
  return pointer.substr(0, pointer.rfind('/'));
}

std::size_t lastIndex(const std::string& pointer) {
  const std::string token = pointer.substr(pointer.rfind('/') + 1);
  const bool isIndex =
      !token.empty() && token.size() < 7 && token.find_first_not_of("0123456789") == std::string::npos;
  return isIndex ? std::stoul(token) : std::string::npos;
}

bool isEmptyObject(const core::json::value& value) {
  return value.is_object() && value.get_object().empty();
}

} // namespace

void FormModel::show(const core::Procedure& procedure, const core::FormSchema* schema,
                     const core::json::value& form,
                     const std::map<std::string, core::OfficeValue>& corrected) {
  if (&procedure != m_procedure || m_places == nullptr) {
    // The rows of the form before point into what goes now.
    if (m_procedure != nullptr) clear();
    m_procedure = &procedure;
    m_places = std::make_unique<core::FormPlaces>(procedure.form);
  }
  m_schema = schema;
  m_form = form.is_null() ? core::json::value(core::json::object()) : form;
  m_corrected = corrected;
  validate();
  rebuild();
}

void FormModel::clear() {
  m_procedure = nullptr;
  m_schema = nullptr;
  m_form = nullptr;
  m_corrected.clear();
  m_errors.clear();
  m_view = {};
  rebuild();
  m_options.clear();
  m_book.clear();
  m_places.reset();
}

const core::json::value* FormModel::valueAt(const std::string& pointer) const {
  return core::valueAt(m_form, pointer);
}

QString FormModel::errorAt(const std::string& pointer) const {
  for (const core::FormError& error : m_errors)
    if (error.pointer == pointer) return formErrorText(error);
  return {};
}

int FormModel::errorsInside(const std::string& pointer) const {
  return static_cast<int>(std::count_if(m_errors.begin(), m_errors.end(), [&](const core::FormError& error) {
    return error.pointer == pointer || isInside(error.pointer, pointer);
  }));
}

const core::OfficeValue* FormModel::correctionAt(const std::string& pointer) const {
  const auto found = m_corrected.find("/form" + pointer);
  return found == m_corrected.end() ? nullptr : &found->second;
}

FormRows FormModel::rowsNow() {
  return {*m_procedure, *m_places, m_book, m_form, m_view};
}

void FormModel::change(const std::string& pointer, const core::json::value& value) {
  const core::json::value* now = valueAt(pointer);
  const core::json::value before = now == nullptr ? core::json::value() : *now;
  if (before == value || !core::setValueAt(m_form, pointer, value)) return;
  validate();
  rebuild();
  Q_EMIT edited(core::FieldEdit{pointer, before, value});
}

bool FormModel::wholeList(std::string& pointer, core::json::value& value) {
  const std::size_t index = lastIndex(pointer);
  const std::string list = above(pointer);
  if (index == std::string::npos || list.empty()) return false;
  const core::json::value* now = valueAt(list);
  if (now != nullptr && now->is_object()) return false;
  const core::SchemaNode node = rowsNow().at(list).node;
  const bool isList = now != nullptr && now->is_array();
  if (!isList && (node.empty() || m_places->types(node).count("array") == 0)) return false;
  core::json::array items = isList ? now->get_array() : core::json::array();
  if (index < items.size() && !value.is_null()) return false;
  // Null would take the entry out and move those behind it.
  while (items.size() <= index)
    items.emplace_back(nullptr);
  items[index] = value;
  while (value.is_null() && !items.empty() && items.back().is_null())
    items.pop_back();
  pointer = list;
  value = items.empty() ? core::json::value() : core::json::value(std::move(items));
  return true;
}

void FormModel::emptiedPart(std::string& pointer) {
  for (std::string part = above(pointer); !part.empty(); part = above(part)) {
    const core::json::value* now = valueAt(part);
    const auto* object = now == nullptr ? nullptr : now->if_object();
    if (object == nullptr || object->size() != 1 || valueAt(pointer) == nullptr) return;
    const core::json::value* around = valueAt(above(part));
    if (around == nullptr || !around->is_object() || rowsNow().at(part).required) return;
    pointer = part;
  }
}

void FormModel::setValue(const std::string& pointer, const core::json::value& value) {
  if (m_procedure == nullptr) return;
  std::string place = pointer;
  core::json::value after = value;
  while (wholeList(place, after)) {
  }
  if (after.is_null()) emptiedPart(place);
  change(place, after);
}

void FormModel::addItem(const std::string& table) {
  if (m_procedure == nullptr) return;
  // Whole lists are one value: two sides that add an entry each must not mix up their places.
  const core::json::value* now = valueAt(table);
  core::json::array items = now != nullptr && now->is_array() ? now->get_array() : core::json::array();
  const std::string item = table + "/" + std::to_string(items.size());
  const core::SchemaNode node = rowsNow().entry(table, items.size());
  core::json::value fresh = node.empty() ? core::json::value() : m_places->fresh(node);
  const auto types = node.empty() ? std::set<std::string, std::less<>>() : m_places->types(node);
  if (fresh.is_null() && types.count("array") > 0) fresh = core::json::array();
  if (fresh.is_null() && types.count("string") > 0) fresh = "";
  items.push_back(std::move(fresh));
  m_view.open[item] = true;
  setValue(table, items);
}

void FormModel::removeItem(const std::string& item) {
  const std::string table = above(item);
  const core::json::value* now = valueAt(table);
  const std::size_t index = lastIndex(item);
  if (now == nullptr || !now->is_array() || index >= now->get_array().size()) return;
  core::json::array items = now->get_array();
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  forgetView(table);
  change(table, items);
}

bool FormModel::moveItem(const std::string& item, int by) {
  const std::string table = above(item);
  const core::json::value* now = valueAt(table);
  const std::size_t from = lastIndex(item);
  if (now == nullptr || !now->is_array() || from >= now->get_array().size()) return false;
  const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(from) + by;
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(now->get_array().size())) return false;
  core::json::array items = now->get_array();
  core::json::value moved = items[from];
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
  items.insert(items.begin() + to, std::move(moved));
  forgetView(table);
  m_view.open[table + "/" + std::to_string(to)] = true;
  change(table, items);
  return true;
}

bool FormModel::addMember(const std::string& part, const QString& name) {
  const std::string key = name.trimmed().toStdString();
  const std::string pointer = core::appendedPointer(part, key);
  if (m_procedure == nullptr || key.empty() || valueAt(pointer) != nullptr) return false;
  const core::SchemaNode node = rowsNow().at(pointer).node;
  core::json::value fresh = node.empty() ? core::json::value() : m_places->fresh(node);
  const auto types = node.empty() ? std::set<std::string, std::less<>>() : m_places->types(node);
  if (fresh.is_null() && types.count("array") > 0) fresh = core::json::array();
  // It must hold something to be there; an empty text is the least.
  if (fresh.is_null())
    fresh = types.count("boolean") > 0 && types.size() == 1 ? core::json::value(false) : "";
  setValue(pointer, fresh);
  return true;
}

void FormModel::take(const std::string& pointer, const core::SchemaChoice& choice, std::size_t alternative) {
  if (m_procedure == nullptr || alternative >= choice.alternatives.size()) return;
  FormRows rows = rowsNow();
  const core::SchemaNode node = rows.at(pointer).node;
  const core::FormPlace here = rows.place(pointer, node);
  const auto shown =
      std::find_if(here.choices.begin(), here.choices.end(),
                   [&](const core::ShownChoice& known) { return known.choice->list == choice.list; });
  if (shown == here.choices.end() || shown->taken == alternative) return;
  const core::json::value* now = pointer.empty() ? &m_form : valueAt(pointer);
  const core::json::value after = m_places->carried(node, now, choice, shown->taken, alternative);
  m_view.taken[pointer][choice.list] = alternative;
  m_view.open[pointer] = true;
  const bool nothingToSay = now == nullptr && isEmptyObject(after);
  if (pointer.empty() || nothingToSay || (now != nullptr && *now == after)) return rebuild();
  change(pointer, after);
}

void FormModel::setOpen(const std::string& pointer, bool open) {
  m_view.open[pointer] = open;
  rebuild();
}

bool FormModel::reveal(const std::string& pointer) {
  for (bool any = false;; any = true) {
    const auto folded = std::find_if(m_rows.begin(), m_rows.end(), [&](const FormRow& row) {
      return row.closable && !row.open && (row.pointer == pointer || isInside(pointer, row.pointer));
    });
    if (folded == m_rows.end()) return any;
    setOpen(std::string(folded->pointer), true);
  }
}

void FormModel::forgetView(const std::string& table) {
  const auto drop = [&](auto& known) {
    for (auto entry = known.begin(); entry != known.end();)
      entry = isInside(entry->first, table) ? known.erase(entry) : std::next(entry);
  };
  drop(m_view.taken);
  drop(m_view.open);
}

void FormModel::validate() {
  auto errors = m_schema == nullptr ? std::vector<core::FormError>() : m_schema->validate(m_form);
  if (errors == m_errors) return;
  m_errors = std::move(errors);
  Q_EMIT errorsChanged();
}

void FormModel::rebuild() {
  std::vector<FormRow> rows = m_procedure == nullptr ? std::vector<FormRow>() : rowsNow().build();
  const bool same =
      rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), samePlace);
  if (same) {
    m_rows = std::move(rows);
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    return;
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  Q_EMIT rowsChanged();
}

} // namespace madoguchi::models
