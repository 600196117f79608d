// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formchanges.h"
#include "ui/basics/dialog.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace madoguchi::ui {

/// What would change if a case moved to a newer version of its form: fields that come, go or ask for
/// something else, and values of this case that would have no place or no longer be right. It changes
/// nothing.
class FormVersionDialog : public Dialog {
  Q_OBJECT

public:
  /// The arguments are only read here.
  FormVersionDialog(const core::Procedure& from, const core::Procedure& to, const core::json::value& form,
                    QWidget* parent = nullptr);

private:
  void fill(const core::Procedure& from, const core::Procedure& to, const core::json::value& form,
            const core::FormMigration& migration);
  QTreeWidgetItem* addGroup(const QString& title, int count);

  QTreeWidget* m_list;
};

} // namespace madoguchi::ui
