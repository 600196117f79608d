// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// makepostaltable DICTIONARY TABLE: at build time, the postal codes of Japan out of SKK-JISYO.zipcode
// (Debian's skkdic-extra, public domain, EUC-JIS-2004) as core/codes/postaltable.h reads them.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iconv.h>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Places = std::vector<std::pair<std::string, std::string>>; // code, whole name

constexpr std::size_t kDigits = 7;
constexpr std::size_t kFewest = 100'000; // Japan has about 120,000: fewer is a broken dictionary

[[noreturn]] void fail(const std::string& reason) {
  std::fprintf(stderr, "makepostaltable: %s\n", reason.c_str());
  std::exit(1);
}

std::string utf8(std::string bytes) {
  const iconv_t converter = iconv_open("UTF-8", "EUC-JISX0213");
  if (converter == iconv_t(-1)) fail("no converter from EUC-JIS-2004");
  std::string out(bytes.size() * 2 + 16, '\0');
  char* from = bytes.data();
  char* to = out.data();
  std::size_t left = bytes.size();
  std::size_t room = out.size();
  if (iconv(converter, &from, &left, &to, &room) == std::size_t(-1))
    fail("not EUC-JIS-2004 at byte " + std::to_string(bytes.size() - left));
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

/// "0010010 /北海道札幌市北区北十条西/…/" → one entry for each place.
Places placesOf(const std::string& text) {
  Places out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (line.empty() || line.front() == ';') continue;
    const std::string code(line.substr(0, kDigits));
    if (line.size() < kDigits + 3 || code.find_first_not_of("0123456789") != std::string::npos)
      fail("odd line " + std::string(line));
    for (std::size_t from = kDigits + 2; from < line.size();) {
      const std::size_t slash = std::min(line.find('/', from), line.size());
      if (slash > from) out.emplace_back(code, std::string(line.substr(from, slash - from)));
      from = slash + 1;
    }
  }
  return out;
}

/// Each municipality has a code for its whole, ending in 00: names that stand there and continue elsewhere.
std::string municipalityOf(const std::string& name, const std::map<std::string, bool>& wholes) {
  for (std::size_t length = name.size(); length > 0; --length) {
    const std::string head = name.substr(0, length);
    if (wholes.count(head) > 0) return head;
  }
  return name;
}

} // namespace

int main(int count, char** arguments) {
  if (count != 3) fail("usage: makepostaltable DICTIONARY TABLE");
  std::ifstream in(arguments[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const Places places = placesOf(utf8(bytes));
  if (places.size() < kFewest) fail("only " + std::to_string(places.size()) + " places in " + arguments[1]);
  // A town, too, may have a code that ends in 00; the name of a municipality ends as one.
  constexpr std::array<std::string_view, 4> kEnds{"市", "区", "町", "村"};
  std::map<std::string, bool> wholes;
  for (const auto& [code, name] : places)
    if (code.compare(5, 2, "00") == 0 &&
        std::any_of(kEnds.begin(), kEnds.end(), [&name = name](std::string_view end) {
          return name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
        }))
      wholes[name] = true;
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> byMunicipality;
  for (const auto& [code, name] : places) {
    const std::string municipality = municipalityOf(name, wholes);
    byMunicipality[municipality].emplace_back(code, name.substr(municipality.size()));
  }
  std::ofstream out(arguments[2], std::ios::binary);
  out << "madoguchi-postal 1\n";
  for (const auto& [municipality, towns] : byMunicipality) {
    out << '@' << municipality << '\n';
    for (const auto& [code, town] : towns)
      out << code << town << '\n';
  }
  out.flush();
  if (!out) fail(std::string("cannot write ") + arguments[2]);
}
