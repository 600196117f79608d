// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/readerworker.h"
#include "app/workers/serverline.h"

#include <functional>

namespace madoguchi::app {

/// What the sources of one user's cache work with; all of them outlive the sources.
struct Workers {
  StoreWorker& store;
  ReaderWorker& pages;  ///< keys, rows, records
  ReaderWorker& search; ///< whatever may take longer
  ServerLine& sync;
  core::DeviceId device;
};

/// Writes a row of the desk's journal and only then goes on; where it cannot be written, `failed` is called
/// instead. Both on the UI thread, and not at all when `owner` is gone.
void journalFirst(Workers& workers, QObject* owner, const std::string& action, const std::string& subject,
                  std::function<void()> goOn, std::function<void(const core::Error&)> failed);

} // namespace madoguchi::app
