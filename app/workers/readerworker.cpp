// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/readerworker.h"

#include <algorithm>
#include <optional>

namespace madoguchi::app {

ReaderWorker::ReaderWorker(QObject* parent) : QObject(parent) {}

ReaderWorker::~ReaderWorker() {
  {
    const QMutexLocker lock(&m_mutex);
    m_stop = true;
    m_queue.clear();
    if (m_reader != nullptr && m_running.owner != nullptr) m_reader->interrupt();
    m_work.wakeAll();
  }
  if (m_thread.joinable()) m_thread.join();
}

void ReaderWorker::open(storage::CacheFile file, std::shared_future<bool> isThere) {
  m_thread = std::thread([this, file = std::move(file), isThere = std::move(isThere)] {
    run([&]() -> Reader {
      if (isThere.get()) return storage::CaseReader::open(file);
      return core::failure(core::ErrorCode::StorageFailed, "the cache was not opened");
    });
  });
}

template <class Matches>
void ReaderWorker::drop(Matches matches) {
  m_queue.erase(std::remove_if(m_queue.begin(), m_queue.end(),
                               [&matches](const Request& request) { return matches(request.ticket); }),
                m_queue.end());
  if (m_running.owner == nullptr || m_runningDropped || !matches(m_running)) return;
  m_runningDropped = true;
  // Under the lock: the one that runs cannot be another by now.
  if (m_reader != nullptr) m_reader->interrupt();
}

void ReaderWorker::ask(const Ticket& ticket, Work work) {
  const QMutexLocker lock(&m_mutex);
  if (ticket.replaces) {
    drop([&ticket](const Ticket& other) {
      return other.owner == ticket.owner && other.kind == ticket.kind && other.generation < ticket.generation;
    });
  }
  m_queue.push_back({ticket, std::move(work)});
  m_work.wakeAll();
}

void ReaderWorker::publish(Answer answer) {
  QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void ReaderWorker::cancel(QObject* owner, int kind) {
  const QMutexLocker lock(&m_mutex);
  drop([owner, kind](const Ticket& other) { return other.owner == owner && other.kind == kind; });
}

void ReaderWorker::forget(QObject* owner) {
  const QMutexLocker lock(&m_mutex);
  drop([owner](const Ticket& other) { return other.owner == owner; });
}

void ReaderWorker::follow(Reader& reader) {
  if (!reader) return;
  if (auto followed = (*reader)->follow(); !followed) {
    reader = tl::unexpected(followed.error());
    return;
  }
  const QMutexLocker lock(&m_mutex);
  m_reader = reader->get();
}

void ReaderWorker::run(const std::function<Reader()>& open) {
  std::optional<Reader> reader;
  for (;;) {
    Request request;
    {
      const QMutexLocker lock(&m_mutex);
      m_reader = reader && *reader ? (*reader)->get() : nullptr;
      while (m_queue.empty() && !m_stop)
        m_work.wait(&m_mutex);
      if (m_stop) return;
      request = std::move(m_queue.front());
      m_queue.pop_front();
      m_running = request.ticket;
      m_runningDropped = false;
      m_reader = nullptr; // nobody interrupts it while it opens another file
    }
    if (!reader) reader = open();
    follow(*reader);
    Answer answer = *reader ? request.work((*reader)->get()) : request.work(tl::unexpected(reader->error()));
    const QMutexLocker lock(&m_mutex);
    m_running.owner = nullptr;
    if (m_runningDropped || m_stop || !answer) continue;
    publish(std::move(answer));
  }
}

} // namespace madoguchi::app
