// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace madoguchi::app {

enum class ScanVerdict {
  Clean,    ///< exit code 0
  Infected, ///< exit code 1
  Unknown,  ///< any other, no such program, or no answer in time: the content must not be used
};

/// Shows content to a virus scanner and waits for its verdict; never on the UI thread. `command`: program and
/// arguments, started without a shell. "%f" in an argument becomes the name of a file that lies in memory and
/// that only the scanner's process can open: content never reaches a disk unencrypted. Without "%f" that file
/// is its standard input, which a scanner can hand on to a daemon (clamdscan --fdpass -).
[[nodiscard]] ScanVerdict scanForViruses(const QStringList& command, const QByteArray& content,
                                         int timeoutSeconds);

} // namespace madoguchi::app
