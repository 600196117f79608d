// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace madoguchi::server {

enum class Severity { Info, Warning, Error };

/// One line: an event's name, ids and codes. Never personal data, tokens or texts that users typed.
struct LogLine {
  Severity severity = Severity::Info;
  std::string_view event;     ///< "request", "started", "commitFailed"
  std::string_view requestId; ///< empty where there is none
  std::string text;           ///< "POST commands 200 3ms"
};

/// Thread-safe; never fails.
class Log {
public:
  virtual ~Log() = default;
  virtual void write(const LogLine& line) = 0;
};

/// Rotating files in a folder (10 MB each, 10 of them), through Boost.Log. Errors: FileUnreadable.
[[nodiscard]] core::Result<std::unique_ptr<Log>> openLog(const std::string& folder);

} // namespace madoguchi::server
