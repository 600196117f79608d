// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// How a test itself looks at the simulated server, and sets it up.
#include "core/base/codec.h"
#include "core/cases/casecodec.h"
#include "server/caseloader.h"
#include "server/stamping.h"
#include "tests/sim/simserver.h"
#include "tests/support/commandof.h"

#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;
using namespace madoguchi::server;

namespace {

std::vector<Event> timelineOf(const CaseRow& row) {
  return caseRecordFrom(row.state, row.timeline).value().timeline;
}

} // namespace

void SimServer::give(const UserId& user, const CommandId& id, const CaseId& caseId, CommandBody body) {
  constexpr std::int64_t kLatest = 1'000;
  const Command command = commandOf(id, user, caseId, kLatest, m_timeline.now, std::move(body));
  const protocol::CommandRun run{command.device, {{1, canonicalJson(toJson(command))}}};
  const auto answer = handle(
      user, {.method = sync::Method::Post, .target = "/v1/commands", .body = protocol::encode(run)}, false);
  const auto answers = protocol::decode<protocol::CommandAnswers>(answer.reply.body);
  if (!answers || answers->answers.front().kind != AnswerKind::Applied)
    throw std::runtime_error("somebody's command was not applied: " + answer.reply.body);
}

void SimServer::load(const std::vector<CaseRecord>& cases) {
  write([&](Writing& writing) {
    demand(loadCases(writing, *catalogs().current(writing), cases, "caseGenerated", m_timeline.now));
  });
}

void SimServer::setGrants(const UserId& user, const std::vector<Grant>& grants) {
  write([&](Writing& writing) {
    auto account = writing.account(user).value();
    account.grants = grants;
    writing.putAccount(account);
    putReferences(writing, userScope(user),
                  {{"grants", user.value, canonicalJson(codec::toValue(actorOf(account)))}});
  });
}

void SimServer::setDisabled(const UserId& user, bool disabled) {
  write([&](Writing& writing) {
    auto account = writing.account(user).value();
    account.person.disabled = disabled;
    writing.putAccount(account);
  });
}

Actor SimServer::actor(const UserId& user) {
  Actor found;
  read([&](Reading& reading) { found = actorOf(reading.account(user).value()); });
  return found;
}

std::vector<ScopeCounter> SimServer::visible(const UserId& user) {
  std::vector<ScopeCounter> scopes;
  read([&](Reading& reading) {
    scopes = visibleScopes(actorOf(reading.account(user).value()), *catalogs().current(reading),
                           reading.counters());
  });
  return scopes;
}

std::vector<CaseRow> SimServer::rows(const ScopeName& scope) {
  std::vector<CaseRow> rows;
  read([&](Reading& reading) { rows = reading.casesAfter(scope, {}, {10'000, 1UL << 30U}); });
  return rows;
}

std::set<CommandId> SimServer::effects() {
  std::set<CommandId> all;
  read([&](Reading& reading) {
    for (const auto& counter : reading.counters())
      for (const auto& row : reading.casesAfter(counter.scope, {}, {10'000, 1UL << 30U}))
        for (const auto& event : timelineOf(row))
          all.insert(event.command);
  });
  return all;
}

std::map<CommandId, AppliedCommand> SimServer::answers(const std::vector<CommandId>& ids) {
  std::map<CommandId, AppliedCommand> found;
  write([&](Writing& writing) { found = writing.applied(ids); });
  return found;
}

std::set<std::string> SimServer::journal(const std::vector<std::string>& ids) {
  std::set<std::string> known;
  write([&](Writing& writing) { known = writing.deskRowsKnown(ids); });
  return known;
}

std::string SimServer::doubled() {
  std::string wrong;
  read([&](Reading& reading) {
    for (const auto& counter : reading.counters())
      for (const auto& row : reading.casesAfter(counter.scope, {}, {10'000, 1UL << 30U})) {
        const auto record = caseRecordFrom(row.state, row.timeline).value();
        std::set<CommandId> seen;
        CommandId last;
        for (const auto& event : record.timeline) {
          if (event.command != last && !seen.insert(event.command).second)
            wrong += row.id.value + ": " + event.command.value + " twice; ";
          last = event.command;
        }
        const bool destroyed = record.timeline.size() <= 1 && record.state.version > 1;
        if (!destroyed && static_cast<std::int64_t>(seen.size()) != record.state.version)
          wrong += row.id.value + ": version " + std::to_string(record.state.version) + " of " +
                   std::to_string(seen.size()) + " commands; ";
      }
  });
  return wrong;
}

} // namespace madoguchi::tests
