// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/theme.h"

#include <QStringList>

class QWidget;

/// What weak eyes find on a page that is shown. Every line that comes back is a fault, in words.
namespace madoguchi::tests {

/// WCAG 2.1: from 1 (the same) to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// The text that says what belongs into an empty field has at least this contrast to its ground.
[[nodiscard]] QStringList faultsOfPlaceholders(const QWidget& page, double least, int& looked);
/// Of the colours that texts and signs have, none is drawn on a selected row of a list or a table from whose
/// ground it hardly differs (3 : 1).
[[nodiscard]] QStringList faultsOfSelections(QWidget& page, const ui::Colours& colours, int& looked);

} // namespace madoguchi::tests
