// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "models/listcells.h"
#include "models/ports/listexporter.h"

#include <functional>
#include <memory>

namespace madoguchi::app {

/// Writes one list, row by row; for one thread. What is not finished leaves no file behind.
class ListWriter {
public:
  using Keep = std::function<bool()>;

  virtual ~ListWriter() = default;

  /// `count`: rows that are announced; `add` and `skip` come so often. Errors of all: StorageFailed,
  /// StorageFull.
  [[nodiscard]] virtual core::Result<void> begin(const QStringList& headers, std::size_t count) = 0;
  [[nodiscard]] virtual core::Result<void> add(const std::vector<models::ListCell>& cells) = 0;
  /// One of the rows is there no more. Its place on paper stays empty, since the pages are counted.
  virtual void skip() {}
  /// Brings the rest to the disk, which may take long. `keep` is asked once, just before the file gets its
  /// name, or the paper goes to its printer; where it says no, nothing stays: Cancelled.
  [[nodiscard]] virtual core::Result<void> finish(const Keep& keep) = 0;
};

/// What a list says that was stopped.
[[nodiscard]] core::Error listStopped();

[[nodiscard]] std::unique_ptr<ListWriter> makeListWriter(const models::ListJob& job);

/// A cell that a spreadsheet would take for a formula (= + - @, also of full width, a tab or a line's end in
/// front) gets an apostrophe before it, which makes it text everywhere.
[[nodiscard]] QString neutralised(const QString& cell);

} // namespace madoguchi::app
