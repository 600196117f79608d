// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/csvlistwriter.h"

namespace madoguchi::app {

namespace {

core::Error errorOf(const QFileDevice& file) {
  const bool isFull = file.error() == QFileDevice::ResourceError;
  return {isFull ? core::ErrorCode::StorageFull : core::ErrorCode::StorageFailed, "a list"};
}

} // namespace

core::Result<void> CsvListWriter::begin(const QStringList& headers, std::size_t) {
  if (!m_file.open(QIODevice::WriteOnly)) return tl::unexpected(errorOf(m_file));
  if (m_byteOrderMark) m_line = "\xEF\xBB\xBF";
  for (qsizetype i = 0; i < headers.size(); ++i) {
    if (i > 0) m_line += ',';
    append(headers[i]);
  }
  return writeLine();
}

core::Result<void> CsvListWriter::add(const std::vector<models::ListCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) m_line += ',';
    if (cells[i].number)
      m_line += QByteArray::number(static_cast<qlonglong>(*cells[i].number));
    else
      append(cells[i].day ? QString::fromStdString(core::toText(*cells[i].day)) : cells[i].text);
  }
  return writeLine();
}

void CsvListWriter::append(const QString& cell) {
  QByteArray bytes = neutralised(cell).toUtf8();
  const bool quotes =
      bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r');
  if (quotes) bytes = '"' + bytes.replace('"', "\"\"") + '"';
  m_line += bytes;
}

core::Result<void> CsvListWriter::writeLine() {
  m_line += "\r\n";
  const bool written = m_file.write(m_line) == m_line.size();
  m_line.clear();
  if (!written) return tl::unexpected(errorOf(m_file));
  return {};
}

core::Result<void> CsvListWriter::finish(const Keep& keep) {
  if (!keep()) return tl::unexpected(listStopped());
  if (!m_file.commit()) return tl::unexpected(errorOf(m_file));
  return {};
}

} // namespace madoguchi::app
