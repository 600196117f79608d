// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formmodel.h"

#include "models/formerrortext.h"
#include "models/text.h"
#include "models/valuetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(FormModel)
};

bool samePlace(const FormRow& a, const FormRow& b) {
  return a.kind == b.kind && a.pointer == b.pointer && a.section == b.section;
}

std::vector<std::string> choicesOf(const core::json::object& schema) {
  const core::json::value* values = schema.if_contains("enum");
  if (values == nullptr)
    if (const core::json::value* items = schema.if_contains("items"); items != nullptr && items->is_object())
      values = items->get_object().if_contains("enum");
  std::vector<std::string> choices;
  if (values != nullptr && values->is_array())
    for (const core::json::value& value : values->get_array())
      choices.push_back(core::canonicalJson(value));
  return choices;
}

std::string withIndex(std::string pointer, std::size_t index) {
  const std::size_t star = pointer.find("/*");
  return star == std::string::npos ? pointer : pointer.replace(star + 1, 1, std::to_string(index));
}

} // namespace

void FormModel::show(const core::Procedure& procedure, const core::FormSchema* schema,
                     const core::json::value& form,
                     const std::map<std::string, core::OfficeValue>& corrected) {
  m_procedure = &procedure;
  m_schema = schema;
  m_fields = core::formFields(procedure.form).value_or(std::vector<core::FormField>());
  m_form = form.is_null() ? core::json::value(core::json::object()) : form;
  m_corrected = corrected;
  validate();
  rebuild();
}

void FormModel::clear() {
  m_procedure = nullptr;
  m_schema = nullptr;
  m_fields.clear();
  m_form = nullptr;
  m_corrected.clear();
  m_errors.clear();
  rebuild();
}

const core::json::value* FormModel::valueAt(const std::string& pointer) const {
  return core::valueAt(m_form, pointer);
}

QString FormModel::errorAt(const std::string& pointer) const {
  for (const core::FormError& error : m_errors)
    if (error.pointer == pointer) return formErrorText(error);
  return {};
}

const core::OfficeValue* FormModel::correctionAt(const std::string& pointer) const {
  const auto found = m_corrected.find("/form" + pointer);
  return found == m_corrected.end() ? nullptr : &found->second;
}

void FormModel::setValue(const std::string& pointer, const core::json::value& value) {
  const core::json::value* now = valueAt(pointer);
  const core::json::value before = now == nullptr ? core::json::value() : *now;
  if (before == value || !core::setValueAt(m_form, pointer, value)) return;
  validate();
  rebuild();
  Q_EMIT edited(core::FieldEdit{pointer, before, value});
}

void FormModel::addItem(const std::string& table) {
  // Whole lists are one value: two sides that add an entry each must not mix up their places.
  const core::json::value* now = valueAt(table);
  core::json::array items = now != nullptr && now->is_array() ? now->get_array() : core::json::array();
  items.push_back(core::json::object());
  setValue(table, items);
}

void FormModel::removeItem(const std::string& item) {
  const std::size_t slash = item.rfind('/');
  const std::string table = item.substr(0, slash);
  const core::json::value* now = valueAt(table);
  const std::size_t index = std::stoul(item.substr(slash + 1));
  if (now == nullptr || !now->is_array() || index >= now->get_array().size()) return;
  core::json::array items = now->get_array();
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
  setValue(table, items);
}

void FormModel::validate() {
  auto errors = m_schema == nullptr ? std::vector<core::FormError>() : m_schema->validate(m_form);
  if (errors == m_errors) return;
  m_errors = std::move(errors);
  Q_EMIT errorsChanged();
}

