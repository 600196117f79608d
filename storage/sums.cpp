// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sums.h"

#include <map>
#include <set>

namespace madoguchi::storage {

std::vector<core::ScopeName> scopesThatDiffer(Workbench& bench) {
  struct Found {
    core::RowSum sum;
    std::int64_t count = 0;
  };
  std::map<std::int64_t, Found> found;
  const auto add = [&found](std::int64_t scope, const std::string& id, std::int64_t version,
                            const std::string& digest) {
    found[scope].sum.add(id, version, digest);
    ++found[scope].count;
  };
  {
    // Of a case with pending commands the server's texts count, not those that are shown.
    Use rows = bench.database.use("SELECT d.scope, c.id, d.version, coalesce(b.state, d.state),"
                                  " coalesce(b.timeline, d.timeline) FROM case_documents d"
                                  " JOIN cases c ON c.key = d.key LEFT JOIN base_rows b ON b.key = d.key"
                                  " WHERE d.version > 0");
    while (rows.step())
      add(rows.integer(0), rows.text(1), rows.integer(2), core::digestOf({rows.text(3), rows.text(4)}));
  }
  {
    Use rows = bench.database.use("SELECT scope, entity || '/' || key, version, document FROM refs");
    while (rows.step())
      add(rows.integer(0), rows.text(1), rows.integer(2), core::sha256Hex(rows.text(3)));
  }
  std::vector<core::ScopeName> different;
  for (const auto& [name, scope] : bench.scopes.all()) {
    const Found& now = found[scope.number];
    if (now.count != scope.count || now.sum != scope.sum) different.push_back(name);
  }
  return different;
}

RowsChecked checkRows(Workbench& bench, std::int64_t after, std::size_t limit) {
  RowsChecked checked;
  checked.last = after;
  std::set<std::int64_t> scopes;
  std::size_t count = 0;
  {
    Use rows = bench.database.use("SELECT d.key, d.scope, d.digest, coalesce(b.state, d.state),"
                                  " coalesce(b.timeline, d.timeline) FROM case_documents d"
                                  " LEFT JOIN base_rows b ON b.key = d.key"
                                  " WHERE d.key > ? AND d.version > 0 ORDER BY d.key LIMIT ?",
                                  after, limit);
    for (; rows.step(); ++count) {
      checked.last = rows.integer(0);
      if (core::digestOf({rows.text(3), rows.text(4)}) != rows.text(2)) scopes.insert(rows.integer(1));
    }
  }
  checked.more = count == limit;
  for (const std::int64_t scope : scopes)
    checked.different.push_back(bench.words.word(scope));
  return checked;
}

} // namespace madoguchi::storage
