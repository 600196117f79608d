// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/connecteddesk.h"

#include "app/workers/stamp.h"
#include "core/cases/casecodec.h"
#include "server/stamping.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace madoguchi::bench {

namespace {

using Clock = std::chrono::steady_clock;

const QString kLogin = QStringLiteral("bureau.head");
const QString kPassword = QStringLiteral("a-long-bench-password");

double millisSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Until it is true; the event loop sleeps in between.
void turnUntil(const std::function<bool()>& isTrue) {
  while (!isTrue())
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void turnFor(std::chrono::milliseconds time) {
  bool over = false;
  QTimer::singleShot(time, [&over] { over = true; });
  turnUntil([&over] { return over; });
}

} // namespace

ConnectedDesk::ConnectedDesk(const FilledServer& server, const std::filesystem::path& folder,
                             std::size_t cases)
    : m_desk(server.process(), QString::fromStdString(folder.string())) {
  expected(m_desk.signIn(kLogin, kPassword));
  m_firstSync = millisOf([this] { require(m_desk.sync().settled, "the first sync did not settle"); });
  QObject::connect(
      &m_desk.client().store(), &app::StoreWorker::changed, &m_desk.client().store(),
      [this](const core::ChangeSet& changes) {
        m_changed += changes.changed.size();
        m_lastChange = Clock::now();
      },
      Qt::DirectConnection);
  m_source = m_desk.client().makeCaseSource();
  m_model = std::make_unique<models::CaseTableModel>(*m_source, m_desk.client().references(),
                                                     [] { return app::systemNow(); });
  m_table.setModel(m_model.get());
  m_table.verticalHeader()->hide();
  m_table.resize(1'200, 800);
  m_table.show();
  m_model->setQuery({});
  turnUntil([this] { return !m_model->isLoading() && m_model->rowCount() > 0 && !visible().empty(); });
  require(static_cast<std::size_t>(m_model->rowCount()) == cases, "not all cases have come");
  connect();
}

void ConnectedDesk::rest() {
  constexpr double kIdle = 0.05; // of a processor: timers and held requests
  constexpr std::chrono::milliseconds kLook{500};
  for (double before = cpuMillis(), spent = 0;; before += spent) {
    turnFor(kLook);
    spent = cpuMillis() - before;
    if (spent < kIdle * static_cast<double>(kLook.count())) return;
  }
}

void ConnectedDesk::connect() {
  m_desk.client().follow(true);
  turnUntil([this] { return m_desk.session().sync().status().settled; });
  turnFor(std::chrono::milliseconds(500)); // the held request is out
}

std::vector<core::CaseId> ConnectedDesk::visible() const {
  std::vector<core::CaseId> ids;
  const int last = m_table.rowAt(m_table.viewport()->height() - 1);
  for (int row = std::max(m_table.rowAt(0), 0); row <= last; ++row) {
    const auto* line = m_model->caseAt(row);
    if (line == nullptr) return {};
    ids.push_back(line->id);
  }
  return ids;
}

bool ConnectedDesk::shows(const core::CaseId& id, const core::UserId& holder) const {
  for (int row = 0; row < m_model->rowCount(); ++row)
    if (const auto* line = m_model->caseAt(row); line != nullptr && line->id == id)
      return line->holder == holder;
  return false;
}

bool ConnectedDesk::isPainted(const std::map<core::CaseId, std::int64_t>& versions) {
  const int last = m_table.rowAt(m_table.viewport()->height() - 1);
  for (int row = std::max(m_table.rowAt(0), 0); row <= last; ++row) {
    const auto* line = m_model->caseAt(row);
    if (line == nullptr) return false;
    const auto due = versions.find(line->id);
    if (due != versions.end() && line->version < due->second) return false;
  }
  m_table.viewport()->repaint();
  return true;
}

ConnectedDesk::Seen ConnectedDesk::see(const std::function<ServerChange()>& commit) {
  m_changed = 0;
  const ServerChange change = commit();
  std::map<core::CaseId, std::int64_t> versions;
  for (const auto& row : change.rows)
    versions.emplace(row.id, row.version);
  Seen seen;
  turnUntil([&] {
    if (seen.painted == 0 && isPainted(versions)) seen.painted = millisSince(change.committed);
    return seen.painted != 0 && m_changed >= change.ids.size();
  });
  seen.stored = std::chrono::duration<double, std::milli>(m_lastChange.load() - change.committed).count();
  turnUntil([this] { return !m_model->isLoading(); });
  turnFor(std::chrono::milliseconds(300));
  return seen;
}

double ConnectedDesk::upload(const std::vector<core::CaseId>& ids) {
  m_desk.session().sync().end(); // offline
  for (const auto& id : ids)
    expected(m_desk.perform(id, core::AddNote{"電話で確認した"}));
  const double took = millisOf([this] { require(m_desk.sync().settled, "the upload did not settle"); });
  require(m_desk.outbox().empty(), "not all edits are confirmed");
  connect();
  return took;
}

ServerChange changeOnServer(server::Store& store, const server::Catalog& catalog,
                            const std::vector<core::CaseId>& ids, int round) {
  ServerChange change;
  change.ids = ids;
  expected(store.write([&](server::Writing& writing) -> core::Result<void> {
    change.rows.clear();
    server::CaseChanges changes(writing);
    auto rows = writing.lockCases(ids);
    for (auto& [id, before] : rows) {
      auto record = expected(core::caseRecordFrom(before.state, before.timeline));
      ++record.state.version;
      record.state.holder = core::UserId("clerk-" + std::to_string(50 + round));
      record.state.form.as_object()["facility"] = "あたらしい食堂" + std::to_string(round);
      core::Event noted = record.timeline.back();
      noted.command = core::CommandId(app::newId());
      record.timeline.push_back(noted);
      auto text = core::toText(record);
      auto digest = core::digestOf(text);
      change.rows.push_back(
          {catalog.scopeOf(record.state), 0, id, record.state.version, digest, text.state, text.timeline});
      changes.put(before, record.state, catalog.scopeOf(record.state), std::move(text), std::move(digest));
    }
    (void)changes.write();
    return {};
  }));
  change.committed = Clock::now();
  return change;
}

} // namespace madoguchi::bench
