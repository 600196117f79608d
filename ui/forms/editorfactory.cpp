// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/editorfactory.h"

#include "core/codes/municipality.h"
#include "models/text.h"
#include "models/valuetext.h"
#include "ui/forms/checkseditor.h"
#include "ui/forms/comboeditor.h"
#include "ui/forms/lineeditor.h"
#include "ui/forms/radioeditor.h"
#include "ui/forms/texteditor.h"

#include <QStringList>

namespace madoguchi::ui {

namespace {

using models::FieldType;

constexpr std::size_t kMostRadios = 3;

bool isMunicipality(const models::FormRow& row) {
  return row.type == FieldType::Line && row.field != nullptr && row.field->widget == "municipality";
}

std::vector<FieldChoice> choicesOf(const models::FormModel& model, const models::FormRow& row) {
  std::vector<FieldChoice> choices;
  const auto add = [&](const core::json::value& value) {
    choices.push_back({value, models::valueText(model.procedure(), row.pointer, value)});
  };
  if (row.type == FieldType::YesNo) {
    add(true);
    add(false);
  } else if (isMunicipality(row)) {
    for (const core::Municipality& known : core::tokyoMunicipalities())
      choices.push_back({core::json::value(std::string(known.code)),
                         models::qtext(known.code) + QChar(u' ') + models::localText(known.ja, known.en)});
  } else {
    for (const std::string& text : row.choices)
      if (const auto value = core::parseJson(text)) add(*value);
  }
  return choices;
}

} // namespace

FieldLook fieldLook(const models::FormModel& model, int at) {
  using models::FormModel;
  const QModelIndex index = model.index(at);
  const models::FormRow& row = model.rows()[static_cast<std::size_t>(at)];
  QStringList said;
  for (const int role : {FormModel::HelpRole, FormModel::ErrorRole})
    if (const QString text = index.data(role).toString(); !text.isEmpty()) said << text;
  return {row, index.data(FormModel::TitleRole).toString(), said.join(QChar(u' ')), choicesOf(model, row)};
}

FieldEditor* makeEditor(const FieldLook& look, QWidget* parent) {
  switch (look.row.type) {
  case FieldType::YesNo:
    return new RadioEditor(parent);
  case FieldType::Choice:
    if (look.choices.size() <= kMostRadios) return new RadioEditor(parent);
    return new ComboEditor(look.choices.size() > ComboEditor::kSearchable, parent);
  case FieldType::Choices:
    return new ChecksEditor(parent);
  case FieldType::Text:
    return new TextEditor(parent);
  default:
    if (isMunicipality(look.row)) return new ComboEditor(true, parent);
    return new LineEditor(parent);
  }
}

} // namespace madoguchi::ui
