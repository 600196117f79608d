// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandservice.h"

#include "core/base/codec.h"
#include "core/cases/casecodec.h"
#include "protocol/limits.h"
#include "server/commands/commandrun.h"

#include <algorithm>

namespace madoguchi::server {

namespace {

constexpr std::int64_t kMostFailures = 5;

// Only these are no fault of the command.
bool isOfTheRun(core::ErrorCode code) {
  return code == core::ErrorCode::EpochChanged || code == core::ErrorCode::StorageFailed ||
         code == core::ErrorCode::StorageFull || code == core::ErrorCode::StorageCorrupt;
}

std::string textOf(const core::json::value& value, std::string_view key) {
  const auto* object = value.if_object();
  const auto* found = object == nullptr ? nullptr : object->if_contains(key);
  const auto* text = found == nullptr ? nullptr : found->if_string();
  if (text == nullptr || text->size() > 128 || text->find('\0') != core::json::string::npos) return {};
  return std::string(*text);
}

RunItem itemFrom(const protocol::CommandItem& item) {
  RunItem prepared{item.deviceSeq, core::sha256Hex(item.payload), {}, {}, core::Command{}};
  if (item.payload.size() > protocol::kMaxCommandBytes) {
    prepared.command = core::failure(core::ErrorCode::TooLarge, "a command over the limit");
    return prepared;
  }
  const auto value = core::parseJson(item.payload, protocol::kMaxJsonDepth);
  if (!value) {
    prepared.command = tl::unexpected(value.error());
    return prepared;
  }
  prepared.id = core::CommandId(textOf(*value, "id"));
  prepared.caseId = core::CaseId(textOf(*value, "caseId"));
  prepared.command = core::commandFrom(*value);
  if (prepared.command && (prepared.id.empty() || prepared.caseId.empty()))
    prepared.command = core::failure(core::ErrorCode::InvalidArgument, "a command needs an id and a case");
  if (prepared.command && std::holds_alternative<core::ReceiveOnline>(prepared.command->body))
    prepared.command =
        core::failure(core::ErrorCode::NotPermitted, "only the intake interface receives online");
  return prepared;
}

} // namespace

core::Result<std::vector<core::CommandAnswer>>
CommandService::execute(const Caller& caller, const std::vector<protocol::CommandItem>& items,
                        const core::Confirmation& confirmed) {
  std::vector<RunItem> prepared;
  prepared.reserve(items.size());
  for (const auto& item : items)
    prepared.push_back(itemFrom(item));
  RunProgress progress;
  progress.confirmed = confirmed;
  auto answers = runAll(caller, prepared, progress);
  if (!answers) return answers;
  std::erase_if(*answers, [&](const core::CommandAnswer& answer) {
    return answer.kind == core::AnswerKind::BlockedBy && progress.failing.contains(answer.blockedBy);
  });
  if (answers->empty() && !items.empty())
    return core::failure(core::ErrorCode::Internal, "every command of the run failed");
  return answers;
}

core::Result<core::CommandAnswer> CommandService::receive(const Caller& intake,
                                                          const protocol::Application& application) {
  core::Command command;
  command.id = core::CommandId(application.id.value);
  command.caseId = application.id;
  command.actor = intake.actor.id;
  command.device = intake.device;
  command.madeAt = m_clock();
  command.body = application.receive;
  // The hash is of what was delivered: a repeat without a moment of arrival is still the same.
  const std::string hash = core::sha256Hex(core::canonicalJson(core::codec::toValue(application)));
  auto& receive = std::get<core::ReceiveOnline>(command.body);
  if (receive.arrivedAt == core::Instant{}) receive.arrivedAt = command.madeAt;
  RunProgress progress;
  auto answers = runAll(intake, {RunItem{0, hash, command.id, command.caseId, command}}, progress);
  if (!answers) return tl::unexpected(answers.error());
  if (answers->empty()) return core::failure(core::ErrorCode::Internal, "the application failed");
  return std::move(answers->front());
}

// A run that fails as a whole is cut in two until the one that fails stands alone: one bad command never
// stops the others.
core::Result<CommandService::Answers>
CommandService::runAll(const Caller& caller, const std::vector<RunItem>& items, RunProgress& progress) {
  if (items.empty()) return Answers{};
  auto answers = runOnce(caller, items, progress);
  if (answers || isOfTheRun(answers.error().code)) return answers;
  if (items.size() == 1) return failed(caller, items.front(), answers.error().code, progress);
  const auto middle = items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2);
  auto first = runAll(caller, {items.begin(), middle}, progress);
  if (!first) return first;
  auto second = runAll(caller, {middle, items.end()}, progress);
  if (!second) return second;
  first->insert(first->end(), std::make_move_iterator(second->begin()),
                std::make_move_iterator(second->end()));
  return first;
}

core::Result<CommandService::Answers>
CommandService::runOnce(const Caller& caller, const std::vector<RunItem>& items, RunProgress& progress) {
  Answers answers;
  BlockedCases after;
  std::vector<core::BlobId> released;
  const auto written = m_store.write([&](Writing& writing) -> core::Result<void> {
    const auto catalog = m_catalogs.current(writing);
    CommandRun run(writing, *catalog, caller, m_clock(), progress.blocked);
    if (!run.begin(items, progress.confirmed))
      return core::failure(core::ErrorCode::EpochChanged, "the command confirmed last is not known here");
    for (const RunItem& item : items)
      run.answer(item);
    answers = run.write();
    after = run.blocked();
    released = run.released();
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  if (m_released && !released.empty()) m_released(released);
  progress.blocked = std::move(after);
  return answers;
}

core::Result<CommandService::Answers> CommandService::failed(const Caller& caller, const RunItem& item,
                                                             core::ErrorCode code, RunProgress& progress) {
  // A server beside this one has a newer release, and knows the case: this is no fault of the command.
  if (code == core::ErrorCode::UnknownKind) {
    progress.blocked.emplace(item.caseId, item.id);
    progress.failing.insert(item.id);
    return Answers{};
  }
  std::int64_t times = 0;
  const auto counted = m_store.write([&](Writing& writing) -> core::Result<void> {
    times = writing.countFailure(item.id);
    return {};
  });
  if (!counted) return tl::unexpected(counted.error());
  if (times >= kMostFailures) return setAside(caller, item, progress);
  progress.blocked.emplace(item.caseId, item.id);
  progress.failing.insert(item.id);
  return Answers{};
}

core::Result<CommandService::Answers> CommandService::setAside(const Caller& caller, const RunItem& item,
                                                               RunProgress& progress) {
  core::CommandAnswer answer;
  const auto written = m_store.write([&](Writing& writing) -> core::Result<void> {
    // A server beside this one may have answered it since it failed here.
    if (const auto known = writing.applied({item.id}); !known.empty()) {
      answer = CommandRun::answerAgain(known.begin()->second, item, caller);
      return {};
    }
    answer = {};
    answer.command = item.id;
    answer.kind = core::AnswerKind::Rejected;
    answer.code = core::toText(core::ErrorCode::Internal);
    answer.requestId = caller.requestId;
    answer.at = m_clock();
    if (item.id.empty()) return {};
    writing.putApplied(
        {{item.id, caller.actor.id, caller.device, item.deviceSeq, item.payloadHash, answer, answer.at}});
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  if (!core::wasApplied(answer)) progress.blocked.emplace(item.caseId, item.id);
  return Answers{answer};
}

} // namespace madoguchi::server
