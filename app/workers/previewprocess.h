// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/frame.h"
#include "app/workers/previewtalk.h"
#include "models/ports/pagesource.h"

#include <QProcess>
#include <QTimer>

#include <map>

namespace madoguchi::app {

/// The preview process as seen from its thread: started at the first request, ended and replaced when it
/// takes too long or answers nonsense, and gone with its owner.
class PreviewHost final : public QObject {
  Q_OBJECT

public:
  using Failure = models::PageSource::Failure;

  PreviewHost(QString program, int secondsPerPage);
  ~PreviewHost() override;

  void ask(quint64 request, preview::Frame frame);
  /// Ends the process, and with it what it has read; what waits for an answer gets none.
  void close();

Q_SIGNALS:
  void opened(quint64 request, const QList<QSizeF>& pages);
  void rendered(quint64 request, const QImage& picture);
  void found(quint64 request, const QList<madoguchi::models::PageHit>& hits);
  void failed(quint64 request, madoguchi::models::PageSource::Failure why);

private:
  void stop();
  void read();
  [[nodiscard]] bool take(const preview::Frame& frame);
  /// Everything that waits for an answer gets this one.
  void failAll(Failure why);

  QString m_program;
  QProcess* m_process = nullptr;
  QTimer* m_patience;
  preview::FrameReader m_reader;
  std::map<quint64, std::string> m_waiting; ///< request → what it asked for
};

/// Pages by a madoguchi-preview of its own. UI thread; the pipe is served by a thread that all of them share,
/// and the process is ended there: who closes a dialog does not wait for it, the end of the program does.
class PreviewPages final : public models::PageSource {
  Q_OBJECT

public:
  explicit PreviewPages(const QString& program = previewProgram(), int secondsPerPage = kSecondsPerPage,
                        QObject* parent = nullptr);
  ~PreviewPages() override;

  void open(quint64 request, const QByteArray& content, const QString& mediaType) override;
  void close() override;
  void render(quint64 request, int page, int width) override;
  void find(quint64 request, const QString& text) override;

private:
  void ask(quint64 request, preview::Frame frame);

  PreviewHost* m_host; ///< on the thread of the pipes
};

} // namespace madoguchi::app
