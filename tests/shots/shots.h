// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace madoguchi::tests {

/// One look at everything: language, theme, and where the pictures go.
struct ShotSet {
  QString language;
  QString look;  ///< light, dark
  QString scale; ///< as it stands in the file names
};

/// Renders every page into `folder` as NN-page-language-look-scale.png; how many were written.
int takeShots(const ShotSet& set, const QDir& folder);

} // namespace madoguchi::tests
