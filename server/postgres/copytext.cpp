// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres/copytext.h"

namespace madoguchi::server {

void CopyText::part() {
  if (m_begun) m_text.push_back('\t');
  m_begun = true;
}

CopyText& CopyText::field(std::string_view plain) {
  part();
  m_text.append(plain);
  return *this;
}

CopyText& CopyText::add(std::string_view value) {
  part();
  for (std::size_t from = 0;;) {
    const std::size_t special = value.find_first_of("\\\t\n\r", from);
    m_text.append(value.substr(from, special - from));
    if (special == std::string_view::npos) return *this;
    m_text.push_back('\\');
    switch (value[special]) {
    case '\t':
      m_text.push_back('t');
      break;
    case '\n':
      m_text.push_back('n');
      break;
    case '\r':
      m_text.push_back('r');
      break;
    default:
      m_text.push_back('\\');
    }
    from = special + 1;
  }
}

void CopyText::endRow() {
  m_text.push_back('\n');
  m_begun = false;
}

} // namespace madoguchi::server
