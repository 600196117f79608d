// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The user of a simulated desk.
#include "core/base/uuid.h"
#include "storage/outboxtable.h"
#include "tests/sim/simclient.h"
#include "tests/sim/simserver.h"
#include "tests/support/commandof.h"

#include <algorithm>

namespace madoguchi::tests {

using namespace madoguchi::core;

namespace {

bool isOfDisk(ErrorCode code) {
  return code == ErrorCode::StorageFailed || code == ErrorCode::StorageFull ||
         code == ErrorCode::StorageCorrupt || code == ErrorCode::Cancelled;
}

} // namespace

std::string SimClient::freshId() {
  std::array<std::uint8_t, 10> bytes{};
  const std::uint64_t number = m_timeline.random();
  for (std::size_t i = 0; i < 8; ++i)
    bytes[2 + i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return makeUuid7(m_timeline.now.time_since_epoch().count(), bytes);
}

std::vector<CaseId> SimClient::cases() {
  std::vector<CaseId> ids;
  const auto keys = m_reader->keys({});
  if (!keys) return ids;
  const auto rows = m_reader->rows(*keys);
  if (!rows) return ids;
  for (const auto& row : *rows)
    if (!row.id.empty()) ids.push_back(row.id);
  return ids;
}

std::optional<storage::OpenedRecord> SimClient::record(const CaseId& id) {
  auto opened = m_reader->record(id);
  if (!opened) return std::nullopt;
  return std::move(*opened);
}

Command SimClient::commandOf(const CaseId& id, std::int64_t base, CommandBody body) {
  return tests::commandOf(CommandId(freshId()), UserId(m_user), id, base, m_timeline.now, std::move(body));
}

bool SimClient::perform(const Command& command) {
  const bool online = m_status.link == sync::Status::Link::Online;
  const auto done = m_cache->perform(command, online);
  m_timeline.note(kindOf(command.body), done ? 1 : 0);
  if (!done) {
    m_wish.reset();
    if (isOfDisk(done.error().code)) m_wish = command;
    return false;
  }
  m_wish.reset();
  // The same wish again after a failure behind the commit is acknowledged without its command.
  const auto entries = m_cache->outbox();
  const bool isKept =
      !done->command.empty() ||
      (entries && std::any_of(entries->begin(), entries->end(),
                              [&](const OutboxEntry& entry) { return entry.command == command.id; }));
  if (isKept) {
    m_claims.acknowledge(command.id,
                         {m_user, command.caseId, std::string(kindOf(command.body)), false, false});
    m_last = *done;
  }
  tellOutbox();
  return true;
}

bool SimClient::give(const CaseId& id, CommandBody body) {
  const auto opened = record(id);
  if (!opened) return false;
  return perform(commandOf(id, opened->record.state.version, std::move(body)));
}

bool SimClient::giveAgain() {
  return !m_wish || perform(Command(*m_wish));
}

bool SimClient::undo() {
  if (!m_last || m_last->command.empty()) return true;
  std::optional<Command> inverse;
  if (m_last->inverse)
    if (const auto opened = record(m_last->caseId))
      inverse = commandOf(m_last->caseId, opened->record.state.version, *m_last->inverse);
  const CommandId id = m_last->command;
  const auto done = m_cache->takeBack(id, inverse, m_timeline.now, false);
  m_timeline.note("undo", done ? 1 : 0);
  if (!done) {
    if (!isOfDisk(done.error().code)) {
      m_last.reset();
      return true;
    }
    m_claims.doubt(id);
    return false;
  }
  if (done->command.empty())
    m_claims.settle(id);
  else
    m_claims.acknowledge(done->command, {m_user, done->caseId, "undo", false, false});
  m_last.reset();
  tellOutbox();
  return true;
}

bool SimClient::type(const std::string& key, const std::string& text) {
  const bool saved = m_cache->saveDraft(key, text).has_value();
  auto& known = m_claims.drafts[{m_user, key}];
  if (saved) known.clear();
  if (!saved && known.empty()) known.insert(std::string());
  known.insert(text); // one that the disk refused may be there all the same
  return saved;
}

bool SimClient::look(const CaseId& id) {
  const DeskAuditRow row{0, freshId(), m_timeline.now, UserId(m_user), "view", id.value};
  if (!m_cache->addAudit(row)) return false;
  m_claims.looks.emplace(row.id, m_user);
  tellOutbox();
  return true;
}

void SimClient::resolveSomething() {
  const auto entries = m_cache->outbox();
  if (!entries) return;
  for (const auto& entry : *entries) {
    if (!storage::needsAttention(entry) || entry.status == OutboxStatus::Waiting) continue;
    const auto manner = m_timeline.below(3);
    std::optional<Command> instead;
    if (manner == 0)
      if (const auto opened = record(entry.caseId))
        instead = commandOf(entry.caseId, opened->record.state.version, AddNote{"statt dessen"});
    const CommandId fresh(freshId());
    const auto done = manner == 2 ? m_cache->retry(entry.command, fresh, m_timeline.now, true)
                                  : m_cache->resolve(entry.command, instead, m_timeline.now, true);
    m_timeline.note("resolve", done ? 1 : 0);
    if (!done) {
      if (isOfDisk(done.error().code)) m_claims.doubt(entry.command);
      return;
    }
    const bool isFinal = entry.status == OutboxStatus::Conflicted || entry.status == OutboxStatus::Rejected;
    if (manner != 2 || isFinal) m_claims.settle(entry.command);
    if (!done->command.empty())
      m_claims.acknowledge(done->command, {m_user, entry.caseId, "replacement", false, false});
    return tellOutbox();
  }
}

void SimClient::receivePaper() {
  ReceiveOnPaper paper;
  paper.procedure = SimServer::bureau().procedure.id;
  paper.office = OfficeId(m_user == "clerkWest" ? "west" : "east");
  paper.stampedOn = dayInJapan(m_timeline.now);
  paper.applicant.party.name.display = "窓口　太郎";
  paper.form = SimServer::sampleForm();
  perform(commandOf(CaseId(freshId()), 0, paper));
}

void SimClient::commandSomething() {
  const auto known = cases();
  if (known.empty()) return;
  // Few cases are hot, so that people meet.
  const CaseId id =
      known[m_timeline.below(m_timeline.chance(60) ? std::min<std::size_t>(known.size(), 3) : known.size())];
  const auto opened = record(id);
  if (!opened) return;
  CommandBody body = AddNote{"記録 " + std::to_string(m_timeline.below(1000))};
  const auto manner = m_timeline.below(100);
  if (manner < 30) {
    const std::string pointer = m_timeline.chance(50) ? "/facility/name" : "/business/foods";
    const json::value* now = valueAt(opened->record.state.form, pointer);
    body = EditForm{{FieldEdit{pointer, now == nullptr ? json::value{} : *now,
                               json::value("名 " + std::to_string(m_timeline.below(1000)))}}};
  } else if (manner < 80) {
    static CaseWorld world = SimServer::bureau();
    world.now = m_timeline.now;
    body = randomCommand(opened->record.state, world, m_actor, m_timeline.random);
  }
  perform(commandOf(id, opened->record.state.version, std::move(body)));
}

void SimClient::act() {
  if (!isUp()) return;
  if (m_wish && m_timeline.chance(70)) {
    giveAgain();
    return;
  }
  const auto manner = m_timeline.below(100);
  if (manner < 68) return commandSomething();
  if (manner < 72) return receivePaper();
  if (manner < 80) return void(undo());
  if (manner < 90) return resolveSomething();
  if (manner < 95)
    return void(type("draft-" + std::to_string(m_timeline.below(3)),
                     "入力 " + std::to_string(m_timeline.below(1000))));
  look(CaseId("case-0"));
}

} // namespace madoguchi::tests
