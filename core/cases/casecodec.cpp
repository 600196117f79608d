// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"

#include "core/base/codec.h"
#include "core/base/hash.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

/// The rules count on from these numbers, so they leave room for it.
Result<void> requireCountable(const CaseState& state) {
  constexpr std::int64_t kMost = 1'000'000'000;
  const auto [least, most] = std::minmax<std::int64_t>({state.version, state.draftVersions});
  if (least < 0 || most > kMost) return failure(ErrorCode::Malformed, "a version that cannot be at /");
  return {};
}

} // namespace

json::value toJson(const Command& command) {
  return codec::toValue(command);
}

json::value toJson(const Event& event) {
  return codec::toValue(event);
}

json::value toJson(const CaseState& state) {
  return codec::toValue(state);
}

json::value toJson(const Applicant& applicant) {
  return codec::toValue(applicant);
}

Result<Command> commandFrom(const json::value& value) {
  auto command = codec::read<Command>(value);
  if (command && command->record != 1)
    return failure(ErrorCode::ProtocolTooNew, "command record of version " + std::to_string(command->record));
  return command;
}

Result<CommandBody> commandBodyFrom(const json::value& value) {
  return codec::read<CommandBody>(value);
}

Result<Event> eventFrom(const json::value& value) {
  return codec::read<Event>(value);
}

Result<CaseState> caseStateFrom(const json::value& value) {
  auto state = codec::read<CaseState>(value);
  if (!state) return state;
  if (auto countable = requireCountable(*state); !countable) return tl::unexpected(countable.error());
  return state;
}

Result<Applicant> applicantFrom(const json::value& value) {
  return codec::read<Applicant>(value);
}

CaseText toText(const CaseRecord& record) {
  return {canonicalJson(codec::toValue(record.state)), canonicalJson(codec::toValue(record.timeline))};
}

Result<CaseRecord> caseRecordFrom(std::string_view state, std::string_view timeline) {
  const auto stateValue = parseJson(state);
  if (!stateValue) return tl::unexpected(stateValue.error());
  const auto timelineValue = parseJson(timeline);
  if (!timelineValue) return tl::unexpected(timelineValue.error());
  auto readState = caseStateFrom(*stateValue);
  if (!readState) return tl::unexpected(readState.error());
  auto readTimeline = codec::read<std::vector<Event>>(*timelineValue);
  if (!readTimeline) return tl::unexpected(readTimeline.error());
  return CaseRecord{std::move(*readState), std::move(*readTimeline)};
}

std::string digestOf(const CaseText& text) {
  std::string whole;
  whole.reserve(text.state.size() + text.timeline.size() + 1);
  whole.append(text.state).append("\n").append(text.timeline);
  return sha256Hex(whole);
}

std::string draftHash(const CaseState& state, const Draft& draft) {
  json::object shown;
  shown["case"] = json::string(state.id.value);
  shown["version"] = draft.version;
  shown["outcome"] = codec::toValue(draft.outcome);
  shown["conditions"] = codec::toValue(draft.conditions);
  shown["reasons"] = codec::toValue(draft.reasons);
  shown["remarks"] = json::string(draft.remarks);
  if (draft.important) shown["important"] = true;
  if (draft.unusual) shown["unusual"] = true;
  // Of the others the version never changes, and drafts of earlier releases keep their hash.
  if (state.arrivedVersion) shown["procedureVersion"] = state.procedureVersion;
  shown["form"] = state.form;
  shown["applicant"] = codec::toValue(state.applicant);
  shown["findings"] = codec::toValue(state.findings);
  return sha256Hex(canonicalJson(shown));
}

std::string_view kindOf(const CommandBody& body) {
  return std::visit([](const auto& command) { return command.kKind; }, body);
}

std::string_view kindOf(const EventBody& body) {
  return std::visit([](const auto& event) { return event.kKind; }, body);
}

} // namespace madoguchi::core
