// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/eventlog/eventlog.h"

#include <string>

namespace madoguchi::server {

/// Reads an event log from a file, CSV or XES, plain or gzip; the content decides, not the file's name.
/// All or nothing. Errors: FileUnreadable; FileBroken and TooLarge as the readers say.
[[nodiscard]] core::Result<EventLog> readEventLog(const std::string& path, const LogLimits& limits = {});

} // namespace madoguchi::server
