// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/desk/casequery.h"
#include "models/listrows.h"
#include "models/ports/casesource.h"
#include "models/ports/requestport.h"

#include <QString>

#include <memory>
#include <vector>

namespace madoguchi::models {

/// A list that leaves the program.
struct ListJob {
  enum class Format { Csv, Xlsx, Pdf, Print };
  core::CaseQuery query;
  std::shared_ptr<const std::vector<CaseKey>> keys; ///< these, in this order; null: all of the query
  std::vector<int> columns;                         ///< of CaseTableModel, in order
  std::shared_ptr<const ListRows> rows;             ///< not null: these, and no cases of the query
  core::CaseId caseId;                              ///< whose rows they are; may be empty
  Format format = Format::Csv;
  bool byteOrderMark = true; ///< CSV: some spreadsheets take UTF-8 for something else without it
  QString path;              ///< Print: the printer's name, else the file to write
  QString title;             ///< on paper
  QString origin;            ///< on paper: which office, by whom, when
  QString mark; ///< on each page of paper and in each row of a file, as of a practice office; empty: none
};

/// Writes lists of any size to files and printers, behind the window. The audit row ("export" or "print",
/// with the case or the number of rows) comes first; without it nothing is written. A file appears as a whole
/// or not at all. One job at a time. Lives on the UI thread; answers by signal, exactly one of `finished` and
/// `failed` per job.
class ListExporter : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  virtual void start(quint64 request, const ListJob& job) = 0;
  /// `failed` with Cancelled follows; nothing happens where the job has ended.
  virtual void cancel(quint64 request) = 0;

Q_SIGNALS:
  void progressed(quint64 request, qint64 done, qint64 total);
  void finished(quint64 request, qint64 rows);
  void failed(quint64 request, const core::Error& error);
};

} // namespace madoguchi::models
