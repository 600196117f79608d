// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace madoguchi::tests {

/// Each function reads one file's text and returns what it found wrong, a line each: "path:line: what".
/// Paths are relative to the repository's root.

/// Includes that the table of arrows does not allow.
[[nodiscard]] QStringList forbiddenIncludes(const QString& path, const QString& text);

/// Calls of clocks and randomness in the folders that must be pure.
[[nodiscard]] QStringList impureCalls(const QString& path, const QString& text);

/// The two-line licence header, the length of the file, notes left for later.
[[nodiscard]] QStringList untidiness(const QString& path, const QString& text);

/// The libraries and executables that a CMakeLists defines.
[[nodiscard]] QStringList definedTargets(const QString& text);

/// Links that the table does not allow. `folderOfTarget` maps our own targets to their folders.
[[nodiscard]] QStringList forbiddenLinks(const QString& path, const QString& text,
                                         const QHash<QString, QString>& folderOfTarget);

} // namespace madoguchi::tests
