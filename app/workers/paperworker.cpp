// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/paperworker.h"

#include <QBuffer>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfDocument>

namespace madoguchi::app {

namespace {

constexpr int kResolution = 300; ///< of the pictures; what text needs, at 26 MB a page of A4
constexpr double kPointsPerInch = 72;
constexpr double kMostPoints = 2'400; ///< of a side; a sheet of A2 is 1,684 high

// Opaque, because a printer's language has no glass. Null where there is none: an empty sheet would pass for
// the paper.
QImage picture(QPdfDocument& document, int page) {
  const QSizeF points = document.pagePointSize(page);
  if (points.width() > kMostPoints || points.height() > kMostPoints) return {};
  const QSize size = (points * kResolution / kPointsPerInch).toSize();
  const QImage drawn = document.render(page, size);
  QImage sheet(size, QImage::Format_RGB32);
  if (drawn.isNull() || sheet.isNull()) return {};
  sheet.fill(Qt::white);
  QPainter painter(&sheet);
  painter.drawImage(0, 0, drawn);
  return sheet;
}

bool printPdf(QByteArray pdf, QPagedPaintDevice& printer) {
  QBuffer buffer(&pdf);
  QPdfDocument document;
  if (!buffer.open(QIODevice::ReadOnly)) return false;
  document.load(&buffer);
  if (document.pageCount() <= 0) return false;
  QPainter painter;
  if (!painter.begin(&printer)) return false;
  const double scale = printer.logicalDpiX() / kPointsPerInch;
  const int pages = document.pageCount();
  bool good = true;
  for (int page = 0; page < pages && good; ++page) {
    const QImage sheet = picture(document, page);
    good = !sheet.isNull() && (page == 0 || printer.newPage());
    if (good) painter.drawImage(QRectF(QPointF(), document.pagePointSize(page) * scale), sheet);
  }
  document.close();
  return painter.end() && good;
}

} // namespace

PaperWorker::PaperWorker(QObject* parent) : PaperPrinter(parent) {}

PaperWorker::~PaperWorker() {
  {
    const QMutexLocker lock(&m_mutex);
    m_stop = true;
    m_work.wakeAll();
  }
  if (m_thread.joinable()) m_thread.join();
}

void PaperWorker::print(quint64 request, const QByteArray& pdf, std::shared_ptr<QPagedPaintDevice> printer) {
  const QMutexLocker lock(&m_mutex);
  m_jobs.push_back({request, pdf, std::move(printer)});
  if (!m_thread.joinable()) m_thread = std::thread([this] { run(); });
  m_work.wakeAll();
}

void PaperWorker::run() {
  for (;;) {
    Job job;
    {
      const QMutexLocker lock(&m_mutex);
      while (!m_stop && m_jobs.empty())
        m_work.wait(&m_mutex);
      if (m_jobs.empty()) return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
    }
    const bool good = printPdf(job.pdf, *job.printer);
    QMetaObject::invokeMethod(
        this,
        // The printer goes where it came from.
        [this, request = job.request, good, printer = std::move(job.printer)] {
          if (good)
            Q_EMIT printed(request);
          else
            Q_EMIT failed(request);
        },
        Qt::QueuedConnection);
  }
}

} // namespace madoguchi::app
