// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/simworld.h"

#include "storage/outboxtable.h"
#include "tests/faults/memorydisk.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

namespace madoguchi::tests {

using namespace madoguchi::core;
using std::chrono::milliseconds;

SimWorld::SimWorld(std::uint64_t seed, const std::string& folder, const std::vector<std::string>& users,
                   SimClient::Begin begin)
    : timeline(seed), server(timeline), network(timeline, server) {
  network.tellsRefusals = seed % 2 == 0;
  for (const std::string& user : users) {
    clients.push_back(std::make_unique<SimClient>(
        timeline, claims, user, folder + "/" + user,
        [this](SimClient& client, sync::HttpRequest request) { network.send(client, std::move(request)); }));
    clients.back()->install(begin);
  }
}

SimWorld::~SimWorld() = default;

void SimWorld::startAll() {
  if (!server.isUp()) (void)server.start();
  if (!server.isUp()) return;
  for (auto& client : clients)
    if (!client->isUp()) (void)client->start(server.actor(UserId(client->user())));
}

void SimWorld::runFor(milliseconds span) {
  bool over = false;
  timeline.after(span, [&over] { over = true; });
  while (!over)
    (void)timeline.runNext();
}

void SimWorld::restoreBackup() {
  putBack([this] { server.restore(); });
}

void SimWorld::putBackSnapshot() {
  putBack([this] { server.putBackSnapshot(); });
}

std::set<core::CaseId> SimWorld::casesOf(SimClient& client) {
  std::set<core::CaseId> cases;
  for (const auto& counter : server.visible(UserId(client.user())))
    for (const auto& row : server.rows(counter.scope))
      cases.insert(row.id);
  return cases;
}

void SimWorld::putBack(const std::function<void()>& how) {
  m_putBack = true;
  const auto before = server.effects();
  std::map<std::string, std::set<core::CaseId>> seen;
  for (auto& client : clients)
    seen[client->user()] = casesOf(*client);
  network.cutHeld();
  how();
  const auto after = server.effects();
  std::set<CommandId> known;
  for (auto& client : clients) {
    // What a desk still holds, or remembers, is sent again. The rest of what came since is lost, as with
    // every backup: of cases that the desk no longer sees, or is just being told not to see any more, and of
    // before the last thousand.
    disk::mend(client->folder()); // the test never looks through a broken one
    const bool wasUp = client->isUp();
    if (!wasUp && !client->start(server.actor(UserId(client->user())))) continue;
    const auto database = storage::openRaw(storage::cacheFileOf(client->profile()), SQLite::OPEN_READONLY);
    auto rows = database->use("SELECT command_id, case_id FROM outbox"
                              " UNION SELECT command_id, case_id FROM remembered");
    while (rows.step())
      if (seen[client->user()].count(core::CaseId(rows.text(1))) != 0) known.emplace(rows.text(0));
    if (!wasUp) client->stop();
  }
  for (const auto& id : before)
    if (after.count(id) == 0 && known.count(id) == 0) m_forgotten.insert(id);
  for (const auto& [id, user] : claims.looks)
    m_looksBefore.insert(id);
}

// What a person would do about what the desk shows.
void SimWorld::attend() {
  for (auto& client : clients) {
    if (!client->isUp()) continue;
    if (client->status().heldRemoval) client->take(sync::RemovalAllowed{});
    if (!client->status().signedIn) client->signIn(server.actor(UserId(client->user())));
    (void)client->giveAgain();
  }
}

bool SimWorld::agrees(SimClient& client) {
  const auto held = client.cache().holdings();
  const auto truth = server.visible(UserId(client.user()));
  if (held.size() != truth.size()) return false;
  for (const auto& counter : truth)
    if (std::none_of(held.begin(), held.end(), [&counter](const Checkpoint& here) {
          return here == Checkpoint{counter.scope, counter.seq, counter.count, counter.sum.hex()};
        }))
      return false;
  return true;
}

bool SimWorld::runToRest() {
  constexpr std::chrono::hours kPatience{3};
  const Instant until = timeline.now + kPatience;
  while (timeline.now < until) {
    runFor(std::chrono::seconds(20));
    startAll();
    attend();
    const bool quiet =
        network.onTheWay() == 0 && std::all_of(clients.begin(), clients.end(), [this](const auto& client) {
          return client->isQuiet() && agrees(*client);
        });
    if (quiet) return true;
  }
  return false;
}

std::string SimWorld::checkRows(SimClient& client) {
  std::map<CaseId, CaseRow> truth;
  for (const auto& counter : server.visible(UserId(client.user())))
    for (auto& row : server.rows(counter.scope))
      truth.emplace(row.id, std::move(row));
  const auto database = storage::openRaw(storage::cacheFileOf(client.profile()), SQLite::OPEN_READONLY);
  std::size_t found = 0;
  std::string wrong;
  auto rows = database->use("SELECT c.id, d.version, d.digest, coalesce(b.state, d.state),"
                            " coalesce(b.timeline, d.timeline), b.key IS NOT NULL AND NOT EXISTS"
                            " (SELECT 1 FROM outbox o WHERE o.case_id = c.id)"
                            " FROM case_documents d JOIN cases c ON c.key = d.key"
                            " LEFT JOIN base_rows b ON b.key = d.key WHERE d.version > 0");
  while (rows.step()) {
    ++found;
    const auto row = truth.find(CaseId(rows.text(0)));
    if (row == truth.end())
      wrong += rows.text(0) + " is not the server's; ";
    else if (row->second.version != rows.integer(1) || row->second.digest != rows.text(2) ||
             row->second.state != rows.text(3) || row->second.timeline != rows.text(4))
      wrong += rows.text(0) + " differs; ";
    if (rows.integer(5) != 0) wrong += rows.text(0) + " is shown with a command that is no more; ";
  }
  if (found != truth.size())
    wrong += std::to_string(found) + " rows of " + std::to_string(truth.size()) + "; ";
  return wrong;
}

std::string SimWorld::checkOutbox(SimClient& client) {
  std::string wrong;
  const auto entries = client.cache().outbox();
  if (!entries) return "no outbox: " + entries.error().detail;
  std::vector<CommandId> ids;
  for (const auto& entry : *entries)
    ids.push_back(entry.command);
  const auto answers = server.answers(ids);
  for (const auto& entry : *entries) {
    const std::string name = entry.command.value + " " + entry.kind;
    if (!storage::needsAttention(entry)) wrong += name + " is left and nobody sees it; ";
    if (entry.status == OutboxStatus::Conflicted) {
      ++conflictsShown;
      if (entry.conflicts.empty()) wrong += name + " is a conflict without fields; ";
    }
    const auto answer = answers.find(entry.command);
    // A server that was put back has forgotten its refusal, and may have met a late copy of the command
    // since.
    if (answer == answers.end() || m_putBack) continue;
    const auto kind = answer->second.answer.kind;
    if (kind == AnswerKind::Applied || kind == AnswerKind::Merged)
      wrong += name + " was applied and is still shown as open; ";
  }
  return wrong;
}

std::string SimWorld::checkKept(SimClient& client) {
  std::string wrong;
  for (const auto& [where, texts] : claims.drafts) {
    if (where.first != client.user()) continue;
    const auto drafts = client.cache().drafts(where.second);
    const auto found =
        drafts ? drafts->find(where.second) : std::map<std::string, std::string>::const_iterator();
    if (!drafts ||
        ((found == drafts->end() || texts.count(found->second) == 0) && texts.count(std::string()) == 0))
      wrong += "the draft " + where.second + " is lost; ";
  }
  return wrong;
}

std::string SimWorld::checkClient(SimClient& client) {
  std::string wrong;
  const auto differ = client.cache().verifySums();
  if (!differ || !differ->empty()) wrong += "sums do not hold; ";
  wrong += checkRows(client) + checkOutbox(client) + checkKept(client);
  return wrong.empty() ? wrong : client.user() + ": " + wrong;
}

std::string SimWorld::checkClaims() {
  std::string wrong;
  const auto effects = server.effects();
  std::vector<CommandId> ids;
  std::set<CommandId> shown;
  for (const auto& [id, claim] : claims.commands)
    ids.push_back(id);
  const auto answers = server.answers(ids);
  for (auto& client : clients)
    if (const auto entries = client->cache().outbox())
      for (const auto& entry : *entries)
        shown.insert(entry.command);
  for (const auto& [id, claim] : claims.commands) {
    if (effects.count(id) != 0 || shown.count(id) != 0 || claim.settled || claim.unsure) continue;
    if (m_forgotten.count(id) != 0) continue;
    const auto answer = answers.find(id);
    const bool done = answer != answers.end() && (answer->second.answer.kind == AnswerKind::Applied ||
                                                  answer->second.answer.kind == AnswerKind::Merged);
    // A command may have found done what it asks; a note never does.
    if (done && claim.kind != AddNote::kKind) continue;
    wrong += claim.user + "'s " + claim.kind + " " + id.value + " of " + claim.caseId.value + " is lost; ";
  }
  std::vector<std::string> looks;
  for (const auto& [id, user] : claims.looks)
    if (m_looksBefore.count(id) == 0) looks.push_back(id);
  if (const auto known = server.journal(looks); known.size() != looks.size())
    wrong += std::to_string(looks.size() - known.size()) + " rows of the journal are lost; ";
  return wrong;
}

std::string SimWorld::verdict() {
  std::string wrong = server.doubled() + checkClaims();
  for (auto& client : clients)
    wrong += checkClient(*client);
  return wrong;
}

std::uint64_t SimWorld::trace() {
  for (auto& client : clients) {
    for (const auto& held : client->cache().holdings())
      timeline.note(held.scope + held.hash, held.seq);
    if (const auto entries = client->cache().outbox())
      for (const auto& entry : *entries)
        timeline.note(entry.command.value + entry.payload, static_cast<std::int64_t>(entry.status));
  }
  return timeline.trace();
}

} // namespace madoguchi::tests
