// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/pdfprint.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>

namespace madoguchi::ui {

namespace {

constexpr int kResolution = 300; ///< of the pictures; what text needs, at 26 MB a page of A4
constexpr double kPointsPerInch = 72;

// Opaque, because a printer's language has no glass.
QImage picture(QPdfDocument& document, int page) {
  const QSize size = (document.pagePointSize(page) * kResolution / kPointsPerInch).toSize();
  QImage sheet(size, QImage::Format_RGB32);
  sheet.fill(Qt::white);
  QPainter painter(&sheet);
  painter.drawImage(0, 0, document.render(page, size));
  return sheet;
}

} // namespace

bool printPdf(const QByteArray& pdf, QPrinter& printer) {
  QBuffer buffer;
  buffer.setData(pdf);
  QPdfDocument document;
  if (!buffer.open(QIODevice::ReadOnly)) return false;
  document.load(&buffer);
  if (document.pageCount() <= 0) return false;
  printer.setFullPage(true);
  QPainter painter;
  if (!painter.begin(&printer)) return false;
  const double scale = printer.resolution() / kPointsPerInch;
  const int pages = document.pageCount();
  bool good = true;
  for (int page = 0; page < pages && good; ++page) {
    if (page > 0) good = printer.newPage();
    painter.drawImage(QRectF(QPointF(), document.pagePointSize(page) * scale), picture(document, page));
  }
  document.close();
  return painter.end() && good;
}

} // namespace madoguchi::ui
