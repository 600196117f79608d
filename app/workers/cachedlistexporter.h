// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/workers.h"
#include "models/ports/listexporter.h"
#include "models/ports/referencesource.h"

#include <atomic>
#include <memory>
#include <optional>

namespace madoguchi::app {

/// Exports lists from the cache, on a reader thread of their own. UI thread.
class CachedListExporter final : public models::ListExporter {
  Q_OBJECT

public:
  /// `lists`: nobody else waits for this reader.
  CachedListExporter(const Workers& workers, ReaderWorker& lists, const models::ReferenceSource& references,
                     QObject* parent = nullptr);
  ~CachedListExporter() override;

  void start(quint64 request, const models::ListJob& job) override;
  void cancel(quint64 request) override;

private:
  /// Of a job: either nobody wants it any more, or what it has written stays. The thread and whoever stops it
  /// ask each other by this, so that no file appears that was said not to.
  enum class Fate { Open, Stopped, Kept };
  using SharedFate = std::shared_ptr<std::atomic<Fate>>;

  void readKeys(const models::ListJob& job);
  void journal(const models::ListJob& job);
  void write(const models::ListJob& job);
  void fail(const core::Error& error);
  /// False where it is too late.
  bool stop();

  Workers m_workers;
  ReaderWorker& m_lists;
  const models::ReferenceSource& m_references;
  std::optional<quint64> m_request;
  SharedFate m_fate;
};

} // namespace madoguchi::app
