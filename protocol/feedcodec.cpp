// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/feedcodec.h"

#include "core/base/codec.h"
#include "protocol/limits.h"

namespace madoguchi::protocol {

namespace {

constexpr std::size_t kMaxHeaderBytes = 1024UL * 1024; // the list of scopes is the longest
constexpr int kMaxSkippedLines = 16;

template <class Item>
struct Name;
template <>
struct Name<core::CaseRow> {
  static constexpr std::string_view kText = "case";
};
template <>
struct Name<core::GoneRow> {
  static constexpr std::string_view kText = "gone";
};
template <>
struct Name<core::ReferenceRow> {
  static constexpr std::string_view kText = "reference";
};
template <>
struct Name<core::ScopeList> {
  static constexpr std::string_view kText = "scopes";
};
template <>
struct Name<core::Checkpoint> {
  static constexpr std::string_view kText = "checkpoint";
};
template <>
struct Name<core::FeedEnd> {
  static constexpr std::string_view kText = "end";
};
template <>
struct Name<core::SnapshotEnd> {
  static constexpr std::string_view kText = "snapshotEnd";
};

/// Writes a header line by hand: a feed has one for every case, and a document tree for each would cost more
/// than all the rest.
class HeaderLine {
public:
  HeaderLine(std::string& out, std::string_view type) : m_out(out) {
    m_out.append("{\"t\":\"").append(type).push_back('"');
  }
  HeaderLine& text(std::string_view key, std::string_view value) {
    name(key);
    const bool plain =
        value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-_./@ :") == std::string_view::npos;
    if (plain) {
      m_out.append("\"").append(value).push_back('"');
    } else {
      m_out.append(core::json::serialize(core::json::string_view(value.data(), value.size())));
    }
    return *this;
  }
  HeaderLine& number(std::string_view key, std::int64_t value) {
    name(key);
    m_out.append(std::to_string(value));
    return *this;
  }
  void end() { m_out.append("}\n"); }

private:
  void name(std::string_view key) { m_out.append(",\"").append(key).append("\":"); }

  std::string& m_out;
};

void append(const core::CaseRow& row, std::string& out) {
  HeaderLine(out, Name<core::CaseRow>::kText)
      .text("scope", row.scope)
      .number("seq", row.seq)
      .text("id", row.id.value)
      .number("version", row.version)
      .text("digest", row.digest)
      .number("lines", 2)
      .end();
  out.append(row.state).append("\n").append(row.timeline).append("\n");
}

void append(const core::ReferenceRow& row, std::string& out) {
  HeaderLine(out, Name<core::ReferenceRow>::kText)
      .text("scope", row.scope)
      .number("seq", row.seq)
      .text("entity", row.entity)
      .text("key", row.key)
      .number("version", row.version)
      .text("digest", row.digest)
      .number("lines", 1)
      .end();
  out.append(row.document).append("\n");
}

template <class Item>
void append(const Item& item, std::string& out) {
  core::json::object object;
  object["t"] = core::json::string_view(Name<Item>::kText.data(), Name<Item>::kText.size());
  core::codec::writeFields(item, object);
  out.append(core::canonicalJson(object)).append("\n");
}

core::Result<void> malformed(std::string detail) {
  return core::failure(core::ErrorCode::Malformed, "feed: " + std::move(detail));
}

/// Takes fields out of a header and remembers the first that is missing or of another type.
class Fields {
public:
  explicit Fields(const core::json::object& object) : m_object(object) {}

