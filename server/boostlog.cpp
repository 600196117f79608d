// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/date.h"
#include "server/log.h"

#include <boost/log/core.hpp>
#include <boost/log/expressions.hpp>
#include <boost/log/sinks/sync_frontend.hpp>
#include <boost/log/sinks/text_file_backend.hpp>
#include <boost/log/sources/logger.hpp>
#include <boost/log/sources/record_ostream.hpp>
#include <boost/make_shared.hpp>

#include <filesystem>

namespace madoguchi::server {

namespace {

namespace sinks = boost::log::sinks;
namespace keywords = boost::log::keywords;

constexpr std::size_t kFileBytes = 10UL * 1024 * 1024;
constexpr std::size_t kFiles = 10;

const char* nameOf(Severity severity) {
  switch (severity) {
  case Severity::Info:
    return "info";
  case Severity::Warning:
    return "warning";
  case Severity::Error:
    return "error";
  }
  return "error";
}

std::string nowText() {
  return core::toText(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

// A request id is the client's: nothing in it may begin a line of its own.
std::string printable(std::string_view text) {
  std::string clean(text);
  for (char& c : clean)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  return clean;
}

class BoostLog final : public Log {
public:
  using Backend = sinks::text_file_backend;
  using Sink = sinks::synchronous_sink<Backend>;

  explicit BoostLog(const std::string& folder) {
    auto backend = boost::make_shared<Backend>(
        keywords::file_name = folder + "/server.log", keywords::target_file_name = folder + "/server.%5N.log",
        keywords::rotation_size = kFileBytes, keywords::open_mode = std::ios_base::app | std::ios_base::out,
        keywords::auto_flush = true, keywords::enable_final_rotation = false);
    backend->set_file_collector(
        sinks::file::make_collector(keywords::target = folder, keywords::max_files = kFiles));
    backend->scan_for_files();
    m_sink = boost::make_shared<Sink>(backend);
    boost::log::core::get()->add_sink(m_sink);
  }
  ~BoostLog() override {
    boost::log::core::get()->remove_sink(m_sink);
    m_sink->flush();
  }
  BoostLog(const BoostLog&) = delete;
  BoostLog& operator=(const BoostLog&) = delete;

  void write(const LogLine& line) override {
    try {
      boost::log::sources::logger logger;
      BOOST_LOG(logger) << nowText() << ' ' << nameOf(line.severity) << ' ' << line.event << ' '
                        << (line.requestId.empty() ? std::string("-") : printable(line.requestId)) << ' '
                        << printable(line.text);
    } catch (const std::exception&) {
      // A full disk must not stop the service; the store will say so where it matters.
      return;
    }
  }

private:
  boost::shared_ptr<Sink> m_sink;
};

} // namespace

core::Result<std::unique_ptr<Log>> openLog(const std::string& folder) {
  try {
    std::filesystem::create_directories(folder);
    return std::make_unique<BoostLog>(folder);
  } catch (const std::exception& exception) {
    return core::failure(core::ErrorCode::FileUnreadable, std::string("log: ") + exception.what());
  }
}

} // namespace madoguchi::server
