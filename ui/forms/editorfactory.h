// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldeditor.h"

namespace madoguchi::ui {

/// The look of a field as the model has it now.
[[nodiscard]] FieldLook fieldLook(const models::FormModel& model, int row);

/// The editor that fits the field, without a look and empty.
[[nodiscard]] FieldEditor* makeEditor(const FieldLook& look, QWidget* parent);

} // namespace madoguchi::ui
