// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "app/cli/views.h"
#include "app/workers/stamp.h"
#include "models/conflictchoice.h"

namespace madoguchi::app {

namespace {

namespace json = core::json;
using core::ErrorCode;
using core::OutboxStatus;
using Entries = std::vector<core::OutboxEntry>;

core::Result<Entries> entriesOf(CliDesk& desk) {
  return desk.write<core::Result<Entries>>([](storage::Cache& cache) { return cache.outbox(); });
}

bool needsAttention(const core::OutboxEntry& entry) {
  return entry.status != OutboxStatus::Waiting && entry.status != OutboxStatus::Sent &&
         entry.status != OutboxStatus::Confirmed;
}

Report reportOf(const Entries& entries) {
  json::array array;
  std::vector<std::vector<std::string>> lines{{"command", "case", "kind", "status", "code"}};
  for (const auto& entry : entries) {
    array.push_back(entryJson(entry));
    lines.push_back({entry.command.value, entry.caseId.value, entry.kind,
                     boost::describe::enum_to_string(entry.status, "?"), entry.code});
  }
  return {std::move(array), table(lines)};
}

core::Result<Report> outbox(CliDesk& desk, const Arguments&) {
  const auto entries = entriesOf(desk);
  if (!entries) return tl::unexpected(entries.error());
  return reportOf(*entries);
}

core::Result<Report> conflicts(CliDesk& desk, const Arguments&) {
  const auto entries = entriesOf(desk);
  if (!entries) return tl::unexpected(entries.error());
  Entries open;
  for (const auto& entry : *entries)
    if (needsAttention(entry)) open.push_back(entry);
  return reportOf(open);
}

core::Result<std::map<std::string, models::FieldChoice>> choicesOf(const core::OutboxEntry& entry,
                                                                   const Arguments& arguments) {
  std::map<std::string, models::FieldChoice> choices;
  const bool mine = arguments.words[1] == "mine";
  for (const auto& conflict : entry.conflicts)
    choices[conflict.pointer].kind =
        mine ? models::FieldChoice::Kind::Mine : models::FieldChoice::Kind::Theirs;
  if (const std::string set = arguments.option("set"); !set.empty()) {
    const auto equals = set.find('=');
    auto value = equals == std::string::npos ? core::failure(ErrorCode::InvalidArgument, "--set POINTER=JSON")
                                             : core::parseJson(set.substr(equals + 1));
    if (!value) return tl::unexpected(value.error());
    choices[set.substr(0, equals)] = {models::FieldChoice::Kind::Other, std::move(*value)};
  }
  return choices;
}

core::Result<void> settle(CliDesk& desk, const core::OutboxEntry& entry,
                          const std::optional<core::CommandBody>& replacement) {
  Awaited<core::Result<void>> awaited;
  QObject context;
  auto& sink = desk.client().commands();
  QObject::connect(&sink, &models::CommandSink::done, &context, [&awaited] { awaited.set({}); });
  QObject::connect(&sink, &models::CommandSink::refused, &context,
                   [&awaited](quint64, const core::Refusal& refusal) {
                     awaited.set(core::failure(refusal.code, refusal.detail));
                   });
  sink.resolve(sink.nextRequest(), entry.command, entry.caseId, replacement);
  return awaited.wait();
}

core::Result<void> retry(CliDesk& desk, const core::OutboxEntry& entry) {
  return desk.write<core::Result<void>>([&entry](storage::Cache& cache) -> core::Result<void> {
    const auto again = cache.retry(entry.command, core::CommandId(newId()), systemNow(), false);
    if (!again) return core::failure(again.error().code, again.error().detail);
    return {};
  });
}

core::Result<void> settleAs(CliDesk& desk, const core::OutboxEntry& entry, const Arguments& arguments) {
  const std::string& how = arguments.words[1];
  if (how == "retry") return retry(desk, entry);
  if (how == "drop") return settle(desk, entry, {});
  if (how != "mine" && how != "theirs")
    return core::failure(ErrorCode::InvalidArgument, "resolve COMMAND mine|theirs|drop|retry");
  const auto choices = choicesOf(entry, arguments);
  if (!choices) return tl::unexpected(choices.error());
  const auto replacement = models::replacementFor(entry, *choices);
  if (!replacement) return tl::unexpected(replacement.error());
  return settle(desk, entry, *replacement);
}

core::Result<Report> resolve(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.size() != 2)
    return core::failure(ErrorCode::InvalidArgument, "resolve COMMAND mine|theirs|drop|retry");
  const auto entries = entriesOf(desk);
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& entry : *entries) {
    if (entry.command.value != arguments.words[0]) continue;
    if (auto settled = settleAs(desk, entry, arguments); !settled) return tl::unexpected(settled.error());
    return Report{json::object{{"case", entry.caseId.value}}, "settled\n"};
  }
  return core::failure(ErrorCode::NotFound, "no such command in the outbox");
}

} // namespace

const std::vector<Verb>& outboxVerbs() {
  static const std::vector<Verb> verbs{
      {"outbox", "", "the commands on their way, in order", true, outbox},
      {"conflicts", "", "those that need a person: conflicts, rejections, blocked ones", true, conflicts},
      {"resolve", "COMMAND mine|theirs|drop|retry [--set POINTER=JSON]",
       "settle one of them: keep mine, take theirs, drop it, or send it again", true, resolve},
  };
  return verbs;
}

} // namespace madoguchi::app
