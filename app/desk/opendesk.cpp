// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/opendesk.h"

#include "app/workers/stamp.h"

namespace madoguchi::app {

namespace {

constexpr int kConsumers = 5; ///< of cases

} // namespace

OpenDesk::OpenDesk(Kind kind, Client& client, models::SessionSource& session, const QString& preferencesFile,
                   const CommonPorts& common)
    : m_preferences(preferencesFile, [&store = client.store()](const StoredPreferences::Job& job) {
        store.urgent([job](storage::Cache&) { job(); });
      }) {
  if (kind == Kind::Practice) {
    m_tasks = std::make_unique<models::TrainingTasks>(m_preferences);
  } else {
    m_scans = std::make_unique<ScanFolder>();
    m_scans->watch(m_preferences.value(QStringLiteral("scanFolder"), {}).toString());
    if (const auto chosen = m_preferences.value(models::kRoomPreference, {}); chosen.isValid())
      client.room().setLimit(chosen.toLongLong());
  }
  for (int i = 0; i < kConsumers; ++i)
    m_sources.push_back(client.makeCaseSource());
  m_desk = std::make_unique<models::Desk>(models::Ports{
      *m_sources[0],
      *m_sources[1],
      *m_sources[2],
      *m_sources[3],
      *m_sources[4],
      client.commands(),
      client.absences(),
      client.outbox(),
      client.references(),
      client.status(),
      client.blobs(),
      m_pages,
      client.journal(),
      client.lists(),
      common.printer,
      session,
      m_preferences,
      client.drafts(),
      systemNow,
      [] { return core::DocumentId(newId()); },
      [] { return std::make_unique<PreviewPages>(); },
      [&client] { return client.makeCaseSource(); },
      &common.postal,
      m_scans.get(),
      m_tasks.get(),
      &client.documentPlaces(),
      kind == Kind::Practice ? nullptr : &client.room(),
  });
  if (m_tasks) m_tasks->watch(*m_desk);
}

} // namespace madoguchi::app
