// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/storage/cachedesk.h"

#include "core/base/codec.h"
#include "core/base/hash.h"
#include "core/procedures/procedurereader.h"
#include "storage/readymade.h"
#include "tests/support/testsupport.h"

#include <filesystem>
#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;

namespace {

const std::string kPackage = "/procedures/food-business-permit";

Procedure shippedProcedure() {
  std::map<std::string, std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(resourcesFolder() + kPackage))
    files[file.path().filename().string()] = readFile(file.path().string());
  auto procedure = readProcedure(files);
  if (!procedure) throw std::runtime_error(procedure.error().detail);
  return std::move(*procedure);
}

} // namespace

TinyServer::TinyServer() {
  world.procedure = shippedProcedure();
  world.newer = nextVersion(world.procedure, "/facility/address/building");
  m_form = expected(parseJson(readFile(resourcesFolder() + kPackage + "/sample.json")));
  scopes = {globalScope(), userScope(UserId("clerk1")), east(), west()};
}

ScopeName TinyServer::east() const {
  return officeScope(OfficeId("east"), "permit", false);
}

ScopeName TinyServer::west() const {
  return officeScope(OfficeId("west"), "permit", false);
}

ReferenceRow TinyServer::reference(const std::string& entity, const std::string& key,
                                   const std::string& document) {
  Scope& scope = m_scopes[globalScope()];
  ReferenceRow row{globalScope(), ++scope.seq, entity, key, 1, sha256Hex(document), document};
  scope.sum.add(entity + "/" + key, row.version, row.digest);
  ++scope.count;
  return row;
}

std::vector<FeedItem> TinyServer::references() {
  std::vector<FeedItem> items{scopeList()};
  m_scopes[globalScope()] = {};
  for (const Office& office : world.offices.all())
    items.emplace_back(reference("office", office.id.value, canonicalJson(codec::toValue(office))));
  for (const Actor& actor : world.people) {
    const Person person{actor.id, "職員 " + actor.id.value, {}, actor.rank, OfficeId("east"), false};
    items.emplace_back(reference("user", actor.id.value, canonicalJson(codec::toValue(person))));
  }
  const auto holidays = expected(parseJson(readFile(resourcesFolder() + "/calendar/holidays-jp.json")));
  items.emplace_back(reference("holidays", "jp", canonicalJson(holidays)));
  items.emplace_back(
      reference("procedure", "food-business-permit@1", canonicalJson(toJson(world.procedure))));
  items.emplace_back(reference("procedure", "food-business-permit@2", canonicalJson(toJson(world.newer))));
  items.emplace_back(checkpoint(globalScope()));
  return items;
}

ReceiveOnPaper TinyServer::paper() const {
  ReceiveOnPaper paper;
  paper.procedure = world.procedure.id;
  paper.office = OfficeId("east");
  paper.stampedOn = dayInJapan(world.now);
  paper.applicant.party.name = {"港　太郎", {}, "ミナト　タロウ"};
  paper.form = json::object{};
  return paper;
}

CaseRecord TinyServer::takenCase(const std::string& name, const std::string& kana) {
  CaseRecord record;
  record.state.id = CaseId(world.freshId());
  ReceiveOnline receive;
  receive.procedure = world.procedure.id;
  receive.office = OfficeId("east");
  receive.arrivedAt = world.now;
  receive.applicant.party.name = {name, {}, kana};
  receive.applicant.party.address = {"1638001", "131041", "西新宿", "二丁目8番1号", "都庁荘"};
  receive.form = m_form;
  for (const auto& [actor, body] : std::vector<std::pair<std::string, CommandBody>>{
           {"portal", receive}, {"clerk1", RegisterCase{}}, {"clerk1", AssignCase{UserId("clerk1"), {}}}})
    if (const auto refused = world.run(record, actor, body))
      throw std::runtime_error("no case could be made: " + std::string(toText(*refused)));
  m_records[record.state.id] = record;
  return record;
}

