// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "app/workers/stamp.h"
#include "core/base/codec.h"
#include "core/base/uuid.h"
#include "core/cases/casecodec.h"
#include "core/codes/mediatype.h"

#include <QFileInfo>

#include <charconv>
#include <iostream>
#include <iterator>

namespace madoguchi::app {

namespace {

namespace json = core::json;
using core::ErrorCode;
using Rows = std::vector<core::CaseListRow>;

core::Result<core::CaseQuery> queryOf(CliDesk& desk, const std::string& name) {
  if (name == "all") return core::CaseQuery{};
  core::Queue queue{};
  if (!boost::describe::enum_from_string(name.c_str(), queue))
    return core::failure(ErrorCode::InvalidArgument, "no queue is called " + name);
  const auto references = desk.references();
  return core::queryFor(queue, references->me, references->offices, core::dayInJapan(systemNow()));
}

core::Result<Rows> rowsOf(CliDesk& desk, const core::CaseQuery& query, std::size_t limit) {
  return desk.read<Rows>([query, limit](storage::CaseReader& reader) -> core::Result<Rows> {
    const auto keys = limit == 0 ? reader.keys(query) : reader.firstKeys(query, limit);
    if (!keys) return tl::unexpected(keys.error());
    return reader.rows(*keys);
  });
}

Report reportOf(const Rows& rows) {
  json::array array;
  std::vector<std::vector<std::string>> lines{rowTitles()};
  for (const auto& row : rows) {
    array.push_back(rowJson(row));
    lines.push_back(rowCells(row));
  }
  return {std::move(array), table(lines)};
}

core::Result<Report> queueCounts(CliDesk& desk) {
  const auto references = desk.references();
  const auto counts = desk.read<core::QueueCounts>([references](storage::CaseReader& reader) {
    return reader.counts(references->me, references->offices, core::dayInJapan(systemNow()));
  });
  if (!counts) return tl::unexpected(counts.error());
  json::object data;
  std::vector<std::vector<std::string>> lines;
  for (std::size_t i = 0; i < core::kQueueCount; ++i) {
    const std::string name = boost::describe::enum_to_string(static_cast<core::Queue>(i), "?");
    data[name] = counts->of[i];
    lines.push_back({name, std::to_string(counts->of[i])});
  }
  return Report{std::move(data), table(lines)};
}

core::Result<std::size_t> limitOf(const Arguments& arguments) {
  const std::string text = arguments.option("limit", "50");
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size())
    return core::failure(ErrorCode::InvalidArgument, "--limit takes a number, 0 for all");
  return limit;
}

core::Result<Report> queue(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.empty()) return queueCounts(desk);
  const auto query = queryOf(desk, arguments.words[0]);
  const auto limit = limitOf(arguments);
  if (!query) return tl::unexpected(query.error());
  if (!limit) return tl::unexpected(limit.error());
  const auto rows = rowsOf(desk, *query, *limit);
  if (!rows) return tl::unexpected(rows.error());
  return reportOf(*rows);
}

core::Result<Report> search(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.size() != 1) return core::failure(ErrorCode::InvalidArgument, "search TEXT");
  const auto limit = limitOf(arguments);
  if (!limit) return tl::unexpected(limit.error());
  if (auto written = desk.journal("search", {}); !written) return tl::unexpected(written.error());
  core::CaseQuery query;
  query.text = arguments.words[0];
  const auto rows = rowsOf(desk, query, *limit);
  if (!rows) return tl::unexpected(rows.error());
  return reportOf(*rows);
}

core::Result<Report> exportRows(CliDesk& desk, const Arguments& arguments) {
  const auto query = queryOf(desk, arguments.words.empty() ? "all" : arguments.words[0]);
  const std::string format = arguments.option("format", "csv");
  if (!query) return tl::unexpected(query.error());
  if (format != "csv" && format != "json")
    return core::failure(ErrorCode::InvalidArgument, "--format csv or json");
  const auto rows = rowsOf(desk, *query, 0);
  if (!rows) return tl::unexpected(rows.error());
  if (auto written = desk.journal("export", std::to_string(rows->size())); !written)
    return tl::unexpected(written.error());
  Report report = reportOf(*rows);
  std::vector<std::vector<std::string>> lines{rowTitles()};
  for (const auto& row : *rows)
    lines.push_back(rowCells(row));
  report.text = format == "csv" ? csv(lines) : core::canonicalJson(report.data) + "\n";
  return report;
}

