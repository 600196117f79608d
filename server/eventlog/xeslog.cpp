// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/xeslog.h"

#include "server/eventlog/logattributes.h"

#include <algorithm>
#include <array>
#include <expat.h>
#include <optional>
#include <unordered_set>

namespace madoguchi::server {

namespace {

using core::ErrorCode;
using core::failure;
using core::Result;

constexpr char kNamespaceSeparator = '|';
/// Expat holds a tag until its end has come; a longer one is no event of any log.
constexpr std::size_t kMaxTagBytes = 4U << 20U;

constexpr std::array<std::string_view, 6> kValueTypes{"string", "date", "int", "float", "boolean", "id"};

std::string_view attributeOf(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

/// IEEE 1849, 5.2: the value must be of the type that its tag says.
bool hasType(std::string_view type, std::string_view value) {
  if (type == "date") return parseLogTime(value).has_value();
  if (type == "boolean") return value == "true" || value == "false" || value == "1" || value == "0";
  if (type == "int") {
    const std::size_t sign = value.starts_with('-') || value.starts_with('+') ? 1 : 0;
    return value.size() > sign && value.find_first_not_of("0123456789", sign) == std::string_view::npos;
  }
  if (type == "float") {
    return value == "NaN" || value == "INF" || value == "-INF" ||
           (!value.empty() && value.find_first_not_of("0123456789+-.eE") == std::string_view::npos);
  }
  return true;
}

class XesParser {
public:
  explicit XesParser(const LogLimits& limits)
      : m_limits(limits), m_parser(XML_ParserCreateNS(nullptr, kNamespaceSeparator)) {
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &XesParser::onStart, &XesParser::onEnd);
    XML_SetStartDoctypeDeclHandler(m_parser, &XesParser::onDoctype);
  }
  ~XesParser() { XML_ParserFree(m_parser); }
  XesParser(const XesParser&) = delete;
  XesParser& operator=(const XesParser&) = delete;

  Result<void> feed(std::string_view piece, bool last) {
    m_fed += piece.size();
    if (m_fed > m_limits.maxBytes) return failure(ErrorCode::TooLarge, "the file is too large");
    const auto status = XML_Parse(m_parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (m_error) return tl::unexpected(*m_error);
    if (status != XML_STATUS_OK) return brokenAt(line(), XML_ErrorString(XML_GetErrorCode(m_parser)));
    const auto parsed = XML_GetCurrentByteIndex(m_parser);
    if (parsed >= 0 && m_fed - static_cast<std::size_t>(parsed) > kMaxTagBytes)
      return atLine(line(), {ErrorCode::TooLarge, "a tag is longer than the limit"});
    return {};
  }

  EventLog take() { return std::move(m_log); }

private:
  enum class Place { Log, Trace, Event, Other };

  static void XMLCALL onStart(void* self, const char* name, const char** attributes) {
    static_cast<XesParser*>(self)->start(name, attributes);
  }
  static void XMLCALL onEnd(void* self, const char* /*name*/) { static_cast<XesParser*>(self)->end(); }
  static void XMLCALL onDoctype(void* self, const char* /*name*/, const char* /*systemId*/,
                                const char* /*publicId*/, int /*hasInternalSubset*/) {
    static_cast<XesParser*>(self)->refuse({ErrorCode::FileBroken, "a document type has no place in XES"});
  }

  void start(std::string_view name, const char** attributes) {
    if (m_error) return;
    name.remove_prefix(std::min(name.size(), name.rfind(kNamespaceSeparator) + 1));
    if (m_places.size() >= m_limits.maxDepth) {
      refuse({ErrorCode::TooLarge, "elements are nested deeper than the limit"});
      return;
    }
    const auto place = enter(name, attributes);
    if (place)
      m_places.push_back(*place);
    else
      refuse(place.error());
  }

  Result<Place> enter(std::string_view name, const char** attributes) {
    if (m_places.empty()) {
      if (name != "log") return failure(ErrorCode::FileBroken, "the root element is not a XES log");
      return Place::Log;
    }
    if (name == "trace") return enterTrace();
    if (name == "event") return enterEvent();
    if (std::find(kValueTypes.begin(), kValueTypes.end(), name) == kValueTypes.end()) return Place::Other;
    if (m_places.back() != Place::Trace && m_places.back() != Place::Event) return Place::Other;
    const std::string_view key = attributeOf(attributes, "key");
    const std::string_view value = attributeOf(attributes, "value");
    if (!hasType(name, value))
      return failure(ErrorCode::FileBroken, "attribute " + std::string{key} + " is no " + std::string{name});
    auto set = m_places.back() == Place::Trace ? setTraceAttribute(m_trace, key, value, m_limits)
                                               : setEventAttribute(m_draft, key, value, m_limits);
    if (!set) return tl::unexpected(set.error());
    return Place::Other;
  }

  Result<Place> enterTrace() {
    if (m_places.back() != Place::Log) return failure(ErrorCode::FileBroken, "a trace outside the log");
    if (m_log.traces.size() >= m_limits.maxTraces)
      return failure(ErrorCode::TooLarge, "more traces than the limit");
    m_trace = {};
    return Place::Trace;
  }

  Result<Place> enterEvent() {
    if (m_places.back() != Place::Trace) return failure(ErrorCode::FileBroken, "an event outside a trace");
    if (++m_events > m_limits.maxEvents) return failure(ErrorCode::TooLarge, "more events than the limit");
    m_draft = {};
    return Place::Event;
  }

  void end() {
    if (m_error) return;
    const Place place = m_places.back();
    m_places.pop_back();
    if (place == Place::Event) {
      if (auto checked = checkEvent(m_draft); !checked) refuse(checked.error());
      m_trace.events.push_back(std::move(m_draft.event));
    } else if (place == Place::Trace) {
      if (m_trace.name.empty())
        refuse({ErrorCode::FileBroken, "a trace without concept:name"});
      else if (!m_names.insert(m_trace.name).second)
        refuse({ErrorCode::FileBroken, "an earlier trace has the same concept:name"});
      m_log.traces.push_back(std::move(m_trace));
    }
  }

  void refuse(const core::Error& error) {
    m_error = atLine(line(), error).value();
    XML_StopParser(m_parser, XML_FALSE);
  }

  [[nodiscard]] std::size_t line() const { return XML_GetCurrentLineNumber(m_parser); }

  const LogLimits& m_limits;
  XML_Parser m_parser;
  std::optional<core::Error> m_error;
  std::vector<Place> m_places;
  std::size_t m_fed = 0;
  std::size_t m_events = 0;
  Trace m_trace;
  EventDraft m_draft;
  std::unordered_set<std::string> m_names;
  EventLog m_log;
};

} // namespace

Result<EventLog> readXesLog(ByteSource& source, const LogLimits& limits) {
  XesParser parser(limits);
  while (true) {
    const auto piece = source.next();
    if (!piece) return tl::unexpected(piece.error());
    if (auto fed = parser.feed(*piece, piece->empty()); !fed) return tl::unexpected(fed.error());
    if (piece->empty()) return parser.take();
  }
}

} // namespace madoguchi::server
