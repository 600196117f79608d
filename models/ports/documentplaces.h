// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"

#include <QObject>

#include <optional>
#include <vector>

namespace madoguchi::models {

/// Where the content of a document is, seen from this PC.
enum class DocumentPlace {
  Unknown, ///< not asked yet
  Here,    ///< can be seen offline
  Unsent,  ///< here, and not on the server yet
  Coming,  ///< on its way to here
  Server,
};

/// How far a content is on its way, to here or to the server; in bytes.
struct DocumentTransfer {
  qint64 done = 0;
  qint64 total = 0; ///< 0: not known
  bool operator==(const DocumentTransfer&) const = default;
};

/// Says of documents where their contents are, and takes the user's word that some stay on this PC whatever
/// room there is. Those are fetched when the server is reached, and go with their case. Lives on the UI
/// thread.
class DocumentPlaces : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// These are of interest to this page now, and no others, until it is gone; `changed` follows when their
  /// places are known, and whenever one moves.
  virtual void watch(const QObject* page, const std::vector<core::BlobId>& blobs) = 0;
  [[nodiscard]] virtual DocumentPlace placeOf(const core::BlobId& blob) const = 0;

  /// Of one that is on its way now, or was until the server was lost.
  [[nodiscard]] virtual std::optional<DocumentTransfer> transferOf(const core::BlobId& blob) const = 0;

  [[nodiscard]] virtual bool isKept(const core::BlobId& blob) const = 0;
  /// Whether all documents of the case are kept, also those that come later.
  [[nodiscard]] virtual bool keepsAllOf(const core::CaseId& caseId) const = 0;
  /// `changed` or `failed` follows, as of the next.
  virtual void keep(const core::CaseId& caseId, const core::BlobId& blob, bool kept) = 0;
  /// `blobs`: those that the case has now.
  virtual void keepAll(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs, bool kept) = 0;

Q_SIGNALS:
  void changed();
  /// It has come further, or has arrived; a few times a second at most.
  void transferred(const madoguchi::core::BlobId& blob);
  void failed(const core::Error& error);
};

} // namespace madoguchi::models