  [[nodiscard]] std::string text(std::string_view key) {
    const auto* value = m_object.if_contains(core::json::string_view(key.data(), key.size()));
    const auto* found = value == nullptr ? nullptr : value->if_string();
    if (found == nullptr || found->empty()) {
      m_wrong = key;
      return {};
    }
    return {found->data(), found->size()};
  }
  [[nodiscard]] std::int64_t number(std::string_view key) {
    const auto* value = m_object.if_contains(core::json::string_view(key.data(), key.size()));
    const auto* found = value == nullptr ? nullptr : value->if_int64();
    if (found == nullptr || *found < 0) {
      m_wrong = key;
      return 0;
    }
    return *found;
  }
  [[nodiscard]] core::Result<void> verdict() const {
    if (m_wrong.empty()) return {};
    return malformed("a header lacks " + std::string(m_wrong));
  }

private:
  const core::json::object& m_object;
  std::string_view m_wrong;
};

core::Result<core::FeedItem> caseFrom(const core::json::object& object) {
  Fields fields(object);
  core::CaseRow row;
  row.scope = fields.text("scope");
  row.seq = fields.number("seq");
  row.id = core::CaseId(fields.text("id"));
  row.version = fields.number("version");
  row.digest = fields.text("digest");
  if (auto verdict = fields.verdict(); !verdict) return tl::unexpected(verdict.error());
  return row;
}

core::Result<core::FeedItem> referenceFrom(const core::json::object& object) {
  Fields fields(object);
  core::ReferenceRow row;
  row.scope = fields.text("scope");
  row.seq = fields.number("seq");
  row.entity = fields.text("entity");
  row.key = fields.text("key");
  row.version = fields.number("version");
  row.digest = fields.text("digest");
  if (auto verdict = fields.verdict(); !verdict) return tl::unexpected(verdict.error());
  return row;
}

template <class Item>
core::Result<core::FeedItem> plainFrom(const core::json::value& value) {
  auto item = core::codec::read<Item>(value);
  if (!item) return core::failure(core::ErrorCode::Malformed, "feed: " + item.error().detail);
  return core::FeedItem(std::move(*item));
}

core::Result<core::FeedItem> itemFrom(std::string_view type, const core::json::value& value) {
  if (type == Name<core::CaseRow>::kText) return caseFrom(value.get_object());
  if (type == Name<core::ReferenceRow>::kText) return referenceFrom(value.get_object());
  if (type == Name<core::GoneRow>::kText) return plainFrom<core::GoneRow>(value);
  if (type == Name<core::ScopeList>::kText) return plainFrom<core::ScopeList>(value);
  if (type == Name<core::Checkpoint>::kText) return plainFrom<core::Checkpoint>(value);
  if (type == Name<core::FeedEnd>::kText) return plainFrom<core::FeedEnd>(value);
  if (type == Name<core::SnapshotEnd>::kText) return plainFrom<core::SnapshotEnd>(value);
  return core::failure(core::ErrorCode::UnknownKind, "feed: item of a newer version");
}

int linesOf(const core::FeedItem& item) {
  if (std::holds_alternative<core::CaseRow>(item)) return 2;
  return std::holds_alternative<core::ReferenceRow>(item) ? 1 : 0;
}

/// Gives an item its next text line; `left` counts down to 1.
void fill(core::FeedItem& item, std::string&& text, int left) {
  if (auto* row = std::get_if<core::CaseRow>(&item))
    (left == 2 ? row->state : row->timeline) = std::move(text);
  else if (auto* reference = std::get_if<core::ReferenceRow>(&item))
    reference->document = std::move(text);
}

} // namespace

void appendFeedItem(const core::FeedItem& item, std::string& out) {
  std::visit([&out](const auto& alternative) { append(alternative, out); }, item);
}

FeedReader::FeedReader(Sink sink) : m_sink(std::move(sink)) {}

core::Result<void> FeedReader::push(std::string_view bytes) {
  if (m_ended) m_ended = pushLines(bytes);
  return m_ended;
}

core::Result<void> FeedReader::finish() {
  if (m_ended && (!m_partial.empty() || m_linesDue > 0 || m_linesSkipped > 0))
    m_ended = malformed("cut off in the middle of an item");
  return m_ended;
}

core::Result<void> FeedReader::pushLines(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view piece = bytes.substr(0, end);
    if (m_partial.size() + piece.size() > kMaxLineBytes)
      return core::failure(core::ErrorCode::TooLarge, "feed: a line over the limit");
    m_partial.append(piece);
    if (end == std::string_view::npos) return {};
    bytes.remove_prefix(end + 1);
    std::string text;
    text.swap(m_partial);
    if (auto read = line(std::move(text)); !read) return read;
  }
  return {};
}

core::Result<void> FeedReader::line(std::string&& text) {
  if (m_linesSkipped > 0) {
    --m_linesSkipped;
    return {};
  }
  if (m_linesDue == 0) return header(text);
  fill(m_pending, std::move(text), m_linesDue);
  return --m_linesDue == 0 ? m_sink(std::move(m_pending)) : core::Result<void>{};
}

core::Result<void> FeedReader::header(const std::string& text) {
  if (text.size() > kMaxHeaderBytes)
    return core::failure(core::ErrorCode::TooLarge, "feed: a header over the limit");
  const auto value = core::parseJson(text, kMaxJsonDepth);
  if (!value) return tl::unexpected(value.error());
  const auto* object = value->if_object();
  const auto* type = object == nullptr ? nullptr : object->if_contains("t");
  if (type == nullptr || !type->is_string()) return malformed("a header without its type");
  auto item = itemFrom({type->get_string().data(), type->get_string().size()}, *value);
  const auto* announced = object->if_contains("lines");
  const auto* lines = announced == nullptr ? nullptr : announced->if_int64();
  if (!item && item.error().code == core::ErrorCode::UnknownKind) {
    if (announced == nullptr) return {};
    if (lines == nullptr || *lines < 0 || *lines > kMaxSkippedLines)
      return malformed("a wrong count of lines");
    m_linesSkipped = static_cast<int>(*lines);
    return {};
  }
  if (!item) return tl::unexpected(item.error());
  m_linesDue = linesOf(*item);
  if (m_linesDue == 0) return m_sink(std::move(*item));
  if (lines == nullptr || *lines != m_linesDue) return malformed("a wrong count of lines");
  m_pending = std::move(*item);
  return {};
}

} // namespace madoguchi::protocol
