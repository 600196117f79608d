// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bloblane.h"

#include "protocol/limits.h"
#include "sync/target.h"

namespace madoguchi::sync {

namespace {

constexpr int kNotFound = 404;
constexpr int kConflict = 409;

} // namespace

void BlobLane::want(const core::BlobId& blob) {
  if (isReady(blob)) return;
  if (std::find(m_queue.begin(), m_queue.end(), blob) == m_queue.end()) m_queue.push_back(blob);
}

void BlobLane::pump(Turn& turn) {
  if (m_state != State::Idle || m_queue.empty() || !lane.mayTry(turn.now)) return;
  m_state = State::Probing;
  lane.ask(turn, {.method = Method::Head, .target = blobTarget(m_queue.front())});
}

void BlobLane::on(Turn& turn, BlobRead&& read) {
  if (m_state != State::Reading || m_queue.empty() || read.blob != m_queue.front()) return;
  if (!turn.maySend) {
    m_state = State::Idle;
    return;
  }
  m_total = read.total;
  m_chunk = std::move(read.bytes);
  if (m_created) return sendChunk(turn);
  m_state = State::Creating;
  lane.ask(turn, {.method = Method::Post,
                  .target = blobTarget(m_queue.front()),
                  .headers = {{"Upload-Length", std::to_string(m_total)}}});
}

void BlobLane::on(Turn&, const BlobMissing& missing) {
  if (m_state == State::Reading && !m_queue.empty() && missing.blob == m_queue.front()) finished();
}

Verdict BlobLane::on(Turn& turn, const HttpReply& reply) {
  lane.answered();
  Verdict verdict = judge(reply);
  const State was = m_state;
  m_state = State::Idle;
  if (was == State::Probing && (verdict.outcome == Outcome::Done || reply.status == kNotFound)) {
    probed(turn, reply);
    return {};
  }
  if (verdict.outcome != Outcome::Done) {
    stumbled(turn, verdict, reply);
    return verdict;
  }
  lane.succeeded();
  constexpr int kAlreadyThere = 200;
  if (was == State::Creating && reply.status == kAlreadyThere) {
    finished();
  } else if (was == State::Creating && m_total > 0) {
    m_created = true;
    sendChunk(turn);
  } else {
    progressed(turn, reply);
  }
  return verdict;
}

void BlobLane::probed(Turn& turn, const HttpReply& reply) {
  m_created = reply.status != kNotFound;
  m_offset = m_created ? reply.uploadOffset.value_or(-1) : 0;
  m_total = m_created ? reply.uploadLength.value_or(-1) : 0;
  if (m_created && (m_offset < 0 || m_offset > m_total))
    return lane.failed(turn, {core::ErrorCode::Malformed, "blob: no upload offset"});
  if (m_created && m_offset == m_total) return finished();
  read(turn);
}

void BlobLane::read(Turn& turn) {
  m_state = State::Reading;
  turn.act(ReadBlob{m_queue.front(), m_offset, protocol::kBlobChunkBytes});
}

void BlobLane::sendChunk(Turn& turn) {
  m_state = State::Sending;
  lane.ask(turn, {.method = Method::Patch,
                  .target = blobTarget(m_queue.front()),
                  .body = m_chunk,
                  .headers = {{"Upload-Offset", std::to_string(m_offset)}},
                  .upload = Transfer{m_queue.front(), m_offset, m_total}});
}

void BlobLane::progressed(Turn& turn, const HttpReply& reply) {
  const std::int64_t reached = reply.uploadOffset.value_or(-1);
  if (reached == m_total) return finished();
  if (reached <= m_offset || reached > m_total)
    return lane.failed(turn, {core::ErrorCode::Malformed, "blob: the upload does not advance"});
  m_offset = reached;
  read(turn);
}

void BlobLane::finished() {
  m_state = State::Idle;
  m_chunk = {};
  m_ready.insert(m_queue.front());
  m_queue.pop_front();
  m_becameReady = true;
  lane.succeeded();
}

void BlobLane::stumbled(Turn& turn, const Verdict& verdict, const HttpReply& reply) {
  // A wrong offset is mended by the next probe; any other refusal with a reason is for good.
  const bool forGood = verdict.outcome == Outcome::Refused && reply.status != kConflict &&
                       verdict.error.code != core::ErrorCode::ServerFailed;
  if (forGood) return finished();
  if (verdict.outcome != Outcome::SignInNeeded)
    lane.failed(turn, verdict.error, verdict.outcome == Outcome::Unreachable, reply.retryAfter);
}

void BlobLane::storeFailed(Turn& turn, core::Error error) {
  m_state = State::Idle;
  lane.failed(turn, std::move(error));
}

void BlobLane::interrupt(Turn& turn) {
  m_ready.clear();
  if (!lane.isAsking()) return;
  lane.cancel(turn);
  m_state = State::Idle;
}

bool BlobLane::takeReadiness() {
  return std::exchange(m_becameReady, false);
}

bool BlobLane::isActive(core::Instant now) const {
  return m_state != State::Idle || (!m_queue.empty() && lane.mayTry(now));
}

std::optional<core::Instant> BlobLane::dueAt() const {
  return m_state == State::Idle && !m_queue.empty() ? lane.retryAt() : std::nullopt;
}

} // namespace madoguchi::sync
