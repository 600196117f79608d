// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/previewtalk.h"
#include "models/ports/paperprinter.h"

#include <QMutex>
#include <QWaitCondition>

#include <deque>
#include <thread>

namespace madoguchi::app {

/// Prints on a thread of its own, since the first paper, one paper after the other. A paper may be another
/// desk's, so a preview process reads it, and what is printed are its pictures.
class PaperWorker final : public models::PaperPrinter {
  Q_OBJECT

public:
  explicit PaperWorker(QString program = previewProgram(), int secondsPerPage = kSecondsPerPage,
                       QObject* parent = nullptr);
  /// Finishes what the user has told it to print: it is in the journal already.
  ~PaperWorker() override;

  void print(quint64 request, const QByteArray& pdf, std::shared_ptr<QPagedPaintDevice> printer) override;

private:
  struct Job {
    quint64 request = 0;
    QByteArray pdf;
    std::shared_ptr<QPagedPaintDevice> printer;
  };

  void run();

  QString m_program;
  int m_secondsPerPage;
  QMutex m_mutex;
  QWaitCondition m_work;
  std::deque<Job> m_jobs;
  bool m_stop = false;
  std::thread m_thread; ///< since the first job
};

} // namespace madoguchi::app
