// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "server/eventlog/bytesource.h"

namespace madoguchi::server {

/// Reads an event log in XES (IEEE 1849-2016), streaming. Attributes of the log, globals, classifiers and
/// attributes nested in attributes are passed over: cases and steps need none of them. Keys keep the
/// standard prefixes (concept, org, time, lifecycle). A document type is refused, and with it every entity
/// and every file outside. Errors: FileBroken and TooLarge with "line N: reason".
[[nodiscard]] core::Result<EventLog> readXesLog(ByteSource& source, const LogLimits& limits = {});

} // namespace madoguchi::server
