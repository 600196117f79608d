// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>

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

/// Says of documents where their contents are. Lives on the UI thread.
class DocumentPlaces : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// These are of interest now, and no others; `changed` follows when their places are known, and whenever
  /// one moves.
  virtual void watch(const std::vector<core::BlobId>& blobs) = 0;
  [[nodiscard]] virtual DocumentPlace placeOf(const core::BlobId& blob) const = 0;

Q_SIGNALS:
  void changed();
};

} // namespace madoguchi::models
