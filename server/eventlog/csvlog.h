// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/eventlog/bytesource.h"

namespace madoguchi::server {

/// An event log with one event a line, whose header names XES keys, those of the trace with "case:" before
/// them (as PM4Py writes it). Needs case:concept:name, concept:name and time:timestamp; lines of one case
/// need not stand together, but must agree in its attributes. Errors as readCsv.
[[nodiscard]] core::Result<EventLog> readCsvLog(ByteSource& source, const LogLimits& limits = {});

} // namespace madoguchi::server
