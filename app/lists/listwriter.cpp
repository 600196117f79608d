// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/listwriter.h"

#include "app/lists/csvlistwriter.h"
#include "app/lists/markedlistwriter.h"
#include "app/lists/paperlistwriter.h"
#include "app/lists/xlsxlistwriter.h"

namespace madoguchi::app {

namespace {

using Format = models::ListJob::Format;

std::unique_ptr<ListWriter> makePaperWriter(const models::ListJob& job) {
  return std::make_unique<PaperListWriter>(
      job.format == Format::Print ? PaperListWriter::Device::Printer : PaperListWriter::Device::Pdf, job);
}

std::unique_ptr<ListWriter> makeFileWriter(const models::ListJob& job) {
  if (job.format == Format::Csv) return std::make_unique<CsvListWriter>(job.path, job.byteOrderMark);
  return std::make_unique<XlsxListWriter>(job.path);
}

} // namespace

std::unique_ptr<ListWriter> makeListWriter(const models::ListJob& job) {
  if (job.format == Format::Pdf || job.format == Format::Print) return makePaperWriter(job);
  if (job.mark.isEmpty()) return makeFileWriter(job);
  return std::make_unique<MarkedListWriter>(makeFileWriter(job), job.mark);
}

core::Error listStopped() {
  return {core::ErrorCode::Cancelled, "the list was stopped"};
}

QString neutralised(const QString& cell) {
  static const QString dangerous = QStringLiteral("=+-@＝＋－＠\t\r\n");
  qsizetype first = 0;
  while (first < cell.size() && (cell[first] == QChar(u' ') || cell[first] == QChar(u'　')))
    ++first;
  if (first == cell.size() || !dangerous.contains(cell[first])) return cell;
  return QChar(u'\'') + cell;
}

} // namespace madoguchi::app
