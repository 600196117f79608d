// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QPrinter;

namespace madoguchi::ui {

/// Prints a PDF that the desk itself has made, page by page, at its own size: what comes out is what was
/// shown and kept. False where the printer does not take it. UI thread.
[[nodiscard]] bool printPdf(const QByteArray& pdf, QPrinter& printer);

} // namespace madoguchi::ui
