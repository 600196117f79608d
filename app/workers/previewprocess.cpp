// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/previewprocess.h"

#include "app/workers/previewanswer.h"

#include <QCoreApplication>
#include <QThread>

#include <chrono>
#include <memory>
#include <utility>

namespace madoguchi::app {

namespace {

/// Serves the pipes of all previews until there is no application any more. One for all: it does nothing but
/// hand on what arrives, and a thread that ends in the midst of a session would have to be waited for.
class PipeThread {
public:
  PipeThread() {
    m_thread.setObjectName(QStringLiteral("preview"));
    m_thread.start();
  }
  PipeThread(const PipeThread&) = delete;
  PipeThread& operator=(const PipeThread&) = delete;
  /// What is left on it to be deleted is deleted with it.
  ~PipeThread() {
    m_thread.quit();
    m_thread.wait();
  }

  void take(QObject& host) { host.moveToThread(&m_thread); }

private:
  QThread m_thread;
};

std::unique_ptr<PipeThread> pipes; // UI thread

PipeThread& pipeThread() {
  if (!pipes) {
    pipes = std::make_unique<PipeThread>();
    qAddPostRoutine([] { pipes.reset(); });
  }
  return *pipes;
}

} // namespace

PreviewHost::PreviewHost(QString program, int secondsPerPage)
    : m_program(std::move(program)), m_patience(new QTimer(this)) {
  m_patience->setSingleShot(true);
  m_patience->setInterval(std::chrono::seconds(secondsPerPage));
  connect(m_patience, &QTimer::timeout, this, [this] {
    stop();
    failAll(Failure::TooSlow);
  });
}

PreviewHost::~PreviewHost() {
  stop();
}

void PreviewHost::ask(quint64 request, preview::Frame frame) {
  if (m_process == nullptr) {
    m_reader = {};
    m_process = new QProcess(this);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &PreviewHost::read);
    const auto gone = [this, process = m_process] {
      if (process != m_process) return;
      stop();
      failAll(Failure::Stopped);
    };
    connect(m_process, &QProcess::finished, this, gone);
    connect(m_process, &QProcess::errorOccurred, this, gone);
    m_process->start(m_program, {});
    // A process that could not be started has said so from within start().
    if (m_process == nullptr) return Q_EMIT failed(request, Failure::Stopped);
  }
  frame.header["id"] = static_cast<std::int64_t>(request);
  const core::json::value* verb = frame.header.if_contains("do");
  m_waiting[request] = verb == nullptr ? std::string() : std::string(verb->as_string());
  m_process->write(preview::write(frame));
  if (!m_patience->isActive()) m_patience->start();
}

void PreviewHost::stop() {
  m_patience->stop();
  if (m_process == nullptr) return;
  QProcess* process = std::exchange(m_process, nullptr);
  process->disconnect(this);
  process->kill();
  process->waitForFinished(1000);
  process->deleteLater();
}

void PreviewHost::close() {
  stop();
  m_waiting.clear();
}

void PreviewHost::read() {
  m_reader.add(m_process->readAllStandardOutput());
  for (;;) {
    const auto frame = m_reader.next();
    if (!frame || (*frame && !take(**frame))) {
      stop();
      return failAll(Failure::Stopped);
    }
    if (!*frame) return;
    m_patience->stop();
    if (!m_waiting.empty()) m_patience->start();
  }
}

bool PreviewHost::take(const preview::Frame& frame) {
  // What is no answer leaves the request waiting, so that it is failed with the rest.
  const auto waiting = m_waiting.find(requestIn(frame).value_or(0));
  if (waiting == m_waiting.end()) return false;
  const auto [request, verb] = *waiting;
  if (const auto why = failureIn(frame)) {
    m_waiting.erase(waiting);
    Q_EMIT failed(request, *why);
  } else if (verb == "open") {
    const auto pages = pagesIn(frame);
    if (!pages) return false;
    m_waiting.erase(waiting);
    Q_EMIT opened(request, *pages);
  } else if (verb == "render") {
    const auto picture = pictureIn(frame);
    if (!picture) return false;
    m_waiting.erase(waiting);
    Q_EMIT rendered(request, *picture);
  } else {
    const auto hits = hitsIn(frame);
    if (!hits) return false;
    m_waiting.erase(waiting);
    Q_EMIT found(request, *hits);
  }
  return true;
}

void PreviewHost::failAll(Failure why) {
  for (const auto& [request, verb] : std::exchange(m_waiting, {}))
    Q_EMIT failed(request, why);
}

PreviewPages::PreviewPages(const QString& program, int secondsPerPage, QObject* parent)
    : models::PageSource(parent), m_host(new PreviewHost(program, secondsPerPage)) {
  pipeThread().take(*m_host);
  connect(m_host, &PreviewHost::opened, this, &PageSource::opened);
  connect(m_host, &PreviewHost::rendered, this, &PageSource::rendered);
  connect(m_host, &PreviewHost::found, this, &PageSource::found);
  connect(m_host, &PreviewHost::failed, this, &PageSource::failed);
}

PreviewPages::~PreviewPages() {
  m_host->deleteLater();
}

void PreviewPages::ask(quint64 request, preview::Frame frame) {
  QMetaObject::invokeMethod(m_host, [host = m_host, request, frame = std::move(frame)]() mutable {
    host->ask(request, std::move(frame));
  });
}

void PreviewPages::open(quint64 request, const QByteArray& content, const QString& mediaType) {
  if (content.size() > static_cast<qsizetype>(preview::kLargestBytes)) {
    QMetaObject::invokeMethod(
        this, [this, request] { Q_EMIT failed(request, Failure::TooLarge); }, Qt::QueuedConnection);
    return;
  }
  ask(request, {{{"do", "open"}, {"type", mediaType.toStdString()}}, content});
}

void PreviewPages::close() {
  QMetaObject::invokeMethod(m_host, &PreviewHost::close);
}

void PreviewPages::render(quint64 request, int page, int width) {
  ask(request, {{{"do", "render"}, {"page", page}, {"width", width}}, {}});
}

void PreviewPages::find(quint64 request, const QString& text) {
  ask(request, {{{"do", "find"}, {"text", text.toStdString()}}, {}});
}

} // namespace madoguchi::app
