// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lists/listwriter.h"

namespace madoguchi::app {

/// Puts a mark into a last column of each row of another writer's file, so that no row goes on without it.
class MarkedListWriter final : public ListWriter {
public:
  MarkedListWriter(std::unique_ptr<ListWriter> writer, const QString& mark)
      : m_writer(std::move(writer)), m_mark(mark) {}

  [[nodiscard]] core::Result<void> begin(const QStringList& headers, std::size_t count) override {
    return m_writer->begin(headers + QStringList{m_mark}, count);
  }
  [[nodiscard]] core::Result<void> add(const std::vector<models::ListCell>& cells) override {
    std::vector<models::ListCell> marked = cells;
    marked.push_back({m_mark, {}});
    return m_writer->add(marked);
  }
  [[nodiscard]] core::Result<void> finish(const Keep& keep) override { return m_writer->finish(keep); }

private:
  std::unique_ptr<ListWriter> m_writer;
  QString m_mark;
};

} // namespace madoguchi::app
