// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <QByteArray>
#include <QFont>
#include <QString>

namespace madoguchi::ui {

/// Mends what QPdfWriter (Qt 6.4) leaves in a PDF/A-1b:
/// - its clock and its random id, so that the same document gives the same bytes: the day stands for the
///   moment, and the id follows from the content;
/// - its table from glyphs to characters, which names the first character with that shape: ⽇ (a radical) for
///   日, and nothing beyond the basic plane, so that nobody could search, copy or hear the text. `text`: all
///   that was written in `font`, in order.
/// A file that is written another way comes back as it was.
[[nodiscard]] QByteArray tidied(const QByteArray& pdf, core::Date day, const QString& text,
                                const QFont& font);

} // namespace madoguchi::ui