void FormModel::rebuild() {
  std::vector<FormRow> rows;
  if (m_procedure != nullptr)
    for (const core::Section& section : m_procedure->layout.sections) {
      if (section.visibleIf && !core::holds(*section.visibleIf, m_form)) continue;
      FormRow head;
      head.kind = FormRow::Kind::Section;
      head.section = &section;
      rows.push_back(head);
      for (std::size_t i = 0; i < section.fields.size(); ++i)
        if (section.fields[i].pointer.find("/*") == std::string::npos)
          addField(rows, section, i, section.fields[i].pointer, 0);
    }
  const bool same =
      rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), samePlace);
  if (same) {
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    m_rows = std::move(rows);
    return;
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  Q_EMIT rowsChanged();
}

void FormModel::addField(std::vector<FormRow>& rows, const core::Section& section, std::size_t at,
                         const std::string& pointer, int depth) const {
  const core::Field& field = section.fields[at];
  if (field.visibleIf && !core::holds(*field.visibleIf, m_form, pointer)) return;
  const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const core::FormField& known) {
    return known.pointer == field.pointer;
  });
  FormRow row;
  row.pointer = pointer;
  row.depth = depth;
  row.field = &field;
  row.section = &section;
  if (found != m_fields.end() && found->schema != nullptr) {
    row.required = found->required;
    row.type = fieldType(field, *found->schema);
    row.choices = choicesOf(*found->schema);
  }
  row.kind = row.type == FieldType::Table ? FormRow::Kind::Table : FormRow::Kind::Field;
  rows.push_back(row);
  if (row.type == FieldType::Table) addTable(rows, section, at, pointer);
}

void FormModel::addTable(std::vector<FormRow>& rows, const core::Section& section, std::size_t at,
                         const std::string& pointer) const {
  const core::json::value* items = valueAt(pointer);
  if (items == nullptr || !items->is_array()) return;
  const std::string inner = section.fields[at].pointer + "/*";
  for (std::size_t index = 0; index < items->get_array().size(); ++index) {
    FormRow head;
    head.kind = FormRow::Kind::Item;
    head.pointer = pointer + "/" + std::to_string(index);
    head.depth = 1;
    head.item = static_cast<int>(index) + 1;
    head.field = &section.fields[at];
    head.section = &section;
    rows.push_back(head);
    for (std::size_t i = at + 1; i < section.fields.size(); ++i)
      if (section.fields[i].pointer.compare(0, inner.size(), inner) == 0)
        addField(rows, section, i, withIndex(section.fields[i].pointer, index), 1);
  }
}

int FormModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString FormModel::titleOf(const FormRow& row) const {
  switch (row.kind) {
  case FormRow::Kind::Section:
    return localText(row.section->title);
  case FormRow::Kind::Item:
    return Say::tr("%1, entry %2").arg(localText(row.field->title)).arg(row.item);
  case FormRow::Kind::Field:
  case FormRow::Kind::Table:
    return localText(row.field->title);
  }
  return {};
}

QVariant FormModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const FormRow& row = m_rows[static_cast<std::size_t>(index.row())];
  const core::json::value* value = row.kind == FormRow::Kind::Field ? valueAt(row.pointer) : nullptr;
  const auto text = [&](const core::json::value& shown) {
    return valueText(m_procedure, row.pointer, shown);
  };
  switch (role) {
  case Qt::DisplayRole:
  case TitleRole:
    return titleOf(row);
  case Qt::AccessibleTextRole:
    return row.kind == FormRow::Kind::Field
               ? QStringLiteral("%1: %2").arg(titleOf(row),
                                              text(value == nullptr ? core::json::value() : *value))
               : titleOf(row);
  case HelpRole:
    return localText(row.kind == FormRow::Kind::Section ? row.section->help : row.field->help);
  case ValueTextRole:
    return value == nullptr ? QString() : text(*value);
  case ErrorRole:
    return row.kind == FormRow::Kind::Section ? QString() : errorAt(row.pointer);
  case OriginalTextRole: {
    const core::OfficeValue* correction = correctionAt(row.pointer);
    return correction == nullptr ? QVariant() : QVariant(text(correction->original));
  }
  case KindRole:
    return static_cast<int>(row.kind);
  default:
    return {};
  }
}

} // namespace madoguchi::models
