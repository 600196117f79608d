// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk.h"

#include <QString>

#include <optional>

namespace madoguchi::ui {

/// How many cases a list shows, and of how many where a filter narrows its queue: "4 of 44". `saved`: id of
/// the saved search that is shown, may be empty; `listed`: rows of the list, once all of it has come.
[[nodiscard]] QString listCount(const models::Desk& desk, core::Queue queue, const QString& saved,
                                const models::ListFilter& filter, std::optional<qint64> listed);

} // namespace madoguchi::ui
