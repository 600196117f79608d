// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/verbs.h"
#include "server/identity/attendance.h"

namespace madoguchi::server {

namespace {

core::Result<void> record(const Arguments& arguments, bool away) {
  core::AttendanceChange change;
  change.away = away;
  const std::string first = arguments.value("--from", core::toText(core::dayInJapan(systemNow())));
  const auto from = core::parseDate(first);
  const auto to = core::parseDate(arguments.value("--to", first));
  if (!from || !to) return core::failure(core::ErrorCode::InvalidArgument, "a day is written 2026-12-31");
  change.from = *from;
  change.to = *to;
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  return AttendanceService(**store, systemNow).record(arguments.positional().front(), change);
}

core::Result<void> add(const Arguments& arguments, Console&) {
  return record(arguments, true);
}

core::Result<void> end(const Arguments& arguments, Console&) {
  return record(arguments, false);
}

core::Result<void> list(const Arguments& arguments, Console& console) {
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  const auto all = AttendanceService(**store, systemNow).list();
  if (!all) return tl::unexpected(all.error());
  for (const core::Attendance& attendance : *all)
    for (const core::Absence& absence : attendance.absences)
      console.out << attendance.user.value << '\t' << core::toText(absence.from) << '\t'
                  << core::toText(absence.to) << '\t' << absence.recordedBy.value << '\n';
  return {};
}

} // namespace

std::vector<Verb> absenceVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"absence add",
       "LOGIN [--from DATE] [--to DATE] --data DIR",
       "Record that somebody is away.",
       "From and to are days (2026-12-31), both included; without them it is today. While a decider is "
       "away,\n"
       "the substitute that the procedure names may decide within its limits.\n",
       {kDataOption, {"--from", Kind::Value}, {"--to", Kind::Value}},
       1,
       1,
       &add},
      {"absence end",
       "LOGIN [--from DATE] [--to DATE] --data DIR",
       "Record that somebody is there after all.",
       "Takes these days out of the person's absences; days that are past stay as they were.\n",
       {kDataOption, {"--from", Kind::Value}, {"--to", Kind::Value}},
       1,
       1,
       &end},
      {"absence list",
       "--data DIR",
       "List absences.",
       "One a line, tab-separated: user id, first day, last day, who recorded it.\n",
       {kDataOption},
       0,
       0,
       &list},
  };
}

} // namespace madoguchi::server
