// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <string>

namespace madoguchi::ui {

/// The drafts after the entry "/vehicles/1" has gone: its own are left out, those of the entries behind it
/// belong to a number less.
[[nodiscard]] QMap<QString, QString> draftsWithout(const std::string& item,
                                                   const QMap<QString, QString>& drafts);

/// The drafts after the entry has moved by some places, with those that it passed.
[[nodiscard]] QMap<QString, QString> draftsMoved(const std::string& item, int by,
                                                 const QMap<QString, QString>& drafts);

} // namespace madoguchi::ui
