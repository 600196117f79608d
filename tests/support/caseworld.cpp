// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/caseworld.h"

#include "core/base/uuid.h"
#include "core/procedures/procedurereader.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;

namespace {

HolidayTable shippedHolidays() {
  std::ifstream file(resourcesFolder() + "/calendar/holidays-jp.json", std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  auto table = HolidayTable::parse(text.str());
  if (!table) throw std::runtime_error(table.error().detail);
  return *table;
}

core::Finding findingOf(const char* id, FindingEffect effect) {
  core::Finding item;
  item.id = id;
  item.effect = effect;
  return item;
}

Stage stageOf(const char* id, StageKind kind, const char* rank, int group) {
  Stage item;
  item.id = id;
  item.kind = kind;
  item.rank = rank;
  item.group = group;
  return item;
}

Procedure smallProcedure() {
  Procedure procedure;
  procedure.id = ProcedureId("small-permit");
  procedure.version = 1;
  procedure.title = {"小さな許可", "Small permit"};
  procedure.group = "permit";
  procedure.form = json::object{{"type", "object"}};
  for (const char* id : {"facility", "person", "papers"}) {
    Criterion item;
    item.id = CriterionId(id);
    item.title = {id, id};
    item.article = "試験法第1条";
    item.findings = {findingOf("met", FindingEffect::Meets), findingOf("notMet", FindingEffect::Fails),
                     findingOf("none", FindingEffect::NotApplicable)};
    procedure.criteria.push_back(item);
  }
  procedure.clock.days = 10;
  procedure.clock.stops = {"correction", "fee"};
  procedure.route.stages = {stageOf("opinion", StageKind::Opinion, "chief", 1),
                            stageOf("legal", StageKind::LegalCheck, "legal", 1),
                            stageOf("decision", StageKind::Decision, "manager", 2)};
  procedure.route.decisions = {DecisionRule{{}, "decision"}};
  procedure.route.absence.substitutes = {{"manager", "chief2"}};
  procedure.retention.years = 1;
  return procedure;
}

Actor personOf(const char* id, const char* rank, const char* office, std::initializer_list<Role> roles) {
  Actor actor{UserId(id), rank, {}};
  for (const Role role : roles)
    actor.grants.push_back(Grant{role, OfficeId(office), std::nullopt, true});
  return actor;
}

} // namespace

CaseWorld::CaseWorld()
    : offices({{OfficeId("bureau"), {}, "局", "Bureau", "局"},
               {OfficeId("east"), OfficeId("bureau"), "東課", "East", "東"},
               {OfficeId("west"), OfficeId("bureau"), "西課", "West", "西"}}),
      holidays(shippedHolidays()), procedure(smallProcedure()), now(*parseInstant("2026-06-01T01:00:00Z")) {
  newer = procedure;
  newer.version = 2;
  newer.form = *parseJson(R"({"type":"object","properties":{"shop":{},"owner":{}}})");
  people = {personOf("clerk1", "staff", "east", {Role::Clerk}),
            personOf("clerk2", "staff", "east", {Role::Clerk}),
            personOf("clerkWest", "staff", "west", {Role::Clerk}),
            personOf("super", "chief", "east", {Role::Supervisor, Role::Approver}),
            personOf("super2", "chief", "bureau", {Role::Supervisor, Role::Approver}),
            personOf("legal", "legal", "bureau", {Role::Approver}),
            personOf("manager", "manager", "east", {Role::Approver}),
            personOf("manager2", "manager", "bureau", {Role::Approver, Role::Supervisor}),
            personOf("deputy", "chief2", "east", {Role::Approver}),
            personOf("auditor", "staff", "bureau", {Role::Auditor}),
            personOf("admin", "staff", "bureau", {Role::Administrator}),
            personOf("portal", "", "bureau", {Role::Intake})};
}

const Actor& CaseWorld::person(const std::string& id) const {
  for (const auto& actor : people)
    if (actor.id.value == id) return actor;
  throw std::runtime_error("nobody is called " + id);
}

Context CaseWorld::context(const Actor& actor, Side side) const {
  Context made{actor, offices, &procedure, holidays, now, side, {}, {}, &absences};
  made.moveTo = &newer;
  if (side == Side::Server) {
    made.nextCaseNumber = "C-1";
    made.nextDocumentNumber = "D-1";
  }
  return made;
}

void CaseWorld::sendAway(const std::string& id, int days) {
  const Actor& actor = person(id);
  const Date today = dayInJapan(now);
  absences[actor.id] = {
      actor.rank, actor.grants.front().office, {{today, today + std::chrono::days(days), actor.id, now}}};
}

std::string CaseWorld::freshId() {
  std::array<std::uint8_t, 10> bytes{};
  ++m_ids;
  for (std::size_t i = 0; i < 8; ++i)
    bytes[2 + i] = static_cast<std::uint8_t>(m_ids >> (56 - 8 * i));
  return makeUuid7(now.time_since_epoch().count(), bytes);
}

Command CaseWorld::command(const CaseRecord& record, const Actor& actor, CommandBody body) {
  Command made;
  made.id = CommandId(freshId());
  made.caseId = record.state.id;
  made.baseVersion = record.state.version;
  made.actor = actor.id;
  made.device = DeviceId("device-" + actor.id.value);
  made.madeAt = now;
  made.body = std::move(body);
  return made;
}

std::optional<ErrorCode> CaseWorld::run(CaseRecord& record, const std::string& actor, CommandBody body) {
  const Actor& who = person(actor);
  const auto done = execute(record, command(record, who, std::move(body)), context(who));
  if (done) return std::nullopt;
  return done.error().code;
}

CaseRecord CaseWorld::arrived() {
  CaseRecord record;
  record.state.id = CaseId(freshId());
  ReceiveOnline receive;
  receive.procedure = procedure.id;
  receive.office = OfficeId("east");
  receive.arrivedAt = now;
  receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
  receive.form = json::object{{"shop", "窓口亭"}, {"seats", 12}};
  if (const auto refused = run(record, "portal", receive)) throw std::runtime_error("arrival refused");
  return record;
}

CaseRecord CaseWorld::onPaper() {
  CaseRecord record;
  record.state.id = CaseId(freshId());
  ReceiveOnPaper receive;
  receive.procedure = procedure.id;
  receive.office = OfficeId("east");
  receive.stampedOn = dayInJapan(now) - std::chrono::days{3};
  receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
  receive.form = json::object{{"shop", "窓口亭"}, {"seats", 12}};
  if (run(record, "clerk1", receive)) throw std::runtime_error("arrival refused");
  return record;
}

CaseRecord CaseWorld::registered() {
  CaseRecord record = arrived();
  if (run(record, "clerk1", RegisterCase{})) throw std::runtime_error("registration refused");
  return record;
}

CaseRecord CaseWorld::taken() {
  CaseRecord record = registered();
  if (run(record, "clerk1", AssignCase{UserId("clerk1"), {}})) throw std::runtime_error("taking refused");
  return record;
}

CaseRecord CaseWorld::examined() {
  CaseRecord record = taken();
  for (const auto& item : procedure.criteria)
    if (run(record, "clerk1", SetCriterion{item.id, {}, "met", {}, {}, {}}))
      throw std::runtime_error("criterion refused");
  return record;
}

CaseRecord CaseWorld::submitted() {
  CaseRecord record = examined();
  if (run(record, "clerk1", DraftDecision{}) || run(record, "clerk1", SubmitForApproval{1}))
    throw std::runtime_error("draft refused");
  return record;
}

CaseRecord CaseWorld::decided() {
  CaseRecord record = submitted();
  for (const char* approver : {"super", "legal", "manager"})
    if (run(record, approver, Approve{1, record.state.draft->hash, {}}))
      throw std::runtime_error("approval refused");
  return record;
}

CaseRecord CaseWorld::closed() {
  CaseRecord record = decided();
  if (run(record, "clerk1", IssueNotice{dayInJapan(now), Channel::Post, BlobId(std::string(64, 'a'))}) ||
      run(record, "clerk1", CloseCase{}))
    throw std::runtime_error("closing refused");
  return record;
}

Procedure nextVersion(const Procedure& shipped, std::string_view gone) {
  json::value package = toJson(shipped);
  json::object& parts = package.as_object();
  parts["definition"].as_object()["version"] = shipped.version + 1;
  std::string place;
  std::string_view rest = gone;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/', 1), rest.size());
    place += "/properties" + std::string(rest.substr(0, end));
    rest.remove_prefix(end);
  }
  (void)setValueAt(parts["form"], place, nullptr);
  parts.erase("sample"); // it fills the field, which a condition may ask for
  parts["openness"].as_object().erase(gone);
  for (json::value& section : parts["layout"].as_object()["sections"].as_array()) {
    json::array& fields = section.as_object()["fields"].as_array();
    for (auto field = fields.begin(); field != fields.end();)
      field = field->at("pointer").as_string() == gone ? fields.erase(field) : field + 1;
  }
  auto next = procedureFromJson(package);
  if (!next) throw std::runtime_error(next.error().detail);
  return std::move(*next);
}

} // namespace madoguchi::tests
