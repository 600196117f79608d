// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

/// What a screen reader and a keyboard find on a page that is shown. Every line that comes back is a fault,
/// in words: class and object name of the widget, and what is wrong.
namespace madoguchi::tests {

/// How much was looked at, so that a test can demand that there was something.
struct Audited {
  int controls = 0;
  int cells = 0;
  int stops = 0;
};

/// Each control that can be used has a name, a role that fits, and states that agree with the widget.
QStringList faultsOfControls(const QWidget& page, Audited& audited);
/// Each entry of a list, a tree or a table says something, and each column has a name.
QStringList faultsOfCells(const QWidget& page, Audited& audited);
/// Tab comes to every enabled control, and never stays in one. Of radio buttons it comes to one of a group.
QStringList faultsOfTab(QWidget& page, Audited& audited);

} // namespace madoguchi::tests
