// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/date.h"
#include "models/datetext.h"
#include "models/formerrortext.h"
#include "models/formmodel.h"
#include "models/text.h"
#include "models/valuetext.h"

#include <QCoreApplication>

#include <algorithm>

/// What a FormModel says; what it does is in formmodel.cpp.
namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(FormModel)
};

// Of a folded entry, beside its number.
constexpr int kBrief = 60;

} // namespace

int FormModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString FormModel::textOf(const FormRow& row, const core::json::value& value) const {
  if (row.options != nullptr)
    for (const core::SchemaOption& option : *row.options)
      if (!option.title.empty() && option.value == value) return qtext(option.title);
  return valueText(m_procedure, row.pointer, value);
}

FormOptions FormModel::optionsOf(const FormRow& row) const {
  if (row.options == nullptr) return nullptr;
  if (m_optionsJapanese != isJapanese()) m_options.clear();
  m_optionsJapanese = isJapanese();
  FormOptions& known = m_options[row.options];
  if (known == nullptr) {
    auto made = std::make_shared<std::vector<FormOption>>();
    for (const core::SchemaOption& option : *row.options)
      if (!option.value.is_null()) made->push_back({option.value, textOf(row, option.value)});
    known = std::move(made);
  }
  return known;
}

FormOptions FormModel::alternativesOf(const FormRow& row) const {
  auto made = std::make_shared<std::vector<FormOption>>();
  for (std::size_t i = 0; row.choice != nullptr && i < row.choice->alternatives.size(); ++i)
    made->push_back({core::json::value(i), alternativeText(m_places->shapes(), *row.choice, i)});
  return made;
}

QString FormModel::titleOf(const FormRow& row) const {
  switch (row.kind) {
  case FormRow::Kind::Section:
    return localText(row.section->title);
  case FormRow::Kind::Item: {
    QString title = row.item == 0 ? localText(row.field->title)
                                  : Say::tr("%1, entry %2").arg(listTitle(row)).arg(row.item);
    const core::json::value* value = row.open ? nullptr : valueAt(row.pointer);
    if (value == nullptr) return title;
    const QString whole = valueText(*value);
    return Say::tr("%1: %2").arg(title, whole.size() > kBrief ? whole.left(kBrief) + u'…' : whole);
  }
  case FormRow::Kind::Choice:
    return Say::tr("Which of these");
  default:
    return localText(row.field->title);
  }
}

QString FormModel::listTitle(const FormRow& row) const {
  const std::string list = row.pointer.substr(0, row.pointer.rfind('/'));
  const auto head = std::find_if(m_rows.begin(), m_rows.end(), [&](const FormRow& other) {
    return other.pointer == list && other.field != nullptr;
  });
  return localText(head == m_rows.end() ? row.field->title : head->field->title);
}

QString FormModel::errorText(const FormRow& row) const {
  if (row.kind == FormRow::Kind::Add || row.kind == FormRow::Kind::AddMember ||
      row.kind == FormRow::Kind::Choice)
    return {};
  if (row.kind == FormRow::Kind::Section && row.pointer.empty()) return {};
  if (row.open) return errorAt(row.pointer);
  const int inside = errorsInside(row.pointer);
  return inside == 0 ? QString() : Say::tr("%n thing(s) to look at in here", nullptr, inside);
}

QString FormModel::helpText(const FormRow& row) const {
  if (row.kind == FormRow::Kind::Section) return localText(row.section->help);
  if (row.kind == FormRow::Kind::Choice || row.kind == FormRow::Kind::Add ||
      row.kind == FormRow::Kind::AddMember)
    return {};
  QString help = localText(row.field->help);
  if (row.kind != FormRow::Kind::Field || row.node.empty() || valueAt(row.pointer) != nullptr) return help;
  const core::json::value* standard = m_places->shapes().shape(row.node).standard;
  if (standard == nullptr || standard->is_object() || standard->is_array()) return help;
  const QString usual = Say::tr("Usually: %1").arg(textOf(row, *standard));
  return help.isEmpty() ? usual : Say::tr("%1 %2").arg(help, usual);
}

QString FormModel::correctedBy(const core::OfficeValue& correction) const {
  const QString who = m_names ? m_names(correction.by) : qtext(correction.by.value);
  const QString when = bothCalendars(core::dayInJapan(correction.at));
  return Say::tr("%1, %2").arg(who, when);
}

QVariant FormModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const FormRow& row = m_rows[static_cast<std::size_t>(index.row())];
  const core::json::value* value = row.kind == FormRow::Kind::Field ? valueAt(row.pointer) : nullptr;
  const bool told = row.kind == FormRow::Kind::Field || row.kind == FormRow::Kind::Table;
  const core::OfficeValue* correction = told ? correctionAt(row.pointer) : nullptr;
  switch (role) {
  case Qt::DisplayRole:
  case TitleRole:
    return titleOf(row);
  case Qt::AccessibleTextRole:
    return row.kind == FormRow::Kind::Field
               ? QStringLiteral("%1: %2").arg(titleOf(row),
                                              textOf(row, value == nullptr ? core::json::value() : *value))
               : titleOf(row);
  case HelpRole:
    return helpText(row);
  case ValueTextRole:
    return value == nullptr ? QString() : textOf(row, *value);
  case ErrorRole:
    return errorText(row);
  case OriginalTextRole:
    return correction == nullptr ? QVariant() : QVariant(textOf(row, correction->original));
  case CorrectedByRole:
    return correction == nullptr ? QVariant() : QVariant(correctedBy(*correction));
  case KindRole:
    return static_cast<int>(row.kind);
  default:
    return {};
  }
}

} // namespace madoguchi::models
