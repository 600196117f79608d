// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/serverworld.h"

#include "core/base/uuid.h"
#include "core/cases/casecodec.h"
#include "protocol/feedcodec.h"
#include "server/admin/resources.h"
#include "server/embedded/embeddedstore.h"
#include "tests/support/commandof.h"
#include "tests/support/testsupport.h"

#include <array>
#include <sodium.h>
#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;
using namespace madoguchi::server;

namespace {

const ProcedureId kProcedure{"outdoor-advertisement-permit"};

void demand(const Result<void>& result) {
  if (!result)
    throw std::runtime_error(std::string(toText(result.error().code)) + " " + result.error().detail);
}

void demandApplied(const CommandAnswer& answer) {
  if (answer.kind != AnswerKind::Applied && answer.kind != AnswerKind::Merged)
    throw std::runtime_error("not applied: " + answer.code + " " + answer.detail);
}

Accounts::NewAccount person(const char* login, const char* rank, const char* office,
                            std::initializer_list<Role> roles, bool protectedToo = true) {
  Accounts::NewAccount account;
  account.login = login;
  account.person = {UserId(login), login, {}, rank, OfficeId(office), false};
  for (const Role role : roles)
    account.grants.push_back({role, OfficeId(office), std::nullopt, protectedToo});
  account.password = kPassword;
  return account;
}

} // namespace

std::unique_ptr<Store> openEmbedded(const std::string& folder) {
  auto store = EmbeddedStore::open(folder + "/madoguchi.db");
  if (!store) throw std::runtime_error(store.error().detail);
  return std::move(*store);
}

ServerWorld::ServerWorld(const StoreFactory& factory)
    : now(*parseInstant("2026-06-01T01:00:00Z")), store(factory(folder())),
      accounts(*store, passwords, [this] { return now; }), signIn(*store, passwords, [this] { return now; }),
      commands(*store, catalogs, [this] { return now; }), feeds(*store, catalogs),
      journal(*store, [this] { return now; }), blobs(folder() + "/blobs"),
      api({*store, catalogs, signIn, commands, feeds, journal, blobs, metrics, log, [this] { return now; },
           &readyMade}) {
  const auto loaded = loadResources(*store, resourcesFolder(), [this] { return now; });
  if (!loaded) throw std::runtime_error(loaded.error().detail);
  demand(accounts.putOffices({{OfficeId("bureau"), {}, "局", "Bureau", "局"},
                              {OfficeId("east"), OfficeId("bureau"), "東課", "East", "東"},
                              {OfficeId("west"), OfficeId("bureau"), "西課", "West", "西"}}));
  addPeople();
}

void ServerWorld::addPeople() {
  demand(accounts.add({person("clerk1", "staff", "east", {Role::Clerk}),
                       person("clerk2", "staff", "east", {Role::Clerk}, false),
                       person("clerk.west", "staff", "west", {Role::Clerk}),
                       person("super", "chief", "east", {Role::Supervisor, Role::Approver}),
                       person("chief2", "chief", "bureau", {Role::Approver}),
                       person("legal", "legal", "bureau", {Role::Approver}),
                       person("manager", "manager", "east", {Role::Approver, Role::Clerk}),
                       person("manager2", "manager", "bureau", {Role::Approver}),
                       person("auditor", "staff", "bureau", {Role::Auditor}),
                       person("admin", "staff", "bureau", {Role::Administrator})}));
}

Actor ServerWorld::actor(const std::string& login) {
  std::optional<Account> account;
  demand(store->read([&](Reading& reading) -> Result<void> {
    account = reading.accountByLogin(login);
    return {};
  }));
  if (!account) throw std::runtime_error("nobody is called " + login);
  return actorOf(*account);
}

Caller ServerWorld::caller(const std::string& login) {
  return {actor(login), DeviceId("device-" + login), "request-" + login};
}

std::string ServerWorld::freshId() {
  std::array<std::uint8_t, 10> bytes{};
  ++m_ids;
  for (std::size_t i = 0; i < 8; ++i)
    bytes[2 + i] = static_cast<std::uint8_t>(m_ids >> (56 - 8 * i));
  return makeUuid7(now.time_since_epoch().count(), bytes);
}

Command ServerWorld::command(const std::string& login, const CaseId& caseId, std::int64_t base,
                             CommandBody body) {
  return commandOf(CommandId(freshId()), UserId(login), caseId, base, now, std::move(body));
}

