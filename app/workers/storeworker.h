// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/changeset.h"
#include "storage/cache.h"

#include <QMutex>
#include <QObject>
#include <QPointer>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace madoguchi::app {

/// How many entries of the outbox wait, and how many need a person.
struct OutboxTally {
  int waiting = 0;        ///< not answered yet, or answered and not yet seen in the feed
  int needsAttention = 0; ///< conflicted, rejected, blocked, quarantined
  bool operator==(const OutboxTally&) const = default;
};

/// The store thread: owns the cache, the one read-write connection. What the user does overtakes what comes
/// from the server, whose transactions end when the user waits. The object lives on the UI thread; jobs run
/// on the store thread and answer by reply().
class StoreWorker : public QObject {
  Q_OBJECT

public:
  using Job = std::function<void(storage::Cache&)>;
  /// Runs again and again until it returns true; user jobs run in between.
  using Slices = std::function<bool(storage::Cache&)>;

  explicit StoreWorker(QObject* parent = nullptr);
  /// Finishes what the user has done; the rest is dropped.
  ~StoreWorker() override;

  /// Opens the cache on the store thread; `done` is called on the UI thread. Whether others may read it is
  /// known as soon as they may. Once.
  std::shared_future<bool> open(storage::Profile profile, std::function<void(core::Result<void>)> done);

  // From any thread. Before a successful open, jobs wait.
  void urgent(Job job);
  void background(Slices slices);
  /// Runs while there is nothing else to do.
  void idle(Slices slices);
  /// Whether the user waits for the store.
  [[nodiscard]] bool userWaits();
  /// Runs on the UI thread, unless `guard` is gone by then.
  template <class Object>
  void reply(const QPointer<Object>& guard, std::function<void()> answer) {
    // This object outlives its thread, the guarded one perhaps not: it is looked at on the UI thread.
    onUi([guard, answer = std::move(answer)] {
      if (guard) answer();
    });
  }

  // Inside jobs, on the store thread.

  /// Says what a transaction changed, if anything.
  void tell(storage::Cache& cache, const core::ChangeSet& changes);
  void tellOutbox(storage::Cache& cache);
  [[nodiscard]] static OutboxTally tallyOf(storage::Cache& cache);

Q_SIGNALS:
  // Sent from the store thread, so connections are queued.
  void changed(const madoguchi::core::ChangeSet& changes);
  /// Also after a row was added to the journal.
  void outboxCounted(const madoguchi::app::OutboxTally& tally);

private:
  void onUi(std::function<void()> work);
  void run(std::promise<bool> isReadable);
  void add(std::deque<Slices>& queue, Slices slices);
  struct Work {
    Job job;
    Slices slices;
    std::deque<Slices>* queue = nullptr; ///< where the slices came from
  };
  [[nodiscard]] bool waitFor(Work& work);

  QMutex m_mutex;
  QWaitCondition m_work;
  std::deque<Job> m_urgent;
  std::deque<Slices> m_background;
  std::deque<Slices> m_idle;
  bool m_stop = false;
  storage::Profile m_profile;
  std::function<void(core::Result<void>)> m_opened;
  std::thread m_thread;
};

} // namespace madoguchi::app
