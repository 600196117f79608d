// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/xlsxlistwriter.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <xlsxwriter.h>

namespace madoguchi::app {

namespace {

constexpr std::uint32_t kMostRows = 1'048'576; ///< of a sheet, by the format
constexpr double kColumnWidth = 18;

core::Error errorOf(lxw_error) {
  return {core::ErrorCode::StorageFailed, "a workbook"};
}

} // namespace

XlsxListWriter::XlsxListWriter(const QString& path)
    : m_path(path), m_part(QFile::encodeName(path + QStringLiteral(".part"))),
      m_folder(QFile::encodeName(QFileInfo(path).absolutePath())) {}

XlsxListWriter::~XlsxListWriter() {
  if (m_book == nullptr) return;
  static_cast<void>(workbook_close(m_book));
  QFile::remove(QFile::decodeName(m_part));
}

core::Result<void> XlsxListWriter::begin(const QStringList& headers, std::size_t) {
  m_headers = headers;
  // Its own temporary files have no name and stand beside the target, on the disk that the user chose.
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = m_folder.data();
  m_book = workbook_new_opt(m_part.constData(), &options);
  if (m_book == nullptr) return tl::unexpected(core::Error{core::ErrorCode::StorageFailed, "a workbook"});
  m_heading = workbook_add_format(m_book);
  format_set_bold(m_heading);
  m_day = workbook_add_format(m_book);
  format_set_num_format(m_day, "yyyy-mm-dd");
  m_lines = workbook_add_format(m_book);
  format_set_text_wrap(m_lines);
  beginSheet();
  return {};
}

void XlsxListWriter::beginSheet() {
  m_sheet = workbook_add_worksheet(m_book, nullptr);
  const auto columns = static_cast<lxw_col_t>(m_headers.size());
  worksheet_set_column(m_sheet, 0, static_cast<lxw_col_t>(columns - 1), kColumnWidth, nullptr);
  worksheet_freeze_panes(m_sheet, 1, 0);
  for (lxw_col_t column = 0; column < columns; ++column)
    worksheet_write_string(m_sheet, 0, column, m_headers[column].toUtf8().constData(), m_heading);
  m_row = 1;
}

core::Result<void> XlsxListWriter::add(const std::vector<models::ListCell>& cells) {
  if (m_row >= kMostRows) beginSheet();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    lxw_error error = LXW_NO_ERROR;
    if (cells[i].day) {
      const std::chrono::year_month_day day(*cells[i].day);
      lxw_datetime date{static_cast<int>(day.year()),
                        static_cast<int>(static_cast<unsigned>(day.month())),
                        static_cast<int>(static_cast<unsigned>(day.day())),
                        0,
                        0,
                        0};
      error = worksheet_write_datetime(m_sheet, m_row, column, &date, m_day);
    } else if (cells[i].number) {
      error = worksheet_write_number(m_sheet, m_row, column, static_cast<double>(*cells[i].number), nullptr);
    } else if (!cells[i].text.isEmpty()) {
      // Lines stand below each other only in a cell that says so.
      error = worksheet_write_string(m_sheet, m_row, column, neutralised(cells[i].text).toUtf8().constData(),
                                     cells[i].text.contains(QChar(u'\n')) ? m_lines : nullptr);
    }
    if (error != LXW_NO_ERROR) return tl::unexpected(errorOf(error));
  }
  ++m_row;
  return {};
}

core::Result<void> XlsxListWriter::finish(const Keep& keep) {
  const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
  const bool kept = error != LXW_NO_ERROR || keep();
  std::error_code moved;
  if (error == LXW_NO_ERROR && kept)
    std::filesystem::rename(std::filesystem::path(m_part.toStdString()),
                            std::filesystem::path(QFile::encodeName(m_path).toStdString()), moved);
  if (error == LXW_NO_ERROR && kept && !moved) return {};
  QFile::remove(QFile::decodeName(m_part));
  return tl::unexpected(kept ? errorOf(error) : listStopped());
}

} // namespace madoguchi::app
