// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/numberclaims.h"

#include "server/postgres/copytext.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

constexpr std::string_view kStretch =
    "SELECT number, case_id FROM number_directory WHERE number >= $1 ORDER BY number LIMIT $2";
constexpr std::string_view kEnter =
    "INSERT INTO number_directory(number, case_id) "
    "SELECT number, case_id FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS n(number, case_id, place) "
    "ORDER BY place";
constexpr std::int64_t kMostRows = 2048;

} // namespace

bool NumberClaims::covered(const std::string& number) const {
  return std::any_of(m_stretches.begin(), m_stretches.end(), [&](const Stretch& stretch) {
    return stretch.from <= number && (!stretch.to || number <= *stretch.to);
  });
}

void NumberClaims::read(const std::string& from) {
  const auto rows = m_connection.query(kStretch, from, m_rows);
  for (int row = 0; row < rows.size(); ++row)
    m_known.emplace(rows.text(row, 0), core::CaseId(rows.text(row, 1)));
  Stretch stretch{from, std::nullopt};
  if (rows.size() == m_rows) stretch.to = rows.text(rows.size() - 1, 0);
  m_stretches.push_back(std::move(stretch));
  m_rows = std::min(m_rows * 2, kMostRows);
}

std::optional<core::CaseId> NumberClaims::holder(const std::string& number) {
  if (!covered(number)) read(number);
  const auto found = m_known.find(number);
  if (found == m_known.end()) return std::nullopt;
  return found->second;
}

void NumberClaims::claim(const std::string& number, const core::CaseId& id) {
  m_known.emplace(number, id);
  m_claimed.emplace(number, id);
}

void NumberClaims::send() {
  if (m_claimed.empty()) return;
  if (m_claimed.size() >= kWorthCopying) return load();
  std::vector<std::string_view> numbers;
  std::vector<std::string_view> cases;
  for (const auto& [number, id] : m_claimed) {
    numbers.emplace_back(number);
    cases.emplace_back(id.value);
  }
  m_connection.send(kEnter, numbers, cases);
  m_claimed.clear();
}

void NumberClaims::load() {
  CopyText rows;
  for (const auto& [number, id] : m_claimed)
    rows.add(number).add(id.value).endRow();
  (void)m_connection.copy("number_directory(number, case_id)", rows.text());
  m_claimed.clear();
}

} // namespace madoguchi::server
