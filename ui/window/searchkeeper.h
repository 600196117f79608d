// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QCoreApplication>

namespace madoguchi::ui {

class Workspace;

/// Gives a name to what narrows the shown list, and takes it away again; each asks the user first.
class SearchKeeper {
  Q_DECLARE_TR_FUNCTIONS(SearchKeeper)

public:
  /// Both outlive the dialogs.
  SearchKeeper(const Context& context, Workspace& workspace) : m_context(context), m_workspace(workspace) {}

  /// Under a new name; a saved search that is shown can also be replaced, by leaving its name.
  void save() const;
  void rename() const;
  void remove() const;

private:
  Context m_context;
  Workspace& m_workspace;
};

} // namespace madoguchi::ui
