// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/importwriter.h"

#include "core/base/hash.h"
#include "core/base/uuid.h"
#include "core/cases/rules.h"
#include "core/procedures/formschema.h"

#include <algorithm>
#include <array>
#include <map>

namespace madoguchi::server {

namespace {

namespace json = core::json;
using core::ErrorCode;
using core::failure;
using core::Result;

class RecordMaker {
public:
  RecordMaker(const ImportPlan& plan, const std::string& logName, const core::Procedure& procedure)
      : m_plan(plan), m_logName(logName), m_procedure(procedure) {}

  Result<ImportedRecords> run() {
    const auto schema = core::FormSchema::compile(m_procedure.form);
    if (!schema) return tl::unexpected(schema.error());
    addOffices();
    addUsers();
    m_made.cases.reserve(m_plan.cases.size());
    for (const ImportedCase& imported : m_plan.cases) {
      const json::value form = formOf(imported);
      const auto errors = schema->validate(form);
      if (!errors.empty())
        return failure(ErrorCode::FileBroken, "case " + std::to_string(m_made.cases.size() + 1) + ": " +
                                                  errors.front().pointer + " breaks " +
                                                  errors.front().keyword);
      m_made.cases.push_back(recordOf(imported, form));
    }
    return std::move(m_made);
  }

private:
  /// A UUIDv7 whose random part is the digest of what it names.
  std::string idOf(core::Instant at, const std::string& kind, const std::string& name) const {
    const core::Digest digest = core::sha256(m_logName + '\n' + kind + '\n' + name);
    std::array<std::uint8_t, 10> bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    return core::makeUuid7(at.time_since_epoch().count(), bytes);
  }

  /// When the log begins: the moment in the ids of offices and staff.
  core::Instant beginning() const {
    const auto first = std::min_element(
        m_plan.cases.begin(), m_plan.cases.end(),
        [](const ImportedCase& a, const ImportedCase& b) { return a.arrivedAt < b.arrivedAt; });
    return first == m_plan.cases.end() ? core::Instant{} : first->arrivedAt;
  }

  void addOffices() {
    const auto add = [&](const ImportedOffice& office, const core::OfficeId& parent) {
      const core::OfficeId id(idOf(beginning(), "office", office.name));
      m_offices[office.name] = id;
      m_made.offices.push_back({id, parent, office.nameJa, office.nameEn, office.symbol});
    };
    add(m_plan.top, {});
    const core::OfficeId top = m_made.offices.front().id;
    for (const ImportedOffice& office : m_plan.offices)
      add(office, top);
  }

  void addUsers() {
    for (const ImportedStaff& staff : m_plan.staff) {
      ImportedUser user;
      user.person.id = core::UserId(idOf(beginning(), "user", staff.name));
      user.person.nameJa = staff.display;
      user.person.rank = "staff";
      user.person.office = m_offices.at(staff.office);
      user.login = staff.login;
      user.grants.push_back({core::Role::Clerk, m_offices.at(""), std::nullopt, false});
      m_users[staff.name] = user.person.id;
      m_made.users.push_back(std::move(user));
    }
  }

  core::UserId userOf(const std::string& name) const {
    return name.empty() ? core::UserId{} : m_users.at(name);
  }

  json::value formOf(const ImportedCase& imported) const {
    json::object log;
    log["name"] = m_logName;
    log["case"] = imported.name;
    if (!imported.steps.empty()) log["activity"] = imported.steps.front().label;
    json::object form;
    for (const auto& [key, value] : imported.attributes)
      form[key] = value;
    form["log"] = std::move(log);
    return form;
  }

  core::CaseRecord recordOf(const ImportedCase& imported, const json::value& form) const {
    const core::CaseId id(idOf(imported.arrivedAt, "case", imported.name));
    core::CaseRecord record;
    const auto add = [&](core::Instant at, const core::UserId& actor, core::EventBody body) {
      core::Event event;
      event.command = core::CommandId(idOf(at, id.value, std::to_string(record.timeline.size())));
      event.actor = actor;
      event.at = at;
      event.body = std::move(body);
      record.timeline.push_back(std::move(event));
    };
    add(imported.arrivedAt, {}, arrivalOf(imported, form));
    core::UserId holder = userOf(imported.holder);
    if (imported.steps.empty() && !holder.empty())
      add(imported.arrivedAt, {}, core::CaseAssigned{{}, holder});
    for (const ImportedStep& step : imported.steps) {
      add(step.at, userOf(step.actor),
          core::StepImported{step.label, m_offices.at(step.office), step.statusAfter, holder, step.step});
      holder = {}; // said once; it stays
    }
    if (imported.closedAt) add(*imported.closedAt, {}, core::CaseClosed{*imported.closedOn});
    record.state = core::replay(id, record.timeline);
    return record;
  }

  core::CaseArrived arrivalOf(const ImportedCase& imported, const json::value& form) const {
    core::CaseArrived arrived;
    arrived.procedure = m_procedure.id;
    arrived.procedureVersion = m_procedure.version;
    arrived.office = m_offices.at(imported.office);
    arrived.channel = imported.channel;
    arrived.arrivedAt = imported.arrivedAt;
    arrived.arrivedOn = imported.arrivedOn;
    arrived.fixedDueOn = imported.dueOn;
    arrived.number = imported.name;
    // Logs name no applicant; lists and search still need something to go by.
    arrived.applicant.party.name.display = imported.name;
    arrived.form = form;
    return arrived;
  }

  const ImportPlan& m_plan;
  const std::string& m_logName;
  const core::Procedure& m_procedure;
  ImportedRecords m_made;
  std::map<std::string, core::OfficeId> m_offices; ///< by the log's word; "" is the top one
  std::map<std::string, core::UserId> m_users;
};

} // namespace

Result<ImportedRecords> makeRecords(const ImportPlan& plan, const std::string& logName,
                                    const core::Procedure& procedure) {
  if (!procedure.importOnly)
    return failure(ErrorCode::InvalidArgument, "applications are not imported under " + procedure.id.value);
  if (logName.empty()) return failure(ErrorCode::InvalidArgument, "the log needs a name");
  return RecordMaker(plan, logName, procedure).run();
}

} // namespace madoguchi::server
