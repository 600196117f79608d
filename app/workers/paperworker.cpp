// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/paperworker.h"

#include "app/workers/previewanswer.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace madoguchi::app {

namespace {

constexpr int kResolution = 300; ///< of the pictures; what text needs, at 26 MB a page of A4
constexpr double kPointsPerInch = 72;
constexpr double kMostPoints = 2'400; ///< of a side; a sheet of A2 is 1,684 high

/// The sheets of one paper as the helper shows them, one at a time. It may be lying.
class Sheets {
public:
  Sheets(const QString& program, std::chrono::seconds patience) : m_helper(program), m_patience(patience) {}

  /// Their sizes in points; none where it is no paper, or where one of them would be larger than any.
  [[nodiscard]] QList<QSizeF> open(const QByteArray& pdf) {
    const auto answer =
        m_helper.ask({{{"do", "open"}, {"type", "application/pdf"}}, pdf}, QDeadlineTimer(m_patience));
    const auto pages = answer ? pagesIn(*answer) : std::nullopt;
    const auto isTooLarge = [](const QSizeF& page) {
      return page.width() > kMostPoints || page.height() > kMostPoints;
    };
    return !pages || std::any_of(pages->begin(), pages->end(), isTooLarge) ? QList<QSizeF>() : *pages;
  }

  /// Opaque, because a printer's language has no glass. Null where there is none: an empty sheet, or a
  /// stretched one, would pass for the paper.
  [[nodiscard]] QImage picture(int page, const QSizeF& points) {
    const int width = static_cast<int>(std::lround(points.width() * kResolution / kPointsPerInch));
    const int across = std::clamp(width, 1, preview::kWidestPicture);
    const auto answer =
        m_helper.ask({{{"do", "render"}, {"page", page}, {"width", across}}, {}}, QDeadlineTimer(m_patience));
    const auto drawn = answer ? pictureIn(*answer) : std::nullopt;
    const auto down = std::lround(across / points.width() * points.height());
    const bool fits = drawn && drawn->width() == across && std::abs(drawn->height() - down) <= 1;
    return fits ? *drawn : QImage();
  }

private:
  PreviewTalk m_helper;
  std::chrono::seconds m_patience;
};

/// How far a paper got.
struct Outcome {
  bool good = false;
  int printed = 0;
  int pages = 0;
};

Outcome printPdf(Sheets& sheets, const QByteArray& pdf, QPagedPaintDevice& printer) {
  const QList<QSizeF> pages = sheets.open(pdf);
  QPainter painter;
  int page = 0;
  for (; page < pages.size(); ++page) {
    const QImage sheet = sheets.picture(page, pages[page]);
    if (sheet.isNull() || !(page == 0 ? painter.begin(&printer) : printer.newPage())) break;
    const double scale = printer.logicalDpiX() / kPointsPerInch;
    painter.drawImage(QRectF(QPointF(), pages[page] * scale), sheet);
  }
  const auto all = static_cast<int>(pages.size());
  // A printer that fails at the end has not said what of it is on paper.
  if (painter.isActive() && !painter.end()) return {false, 0, all};
  return {page == all && all > 0, page, all};
}

} // namespace

PaperWorker::PaperWorker(QString program, int secondsPerPage, QObject* parent)
    : PaperPrinter(parent), m_program(std::move(program)), m_secondsPerPage(secondsPerPage) {}

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
    // A helper for each: what one paper has done to it, the next one does not meet.
    Sheets sheets(m_program, std::chrono::seconds(m_secondsPerPage));
    const Outcome done = printPdf(sheets, job.pdf, *job.printer);
    QMetaObject::invokeMethod(
        this,
        // The printer goes where it came from.
        [this, request = job.request, done, printer = std::move(job.printer)] {
          if (done.good)
            Q_EMIT printed(request);
          else
            Q_EMIT failed(request, done.printed, done.pages);
        },
        Qt::QueuedConnection);
  }
}

} // namespace madoguchi::app
