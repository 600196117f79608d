// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/importplan.h"

#include "core/text/mynumber.h"

#include <algorithm>
#include <set>

namespace madoguchi::server {

namespace {

using core::ErrorCode;
using core::failure;
using core::Result;

/// Lower-case letters, digits, dot and hyphen; what else stands in a name becomes a hyphen.
std::string loginOf(const std::string& prefix, const std::string& name) {
  std::string login = prefix;
  for (const char c : name) {
    const bool isUpper = c >= 'A' && c <= 'Z';
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (isUpper)
      login += static_cast<char>(c - 'A' + 'a');
    else
      login += isPlain ? c : '-';
  }
  return login;
}

class LogMapper {
public:
  LogMapper(const EventLog& log, const Mapping& mapping) : m_log(log), m_mapping(mapping) {}

  Result<ImportPlan> run() {
    const OfficeRule& top = m_mapping.topOffice;
    m_plan.top = {"", top.nameJa, top.nameEn, top.symbol};
    m_plan.cases.reserve(m_log.traces.size());
    for (const Trace& trace : m_log.traces) {
      auto mapped = mapTrace(trace);
      if (!mapped)
        return failure(mapped.error().code,
                       "case " + std::to_string(m_plan.cases.size() + 1) + ": " + mapped.error().detail);
      m_plan.cases.push_back(std::move(*mapped));
    }
    addOffices();
    addStaff();
    return std::move(m_plan);
  }

private:
  Result<ImportedCase> mapTrace(const Trace& trace) {
    if (auto place = placeOfMyNumber(trace))
      return failure(ErrorCode::MyNumberFound, place->append(" holds a My Number"));
    ImportedCase made;
    made.name = trace.name;
    made.attributes = trace.attributes;
    if (auto times = setTimes(trace, made); !times) return tl::unexpected(times.error());
    if (auto steps = addSteps(trace, made); !steps) return tl::unexpected(steps.error());
    if (const std::string* channel = attribute(trace, m_mapping.attributes.channel)) {
      const auto known = m_mapping.channels.find(*channel);
      made.channel = known == m_mapping.channels.end() ? m_mapping.otherChannel : known->second;
    }
    if (const std::string* holder = attribute(trace, m_mapping.attributes.holder)) {
      auto name = resource(*holder);
      if (!name) return tl::unexpected(name.error());
      made.holder = *name;
    }
    if (const std::string* office = attribute(trace, m_mapping.attributes.office)) {
      auto name = group(*office);
      if (!name) return tl::unexpected(name.error());
      made.office = *name;
    }
    return made;
  }

  Result<void> setTimes(const Trace& trace, ImportedCase& made) const {
    const auto start = time(trace, m_mapping.attributes.start);
    const auto due = time(trace, m_mapping.attributes.deadline);
    const auto end = time(trace, m_mapping.attributes.end);
    for (const auto* read : {&start, &due, &end}) {
      if (!*read) return tl::unexpected(read->error());
    }
    if (!*start && trace.events.empty())
      return failure(ErrorCode::FileBroken, "nothing says when it arrived");
    const LogTime arrived = *start ? **start : trace.events.front().timestamp;
    made.arrivedAt = arrived.at;
    made.arrivedOn = arrived.localDay();
    if (*due) {
      made.dueAt = (*due)->at;
      made.dueOn = (*due)->localDay();
    }
    if (*end) {
      made.closedAt = (*end)->at;
      made.closedOn = (*end)->localDay();
    }
    return {};
  }

  Result<void> addSteps(const Trace& trace, ImportedCase& made) {
    core::Status status = core::Status::Arrived;
    for (const LogEvent& event : trace.events) {
      const auto rule = m_mapping.activities.find(event.activity);
      const bool isKnown = rule != m_mapping.activities.end();
      if (!isKnown && m_mapping.unknownActivities == UnknownWord::Refuse)
        return failure(ErrorCode::FileBroken, "the mapping has no activity " + event.activity);
      if (isKnown && rule->second.status) status = *rule->second.status;
      auto actor = resource(event.resource);
      if (!actor) return tl::unexpected(actor.error());
      auto office = group(event.group);
      if (!office) return tl::unexpected(office.error());
      if (!office->empty()) made.office = *office;
      if (!actor->empty()) ++m_stepsOf[*actor][*office];
      made.steps.push_back(
          {event.timestamp.at, *actor, *office, event.activity, isKnown ? rule->second.step : "", status});
    }
    if (status == core::Status::Closed && !made.closedAt) {
      made.closedAt = trace.events.back().timestamp.at;
      made.closedOn = trace.events.back().timestamp.localDay();
    }
    made.status = made.closedAt ? core::Status::Closed : status;
    return {};
  }

