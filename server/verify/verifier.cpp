// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/verify/verifier.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "server/verify/tables.h"

#include <fstream>
#include <map>
#include <sstream>
#include <tuple>

namespace madoguchi::server::verify {

namespace {

struct Head {
  std::int64_t number = 0;
  std::string hash;
};

struct Sum {
  std::int64_t count = 0;
  core::RowSum sum;
  std::int64_t greatest = 0;
};

class Checker {
public:
  Checker(Tables& tables, std::map<std::string, Head> anchors)
      : m_tables(tables), m_anchors(std::move(anchors)) {}

  Report run() {
    const bool good = checkChains() && checkHeads() && checkAnchors() && checkCases() && checkReferences() &&
                      checkGone() && checkScopes();
    (void)good; // the first that fails has said why
    return std::move(m_report);
  }

private:
  bool bad(std::string what) {
    m_report.firstBad = std::move(what);
    return false;
  }
  static std::string place(const std::string& chain, std::int64_t number) {
    return "audit row " + std::to_string(number) + " of chain '" + chain + "'";
  }

  bool checkChains() {
    const auto rows = m_tables.rows("SELECT chain, number, record, hash FROM audit ORDER BY chain, number");
    while (rows->next()) {
      const std::string chain = rows->text(0);
      const std::int64_t number = rows->number(1);
      const std::string record = rows->text(2);
      Head& head = m_heads[chain];
      if (number != head.number + 1) return bad(place(chain, head.number + 1) + " is missing");
      const std::string hash = core::sha256Hex(head.hash + "\n" + std::to_string(number) + "\n" + record);
      if (hash != rows->text(3)) return bad(place(chain, number) + ": its hash does not cover it");
      const auto anchor = m_anchors.find(chain);
      if (anchor != m_anchors.end() && anchor->second.number == number) {
        if (anchor->second.hash != hash) return bad(place(chain, number) + ": not the one that was anchored");
        m_anchors.erase(anchor);
      }
      head = {number, hash};
      ++m_report.auditRows;
      if (!noteCase(chain, number, record)) return false;
    }
    return !rows->broken() || bad("the audit cannot be read");
  }

  // Remembers the last version and digest that the audit knows of each case.
  bool noteCase(const std::string& chain, std::int64_t number, const std::string& record) {
    const auto value = core::parseJson(record);
    const auto* object = value ? value->if_object() : nullptr;
    if (object == nullptr) return bad(place(chain, number) + ": not a record");
    const auto* digest = object->if_contains("digest");
    const auto* version = object->if_contains("version");
    const auto* subject = object->if_contains("subject");
    if (digest == nullptr || version == nullptr || subject == nullptr) return true;
    if (!digest->is_string() || !version->is_int64() || !subject->is_string())
      return bad(place(chain, number) + ": not a record");
    auto& last = m_audited[std::string(subject->get_string())];
    if (version->get_int64() >= last.number) last = {version->get_int64(), std::string(digest->get_string())};
    return true;
  }

  bool checkHeads() {
    const auto rows = m_tables.rows("SELECT chain, number, hash FROM audit_chain ORDER BY chain");
    std::size_t count = 0;
    while (rows->next()) {
      const std::string chain = rows->text(0);
      const auto head = m_heads.find(chain);
      if (head == m_heads.end() || head->second.number != rows->number(1) ||
          head->second.hash != rows->text(2))
        return bad(place(chain, rows->number(1)) + ": the chain does not end there, as its head says");
      m_report.heads.push_back(std::to_string(rows->number(1)) + " " + rows->text(2) + " " + chain);
      ++count;
    }
    if (count != m_heads.size()) return bad("a head is missing among the audit chains");
    return !rows->broken() || bad("the heads of the audit cannot be read");
  }

  bool checkAnchors() {
    if (m_anchors.empty()) return true;
    const auto& [chain, head] = *m_anchors.begin();
    return bad(place(chain, head.number) + ": it was anchored and is gone");
  }