CaseRow TinyServer::row(const CaseRecord& record) {
  const CaseId& id = record.state.id;
  m_records[id] = record;
  const auto text = toText(record);
  const auto before = m_rows.find(id);
  if (before != m_rows.end()) {
    Scope& left = m_scopes[before->second.scope];
    left.sum.remove(id.value, before->second.version, before->second.digest);
    --left.count;
  }
  const auto name =
      officeScope(record.state.office, "permit", record.state.visibility == Visibility::Protected);
  if (before != m_rows.end() && before->second.scope != name)
    m_gone.push_back({before->second.scope, ++m_scopes[before->second.scope].seq, id, "left"});
  Scope& scope = m_scopes[name];
  CaseRow row{name, ++scope.seq, id, record.state.version, digestOf(text), text.state, text.timeline};
  scope.sum.add(id.value, row.version, row.digest);
  ++scope.count;
  m_rows[id] = row;
  return row;
}

GoneRow TinyServer::gone(const CaseId& id) {
  const CaseRow row = m_rows.at(id);
  Scope& scope = m_scopes[row.scope];
  scope.sum.remove(id.value, row.version, row.digest);
  --scope.count;
  m_rows.erase(id);
  return {row.scope, ++scope.seq, id, "left"};
}

std::vector<FeedItem> TinyServer::changesAfter(const Cursor& cursor) {
  std::vector<FeedItem> items{scopeList()};
  for (const auto& name : scopes) {
    const auto known = cursor.scopes.find(name);
    const std::int64_t after = known == cursor.scopes.end() ? 0 : known->second;
    std::map<std::int64_t, FeedItem> bySeq;
    for (const auto& [id, row] : m_rows)
      if (row.scope == name && row.seq > after) bySeq.emplace(row.seq, row);
    for (const auto& gone : m_gone)
      if (gone.scope == name && gone.seq > after) bySeq.emplace(gone.seq, gone);
    for (auto& [seq, item] : bySeq)
      items.push_back(std::move(item));
    items.emplace_back(checkpoint(name));
  }
  items.emplace_back(FeedEnd{});
  return items;
}

std::vector<FeedItem> TinyServer::drained() {
  std::vector<FeedItem> items;
  for (const auto& name : scopes)
    items.emplace_back(checkpoint(name));
  items.emplace_back(FeedEnd{});
  return items;
}

Checkpoint TinyServer::checkpoint(const ScopeName& name) {
  const Scope& scope = m_scopes[name];
  return {name, scope.seq, scope.count, scope.sum.hex()};
}

void TinyServer::run(const CaseId& id, const std::string& actor, CommandBody body) {
  if (const auto refused = world.run(m_records.at(id), actor, std::move(body)))
    throw std::runtime_error("the server refused: " + std::string(toText(*refused)));
}

CommandAnswer TinyServer::decide(const OutboxEntry& entry) {
  const Command command = expected(commandFrom(expected(parseJson(entry.payload))));
  CommandAnswer answer;
  answer.command = command.id;
  answer.at = world.now;
  CaseRecord record = m_records[command.caseId];
  const auto done = execute(record, command, world.context(world.person(command.actor.value)));
  if (!done) {
    answer.kind = done.error().code == ErrorCode::Conflict ? AnswerKind::Conflict : AnswerKind::Rejected;
    answer.code = toText(done.error().code);
    answer.conflicts = done.error().conflicts;
    return answer;
  }
  m_records[command.caseId] = record;
  answer.caseVersion = record.state.version;
  const CaseRow stamped = row(record);
  answer.scope = stamped.scope;
  answer.seq = stamped.seq;
  return answer;
}

Desk::Desk(TinyServer& server, std::string vfs) : m_server(server), m_vfs(std::move(vfs)) {
  open();
  expected(m_cache->setActor(server.world.person("clerk1")));
  feed(server.references());
}

storage::Profile Desk::profile() const {
  storage::Profile profile;
  profile.folder = m_folder.filePath(QStringLiteral("profile")).toStdString();
  profile.key.fill(7);
  profile.vfs = m_vfs;
  return profile;
}

