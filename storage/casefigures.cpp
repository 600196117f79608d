// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casefigures.h"

#include "core/cases/casecodec.h"
#include "storage/casequerysql.h"

#include <SQLiteCpp/Statement.h>

#include <map>

namespace madoguchi::storage {

namespace {

constexpr int kWeeks = 13;
constexpr int kSample = 500;

/// How many cases of the query have a day of this column in each week from the first on.
std::vector<std::int64_t> perWeek(Database& database, const QuerySql& sql, const char* column,
                                  core::Date first) {
  std::vector<std::int64_t> counts(kWeeks);
  const std::string day = std::to_string(first.time_since_epoch().count());
  const std::string name = std::string("c.") + column;
  SQLite::Statement weeks(database.connection(), "SELECT (" + name + " - " + day + ") / 7, count(*) FROM " +
                                                     sql.from + " WHERE " + name + " >= " + day + " AND " +
                                                     sql.where + " GROUP BY 1");
  bind(weeks, sql);
  while (weeks.executeStep()) {
    const std::int64_t week = weeks.getColumn(0).getInt64();
    // A day ahead of today is a clock that goes wrong.
    if (week < kWeeks) counts[static_cast<std::size_t>(week)] = weeks.getColumn(1).getInt64();
  }
  return counts;
}

std::vector<core::WeekFigures> weeksOf(Database& database, const QuerySql& sql, core::Date today) {
  const core::Date first = core::mondayOf(today) - std::chrono::weeks(kWeeks - 1);
  const auto arrived = perWeek(database, sql, "arrived_day", first);
  const auto closed = perWeek(database, sql, "closed_day", first);
  SQLite::Statement open(database.connection(), "SELECT count(*) FROM " + sql.from + " WHERE c.flags & " +
                                                    std::to_string(core::bit(core::RowFlag::Open)) +
                                                    " <> 0 AND " + sql.where);
  bind(open, sql);
  std::int64_t backlog = open.executeStep() ? open.getColumn(0).getInt64() : 0;
  std::vector<core::WeekFigures> weeks(kWeeks);
  // From today backwards: what was open when a week began is what it ended with, but for its own.
  for (std::size_t i = kWeeks; i-- > 0;) {
    weeks[i] = {first + std::chrono::weeks(static_cast<int>(i)), arrived[i], closed[i], backlog};
    backlog += closed[i] - arrived[i];
  }
  return weeks;
}

/// Of the cases that were closed last and are not destroyed.
std::vector<std::map<core::Status, int>> stepsOf(Database& database, const QuerySql& sql) {
  SQLite::Statement last(database.connection(),
                         "SELECT d.state, d.timeline FROM " + sql.from +
                             " JOIN case_documents d ON d.key = c.key WHERE c.closed_day IS NOT NULL AND"
                             " c.status <> " +
                             std::to_string(static_cast<int>(core::Status::Destroyed)) + " AND " + sql.where +
                             " ORDER BY c.closed_day DESC LIMIT " + std::to_string(kSample));
  bind(last, sql);
  std::vector<std::map<core::Status, int>> cases;
  while (last.executeStep()) {
    auto record = core::caseRecordFrom(last.getColumn(0).getString(), last.getColumn(1).getString());
    // One whose timeline only a newer release can read is not in the sample.
    if (!record && record.error().code == core::ErrorCode::UnknownKind) continue;
    cases.push_back(core::daysInSteps(valueOrFail(std::move(record)).timeline));
  }
  return cases;
}

} // namespace

std::vector<core::WorkloadLine> workloadOf(Database& database, Words& words, const core::CaseQuery& query,
                                           core::Date today) {
  std::map<std::pair<std::int64_t, std::int64_t>, core::WorkloadLine> lines;
  core::CaseQuery open = query;
  open.allOf |= core::bit(core::RowFlag::Open);
  const auto sql = sqlFor(open, words);
  if (!sql) return {};
  const auto running = "c.flags & " + std::to_string(core::bit(core::RowFlag::Undecided)) +
                       " <> 0 AND c.flags & " + std::to_string(core::bit(core::RowFlag::ClockStopped)) +
                       " = 0";
  const std::int64_t day = today.time_since_epoch().count();
  // Each of the two is answered by one index alone.
  const std::string byDue = "SELECT c.holder, c.procedure, count(*), sum(" + running + " AND c.due_day < " +
                            std::to_string(day) + "), sum(" + running + " AND c.due_day BETWEEN " +
                            std::to_string(day) + " AND " + std::to_string(day + core::kDueSoonDays - 1) +
                            "), sum(c.flags & " + std::to_string(core::bit(core::RowFlag::ClockStopped)) +
                            " <> 0) FROM cases c WHERE " + sql->where + " GROUP BY c.holder, c.procedure";
  SQLite::Statement due(database.connection(), byDue);
  bind(due, *sql);
  while (due.executeStep()) {
    core::WorkloadLine& line = lines[{due.getColumn(0).getInt64(), due.getColumn(1).getInt64()}];
    line.holder = core::UserId(words.word(due.getColumn(0).getInt64()));
    line.procedure = core::ProcedureId(words.word(due.getColumn(1).getInt64()));
    line.open = due.getColumn(2).getInt64();
    line.overdue = due.getColumn(3).getInt64();
    line.dueSoon = due.getColumn(4).getInt64();
    line.stopped = due.getColumn(5).getInt64();
  }
  std::string ages;
  std::int64_t younger = -1;
  for (const int limit : core::kAgeLimits) {
    ages += ", sum(" + std::to_string(day) + " - c.arrived_day > " + std::to_string(younger) + " AND " +
            std::to_string(day) + " - c.arrived_day <= " + std::to_string(limit) + ")";
    younger = limit;
  }
  SQLite::Statement old(database.connection(), "SELECT c.holder, c.procedure" + ages +
                                                   " FROM cases c WHERE " + sql->where +
                                                   " GROUP BY c.holder, c.procedure");
  bind(old, *sql);
  while (old.executeStep()) {
    core::WorkloadLine& line = lines[{old.getColumn(0).getInt64(), old.getColumn(1).getInt64()}];
    std::int64_t rest = line.open;
    for (std::size_t age = 0; age < core::kAgeLimits.size(); ++age) {
      line.ages[age] = old.getColumn(2 + static_cast<int>(age)).getInt64();
      rest -= line.ages[age];
    }
    line.ages.back() = rest;
  }
  std::vector<core::WorkloadLine> result;
  result.reserve(lines.size());
  for (auto& line : lines)
    result.push_back(std::move(line.second));
  return result;
}

core::Figures figuresOf(Database& database, Words& words, const core::CaseQuery& query, core::Date today) {
  const auto sql = sqlFor(query, words);
  if (!sql) return {};
  const auto cases = stepsOf(database, *sql);
  return {weeksOf(database, *sql, today), core::stepFigures(cases), static_cast<std::int64_t>(cases.size())};
}

} // namespace madoguchi::storage