/// A case by its id, or by its number.
core::Result<core::CaseId> caseNamed(CliDesk& desk, const std::string& name) {
  if (core::isUuid(name)) return core::CaseId(name);
  core::CaseQuery query;
  query.text = name;
  const auto rows = rowsOf(desk, query, 0);
  if (!rows) return tl::unexpected(rows.error());
  for (const auto& row : *rows)
    if (row.number == name || row.id.value == name) return row.id;
  return core::failure(ErrorCode::NoSuchCase, "no case of this number in the cache");
}

core::Result<storage::OpenedRecord> openCase(CliDesk& desk, const std::string& name) {
  const auto id = caseNamed(desk, name);
  if (!id) return tl::unexpected(id.error());
  if (auto written = desk.journal("view", id->value); !written) return tl::unexpected(written.error());
  return desk.read<storage::OpenedRecord>(
      [id = *id](storage::CaseReader& reader) { return reader.record(id); });
}

core::Result<Report> show(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.size() != 1) return core::failure(ErrorCode::InvalidArgument, "show CASE");
  const auto opened = openCase(desk, arguments.words[0]);
  if (!opened) return tl::unexpected(opened.error());
  json::object data;
  data["state"] = core::toJson(opened->record.state);
  json::array timeline;
  for (const auto& event : opened->record.timeline)
    timeline.push_back(core::toJson(event));
  data["timeline"] = std::move(timeline);
  json::array pending;
  for (const auto& entry : opened->entries)
    pending.push_back(entryJson(entry));
  data["pending"] = std::move(pending);
  if (opened->base) data["base"] = core::toJson(*opened->base);
  // A case has too many sides for a table; the terminal gets its state.
  return Report{data, core::canonicalJson(data["state"]) + "\n"};
}

/// The body of a command: --body JSON (or "-": from the input), or KIND field=text field:=json.
core::Result<core::CommandBody> bodyOf(const Arguments& arguments) {
  json::value value;
  if (arguments.options.count("body") > 0) {
    std::string text = arguments.option("body");
    if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
    auto parsed = core::parseJson(text);
    if (!parsed) return tl::unexpected(parsed.error());
    value = std::move(*parsed);
  } else {
    if (arguments.words.size() < 2)
      return core::failure(ErrorCode::InvalidArgument, "do CASE KIND [field=text …]");
    value = json::object{{"kind", arguments.words[1]}};
    for (std::size_t i = 2; i < arguments.words.size(); ++i) {
      const std::string& word = arguments.words[i];
      const auto equals = word.find('=');
      if (equals == std::string::npos || equals == 0)
        return core::failure(ErrorCode::InvalidArgument, "a field is name=text or name:=json");
      const bool isJson = word[equals - 1] == ':';
      const std::string name = word.substr(0, isJson ? equals - 1 : equals);
      auto field = isJson ? core::parseJson(word.substr(equals + 1))
                          : core::Result<json::value>(json::value(word.substr(equals + 1)));
      if (!field) return tl::unexpected(field.error());
      value.as_object()[name] = std::move(*field);
    }
  }
  return core::commandBodyFrom(value);
}

core::Result<models::CommandDone> perform(CliDesk& desk, const core::CaseId& id, std::int64_t base,
                                          const core::CommandBody& body) {
  Awaited<core::Result<models::CommandDone>> awaited;
  QObject context;
  auto& sink = desk.client().commands();
  QObject::connect(&sink, &models::CommandSink::done, &context,
                   [&awaited](quint64, const models::CommandDone& done) { awaited.set(done); });
  QObject::connect(&sink, &models::CommandSink::refused, &context,
                   [&awaited](quint64, const core::Refusal& refusal) {
                     awaited.set(core::failure(refusal.code, refusal.detail));
                   });
  sink.perform(sink.nextRequest(), id, base, body);
  return awaited.wait();
}

