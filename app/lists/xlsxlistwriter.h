// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lists/listwriter.h"

#include <QDir>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace madoguchi::app {

/// A workbook of Excel, written row by row with little memory; a list longer than a sheet goes on in the
/// next.
class XlsxListWriter final : public ListWriter {
public:
  explicit XlsxListWriter(const QString& path);
  ~XlsxListWriter() override;
  XlsxListWriter(const XlsxListWriter&) = delete;
  XlsxListWriter& operator=(const XlsxListWriter&) = delete;

  [[nodiscard]] core::Result<void> begin(const QStringList& headers, std::size_t count) override;
  [[nodiscard]] core::Result<void> add(const std::vector<models::ListCell>& cells) override;
  [[nodiscard]] core::Result<void> finish(const Keep& keep) override;

private:
  void beginSheet();

  QString m_path;
  QByteArray m_part; ///< the file while it is written
  QByteArray m_folder;
  QStringList m_headers;
  lxw_workbook* m_book = nullptr;
  lxw_worksheet* m_sheet = nullptr;
  lxw_format* m_heading = nullptr;
  lxw_format* m_day = nullptr;
  lxw_format* m_lines = nullptr; ///< of a cell with several
  std::uint32_t m_row = 0;
};

} // namespace madoguchi::app
