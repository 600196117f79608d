// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/cachedcasesource.h"
#include "app/workers/cachedcommandsink.h"
#include "app/workers/cacheddrafts.h"
#include "app/workers/cachedheldcases.h"
#include "app/workers/cachedlistexporter.h"
#include "app/workers/cachedoutboxsource.h"
#include "app/workers/cachedsources.h"
#include "app/workers/documentplaces.h"
#include "app/workers/documentroom.h"
#include "app/workers/rowchecker.h"
#include "app/workers/rowrefresher.h"
#include "app/workers/sentabsences.h"

#include <memory>

namespace madoguchi::app {

/// One user's open cache with its threads and the sources over it. What is made of it must go before it. UI
/// thread.
class Client : public QObject {
  Q_OBJECT

public:
  Client(ServerLine& sync, core::UserId user, core::DeviceId device, core::AppealTexts appealTexts,
         QObject* parent = nullptr);
  /// Finishes what the user has done, and ends the threads.
  ~Client() override;

  /// Opens cache and readers and reads the references; then `done`. Once.
  void open(const storage::Profile& profile, const std::function<void(core::Result<void>)>& done);
  /// Whom the server says the user is, with rank and grants; kept for work offline.
  void setActor(const core::Actor& actor);
  /// From now on what is unsent is also sealed to the server.
  void setSealing(const storage::Sealing& sealing);
  /// Half-typed texts that were recovered from a cache that is lost.
  void restoreDrafts(const std::map<std::string, std::string>& texts);
  /// Begins to send and fetch; `forGood`: until the end, else until both sides agree.
  void follow(bool forGood);

  [[nodiscard]] const core::UserId& user() const { return m_user; }
  /// One for each consumer.
  [[nodiscard]] std::unique_ptr<models::CaseSource> makeCaseSource();
  [[nodiscard]] models::HeldCasesSource& heldCases() { return m_heldCases; }
  [[nodiscard]] models::CommandSink& commands() { return m_commands; }
  [[nodiscard]] models::AbsenceRecorder& absences() { return m_absences; }
  [[nodiscard]] models::OutboxSource& outbox() { return m_outbox; }
  [[nodiscard]] models::DeskJournal& journal() { return m_journal; }
  [[nodiscard]] models::ListExporter& lists() { return m_listExporter; }
  [[nodiscard]] models::BlobSource& blobs() { return m_blobs; }
  [[nodiscard]] models::DocumentPlaces& documentPlaces() { return m_documentPlaces; }
  [[nodiscard]] models::OfflineRoom& room() { return m_room; }
  [[nodiscard]] models::DraftKeeper& drafts() { return m_drafts; }
  [[nodiscard]] models::ReferenceSource& references() { return m_references; }
  [[nodiscard]] models::SyncStatusSource& status() { return m_status; }
  [[nodiscard]] StoreWorker& store() { return m_store; }
  [[nodiscard]] ReaderWorker& reader() { return m_search; }

private:
  void tidyUp();
  [[nodiscard]] Workers workers() { return {m_store, m_pages, m_search, m_sync, m_device}; }

  ServerLine& m_sync;
  core::UserId m_user;
  core::DeviceId m_device;
  StoreWorker m_store;
  ReaderWorker m_pages;
  ReaderWorker m_search;
  ReaderWorker m_lists; ///< exports, which take long
  CachedReferences m_references;
  CachedDrafts m_drafts;
  CachedHeldCases m_heldCases;
  CachedCommandSink m_commands;
  SentAbsences m_absences;
  CachedOutboxSource m_outbox;
  CachedJournal m_journal;
  CachedListExporter m_listExporter;
  FileGuard m_guard;
  CachedBlobSource m_blobs;
  ReportedStatus m_status;
  RowRefresher m_rowRefresher;
  RowChecker m_rowChecker;
  FetchAhead m_fetchAhead;
  CachedDocumentPlaces m_documentPlaces;
  DocumentRoom m_room;
  bool m_followsForGood = false;
};

} // namespace madoguchi::app
