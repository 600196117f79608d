// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formchanges.h"
#include "ui/basics/dialog.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace madoguchi::ui {

/// What changes if a case moves to a newer version of its form: fields that come, go or ask for something
/// else, and values of this case that have no place there or are no longer right. Accepted: move it.
class FormVersionDialog : public Dialog {
  Q_OBJECT

public:
  /// The arguments are only read here. `whyNot`: why this user cannot move the case now; empty: the user can.
  FormVersionDialog(const core::Procedure& from, const core::Procedure& to, const core::json::value& form,
                    const QString& whyNot, QWidget* parent = nullptr);

private:
  void addButtons(int version, const QString& whyNot);
  void fill(const core::Procedure& from, const core::Procedure& to, const core::json::value& form,
            const core::FormMigration& migration);
  void fillCriteria(const core::Procedure& from, const core::Procedure& to);
  QTreeWidgetItem* addGroup(const QString& title, int count);

  QTreeWidget* m_list;
};

} // namespace madoguchi::ui