protocol::CommandItem ServerWorld::itemOf(const Command& command) {
  return {1, canonicalJson(toJson(command))};
}

CommandAnswer ServerWorld::send(const std::string& login, const Command& command) {
  const auto answers = commands.execute(caller(login), {itemOf(command)});
  if (!answers) throw std::runtime_error(answers.error().detail);
  return answers->front();
}

CommandAnswer ServerWorld::run(const std::string& login, const CaseId& caseId, std::int64_t base,
                               CommandBody body) {
  return send(login, command(login, caseId, base, std::move(body)));
}

CaseId ServerWorld::arrived(const std::string& office, Visibility visibility) {
  protocol::Application application;
  application.id = freshCase();
  application.receive.procedure = kProcedure;
  application.receive.office = OfficeId(office);
  application.receive.arrivedAt = now;
  application.receive.visibility = visibility;
  application.receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
  application.receive.form = json::object{{"place", json::object{{"ownerName", "窓口亭"}}}};
  Caller portal{{UserId("portal"), {}, {{Role::Intake, OfficeId("bureau"), std::nullopt, true}}},
                DeviceId("portal"),
                "request"};
  const auto answer = commands.receive(portal, application);
  demandApplied(answer.value());
  return application.id;
}

CaseId ServerWorld::taken(const std::string& clerk) {
  const CaseId id = arrived();
  demandApplied(run(clerk, id, 1, RegisterCase{}));
  demandApplied(run(clerk, id, 2, AssignCase{UserId(clerk), {}}));
  return id;
}

CaseId ServerWorld::submitted(const std::string& clerk) {
  const CaseId id = taken(clerk);
  std::shared_ptr<const Catalog> catalog;
  demand(store->read([&](Reading& reading) -> Result<void> {
    catalog = catalogs.current(reading);
    return {};
  }));
  const Procedure& procedure = catalog->find(kProcedure, 1)->procedure;
  for (const Criterion& criterion : procedure.criteria)
    for (const Finding& finding : criterion.findings)
      if (finding.effect == FindingEffect::Meets) {
        demandApplied(
            run(clerk, id, state(id).version, SetCriterion{criterion.id, {}, finding.id, {}, {}, {}}));
        break;
      }
  demandApplied(run(clerk, id, state(id).version, DraftDecision{}));
  demandApplied(run(clerk, id, state(id).version, SubmitForApproval{1}));
  return id;
}

CaseRow ServerWorld::row(const CaseId& id) {
  std::optional<CaseRow> row;
  demand(store->read([&](Reading& reading) -> Result<void> {
    row = reading.findCase(id);
    return {};
  }));
  if (!row) throw std::runtime_error("no such case");
  return *row;
}

CaseState ServerWorld::state(const CaseId& id) {
  const CaseRow stored = row(id);
  return caseRecordFrom(stored.state, stored.timeline).value().state;
}

std::vector<FeedItem> ServerWorld::feed(const std::string& login, const Cursor& cursor) {
  auto answer = feeds.changes(actor(login), cursor);
  if (!answer) throw std::runtime_error(answer.error().detail);
  return itemsOf(answer->body);
}

Cursor ServerWorld::cursorOf(const std::vector<FeedItem>& items) {
  Cursor cursor;
  for (const auto& list : only<ScopeList>(items))
    cursor.epoch = list.epoch;
  for (const auto& checkpoint : only<Checkpoint>(items))
    cursor.scopes[checkpoint.scope] = checkpoint.seq;
  return cursor;
}

std::string sealedBox(core::Sealed sealed, const protocol::Session& session) {
  sealed.proof = core::proofOf(sealed, session.sealKey);
  const std::string text = core::encode(sealed);
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> key{};
  sodium_hex2bin(key.data(), key.size(), session.recoveryKey.data(), session.recoveryKey.size(), nullptr,
                 nullptr, nullptr);
  std::string box(text.size() + crypto_box_SEALBYTES, '\0');
  crypto_box_seal(reinterpret_cast<unsigned char*>(box.data()),
                  reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
  return box;
}

std::vector<FeedItem> itemsOf(const std::string& body) {
  std::vector<FeedItem> items;
  protocol::FeedReader reader([&](FeedItem&& item) -> Result<void> {
    items.push_back(std::move(item));
    return {};
  });
  demand(reader.push(body));
  demand(reader.finish());
  return items;
}

} // namespace madoguchi::tests