core::Result<Report> act(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.empty())
    return core::failure(ErrorCode::InvalidArgument, "do CASE KIND [field=text …]");
  const auto body = bodyOf(arguments);
  if (!body) return tl::unexpected(body.error());
  if (arguments.has("sync")) {
    if (auto reached = synchronized(desk, arguments); !reached) return reached;
  }
  core::CaseId id;
  std::int64_t base = 0;
  if (arguments.words[0] != "new") {
    const auto opened = openCase(desk, arguments.words[0]);
    if (!opened) return tl::unexpected(opened.error());
    id = opened->record.state.id;
    base = opened->record.state.version;
  }
  const auto done = perform(desk, id, base, *body);
  if (!done) return tl::unexpected(done.error());
  json::object data{
      {"command", done->command.value}, {"case", done->caseId.value}, {"version", done->version}};
  std::string text = done->caseId.value + " is now at version " + std::to_string(done->version) + "\n";
  if (arguments.has("sync")) {
    auto sent = synchronized(desk, arguments);
    if (!sent) return sent;
    data["sync"] = sent->data;
    text += sent->text;
  }
  return Report{std::move(data), std::move(text)};
}

struct Stored {
  core::BlobId blob;
  qint64 size = 0;
};

core::Result<Stored> storeFile(CliDesk& desk, const QString& path) {
  Awaited<core::Result<Stored>> awaited;
  QObject context;
  auto& blobs = desk.client().blobs();
  QObject::connect(&blobs, &models::BlobSource::stored, &context,
                   [&awaited](quint64, const core::BlobId& blob, qint64 size) {
                     awaited.set(Stored{blob, size});
                   });
  QObject::connect(&blobs, &models::BlobSource::failed, &context,
                   [&awaited](quint64, const core::Error& error) { awaited.set(tl::unexpected(error)); });
  blobs.storeFile(blobs.nextRequest(), path);
  return awaited.wait();
}

core::Result<Report> attach(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.size() != 2)
    return core::failure(ErrorCode::InvalidArgument, "attach CASE FILE --kind KIND");
  const auto opened = openCase(desk, arguments.words[0]);
  if (!opened) return tl::unexpected(opened.error());
  const QFileInfo file(QString::fromStdString(arguments.words[1]));
  const auto stored = storeFile(desk, file.filePath());
  if (!stored) return tl::unexpected(stored.error());
  core::AttachDocument body;
  body.document = core::DocumentId(newId());
  body.documentKind = arguments.option("kind");
  body.name = file.fileName().toStdString();
  body.mediaType = core::mediaTypeOf(body.name);
  body.size = stored->size;
  body.blob = stored->blob;
  const auto done = perform(desk, opened->record.state.id, opened->record.state.version, body);
  if (!done) return tl::unexpected(done.error());
  return Report{json::object{{"command", done->command.value}, {"blob", stored->blob.value}},
                "attached " + body.name + "\n"};
}

core::Result<Report> fetch(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.size() != 1) return core::failure(ErrorCode::InvalidArgument, "fetch BLOB");
  if (auto written = desk.journal("openDocument", arguments.words[0]); !written)
    return tl::unexpected(written.error());
  Awaited<core::Result<std::string>> awaited;
  QObject context;
  auto& blobs = desk.client().blobs();
  QObject::connect(&blobs, &models::BlobSource::loaded, &context,
                   [&awaited](quint64, const QByteArray& content) { awaited.set(content.toStdString()); });
  QObject::connect(&blobs, &models::BlobSource::failed, &context,
                   [&awaited](quint64, const core::Error& error) { awaited.set(tl::unexpected(error)); });
  blobs.load(blobs.nextRequest(), core::BlobId(arguments.words[0]));
  auto content = awaited.wait();
  if (!content) return tl::unexpected(content.error());
  return Report{json::object{{"size", content->size()}}, std::move(*content)};
}

} // namespace

const std::vector<Verb>& caseVerbs() {
  static const std::vector<Verb> verbs{
      {"queue", "[NAME] [--limit N]", "count the queues, or list the cases of one (\"all\": every case)",
       true, queue},
      {"search", "TEXT [--limit N]", "find cases by name, kana, number, address or form", true, search},
      {"show", "CASE", "a case in full, by its id or number", true, show},
      {"do", "CASE|new KIND [field=text] [field:=json] | --body JSON|-  [--sync]",
       "perform a command; --sync: fetch before it and send after it", true, act},
      {"attach", "CASE FILE --kind KIND", "keep a file and attach it as a document", true, attach},
      {"fetch", "BLOB", "write a document's content to the output", true, fetch},
      {"export", "[QUEUE] [--format csv|json]", "write a list to the output", true, exportRows},
  };
  return verbs;
}

} // namespace madoguchi::app
