// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/procedure.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace madoguchi::models {

[[nodiscard]] inline QString qtext(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Whether people read Japanese now; the default QLocale says so and changes with the language.
[[nodiscard]] bool isJapanese();

/// In the language of the user; in the other one where it is missing.
[[nodiscard]] QString localText(const core::LocalText& text);
[[nodiscard]] QString localText(std::string_view ja, std::string_view en);

/// One after the other, as the language lists things.
[[nodiscard]] QString listed(const QStringList& things);

} // namespace madoguchi::models
