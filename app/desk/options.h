// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace madoguchi::app {

/// The command line of the desk.
struct DeskOptions {
  QString profile;     ///< folder; empty: the usual place
  QString server;      ///< empty: the one that the profile knows
  QString fingerprint; ///< of the server's certificate
  QString login;
  QString password; ///< of a demonstration: from a file, or from MADOGUCHI_PASSWORD
  QString language; ///< "ja", "en"; empty: as remembered, else the system's
  QString look;     ///< "auto", "light", "dark", "contrast"; empty: as remembered
  bool demonstrationKeyStore = false;
  bool ready = false; ///< begins unseen, and stays when its window is closed
};

/// Prints help, version or what is wrong, and ends the program with exit code 0 or 2, where the command line
/// asks for it.
[[nodiscard]] DeskOptions parseDeskOptions(const QStringList& arguments);

} // namespace madoguchi::app
