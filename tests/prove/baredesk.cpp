// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/prove/baredesk.h"

#include "core/base/json.h"
#include "storage/outboxtable.h"

#include <algorithm>
#include <future>

namespace madoguchi::tests {

namespace {

sync::http::ServerAddress addressOf(const BareDesk::Login& login) {
  auto address = sync::http::parseServerAddress(login.url, login.fingerprint);
  if (!address) qFatal("%s", address.error().detail.c_str());
  return std::move(*address);
}

} // namespace

BareDesk::BareDesk(Login login)
    : m_login(std::move(login)), m_sync(addressOf(m_login)),
      m_client(std::make_unique<app::Client>(m_sync, core::UserId(m_login.user),
                                             core::DeviceId(m_login.device), core::AppealTexts{})),
      m_random(std::hash<std::string>{}(m_login.user + core::toText(app::systemNow()))) {
  actor.id = core::UserId(m_login.user);
  actor.rank = "staff";
  m_profile.folder = m_login.folder;
  m_profile.key.fill(7);
  m_sync.setToken(m_login.token);
}

BareDesk::~BareDesk() {
  m_client.reset(); // before what its threads use
}

void BareDesk::open(bool follow) {
  m_client->open(m_profile, [this, follow](const core::Result<void>& opened) {
    if (!opened) qFatal("the cache does not open: %s", opened.error().detail.c_str());
    m_client->store().urgent([this](storage::Cache& cache) {
      auto reader = storage::CaseReader::open(storage::cacheFileOf(m_profile));
      if (!reader || !cache.setActor(actor)) qFatal("the cache cannot be used");
      m_reader = std::move(*reader);
      m_open = true;
    });
    m_client->follow(follow);
  });
}

template <class Value>
Value BareDesk::onStore(std::function<Value(storage::Cache&)> work) {
  std::promise<Value> promise;
  m_client->store().urgent([&](storage::Cache& cache) { promise.set_value(work(cache)); });
  return promise.get_future().get();
}

void BareDesk::work() {
  m_client->store().urgent([this](storage::Cache& cache) {
    if (m_reader) workNow(cache);
    ++m_worked;
  });
}

storage::CaseReader& BareDesk::reader() {
  if (!m_reader->follow()) qFatal("the cache cannot be read");
  return *m_reader;
}

void BareDesk::workNow(storage::Cache& cache) {
  core::CaseQuery query;
  query.sort = core::SortColumn::Number;
  query.descending = true;
  const auto keys = reader().keys(query);
  if (!keys || keys->empty()) return;
  const std::size_t reach = newest == 0 ? keys->size() : std::min(newest, keys->size());
  const std::vector<std::int64_t> key{(*keys)[m_random() % reach]};
  const auto rows = reader().rows(key);
  if (!rows || rows->front().id.empty()) return;
  const auto opened = reader().record(rows->front().id);
  if (!opened) return;
  core::Command command;
  command.id = core::CommandId(app::newId());
  command.caseId = rows->front().id;
  command.baseVersion = opened->record.state.version;
  command.actor = actor.id;
  command.device = core::DeviceId(m_login.device);
  command.madeAt = app::systemNow();
  command.body = something(opened->record.state);
  const auto done = cache.perform(command, true);
  if (!done || done->command.empty()) return;
  m_acknowledged.push_back(command.id);
  if (onAcknowledged) onAcknowledged(command.id);
  m_client->store().tell(cache, done->changes);
}

core::CommandBody BareDesk::something(const core::CaseState& state) {
  const auto* owner = core::valueAt(state.form, "/place/ownerName");
  if (owner == nullptr || m_random() % 2 == 0)
    return core::AddNote{"記録 " + std::to_string(m_random() % 1000)};
  const std::string name = "窓口亭 " + std::to_string(m_random() % 1000);
  return core::EditForm{{core::FieldEdit{"/place/ownerName", *owner, core::json::value(name)}}};
}

int BareDesk::cases() {
  return onStore<int>([this](storage::Cache&) {
    const auto keys = reader().keys({});
    return keys ? static_cast<int>(keys->size()) : -1;
  });
}

std::vector<core::Checkpoint> BareDesk::holdings() {
  auto held = onStore<std::vector<core::Checkpoint>>([](storage::Cache& cache) { return cache.holdings(); });
  std::sort(held.begin(), held.end(), [](const auto& a, const auto& b) { return a.scope < b.scope; });
  return held;
}

std::vector<core::OutboxEntry> BareDesk::outbox() {
  using Entries = std::vector<core::OutboxEntry>;
  return onStore<Entries>([](storage::Cache& cache) { return cache.outbox().value_or(Entries()); });
}

bool BareDesk::isQuiet() {
  if (!status().settled) return false;
  const auto entries = outbox();
  return std::none_of(entries.begin(), entries.end(), [](const core::OutboxEntry& entry) {
    return entry.status == core::OutboxStatus::Waiting || entry.status == core::OutboxStatus::Sent ||
           entry.status == core::OutboxStatus::Confirmed;
  });
}

bool BareDesk::sumsHold() {
  return onStore<bool>([](storage::Cache& cache) {
    const auto differ = cache.verifySums();
    return differ && differ->empty();
  });
}

std::string BareDesk::halfApplied() {
  return onStore<std::string>([this](storage::Cache& cache) -> std::string {
    const auto differ = cache.verifySums();
    if (!differ || !differ->empty()) return "sums do not hold";
    const auto entries = cache.outbox();
    if (!entries) return "no outbox";
    for (const auto& entry : *entries) {
      const auto opened = reader().record(entry.caseId);
      if (!opened || storage::needsAttention(entry)) continue; // gone from sight, or a person's turn
      const auto& timeline = opened->record.timeline;
      const auto shown = std::count_if(timeline.begin(), timeline.end(), [&entry](const core::Event& event) {
        return event.command == entry.command;
      });
      if (shown != 1) return entry.command.value + " is not shown once";
    }
    return {};
  });
}

std::vector<core::CommandId> BareDesk::acknowledged() {
  return onStore<std::vector<core::CommandId>>([this](storage::Cache&) { return m_acknowledged; });
}

} // namespace madoguchi::tests
