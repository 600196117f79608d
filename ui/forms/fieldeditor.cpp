// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldeditor.h"

namespace madoguchi::ui {

void FieldEditor::name(QWidget* input, const FieldLook& look, const QString& part) {
  input->setAccessibleName(part.isEmpty() ? look.title : QStringLiteral("%1: %2").arg(look.title, part));
  input->setAccessibleDescription(look.description);
}

} // namespace madoguchi::ui
