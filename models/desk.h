// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batchmodel.h"
#include "models/bulkrun.h"
#include "models/casesapart.h"
#include "models/casetablemodel.h"
#include "models/figuresmodel.h"
#include "models/labelbook.h"
#include "models/opencase.h"
#include "models/outboxmodel.h"
#include "models/ports/absencerecorder.h"
#include "models/ports/blobsource.h"
#include "models/ports/deskjournal.h"
#include "models/ports/documentplaces.h"
#include "models/ports/draftkeeper.h"
#include "models/ports/listexporter.h"
#include "models/ports/offlineroom.h"
#include "models/ports/pagesource.h"
#include "models/ports/paperprinter.h"
#include "models/ports/postalsource.h"
#include "models/ports/preferences.h"
#include "models/ports/scantray.h"
#include "models/ports/sessionsource.h"
#include "models/queuelistmodel.h"
#include "models/timelinemodel.h"
#include "models/undostack.h"
#include "models/workloadmodel.h"

#include <functional>
#include <memory>

namespace madoguchi::models {

class TrainingTasks;

/// Everything that the desk reads from and acts on; all of it outlives the desk.
struct Ports {
  CaseSource& table;  ///< for the list, with the counts
  CaseSource& opened; ///< for the case that is shown
  CaseSource& batch;  ///< for "To decide"
  CaseSource& search; ///< for the search in everything
  CaseSource& bulk;   ///< for what is done to many cases
  CommandSink& commands;
  AbsenceRecorder& absences;
  OutboxSource& outbox;
  ReferenceSource& references;
  SyncStatusSource& sync;
  BlobSource& blobs;
  PageSource& pages; ///< pictures of the pages of the case's document that is looked at
  DeskJournal& journal;
  ListExporter& lists; ///< to files and paper
  PaperPrinter& printer;
  SessionSource& session;
  Preferences& preferences;
  DraftKeeper& drafts;
  Clock clock;
  std::function<core::DocumentId()> newDocumentId;
  std::function<std::unique_ptr<PageSource>()> newPages; ///< one more, for a preview that has it to itself
  std::function<std::unique_ptr<CaseSource>()> newCases; ///< one more, for a case in a window of its own
  PostalSource* postal = nullptr;                        ///< null: addresses are not completed
  ScanTray* scans = nullptr;                             ///< null: no folder of a scanner
  TrainingTasks* training = nullptr; ///< not null: this is a practice office, on this PC alone
  DocumentPlaces* places = nullptr;  ///< null: where documents are is not shown
  OfflineRoom* room = nullptr;       ///< null: what is kept here is nobody's choice
};

/// The models of one desk, wired. A window shows them; a window may come and go (another language).
struct Desk {
  explicit Desk(const Ports& wired)
      : ports(wired), table(ports.table, ports.references, ports.clock), searches(ports.drafts),
        queues(ports.table, ports.references, searches, ports.clock), undo(ports.commands, ports.outbox),
        opened(ports.opened, ports.commands, ports.references, ports.sync, undo, ports.clock),
        timeline(opened), apart([this] { return newApart(); }, opened),
        outbox(ports.outbox, OutboxModel::Show::All, ports.places),
        attention(ports.outbox, OutboxModel::Show::Attention, ports.places),
        batch(ports.batch, ports.commands, ports.references, ports.drafts, undo, ports.clock),
        bulk(ports.bulk, ports.commands, ports.references, ports.drafts, undo),
        workload(ports.bulk, ports.references, ports.clock),
        figures(ports.bulk, ports.references, ports.clock), labels(ports.table) {}

  Ports ports;
  CaseTableModel table;
  SavedSearches searches;
  QueueListModel queues;
  UndoStack undo;
  OpenCase opened; ///< beside the list
  TimelineModel timeline;
  CasesApart apart;
  OutboxModel outbox;
  OutboxModel attention;
  BatchModel batch;
  BulkRun bulk;
  WorkloadModel workload;
  FiguresModel figures;
  LabelBook labels;

private:
  [[nodiscard]] std::unique_ptr<CaseApart> newApart() {
    return std::make_unique<CaseApart>(ports.newCases(), ports.newPages(), ports.commands, ports.references,
                                       ports.sync, undo, ports.clock);
  }
};

} // namespace madoguchi::models