  bool checkCases() {
    const auto rows =
        m_tables.rows("SELECT id, version, digest, state, timeline, scope, seq FROM case_row ORDER BY id");
    while (rows->next()) {
      const std::string id = rows->text(0);
      const std::int64_t version = rows->number(1);
      const std::string digest = rows->text(2);
      if (core::sha256Hex(rows->text(3) + "\n" + rows->text(4)) != digest)
        return bad("case " + id + ": its digest is not that of its text");
      const auto audited = m_audited.find(id);
      if (audited == m_audited.end()) return bad("case " + id + ": the audit does not know it");
      if (audited->second.number != version || audited->second.hash != digest)
        return bad("case " + id + ": not as the audit last saw it");
      m_audited.erase(audited);
      note(rows->number(5), rows->number(6), id, version, digest, true);
      ++m_report.cases;
    }
    if (rows->broken()) return bad("the cases cannot be read");
    if (!m_audited.empty()) return bad("case " + m_audited.begin()->first + ": in the audit, but gone");
    return true;
  }

  bool checkReferences() {
    const auto rows = m_tables.rows(
        "SELECT entity, key, version, digest, document, scope, seq FROM reference_row ORDER BY entity, key");
    while (rows->next()) {
      const std::string id = rows->text(0) + "/" + rows->text(1);
      const std::string digest = rows->text(3);
      if (core::sha256Hex(rows->text(4)) != digest)
        return bad(id + ": its digest is not that of its document");
      note(rows->number(5), rows->number(6), id, rows->number(2), digest, !rows->text(4).empty());
    }
    return !rows->broken() || bad("the references cannot be read");
  }

  bool checkGone() {
    const auto rows = m_tables.rows("SELECT scope, seq FROM gone");
    while (rows->next())
      note(rows->number(0), rows->number(1), {}, 0, {}, false);
    return !rows->broken() || bad("the tombstones cannot be read");
  }

  void note(std::int64_t scope, std::int64_t seq, const std::string& id, std::int64_t version,
            const std::string& digest, bool counts) {
    Sum& sum = m_sums[scope];
    sum.greatest = std::max(sum.greatest, seq);
    if (!counts) return;
    ++sum.count;
    sum.sum.add(id, version, digest);
  }

  bool checkScopes() {
    const auto rows = m_tables.rows("SELECT id, name, seq, count, hash FROM scope ORDER BY name");
    while (rows->next()) {
      const Sum& sum = m_sums[rows->number(0)];
      const std::string name = "scope " + rows->text(1);
      if (sum.count != rows->number(3)) return bad(name + ": its count is not that of its rows");
      if (sum.sum.hex() != core::RowSum(rows->text(4)).hex())
        return bad(name + ": its hash is not that of its rows");
      if (sum.greatest > rows->number(2)) return bad(name + ": a row is ahead of its counter");
      m_sums.erase(rows->number(0));
      ++m_report.scopes;
    }
    if (rows->broken()) return bad("the scopes cannot be read");
    return m_sums.empty() || bad("rows belong to a scope that is gone");
  }

  Tables& m_tables;
  std::map<std::string, Head> m_anchors;
  std::map<std::string, Head> m_heads;
  std::map<std::string, Head> m_audited; ///< by case: last version and digest
  std::map<std::int64_t, Sum> m_sums;
  Report m_report;
};

core::Result<std::map<std::string, Head>> anchorsFrom(const std::string& file) {
  std::map<std::string, Head> anchors;
  if (file.empty()) return anchors;
  std::ifstream in(file);
  if (!in) return core::failure(core::ErrorCode::FileUnreadable, file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::istringstream words(line);
    Head head;
    std::string chain;
    words >> head.number >> head.hash;
    if (!words || head.number < 1 || head.hash.size() != 64)
      return core::failure(core::ErrorCode::FileBroken, file + " line " + std::to_string(number));
    words.get();
    std::getline(words, chain);
    anchors[chain] = head;
  }
  return anchors;
}

// libpq's own rule for telling a connection string from a name.
bool isConnectionString(const std::string& database) {
  return database.starts_with("postgresql://") || database.starts_with("postgres://") ||
         (database.find('=') != std::string::npos && !std::ifstream(database));
}

} // namespace

core::Result<Report> check(const std::string& database, const std::string& anchorFile) {
  auto anchors = anchorsFrom(anchorFile);
  if (!anchors) return tl::unexpected(anchors.error());
  auto tables = isConnectionString(database) ? openPostgresTables(database) : openEmbeddedTables(database);
  if (!tables) return tl::unexpected(tables.error());
  return Checker(**tables, std::move(*anchors)).run();
}

std::string summaryOf(const Report& report) {
  return "verified: " + std::to_string(report.auditRows) + " audit rows in " +
         std::to_string(report.heads.size()) + " chains, " + std::to_string(report.cases) + " cases in " +
         std::to_string(report.scopes) + " scopes";
}

} // namespace madoguchi::server::verify
