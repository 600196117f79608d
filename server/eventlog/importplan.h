// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/calendar/date.h"
#include "core/cases/casestate.h"
#include "server/eventlog/eventlog.h"
#include "server/eventlog/mapping.h"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::server {

struct ImportedStep {
  core::Instant at{};
  std::string actor;  ///< name of an ImportedStaff, or empty
  std::string office; ///< name of an ImportedOffice, or empty for the top one
  std::string label;  ///< the log's own word
  std::string step;   ///< kind of the command it resembles, or empty
  core::Status statusAfter = core::Status::Arrived;
  bool operator==(const ImportedStep&) const = default;
};

/// Days are those of the log's own offset.
struct ImportedCase {
  std::string name;
  core::Instant arrivedAt{};
  core::Date arrivedOn{};
  core::Channel channel = core::Channel::Online;
  std::string office; ///< name of an ImportedOffice, or empty for the top one
  std::string holder; ///< name of an ImportedStaff, or empty
  std::optional<core::Instant> dueAt;
  std::optional<core::Date> dueOn;
  std::optional<core::Instant> closedAt;
  std::optional<core::Date> closedOn;
  core::Status status = core::Status::Arrived; ///< at the end
  LogAttributes attributes;                    ///< of the trace, all of them
  std::vector<ImportedStep> steps;             ///< one for each event of the log, in its order
  bool operator==(const ImportedCase&) const = default;
};

struct ImportedOffice {
  std::string name; ///< the log's word for the group
  std::string nameJa;
  std::string nameEn;
  std::string symbol;
  bool operator==(const ImportedOffice&) const = default;
};

struct ImportedStaff {
  std::string name;  ///< the log's word for the resource
  std::string login; ///< unique among the staff of the plan
  std::string display;
  std::string office; ///< where most of the steps were taken, or empty for the top one
  bool operator==(const ImportedStaff&) const = default;
};

/// Everything that an import will make, before anything is made.
struct ImportPlan {
  ImportedOffice top;
  std::vector<ImportedOffice> offices; ///< below `top`, by name
  std::vector<ImportedStaff> staff;    ///< by name
  std::vector<ImportedCase> cases;     ///< in the order of the log
  bool operator==(const ImportPlan&) const = default;
};

/// What `import` reports. Late: closed after its deadline, by the instant, or only by the calendar day.
struct ImportSummary {
  std::size_t cases = 0;
  std::size_t steps = 0;
  std::size_t closed = 0;
  std::size_t lateByInstant = 0;
  std::size_t lateByDay = 0;
  bool operator==(const ImportSummary&) const = default;
};
[[nodiscard]] ImportSummary summaryOf(const ImportPlan& plan);

/// Pure. Errors: FileBroken with "case N: reason", N counted from 1 in the order of the log: an attribute
/// that should be a moment, a word that the mapping refuses, a case that has neither start nor events.
[[nodiscard]] core::Result<ImportPlan> mapLog(const EventLog& log, const Mapping& mapping);

} // namespace madoguchi::server