  /// Nobody here may take in a My Number (番号法 19条, 20条), so none comes in with a log either.
  static std::optional<std::string> placeOfMyNumber(const Trace& trace) {
    if (core::findMyNumber(trace.name)) return "concept:name";
    for (const auto& [key, value] : trace.attributes) {
      if (core::findMyNumber(value)) return key;
    }
    for (const LogEvent& event : trace.events) {
      if (core::findMyNumber(event.activity)) return "concept:name of an event";
    }
    return std::nullopt;
  }

  [[nodiscard]] static const std::string* attribute(const Trace& trace, const std::string& key) {
    const auto found = trace.attributes.find(key);
    return found == trace.attributes.end() ? nullptr : &found->second;
  }

  [[nodiscard]] static Result<std::optional<LogTime>> time(const Trace& trace, const std::string& key) {
    const std::string* text = attribute(trace, key);
    if (text == nullptr) return std::nullopt;
    const auto parsed = parseLogTime(*text);
    if (!parsed) return failure(ErrorCode::FileBroken, "attribute " + key + " is " + parsed.error().detail);
    return *parsed;
  }

  /// The word itself once it is known to be needed; empty where it stands for nobody.
  Result<std::string> resource(const std::string& word) {
    const auto rule = m_mapping.resources.find(word);
    const bool isKnown = rule != m_mapping.resources.end();
    if (word.empty() || (isKnown && !rule->second)) return std::string{};
    if (!isKnown && m_mapping.unknownResources == UnknownWord::Refuse)
      return failure(ErrorCode::FileBroken, "the mapping lacks one of its resources");
    m_stepsOf.try_emplace(word);
    return word;
  }

  Result<std::string> group(const std::string& word) {
    const auto rule = m_mapping.groups.find(word);
    const bool isKnown = rule != m_mapping.groups.end();
    if (word.empty() || (isKnown && !rule->second)) return std::string{};
    if (!isKnown && m_mapping.unknownGroups == UnknownWord::Refuse)
      return failure(ErrorCode::FileBroken, "the mapping has no group " + word);
    m_groups.insert(word);
    return word;
  }

  void addOffices() {
    for (const std::string& name : m_groups) {
      const auto rule = m_mapping.groups.find(name);
      if (rule == m_mapping.groups.end())
        m_plan.offices.push_back({name, name, name, name});
      else
        m_plan.offices.push_back({name, rule->second->nameJa, rule->second->nameEn, rule->second->symbol});
    }
  }

  void addStaff() {
    std::set<std::string> logins;
    for (const auto& [name, rule] : m_mapping.resources) {
      if (rule) logins.insert(rule->login);
    }
    for (const auto& [name, offices] : m_stepsOf) {
      ImportedStaff staff{name, {}, name, {}};
      const auto busiest = std::max_element(offices.begin(), offices.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
      if (busiest != offices.end()) staff.office = busiest->first;
      const auto rule = m_mapping.resources.find(name);
      if (rule != m_mapping.resources.end()) {
        staff.login = rule->second->login;
        staff.display = rule->second->name;
      } else {
        const std::string base = loginOf(m_mapping.loginPrefix, name);
        staff.login = base;
        for (int n = 2; !logins.insert(staff.login).second; ++n)
          staff.login = base + "-" + std::to_string(n);
      }
      m_plan.staff.push_back(std::move(staff));
    }
  }

  const EventLog& m_log;
  const Mapping& m_mapping;
  ImportPlan m_plan;
  std::set<std::string> m_groups;
  std::map<std::string, std::map<std::string, int>> m_stepsOf; ///< resource → group → steps
};

} // namespace

ImportSummary summaryOf(const ImportPlan& plan) {
  ImportSummary summary;
  summary.cases = plan.cases.size();
  for (const ImportedCase& made : plan.cases) {
    summary.steps += made.steps.size();
    if (!made.closedAt) continue;
    ++summary.closed;
    if (made.dueAt && *made.closedAt > *made.dueAt) ++summary.lateByInstant;
    if (made.dueOn && *made.closedOn > *made.dueOn) ++summary.lateByDay;
  }
  return summary;
}

Result<ImportPlan> mapLog(const EventLog& log, const Mapping& mapping) {
  return LogMapper(log, mapping).run();
}

} // namespace madoguchi::server
