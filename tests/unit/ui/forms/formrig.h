// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"
#include "models/formmodel.h"
#include "ui/basics/dialog.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/fieldline.h"
#include "ui/forms/formview.h"

#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace madoguchi::tests {

/// A shipped procedure with its sample in a form view that stands in the active window.
class FormRig {
public:
  explicit FormRig(const QString& procedure, const std::map<std::string, core::OfficeValue>& corrected = {});

  /// A form without a package, filled in so.
  FormRig(core::Procedure bare, const core::json::value& form);

  /// The folders of resources/procedures.
  [[nodiscard]] static QStringList shipped();

  void show(const core::json::value& form);
  /// True when the window has the keyboard.
  [[nodiscard]] bool activate();
  [[nodiscard]] ui::FieldEditor* editor(const char* pointer) const;
  [[nodiscard]] ui::FieldLine* line(const char* pointer) const;
  /// The input of a field that takes the keys.
  [[nodiscard]] QWidget* input(const char* pointer) const;
  /// Clicks the button of this name.
  void press(const char* button) const;
  /// Gives the field the keyboard, empties it and types.
  void type(const char* pointer, const QString& text);
  /// Canonical JSON of a value of the form; empty where there is none.
  [[nodiscard]] std::string value(const char* pointer) const;

  core::Procedure procedure;
  core::json::value sample;
  std::optional<core::FormSchema> schema;
  models::FormModel model;
  ui::Dialog window;
  std::unique_ptr<ui::FormView> view;

private:
  void makeView();

  std::map<std::string, core::OfficeValue> m_corrected;
};

} // namespace madoguchi::tests
