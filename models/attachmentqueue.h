// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"
#include "models/ports/blobsource.h"
#include "models/ports/deskjournal.h"
#include "models/ports/scantray.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace madoguchi::models {

/// Files on their way into the open case, one after another: guarded and kept, then attached. A scan leaves
/// its tray only when the case holds it, so that whatever ends in between, the paper is in one or the other.
/// A plain text with a My Number waits for the user's word. UI thread.
class AttachmentQueue : public QObject {
  Q_OBJECT

public:
  /// Paper that was scanned: the day it came, and whether somebody has compared every page with it.
  struct Paper {
    core::Date receivedOn{};
    bool compared = false;
  };

  /// All of it outlives this. `tray` may be null.
  AttachmentQueue(OpenCase& opened, BlobSource& blobs, DeskJournal& journal, ScanTray* tray,
                  std::function<core::DocumentId()> newId, QObject* parent = nullptr);

  /// `kind`: of the procedure's documents; may be empty.
  void add(const QString& path, const std::string& kind, const std::optional<Paper>& paper = {});

  [[nodiscard]] bool isBusy() const { return m_current.has_value(); }
  [[nodiscard]] int total() const { return m_total; } ///< of this run
  [[nodiscard]] int done() const { return m_done; }
  [[nodiscard]] QString currentName() const;
  /// Whether the current file waits for `mask` or `leaveOut`.
  [[nodiscard]] bool asks() const { return m_asks; }
  void mask();
  void leaveOut();
  /// What has not begun is dropped.
  void cancel();

Q_SIGNALS:
  void changed();
  void failed(const QString& text);

private:
  struct Item {
    core::CaseId caseId;
    QString path;
    QString name;
    std::string kind;
    std::optional<Paper> paper;
  };

  void begin();
  void finish();
  void refuse(const core::Error& error);
  void attach(const core::BlobId& blob, qint64 size);
  [[nodiscard]] std::vector<core::CommandBody> commandsFor(const Item& item, const core::BlobId& blob,
                                                           qint64 size);

  OpenCase& m_opened;
  BlobSource& m_blobs;
  DeskJournal& m_journal;
  ScanTray* m_tray;
  std::function<core::DocumentId()> m_newId;
  std::deque<Item> m_items;
  std::optional<Item> m_current;
  std::optional<quint64> m_request;
  std::optional<quint64> m_maskJournal;
  std::optional<core::DocumentId> m_attaching;
  bool m_asks = false;
  int m_total = 0;
  int m_done = 0;
};

} // namespace madoguchi::models
