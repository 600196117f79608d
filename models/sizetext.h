// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace madoguchi::models {

/// The size of a file as people read it: "1.2 MB".
[[nodiscard]] inline QString sizeText(qint64 bytes) {
  return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

/// "3.2 of 8.0 MB"; where the whole is not known (0), what is there: "3.2 MB".
[[nodiscard]] QString transferText(qint64 done, qint64 total);

} // namespace madoguchi::models
