// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/simclient.h"

#include "tests/faults/memorydisk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;

SimClient::SimClient(Timeline& timeline, Claims& claims, std::string user, std::string folder, Send send)
    : m_timeline(timeline), m_claims(claims), m_user(std::move(user)), m_folder(std::move(folder)),
      m_send(std::move(send)) {
  std::filesystem::create_directories(m_folder);
  // Storage looks at the file before it opens it: there is something, and it is no plain database.
  std::ofstream(m_folder + "/cache.db") << "on a memory disk";
}

SimClient::~SimClient() = default;

storage::Profile SimClient::profile() const {
  storage::Profile profile;
  profile.folder = m_folder;
  profile.key.fill(7);
  profile.vfs = disk::name();
  return profile;
}

void SimClient::install(Begin begin) {
  if (begin == Begin::Nothing) return disk::place(m_folder, {});
  static const disk::Image installed = [this] {
    disk::place(m_folder, {});
    std::filesystem::remove(m_folder + "/cache.db");
    if (const auto made = storage::Cache::open(profile()); !made)
      throw std::runtime_error(made.error().detail);
    std::ofstream(m_folder + "/cache.db") << "on a memory disk";
    return disk::image(m_folder);
  }();
  disk::place(m_folder, installed);
}

bool SimClient::start(const Actor& actor) {
  ++m_life;
  m_status = {};
  const auto files = disk::image(m_folder);
  const auto file = files.find("cache.db");
  const bool isNew = file == files.end() || file->second.empty();
  if (isNew) std::filesystem::remove(m_folder + "/cache.db");
  auto cache = storage::Cache::open(profile());
  std::ofstream(m_folder + "/cache.db") << "on a memory disk";
  if (!cache) return false;
  if (!(*cache)->setActor(actor)) return false;
  auto reader = storage::CaseReader::open(storage::cacheFileOf(profile()));
  if (!reader) return false;
  const auto cursor = (*cache)->cursor();
  const auto snapshots = (*cache)->snapshots();
  if (!cursor || !snapshots) return false;
  m_actor = actor;
  m_cache = std::move(*cache);
  m_reader = std::move(*reader);
  m_engine =
      std::make_unique<sync::Engine>([this] { return static_cast<double>(m_timeline.below(1000)) / 1000; });
  sync::Started event{*cursor, {}, UserId(m_user), DeviceId("device-" + m_user), waiting(), true};
  for (const auto& progress : *snapshots)
    event.snapshots.push_back({progress.scope, progress.after});
  const auto confirmed = m_cache->confirmed();
  if (!confirmed) {
    stop();
    return false;
  }
  event.confirmed = *confirmed;
  take(std::move(event));
  take(sync::SignedIn{});
  return true;
}

void SimClient::crash(bool powerToo) {
  m_timeline.note("crash " + m_user, powerToo ? 1 : 0);
  disk::crash(m_folder, powerToo ? disk::Crash::Power : disk::Crash::Process, m_timeline.random);
  stop();
  m_wish.reset(); // on the screen, not acknowledged
}

void SimClient::stop() {
  ++m_life;
  m_engine.reset();
  m_jobs.clear();
  m_basis.reset();
  m_jobDue = false;
  m_reader.reset();
  m_cache.reset();
  m_last.reset();
}

void SimClient::signIn(const Actor& actor) {
  if (!isUp()) return;
  if (!m_cache->setActor(actor)) return;
  m_actor = actor;
  take(sync::SignedIn{});
}

int SimClient::waiting() {
  int waiting = 0;
  const auto counts = m_cache->outboxCounts();
  if (!counts) return 0;
  for (const auto& [status, count] : *counts)
    if (status == OutboxStatus::Waiting || status == OutboxStatus::Sent || status == OutboxStatus::Confirmed)
      waiting += static_cast<int>(count);
  return waiting;
}

bool SimClient::isQuiet() {
  if (!isUp() || !m_jobs.empty() || !m_status.settled || m_wish || waiting() != 0) return false;
  const auto looks = m_cache->nextAudit(1);
  return looks && looks->empty();
}

void SimClient::tellOutbox() {
  take(sync::LocalWork{waiting()});
}

void SimClient::take(sync::Event event) {
  if (!m_engine) return;
  m_timeline.note(m_user, static_cast<std::int64_t>(event.index()));
  for (auto& action : m_engine->step(std::move(event), m_timeline.now))
    carryOut(std::move(action));
}

void SimClient::carryOut(sync::Action&& action) {
  m_timeline.note("does", static_cast<std::int64_t>(action.index()));
  std::visit(
      [this](auto& one) {
        if constexpr (requires { run(std::move(one)); }) run(std::move(one));
      },
      action);
}

void SimClient::run(sync::HttpRequest&& request) {
  m_send(*this, std::move(request));
}

void SimClient::run(sync::SetTimer&& timer) {
  const auto wait =
      std::max<std::chrono::milliseconds>(timer.at - m_timeline.now, std::chrono::milliseconds(1));
  m_timeline.after(wait, [this, life = m_life, number = ++m_timer] {
    if (life == m_life && number == m_timer) take(sync::Ticked{});
  });
}

void SimClient::run(sync::ReportStatus&& report) {
  m_status = std::move(report.status);
}

void SimClient::store(Job job) {
  m_jobs.push_back(std::move(job));
  if (std::exchange(m_jobDue, true)) return;
  m_timeline.after(m_timeline.between(1, 5), [this, life = m_life] { runJob(life); });
}

void SimClient::runJob(int life) {
  if (life != m_life || m_jobs.empty()) return;
  m_jobDue = false;
  Job job = std::move(m_jobs.front());
  m_jobs.pop_front();
  const bool done = job(*m_cache);
  if (life != m_life) return;
  if (!done) m_jobs.push_front(std::move(job));
  if (m_jobs.empty() || std::exchange(m_jobDue, true)) return;
  m_timeline.after(m_timeline.between(1, 5), [this, life] { runJob(life); });
}

} // namespace madoguchi::tests
