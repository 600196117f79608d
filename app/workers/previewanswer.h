// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/frame.h"
#include "models/ports/pagesource.h"

#include <optional>

namespace madoguchi::app {

// What the preview process answers. A hostile file may have taken it over, so each of these is nothing where
// the answer is not of its kind, whole, and within what the desk can hold.

/// Which request it answers.
[[nodiscard]] std::optional<quint64> requestIn(const preview::Frame& answer);
[[nodiscard]] std::optional<models::PageSource::Failure> failureIn(const preview::Frame& answer);
/// The sizes of one page or more, in points.
[[nodiscard]] std::optional<QList<QSizeF>> pagesIn(const preview::Frame& answer);
[[nodiscard]] std::optional<QImage> pictureIn(const preview::Frame& answer);
[[nodiscard]] std::optional<QList<models::PageHit>> hitsIn(const preview::Frame& answer);

} // namespace madoguchi::app
