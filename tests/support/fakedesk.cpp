// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"

#include "core/base/uuid.h"
#include "core/cases/caseclock.h"
#include "core/cases/casecodec.h"
#include "core/cases/label.h"
#include "core/desk/casesummary.h"
#include "core/text/fold.h"
#include "models/draftproposal.h"
#include "tests/support/fakebureau.h"

#include <QtGlobal>

#include <boost/describe.hpp>

#include <algorithm>

namespace madoguchi::tests {

using namespace core;

namespace {

bool fits(const CaseQuery& query, const CaseSummary& summary, const CaseState& state) {
  const CaseListRow& row = summary.row;
  const auto anyOf = [](const auto& list, const auto& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
  };
  const auto reached = [&](const OfficeReach& reach) {
    return reach.office == row.office && (!reach.procedure || *reach.procedure == row.procedure);
  };
  if (!query.within.empty() && std::none_of(query.within.begin(), query.within.end(), reached)) return false;
  if (!anyOf(query.statuses, row.status) || !anyOf(query.procedures, row.procedure)) return false;
  if (query.holder && *query.holder != row.holder) return false;
  if (!query.label.empty() && !holdsLabel(row.labels, query.label)) return false;
  if ((row.flags & query.allOf) != query.allOf || (row.flags & query.noneOf) != 0) return false;
  if (query.dueFrom && (!row.dueOn || *row.dueOn < *query.dueFrom)) return false;
  if (query.dueUntil && (!row.dueOn || *row.dueOn > *query.dueUntil)) return false;
  if (query.closedFrom && (!row.closedOn || *row.closedOn < *query.closedFrom)) return false;
  if (!query.decidesAs.empty()) {
    if (!waitsForDecider(summary, query)) return false;
  }
  const std::string text = foldForSearch(query.text);
  const std::string all =
      foldForSearch(row.applicant + row.kana + row.number + state.applicant.party.address.town);
  return text.empty() || all.find(text) != std::string::npos;
}

std::string sortKey(SortColumn column, const CaseSummary& summary) {
  const CaseListRow& row = summary.row;
  switch (column) {
  case SortColumn::Number:
    return summary.numberKey;
  case SortColumn::Procedure:
    return row.procedure.value;
  case SortColumn::Applicant:
    return summary.nameKey;
  case SortColumn::Arrived:
    return toText(row.arrivedOn);
  case SortColumn::Due:
    return row.dueOn ? toText(*row.dueOn) : "9999";
  case SortColumn::Status:
    return std::to_string(static_cast<int>(row.status));
  case SortColumn::Holder:
    return row.holder.value;
  }
  return {};
}

} // namespace

FakeDesk::FakeDesk(const std::string& user)
    : now(parseInstant("2026-11-20T01:30:00Z").value()), references(std::make_shared<models::References>()),
      referenceSource(*this), table(*this), opened(*this), batch(*this), search(*this), bulk(*this),
      commands(*this), absences(*this), outbox(*this), sync(*this), blobSource(*this), journalSource(*this),
      session(*this) {
  readReferences(*references);
  references->me = person(user);
  status.link = models::SyncStatus::Link::Online;
  status.lastSync = now;
}

models::Ports FakeDesk::ports() {
  return {table,
          opened,
          batch,
          search,
          bulk,
          commands,
          absences,
          outbox,
          referenceSource,
          sync,
          blobSource,
          pages,
          journalSource,
          lists,
          printer,
          session,
          preferences,
          drafts,
          [this] { return now; },
          [this] { return DocumentId(freshId()); },
          newPages,
          [this] {
            auto made = std::make_unique<FakeCaseSource>(*this);
            m_apart.emplace_back(made.get());
            return made;
          },
          nullptr,
          &scans,
          nullptr,
          nullptr,
          &room};
}

const Actor& FakeDesk::person(const std::string& id) const {
  for (const auto& entry : people())
    if (entry.first.id.value == id) return entry.first;
  qFatal("nobody is called %s", id.c_str());
}

void FakeDesk::signInAs(const std::string& user) {
  references = std::make_shared<models::References>(*references);
  references->me = person(user);
  Q_EMIT referenceSource.referencesChanged();
}

std::string FakeDesk::freshId() {
  ++m_ids;
  std::array<std::uint8_t, 10> random{};
  for (std::size_t i = 0; i < 8; ++i)
    random[i] = static_cast<std::uint8_t>(m_ids >> (8 * (7 - i)));
  return makeUuid7(now.time_since_epoch().count(), random);
}

const FormSchema* FakeDesk::schemaOf(const Procedure* procedure) const {
  if (procedure == nullptr) return nullptr;
  const std::pair key(procedure->id, procedure->version);
  const auto found = m_schemas.find(key);
  if (found != m_schemas.end()) return &found->second;
  return &m_schemas.emplace(key, FormSchema::compile(procedure->form).value()).first->second;
}

Context FakeDesk::context(const Actor& actor, Side side, const Case* item, const Procedure* procedure) const {
  Context context{actor, references->offices, procedure, references->holidays, now, side};
  context.nextCaseNumber = "8健食第" + std::to_string(m_numbers + 1) + "号";
  context.nextDocumentNumber = "8健食許第" + std::to_string(m_numbers + 1) + "号";
  context.form = schemaOf(procedure);
  context.absences = &references->absences;
  context.casePending = item != nullptr && !item->pending.empty();
  context.online = status.link == models::SyncStatus::Link::Online;
  return context;
}

Command FakeDesk::command(const CaseId& id, const UserId& actor, CommandBody body) {
  Command made;
  made.id = CommandId(freshId());
  made.caseId = id;
  made.actor = actor;
  made.device = DeviceId("device");
  made.madeAt = now;
  made.body = std::move(body);
  return made;
}

std::size_t FakeDesk::arrive(const std::string& procedureId, const std::string& name, const std::string& kana,
                             int daysAgo) {
  const Procedure* procedure = references->procedure(ProcedureId(procedureId), 1);
  ReceiveOnline body;
  body.procedure = procedure->id;
  body.procedureVersion = procedure->version;
  body.office = OfficeId("food");
  body.arrivedAt = now - std::chrono::days(daysAgo);
  body.applicant.party.name = {name, name, kana};
  body.applicant.party.address = {"1900022", "132021", "錦町", "三丁目2番26号", "みどりビル1階"};
  body.applicant.party.phone = "042-555-0101";
  const json::value* sample = procedure->package.if_contains("sample");
  if (sample != nullptr) body.form = *sample;
  Actor intake{UserId("intake"), "staff", {Grant{Role::Intake, OfficeId("bureau"), std::nullopt, true}}};
  Case item;
  const Command made = command(CaseId(freshId()), intake.id, body);
  const auto done = execute(item.record, made, context(intake, Side::Server, nullptr, procedure));
  if (!done)
    qFatal("arrive: %s %s", std::string(toText(done.error().code)).c_str(), done.error().detail.c_str());
  cases.push_back(std::move(item));
  return cases.size() - 1;
}

void FakeDesk::act(std::size_t place, const std::string& user, const CommandBody& body) {
  Case& item = cases[place];
  const CaseState& state = item.record.state;
  const Actor& actor = person(user);
  const Command made = command(state.id, actor.id, body);
  const auto done = execute(
      item.record, made,
      context(actor, Side::Server, nullptr, references->procedure(state.procedure, state.procedureVersion)));
  if (!done)
    qFatal("%s: %s %s", std::string(kindOf(body)).c_str(), std::string(toText(done.error().code)).c_str(),
           done.error().detail.c_str());
  ++m_numbers;
}

void FakeDesk::examine(std::size_t place, const std::string& clerk) {
  const CaseState& state = cases[place].record.state;
  if (state.status == Status::Arrived) act(place, clerk, RegisterCase{});
  if (state.holder != UserId(clerk)) act(place, clerk, AssignCase{UserId(clerk), state.holder});
  const Procedure* procedure = references->procedure(state.procedure, state.procedureVersion);
  for (const CommandBody& body : models::meetAllOpen(state, *procedure))
    act(place, clerk, body);
}

void FakeDesk::submit(std::size_t place, DraftDecision draft, const std::string& clerk) {
  const CaseState& state = cases[place].record.state;
  const Procedure* procedure = references->procedure(state.procedure, state.procedureVersion);
  if (caseClock(state, *procedure, references->holidays, dayInJapan(now))->overdueDays > 0)
    act(place, clerk,
        ExplainDelay{"添付資料の確認に時間を要したため", dayInJapan(now) + std::chrono::days(7)});
  draft.baseDraft = state.draft ? state.draft->version : 0;
  act(place, clerk, draft);
  act(place, clerk, SubmitForApproval{state.draft->version});
}

void FakeDesk::decide(std::size_t place) {
  const CaseState& state = cases[place].record.state;
  while (state.status == Status::InApproval) {
    const RouteStage* stage = openStages(state).front();
    const auto who = std::find_if(people().begin(), people().end(), [&](const auto& entry) {
      const bool acted = std::any_of(state.route.begin(), state.route.end(),
                                     [&](const RouteStage& other) { return other.by == entry.first.id; });
      return entry.first.rank == stage->role && entry.first.id != state.draft->author && !acted;
    });
    act(place, who->first.id.value, Approve{state.draft->version, state.draft->hash, {}});
  }
}

void FakeDesk::sendAway(const std::string& user, int days) {
  const Date today = dayInJapan(now);
  const auto done = recordAbsence(person(user), {UserId(user), today, today + std::chrono::days(days), true});
  if (!done) qFatal("sendAway: %s", done.error().detail.c_str());
}

Result<void> FakeDesk::recordAbsence(const Actor& by, const AttendanceChange& change) {
  const models::Person& person = references->people.at(change.user);
  if (status.link != models::SyncStatus::Link::Online) return failure(ErrorCode::Offline, {});
  if (!mayRecordAbsence(by, {person.id, {}, {}, person.rank, person.office, false}, references->offices))
    return failure(ErrorCode::NotPermitted, {});
  const auto known = references->absences.find(change.user);
  const Attendance before{change.user, known == references->absences.end() ? std::vector<Absence>()
                                                                           : known->second.absences};
  auto after = changed(before, change, by.id, now);
  if (!after) return tl::unexpected(after.error());
  references = std::make_shared<models::References>(*references);
  references->absences[change.user] = {person.rank, person.office, after->absences};
  Q_EMIT referenceSource.referencesChanged();
  return {};
}

tl::expected<models::CommandDone, Refusal> FakeDesk::perform(const CaseId& id, const CommandBody& body) {
  Case* item = id.empty() ? nullptr : find(id);
  Case fresh;
  Case& target = item == nullptr ? fresh : *item;
  const CaseRecord before = target.record;
  const bool online = status.link == models::SyncStatus::Link::Online;
  const auto* arrival = std::get_if<ReceiveOnPaper>(&body);
  const Procedure* procedure =
      arrival != nullptr ? references->procedure(arrival->procedure, arrival->procedureVersion)
                         : references->procedure(before.state.procedure, before.state.procedureVersion);
  const Command made = command(item == nullptr ? CaseId(freshId()) : id, references->me.id, body);
  Context around = context(references->me, online ? Side::Server : Side::Client, item, procedure);
  if (const auto* move = std::get_if<MoveToVersion>(&body))
    around.moveTo = references->procedure(before.state.procedure, move->to);
  const auto done = execute(target.record, made, around);
  if (!done) return tl::unexpected(done.error());
  ++m_numbers;
  performed.push_back(body);
  if (!online) {
    if (!target.base) target.base = before.state;
    OutboxEntry entry;
    entry.deviceSeq = static_cast<std::int64_t>(m_ids);
    entry.command = made.id;
    entry.caseId = made.caseId;
    entry.kind = kindOf(body);
    entry.payload = canonicalJson(toJson(made));
    entry.madeAt = now;
    target.pending.push_back(entry);
    m_before[made.id] = before;
    ++status.waiting;
  }
  if (item == nullptr) cases.push_back(std::move(fresh));
  const auto place = static_cast<std::size_t>(find(made.caseId) - cases.data());
  tellChanged(place);
  return models::CommandDone{made.id, made.caseId, cases[place].record.state.version, body,
                             inverse(body, before.state)};
}

CaseListRow FakeDesk::rowAt(std::size_t place) const {
  if (place >= cases.size() || cases[place].gone) {
    CaseListRow gone;
    gone.key = static_cast<std::int64_t>(place) + 1;
    return gone;
  }
  const Case& item = cases[place];
  const CaseState& state = item.record.state;
  CaseListRow row = CaseSummarizer(references->holidays, dayInJapan(now))
                        .summarize(state, references->procedure(state.procedure, state.procedureVersion))
                        .row;
  row.key = static_cast<std::int64_t>(place) + 1;
  if (!item.pending.empty()) row.flags |= bit(RowFlag::Pending);
  if (std::any_of(item.pending.begin(), item.pending.end(),
                  [](const OutboxEntry& entry) { return models::needsPerson(entry.status); }))
    row.flags |= bit(RowFlag::Attention);
  return row;
}

std::vector<models::CaseKey> FakeDesk::keysOf(const CaseQuery& query) const {
  std::vector<std::pair<std::string, models::CaseKey>> found;
  for (std::size_t place = 0; place < cases.size(); ++place) {
    if (cases[place].gone) continue;
    const CaseState& state = cases[place].record.state;
    CaseSummary summary =
        CaseSummarizer(references->holidays, dayInJapan(now))
            .summarize(state, references->procedure(state.procedure, state.procedureVersion));
    summary.row = rowAt(place);
    if (fits(query, summary, state)) found.emplace_back(sortKey(query.sort, summary), summary.row.key);
  }
  std::sort(found.begin(), found.end());
  if (query.descending) std::reverse(found.begin(), found.end());
  std::vector<models::CaseKey> keys;
  for (const auto& entry : found)
    keys.push_back(entry.second);
  return keys;
}

QueueCounts FakeDesk::counts() const {
  QueueCounts counts;
  for (std::size_t i = 0; i < kQueueCount; ++i)
    counts.of[i] =
        static_cast<std::int64_t>(keysOf(queryFor(static_cast<Queue>(i), references->me, references->offices,
                                                  dayInJapan(now), references->absences))
                                      .size());
  return counts;
}

FakeDesk::Case* FakeDesk::find(const CaseId& id) {
  const auto found = std::find_if(cases.begin(), cases.end(),
                                  [&](const Case& item) { return item.record.state.id == id && !item.gone; });
  return found == cases.end() ? nullptr : &*found;
}

void FakeDesk::tellChanged(std::size_t place) {
  ChangeSet changes;
  changes.changed.push_back(static_cast<std::int64_t>(place) + 1);
  changes.cases.push_back(cases[place].record.state.id);
  changes.outboxChanged = true;
  tellChanged(changes);
}

void FakeDesk::tellChanged(const ChangeSet& changes) {
  std::vector<FakeCaseSource*> sources{&table, &opened, &batch, &search, &bulk};
  std::copy_if(m_apart.begin(), m_apart.end(), std::back_inserter(sources),
               [](const auto& one) { return one; });
  for (FakeCaseSource* source : sources)
    QMetaObject::invokeMethod(
        source, [source, changes] { Q_EMIT source->changed(changes); }, Qt::QueuedConnection);
  QMetaObject::invokeMethod(
      &outbox, [this] { Q_EMIT outbox.changed(); }, Qt::QueuedConnection);
  QMetaObject::invokeMethod(
      &sync, [this] { Q_EMIT sync.statusChanged(); }, Qt::QueuedConnection);
}

} // namespace madoguchi::tests
