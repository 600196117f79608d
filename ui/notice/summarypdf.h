// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"
#include "models/summarytext.h"

#include <QByteArray>

namespace madoguchi::ui {

/// The summary of a case on sheets of A4, with its foot and the number of the page on each; as PDF/A-1b.
/// `mark`: over each page, as of a practice office; empty: none. UI thread (fonts).
[[nodiscard]] QByteArray summaryPdf(const models::SummaryText& summary, core::Date day, const QString& mark);

} // namespace madoguchi::ui
