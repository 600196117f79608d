// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pushlane.h"

#include "core/base/json.h"
#include "protocol/messages.h"
#include "sync/target.h"

namespace madoguchi::sync {

namespace {

/// The contents that a command names.
std::vector<core::BlobId> blobsOf(const core::OutboxEntry& entry) {
  if (entry.kind != core::AttachDocument::kKind && entry.kind != core::ReceiveOnPaper::kKind &&
      entry.kind != core::IssueNotice::kKind)
    return {};
  std::vector<core::BlobId> blobs;
  const auto payload = core::parseJson(entry.payload);
  if (!payload) return blobs;
  for (const std::string_view pointer : {"/body/blob", "/body/scan/blob", "/body/pdf"}) {
    const auto* value = core::valueAt(*payload, pointer);
    if (value != nullptr && value->is_string() && !value->get_string().empty())
      blobs.emplace_back(std::string(value->get_string()));
  }
  return blobs;
}

/// Upper bound of an item's bytes inside a CommandRun, where its quotes and backslashes are escaped.
std::size_t bytesInRun(const core::OutboxEntry& entry) {
  constexpr std::size_t kAround = 64;
  std::size_t bytes = entry.payload.size() + kAround;
  for (const char c : entry.payload) {
    if (c == '"' || c == '\\') bytes += 1;
    if (static_cast<unsigned char>(c) < ' ') bytes += 5;
  }
  return bytes;
}

/// Statuses by which the server says that it has read the run and will never take it.
bool isAboutContent(const core::Error& error) {
  return error.code == core::ErrorCode::Malformed || error.code == core::ErrorCode::TooLarge ||
         error.code == core::ErrorCode::UnknownKind || error.code == core::ErrorCode::InvalidArgument;
}

} // namespace

void PushLane::start(const core::DeviceId& device) {
  m_device = device;
  m_work = true;
}

void PushLane::contentsReady() {
  m_waitForContents.clear();
  m_work = true;
}

void PushLane::pump(Turn& turn) {
  if (m_state != State::Idle) return;
  for (auto& [caseId, aside] : m_setAside) {
    if (!aside.until || *aside.until > turn.now) continue;
    aside.until.reset();
    m_work = true;
  }
  if (!lane.mayTry(turn.now)) return;
  if (!m_run.empty()) return send(turn);
  if (!m_work) return;
  m_work = false;
  m_state = State::Loading;
  auto leaveOut = m_waitForContents;
  for (const auto& [caseId, aside] : m_setAside)
    if (aside.until) leaveOut.insert(caseId);
  turn.act(LoadRun{m_limit, protocol::kMaxRunBytes, std::move(leaveOut)});
}

void PushLane::on(Turn& turn, RunLoaded&& loaded, BlobLane& blobs) {
  if (m_state != State::Loading) return;
  if (std::exchange(m_stale, false)) {
    m_state = State::Idle;
    return;
  }
  MarkSent mark;
  std::size_t bytes = 0;
  for (auto& entry : loaded.entries) {
    if (m_waitForContents.count(entry.caseId) > 0) continue;
    for (const auto& blob : blobsOf(entry)) {
      if (blobs.isReady(blob)) continue;
      blobs.want(blob);
      m_waitForContents.insert(entry.caseId);
    }
    if (m_waitForContents.count(entry.caseId) > 0) continue;
    bytes += bytesInRun(entry);
    if (m_run.size() == m_limit || (!m_run.empty() && bytes > protocol::kMaxRunBytes)) break;
    mark.deviceSeqs.push_back(entry.deviceSeq);
    m_run.push_back(std::move(entry));
  }
  m_state = m_run.empty() ? State::Idle : State::Marking;
  m_mayBeThere = false;
  if (!m_run.empty()) return turn.act(std::move(mark));
  for (auto it = m_setAside.begin(); it != m_setAside.end();)
    it = it->second.until ? std::next(it) : m_setAside.erase(it);
  if (m_setAside.empty()) lane.succeeded();
}

void PushLane::on(const RunMarked& marked) {
  if (m_state == State::Unmarking) {
    m_state = State::Idle;
    m_work = true;
  }
  if (m_state != State::Marking) return;
  m_state = State::Idle;
  const std::set<std::int64_t> there(marked.deviceSeqs.begin(), marked.deviceSeqs.end());
  m_run.erase(std::remove_if(m_run.begin(), m_run.end(),
                             [&there](const auto& entry) { return there.count(entry.deviceSeq) == 0; }),
              m_run.end());
  if (m_run.empty()) m_work = true;
}

void PushLane::send(Turn& turn) {
  m_state = State::Sending;
  protocol::CommandRun run{m_device, {}};
  for (const auto& entry : m_run)
    run.items.push_back({entry.deviceSeq, entry.payload});
  lane.ask(turn,
           {.method = Method::Post, .target = commandsTarget(turn.confirmed), .body = protocol::encode(run)});
}

Verdict PushLane::on(Turn& turn, const HttpReply& reply) {
  lane.answered();
  m_state = State::Idle;
  m_mayBeThere = m_mayBeThere || !reply.neverLeft;
  Verdict verdict = judge(reply);
  switch (verdict.outcome) {
  case Outcome::Done:
    answered(turn, reply.body);
    break;
  case Outcome::SignInNeeded:
  case Outcome::PutBack:
    break;
  case Outcome::Unreachable:
    lane.failed(turn, verdict.error, true);
    if (!m_mayBeThere) unmark(turn);
    break;
  case Outcome::TooOld:
    lane.failed(turn, verdict.error);
    break;
  case Outcome::ServerFailed:
    serverFailed(turn, verdict, reply);
    break;
  case Outcome::Refused:
    refused(turn, verdict);
    break;
  }
  return verdict;
}

void PushLane::answered(Turn& turn, const std::string& body) {
  auto answers = protocol::decode<protocol::CommandAnswers>(body);
  if (!answers) return lane.failed(turn, answers.error());
  std::set<core::CommandId> asked;
  for (const auto& entry : m_run)
    asked.insert(entry.command);
  RecordAnswers record;
  for (auto& answer : answers->answers)
    if (asked.erase(answer.command) > 0) record.answers.push_back(std::move(answer));
  if (record.answers.empty())
    return lane.failed(turn, {core::ErrorCode::Malformed, "commands: no answer to any of them"});
  m_confirmed = core::lastConfirmed(record.answers);
  lane.succeeded();
  for (const auto& entry : m_run)
    m_setAside.erase(entry.caseId);
  m_run.clear(); // what got no answer is loaded again
  m_limit = std::min(m_limit * 2, protocol::kMaxCommandsPerRun);
  m_state = State::Recording;
  turn.act(std::move(record));
}

void PushLane::refused(Turn& turn, const Verdict& verdict) {
  if (!isAboutContent(verdict.error)) return lane.failed(turn, verdict.error);
  if (m_run.size() > 1) return halve();
  core::CommandAnswer answer;
  answer.command = m_run.front().command;
  answer.kind = core::AnswerKind::Rejected;
  answer.code = core::toText(verdict.error.code);
  answer.detail = verdict.error.detail;
  m_run.clear();
  lane.succeeded();
  m_state = State::Recording;
  turn.act(RecordAnswers{{std::move(answer)}});
}

void PushLane::serverFailed(Turn& turn, const Verdict& verdict, const HttpReply& reply) {
  lane.failed(turn, verdict.error, false, reply.retryAfter);
  constexpr int kInternal = 500; // 502, 503, 504 and 429 say nothing about this run
  if (reply.status != kInternal) return;
  if (m_run.size() > 1) return halve();
  auto& aside = m_setAside[m_run.front().caseId];
  // Later than the others, or it would stand before them again.
  aside.until = lane.retryAt().value_or(turn.now) + aside.backoff.next(turn.random());
  m_run.clear();
  m_work = true;
}

void PushLane::halve() {
  m_limit = std::max<std::size_t>(m_run.size() / 2, 1);
  m_run.resize(m_limit); // the rest is still marked as sent, so it is loaded again
}

void PushLane::unmark(Turn& turn) {
  MarkUnsent unmark;
  for (const auto& entry : m_run)
    unmark.deviceSeqs.push_back(entry.deviceSeq);
  m_run.clear();
  m_state = State::Unmarking;
  turn.act(std::move(unmark));
}

void PushLane::on(const AnswersRecorded&) {
  if (m_state != State::Recording) return;
  m_state = State::Idle;
  m_work = true;
}

void PushLane::storeFailed(Turn& turn, core::Error error) {
  // Whatever the store could not do is begun again from what it holds; a repeat is harmless.
  m_state = State::Idle;
  m_stale = false;
  m_run.clear();
  m_work = true;
  lane.failed(turn, std::move(error));
}

bool PushLane::isActive(core::Instant now) const {
  return m_state != State::Idle || ((m_work || !m_run.empty()) && lane.mayTry(now));
}

void PushLane::interrupt(Turn& turn) {
  if (m_state != State::Sending) return;
  lane.cancel(turn);
  m_mayBeThere = true;
  m_state = State::Idle;
}

void PushLane::beginAnew(Turn& turn) {
  interrupt(turn);
  m_run.clear();
  m_work = true;
  m_stale = m_state == State::Loading;
}

std::optional<core::Instant> PushLane::dueAt() const {
  if (m_state != State::Idle) return {};
  std::optional<core::Instant> due;
  if (m_work || !m_run.empty()) due = lane.retryAt();
  for (const auto& [caseId, aside] : m_setAside)
    if (aside.until) due = due ? std::min(*due, *aside.until) : *aside.until;
  return due;
}

} // namespace madoguchi::sync
