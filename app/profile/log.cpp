// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/log.h"

#include "core/calendar/date.h"

#include <boost/log/core.hpp>
#include <boost/log/sinks/sync_frontend.hpp>
#include <boost/log/sinks/text_file_backend.hpp>
#include <boost/log/sources/logger.hpp>
#include <boost/log/sources/record_ostream.hpp>
#include <boost/make_shared.hpp>

#include <chrono>
#include <filesystem>

namespace madoguchi::app {

namespace {

namespace sinks = boost::log::sinks;
namespace keywords = boost::log::keywords;

constexpr std::size_t kFileBytes = 5UL * 1024 * 1024;
constexpr std::size_t kFiles = 8;

void write(std::string_view level, std::string_view event, std::string_view text) {
  // Nothing from outside may begin a line of its own.
  std::string line(text);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = '?';
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  try {
    boost::log::sources::logger logger;
    BOOST_LOG(logger) << core::toText(now) << ' ' << level << ' ' << event << ' ' << line;
  } catch (const std::exception&) {
    // A log that cannot be written must not stop a clerk; the cache says so where it matters.
    return;
  }
}

} // namespace

core::Result<void> startLog(const std::string& folder) {
  try {
    std::filesystem::create_directories(folder);
    using Backend = sinks::text_file_backend;
    auto backend = boost::make_shared<Backend>(
        keywords::file_name = folder + "/desk.log", keywords::target_file_name = folder + "/desk.%5N.log",
        keywords::rotation_size = kFileBytes, keywords::open_mode = std::ios_base::app | std::ios_base::out,
        keywords::auto_flush = true, keywords::enable_final_rotation = false);
    backend->set_file_collector(
        sinks::file::make_collector(keywords::target = folder, keywords::max_files = kFiles));
    backend->scan_for_files();
    boost::log::core::get()->remove_all_sinks();
    boost::log::core::get()->add_sink(boost::make_shared<sinks::synchronous_sink<Backend>>(backend));
    return {};
  } catch (const std::exception& exception) {
    return core::failure(core::ErrorCode::FileUnreadable, std::string("log: ") + exception.what());
  }
}

void logInfo(std::string_view event, std::string_view text) {
  write("info", event, text);
}

void logWarning(std::string_view event, std::string_view text) {
  write("warning", event, text);
}

} // namespace madoguchi::app
