// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/editorfactory.h"

#include "core/codes/places.h"
#include "models/text.h"
#include "ui/forms/checkseditor.h"
#include "ui/forms/comboeditor.h"
#include "ui/forms/lineeditor.h"
#include "ui/forms/radioeditor.h"
#include "ui/forms/texteditor.h"

#include <QStringList>

#include <algorithm>

namespace madoguchi::ui {

namespace {

using models::FieldType;

constexpr std::size_t kMostRadios = 3;
constexpr qsizetype kLongLabel = 60;

bool isMunicipality(const models::FormRow& row) {
  return row.type == FieldType::Line && row.field != nullptr && row.field->widget == "municipality";
}

/// Side by side they would not fit.
bool longLabels(const FieldLook& look) {
  return std::any_of(look.choices->begin(), look.choices->end(),
                     [](const models::FormOption& choice) { return choice.label.size() > kLongLabel; });
}

models::FormOptions choicesOf(const models::FormModel& model, const models::FormRow& row) {
  if (auto known = model.optionsOf(row)) return known;
  auto choices = std::make_shared<std::vector<models::FormOption>>();
  if (row.type == FieldType::YesNo) {
    for (const bool answer : {true, false})
      choices->push_back({answer, model.textOf(row, answer)});
  } else if (isMunicipality(row)) {
    for (const auto list : {core::tokyoMunicipalities(), core::citiesOutsideTokyo()})
      for (const core::Municipality& known : list)
        choices->push_back({core::json::value(std::string(known.code)),
                            models::qtext(known.code) + QChar(u' ') + models::localText(known.ja, known.en)});
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
    if (look.choices->size() <= kMostRadios && !longLabels(look)) return new RadioEditor(parent);
    return new ComboEditor(look.choices->size() > ComboEditor::kSearchable, parent);
  case FieldType::Choices:
    return new ChecksEditor(parent);
  case FieldType::Text:
    return new TextEditor(parent);
  case FieldType::Any:
    // Lists and objects that no schema describes are written as they are kept.
    if (look.row.types.count("object") > 0 || look.row.types.count("array") > 0)
      return new TextEditor(parent);
    return new LineEditor(parent);
  default:
    if (isMunicipality(look.row)) return new ComboEditor(true, parent);
    return new LineEditor(parent);
  }
}

} // namespace madoguchi::ui