std::string Desk::digestOfReferences() const {
  const auto database = expected(storage::openForReading(storage::cacheFileOf(profile())));
  std::map<std::string, std::string> digests;
  auto rows = database->use("SELECT entity, key, digest FROM refs WHERE entity IN ('procedure', 'holidays')");
  while (rows.step())
    digests.emplace(rows.text(0) + '/' + rows.text(1), rows.text(2));
  return storage::digestOfReferences(digests);
}

void Desk::open() {
  m_cache = expected(storage::Cache::open(profile()));
  m_reader = expected(storage::CaseReader::open(storage::cacheFileOf(profile())));
}

storage::CaseReader& Desk::reader() {
  static_cast<void>(expected(m_reader->follow()));
  return *m_reader;
}

void Desk::close() {
  m_reader.reset();
  m_cache.reset();
}

storage::FeedResult Desk::feed(const std::vector<FeedItem>& items, storage::Removals removals) {
  return expected(m_cache->applyFeed(items, m_server.world.now, {removals, expected(m_cache->confirmed())}));
}

void Desk::refreshRows(Date today) {
  while (expected(m_cache->refreshRows(today, 2)).more) {
  }
}

Command Desk::command(const CaseId& id, CommandBody body) {
  CaseRecord record;
  if (const auto opened = reader().record(id))
    record = opened->record;
  else
    record.state.id = id;
  return m_server.world.command(record, m_server.world.person("clerk1"), std::move(body));
}

CommandId Desk::perform(const CaseId& id, CommandBody body) {
  const Command made = command(id, std::move(body));
  const auto done = m_cache->perform(made, false);
  if (!done)
    throw std::runtime_error("refused: " + std::string(toText(done.error().code)) + " " +
                             done.error().detail);
  return made.id;
}

CaseState Desk::shown(const CaseId& id) {
  return expected(reader().record(id)).record.state;
}

CaseListRow Desk::listRow(const CaseId& id) {
  const std::int64_t key = expected(reader().record(id)).key;
  return expected(reader().rows(std::vector<std::int64_t>{key})).front();
}

std::vector<CommandAnswer> Desk::push() {
  const auto run = expected(m_cache->nextRun(500, 1'000'000));
  std::vector<std::int64_t> seqs;
  for (const auto& entry : run)
    seqs.push_back(entry.deviceSeq);
  static_cast<void>(expected(m_cache->markSent(seqs)));
  std::vector<CommandAnswer> answers;
  for (const auto& entry : run)
    answers.push_back(m_server.decide(entry));
  static_cast<void>(expected(m_cache->recordAnswers(answers, m_server.world.now)));
  return answers;
}

CommandAnswer Desk::appliedOutOfSight(const CommandId& command) {
  CommandAnswer answer;
  answer.command = command;
  answer.kind = AnswerKind::Applied;
  answer.scope = officeScope(OfficeId("far"), "permit", false);
  answer.seq = 5;
  answer.at = Instant(std::chrono::milliseconds(1'780'000'000'005));
  return answer;
}

storage::FeedResult Desk::pull() {
  return feed(m_server.changesAfter(expected(m_cache->cursor())), storage::Removals::Allow);
}

std::vector<OutboxEntry> Desk::outbox() {
  return expected(m_cache->outbox());
}

std::vector<CaseId> arrive(TinyServer& server, Desk& desk, int count) {
  std::vector<CaseId> ids;
  std::vector<FeedItem> items;
  for (int i = 0; i < count; ++i) {
    const auto record = server.takenCase();
    ids.push_back(record.state.id);
    items.emplace_back(server.row(record));
  }
  items.emplace_back(server.checkpoint(server.east()));
  if (!desk.feed(items).mismatched.empty()) throw std::runtime_error("the first checkpoint does not hold");
  return ids;
}

EditForm edit(const std::string& pointer, json::value before, json::value after) {
  return EditForm{{FieldEdit{pointer, std::move(before), std::move(after)}}};
}

} // namespace madoguchi::tests
