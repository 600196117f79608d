// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/eventlog/bytesource.h"

#include <functional>
#include <string>
#include <vector>

namespace madoguchi::server {

struct CsvRecord {
  std::size_t line = 1; ///< of the file, from 1, where the record begins
  std::vector<std::string> cells;
};

/// Reads comma-separated values (RFC 4180) in UTF-8, with or without BOM, lines ended by CRLF or LF, and
/// hands each record on. Empty lines are no records. A quote inside a bare cell is a letter like others.
/// Refused are text after a closing quote, a lone CR, NUL and broken UTF-8. The number of cells is the
/// consumer's affair. Errors: FileBroken and TooLarge with "line N: reason", and the consumer's own.
[[nodiscard]] core::Result<void> readCsv(ByteSource& source, const LogLimits& limits,
                                         const std::function<core::Result<void>(const CsvRecord&)>& consume);

} // namespace madoguchi::server
