// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/logfile.h"

#include "server/eventlog/bytesource.h"
#include "server/eventlog/csvlog.h"
#include "server/eventlog/xeslog.h"

namespace madoguchi::server {

namespace {

constexpr std::string_view kGzipMagic = "\x1F\x8B"; // RFC 1952, 2.3.1

/// XML begins with "<" after an optional byte order mark and white space; UTF-16 with its mark.
bool looksLikeXml(std::string_view start) {
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return true;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && start[first] == '<';
}

} // namespace

core::Result<EventLog> readEventLog(const std::string& path, const LogLimits& limits) {
  auto source = std::make_unique<PeekSource>(std::make_unique<FileSource>(path));
  auto start = source->peek();
  if (start && start->starts_with(kGzipMagic)) {
    source = std::make_unique<PeekSource>(std::make_unique<GunzipSource>(std::move(source), limits));
    start = source->peek();
  }
  if (!start) return tl::unexpected(start.error());
  return looksLikeXml(*start) ? readXesLog(*source, limits) : readCsvLog(*source, limits);
}

} // namespace madoguchi::server
