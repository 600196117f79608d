// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace madoguchi::app {

/// Where an attachment holds a My Number 個人番号, which has no place in a case (domain.md): its file name, a
/// plain text (UTF-8, UTF-16 with its mark, or any encoding that writes digits as ASCII), or the text of a
/// PDF. Pictures are not read.
enum class NumberPlace { None, FileName, Text, Pdf };

/// Reads a PDF with `preview`, the program that may die of it, and waits for it; never on the UI thread. A
/// PDF that cannot be read holds no text that could be found.
[[nodiscard]] NumberPlace findMyNumberIn(const QString& fileName, const QByteArray& content,
                                         const QString& preview, int timeoutSeconds = 30);

/// A plain text with the digits of every My Number struck out by "*"; UTF-16 becomes UTF-8.
[[nodiscard]] QByteArray withoutMyNumbers(const QByteArray& text);

/// The text of all pages. Errors: FileBroken (or protected), Timeout.
[[nodiscard]] core::Result<QByteArray> textOfPdf(const QByteArray& content, const QString& preview,
                                                 int timeoutSeconds);

} // namespace madoguchi::app
