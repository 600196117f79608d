// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/csvlog.h"

#include "server/eventlog/csvreader.h"
#include "server/eventlog/logattributes.h"

#include <algorithm>
#include <unordered_map>

namespace madoguchi::server {

namespace {

using core::ErrorCode;
using core::failure;
using core::Result;

constexpr std::string_view kCasePrefix = "case:";

class CsvLogBuilder {
public:
  explicit CsvLogBuilder(const LogLimits& limits) : m_limits(limits) {}

  Result<void> take(const CsvRecord& record) {
    if (m_columns.empty()) return takeHeader(record);
    if (record.cells.size() != m_columns.size())
      return brokenAt(record.line, std::to_string(record.cells.size()) + " cells under a header of " +
                                       std::to_string(m_columns.size()));
    Trace trace;
    EventDraft draft;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      const Column& column = m_columns[i];
      auto set = column.ofTrace ? setTraceAttribute(trace, column.key, record.cells[i], m_limits)
                                : setEventAttribute(draft, column.key, record.cells[i], m_limits);
      if (!set) return atLine(record.line, set.error());
    }
    if (auto checked = checkEvent(draft); !checked) return atLine(record.line, checked.error());
    return add(record.line, std::move(trace), std::move(draft.event));
  }

  Result<EventLog> finish() {
    if (m_columns.empty()) return brokenAt(1, "the file is empty");
    return std::move(m_log);
  }

private:
  struct Column {
    std::string key;
    bool ofTrace = false;
    bool operator==(const Column&) const = default;
  };

  Result<void> takeHeader(const CsvRecord& record) {
    for (const std::string& cell : record.cells) {
      Column column{cell, cell.starts_with(kCasePrefix)};
      if (column.ofTrace) column.key.erase(0, kCasePrefix.size());
      if (column.key.empty()) return brokenAt(record.line, "a column has no name");
      if (has(column)) return brokenAt(record.line, "column " + cell + " stands twice");
      m_columns.push_back(std::move(column));
    }
    for (const Column& needed :
         {Column{"concept:name", true}, Column{"concept:name"}, Column{"time:timestamp"}}) {
      if (has(needed)) continue;
      return brokenAt(record.line, "column " + std::string{needed.ofTrace ? kCasePrefix : ""} + needed.key +
                                       " is missing");
    }
    return {};
  }

  [[nodiscard]] bool has(const Column& column) const {
    return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end();
  }

  Result<void> add(std::size_t line, Trace trace, LogEvent event) {
    if (trace.name.empty()) return brokenAt(line, "an event without case:concept:name");
    if (++m_events > m_limits.maxEvents) return failure(ErrorCode::TooLarge, "more events than the limit");
    const auto [place, isNew] = m_byName.emplace(trace.name, m_log.traces.size());
    if (isNew) {
      if (m_log.traces.size() >= m_limits.maxTraces)
        return failure(ErrorCode::TooLarge, "more cases than the limit");
      m_log.traces.push_back(std::move(trace));
    } else if (m_log.traces[place->second].attributes != trace.attributes) {
      return brokenAt(line, "the case: columns differ from an earlier line of the same case");
    }
    m_log.traces[place->second].events.push_back(std::move(event));
    return {};
  }

  const LogLimits& m_limits;
  std::vector<Column> m_columns;
  std::unordered_map<std::string, std::size_t> m_byName;
  std::size_t m_events = 0;
  EventLog m_log;
};

} // namespace

Result<EventLog> readCsvLog(ByteSource& source, const LogLimits& limits) {
  CsvLogBuilder builder(limits);
  auto read = readCsv(source, limits, [&](const CsvRecord& record) { return builder.take(record); });
  if (!read) return tl::unexpected(read.error());
  return builder.finish();
}

} // namespace madoguchi::server
