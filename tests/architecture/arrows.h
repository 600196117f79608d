// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace madoguchi::tests {

/// One target of the architecture: a folder, the targets it may use, and the outside libraries it may use.
struct Layer {
  QString folder;
  QStringList uses;
  QStringList libraries;
};

/// The table of allowed arrows. It says what the drawing in HACKING.md says, and nothing else may be used.
[[nodiscard]] const QList<Layer>& allowedArrows();

/// The layer that holds a file: the longest folder that its path begins with; empty folder when none does.
[[nodiscard]] Layer layerOf(const QString& path);

/// True when code of `from` may include headers of `to`: itself, an arrow, or an arrow's arrow.
[[nodiscard]] bool mayUse(const Layer& from, const QString& to);

/// The outside library that a header in angle brackets belongs to, as named in Layer::libraries;
/// empty when the table does not know it (then nobody may use it).
[[nodiscard]] QString libraryOfHeader(const QString& header);

/// The same for a name in target_link_libraries or USES; empty when unknown.
[[nodiscard]] QString libraryOfTarget(const QString& target);

} // namespace madoguchi::tests
