// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/views.h"

#include "core/base/codec.h"
#include "core/calendar/date.h"

#include <algorithm>

namespace madoguchi::app {

namespace {

namespace json = core::json;

template <class Enum>
std::string nameOf(Enum value) {
  return boost::describe::enum_to_string(value, "?");
}

std::size_t charactersIn(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string csvCell(std::string cell) {
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
    cell.insert(cell.begin(), '\'');
  if (cell.find_first_of("\",\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + '"';
}

} // namespace

json::value rowJson(const core::CaseListRow& row) {
  json::object object;
  object["id"] = row.id.value;
  object["version"] = row.version;
  object["number"] = row.number;
  object["procedure"] = row.procedure.value;
  object["applicant"] = row.applicant;
  object["kana"] = row.kana;
  object["arrivedOn"] = core::toText(row.arrivedOn);
  if (row.dueOn) object["dueOn"] = core::toText(*row.dueOn);
  object["status"] = nameOf(row.status);
  object["holder"] = row.holder.value;
  object["office"] = row.office.value;
  if (row.outcome) object["outcome"] = nameOf(*row.outcome);
  object["pending"] = core::has(row.flags, core::RowFlag::Pending);
  object["attention"] = core::has(row.flags, core::RowFlag::Attention);
  return object;
}

json::value entryJson(const core::OutboxEntry& entry) {
  json::object object;
  object["deviceSeq"] = entry.deviceSeq;
  object["command"] = entry.command.value;
  object["case"] = entry.caseId.value;
  object["kind"] = entry.kind;
  object["status"] = nameOf(entry.status);
  object["attempts"] = entry.attempts;
  object["madeAt"] = core::toText(entry.madeAt);
  if (!entry.code.empty()) object["code"] = entry.code;
  if (!entry.detail.empty()) object["detail"] = entry.detail;
  if (!entry.requestId.empty()) object["requestId"] = entry.requestId;
  if (!entry.conflicts.empty()) object["conflicts"] = core::codec::toValue(entry.conflicts);
  return object;
}

json::value statusJson(const sync::Status& status) {
  json::object object;
  object["link"] = status.link == sync::Status::Link::Online ? "online" : "offline";
  object["signedIn"] = status.signedIn;
  object["settled"] = status.settled;
  object["waiting"] = status.waiting;
  if (status.lastSync) object["lastSync"] = core::toText(*status.lastSync);
  if (status.heldRemoval) object["heldRemoval"] = status.heldRemoval->removed;
  if (status.problem)
    object["problem"] = {{"code", std::string(core::toText(status.problem->code))},
                         {"detail", status.problem->detail}};
  return object;
}

std::string table(const std::vector<std::vector<std::string>>& lines) {
  std::vector<std::size_t> widths;
  for (const auto& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], charactersIn(line[i]));
  }
  std::string text;
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      text.append(line[i]);
      if (i + 1 < line.size()) text.append(widths[i] - charactersIn(line[i]) + 2, ' ');
    }
    text.push_back('\n');
  }
  return text;
}

std::vector<std::string> rowTitles() {
  return {"id", "number", "procedure", "applicant", "kana", "arrived", "due", "status", "holder", "office"};
}

std::vector<std::string> rowCells(const core::CaseListRow& row) {
  return {row.id.value,
          row.number,
          row.procedure.value,
          row.applicant,
          row.kana,
          core::toText(row.arrivedOn),
          row.dueOn ? core::toText(*row.dueOn) : std::string(),
          nameOf(row.status),
          row.holder.value,
          row.office.value};
}

std::string csv(const std::vector<std::vector<std::string>>& lines) {
  std::string text = "\xEF\xBB\xBF";
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i)
      text.append(i == 0 ? "" : ",").append(csvCell(line[i]));
    text.append("\r\n");
  }
  return text;
}

} // namespace madoguchi::app
