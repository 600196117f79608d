// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/casereader.h"

#include <QMutex>
#include <QObject>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace madoguchi::app {

/// A reader thread with a read-only connection. Requests wait in a queue; a newer one of the same owner and
/// kind takes the place of the older, and interrupts it where it runs. The object lives on the UI thread.
class ReaderWorker : public QObject {
  Q_OBJECT

public:
  /// Who asks, for what, and with which generation. `replaces` is false for requests that queue up.
  struct Ticket {
    QObject* owner = nullptr;
    int kind = 0;
    quint64 generation = 0;
    bool replaces = true;
  };
  /// Runs on the reader thread; what it returns runs on the UI thread, unless a newer request has come
  /// meanwhile. An answer may be under way when its owner goes or asks anew: it has to look. The reader is
  /// null, with the error, where the cache cannot be opened.
  using Answer = std::function<void()>;
  using Work = std::function<Answer(core::Result<storage::CaseReader*>)>;

  explicit ReaderWorker(QObject* parent = nullptr);
  ~ReaderWorker() override;

  /// Opens it at the first request, when the store says that it may be read: waits for that on its own
  /// thread. Once.
  void open(storage::CacheFile file, std::shared_future<bool> isThere);

  /// Inside Work: what can be told before the end. Runs on the UI thread.
  void publish(Answer answer);

  // On the UI thread.
  void ask(const Ticket& ticket, Work work);
  /// Drops what the owner has asked of that kind.
  void cancel(QObject* owner, int kind);
  /// Drops all that the owner has asked.
  void forget(QObject* owner);

private:
  struct Request {
    Ticket ticket;
    Work work;
  };

  using Reader = core::Result<std::unique_ptr<storage::CaseReader>>;
  void run(const std::function<Reader()>& open);
  /// The file may be another by now.
  void follow(Reader& reader);
  template <class Matches>
  void drop(Matches matches);

  QMutex m_mutex;
  QWaitCondition m_work;
  std::deque<Request> m_queue;
  Ticket m_running; ///< owner null: none
  bool m_runningDropped = false;
  storage::CaseReader* m_reader = nullptr;
  bool m_stop = false;
  std::thread m_thread;
};

} // namespace madoguchi::app
