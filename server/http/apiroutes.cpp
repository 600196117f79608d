// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The handlers of the API but for those of blobs.
#include "core/cases/casecodec.h"
#include "protocol/limits.h"
#include "server/http/api.h"

#include <algorithm>
#include <charconv>
#include <sodium.h>

namespace madoguchi::server {

namespace {

HttpResponse jsonAnswer(std::string body, int status = 200) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  response.headers["Content-Type"] = "application/json";
  return response;
}

HttpResponse feedAnswer(std::string body) {
  HttpResponse response;
  response.body = std::move(body);
  response.headers["Content-Type"] = "application/x-ndjson";
  return response;
}

HttpResponse textAnswer(std::string body, int status = 200) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

std::string parameter(const HttpRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

// By which both sides see that they speak of one history; a broken moment is none.
core::Confirmation confirmedOf(const HttpRequest& request) {
  return {core::CommandId(parameter(request, "confirmed")),
          core::parseInstant(parameter(request, "at")).value_or(core::Instant{})};
}

// Empty where it is none.
std::string fromBase64(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return {};
  bytes.resize(length);
  return bytes;
}

// Seconds, at most the longest wait that is served; a broken number is none.
std::chrono::seconds waitOf(const HttpRequest& request) {
  const std::string text = parameter(request, "wait");
  long long seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::chrono::seconds{std::clamp<long long>(seconds, 0, protocol::kMaxWait.count())};
}

} // namespace

HttpResponse Api::signIn(const Exchange& exchange) {
  const auto request = protocol::decode<protocol::SignIn>(exchange.body);
  if (!request) return problem(request.error(), exchange.request.requestId);
  auto session = m_services.signIn.signIn(*request);
  if (!session) return problem(session.error(), exchange.request.requestId);
  return jsonAnswer(protocol::encode(*session));
}

HttpResponse Api::signOut(const Exchange& exchange) {
  const std::string_view header = exchange.request.header("authorization");
  const auto done = m_services.signIn.signOut(std::string(header.substr(header.find(' ') + 1)));
  if (!done) return problem(done.error(), exchange.request.requestId);
  return HttpResponse{204, {}, {}, {}, {}, {}};
}

HttpResponse Api::commands(const Exchange& exchange) {
  auto run = protocol::decode<protocol::CommandRun>(exchange.body);
  if (!run) return problem(run.error(), exchange.request.requestId);
  std::size_t bytes = 0;
  for (const auto& item : run->items)
    bytes += item.payload.size();
  if (run->items.size() > protocol::kMaxCommandsPerRun || bytes > protocol::kMaxRunBytes)
    return problem({core::ErrorCode::TooLarge, "a run over the limit"}, exchange.request.requestId);
  if (run->device != exchange.caller.device)
    return problem({core::ErrorCode::NotPermitted, "the run is of another device than the session"},
                   exchange.request.requestId);
  auto answers = m_services.commands.execute(exchange.caller, run->items, confirmedOf(exchange.request));
  if (!answers) {
    m_services.log.write(
        {Severity::Error, "commandsFailed", exchange.request.requestId, answers.error().detail});
    return problem(answers.error(), exchange.request.requestId);
  }
  m_services.metrics.answers(*answers);
  return jsonAnswer(protocol::encode(protocol::CommandAnswers{std::move(*answers)}));
}

HttpResponse Api::changes(const Exchange& exchange) {
  core::Cursor cursor;
  // One over many scopes is too long for a target, and comes as the body.
  const std::string text = exchange.body.empty() ? parameter(exchange.request, "cursor") : exchange.body;
  if (!text.empty()) {
    auto read = protocol::decode<core::Cursor>(text);
    if (!read) return problem(read.error(), exchange.request.requestId);
    cursor = std::move(*read);
  }
  if (cursor.schema > protocol::kSchema)
    return problem({core::ErrorCode::ProtocolTooNew, "cursor of a newer schema"}, exchange.request.requestId);
  auto answer = m_services.feed.changes(exchange.caller.actor, cursor, confirmedOf(exchange.request));
  if (!answer) return problem(answer.error(), exchange.request.requestId);
  // What it has, and what it is given now.
  std::set<core::ScopeName> held;
  for (const auto& [scope, seq] : cursor.scopes)
    held.insert(scope);
  for (const auto& [scope, seq] : answer->hold.seen)
    if (scope != kScopeCount) held.insert(scope);
  if (const auto noted = m_devices.note(exchange.caller, std::move(held)); !noted)
    m_services.log.write({Severity::Error, "notNoted", exchange.request.requestId, noted.error().detail});
  auto response = feedAnswer(std::move(answer->body));
  const auto wait = waitOf(exchange.request);
  if (answer->idle && exchange.request.mayHold && wait.count() > 0) {
    response.hold = std::move(answer->hold);
    response.hold->atMost = wait;
  }
  return response;
}

HttpResponse Api::snapshot(const Exchange& exchange) {
  auto page = m_services.feed.snapshot(exchange.caller.actor, exchange.rest,
                                       core::CaseId(parameter(exchange.request, "after")));
  if (!page) return problem(page.error(), exchange.request.requestId);
  return feedAnswer(std::move(*page));
}

HttpResponse Api::recovery(const Exchange& exchange) {
  const auto run = protocol::decode<protocol::SealedRun>(exchange.body);
  if (!run) return problem(run.error(), exchange.request.requestId);
  if (run->items.size() > protocol::kMaxCommandsPerRun)
    return problem({core::ErrorCode::TooLarge, "a run over the limit"}, exchange.request.requestId);
  std::vector<std::string> files;
  for (const std::string& item : run->items)
    files.push_back(fromBase64(item));
  const auto recovered = m_recovery.recover(files, exchange.caller);
  if (!recovered) return problem(recovered.error(), exchange.request.requestId);
  m_services.metrics.answers(recovered->answers);
  return jsonAnswer(protocol::encode(*recovered));
}

HttpResponse Api::audit(const Exchange& exchange) {
  const auto run = protocol::decode<protocol::AuditRun>(exchange.body);
  if (!run) return problem(run.error(), exchange.request.requestId);
  if (run->device != exchange.caller.device)
    return problem({core::ErrorCode::NotPermitted, "the journal is of another device"},
                   exchange.request.requestId);
  const auto acknowledged = m_services.journal.enter(exchange.caller, *run);
  if (!acknowledged) return problem(acknowledged.error(), exchange.request.requestId);
  return jsonAnswer(protocol::encode(*acknowledged));
}

HttpResponse Api::applications(const Exchange& exchange) {
  const auto application = protocol::decode<protocol::Application>(exchange.body);
  if (!application) return problem(application.error(), exchange.request.requestId);
  const auto answer = m_services.commands.receive(exchange.caller, *application);
  if (!answer) return problem(answer.error(), exchange.request.requestId);
  m_services.metrics.answers({*answer});
  if (answer->kind != core::AnswerKind::Applied) {
    const auto code = core::errorCodeFrom(answer->code);
    auto refused = problem({code, answer->detail}, exchange.request.requestId);
    // The rules refuse in many ways; to the portal all of them are its own mistake.
    if (refused.status == 500 && code != core::ErrorCode::Internal) {
      refused.body =
          protocol::encode(protocol::Problem{answer->code, answer->detail, exchange.request.requestId});
      refused.status = 422;
    }
    return refused;
  }
  protocol::ApplicationReceipt receipt{application->id, {}, {}};
  const auto read = m_services.store.read([&](Reading& reading) -> core::Result<void> {
    const auto row = reading.findCase(application->id);
    const auto record = row ? core::caseRecordFrom(row->state, "[]")
                            : core::Result<core::CaseRecord>(core::failure(core::ErrorCode::NoSuchCase));
    if (!record) return tl::unexpected(record.error());
    receipt.arrivedAt = record->state.arrivedAt;
    receipt.number = record->state.number;
    return {};
  });
  if (!read) return problem(read.error(), exchange.request.requestId);
  return jsonAnswer(protocol::encode(receipt), 201);
}

HttpResponse Api::health(const Exchange& exchange) {
  const auto read = m_services.store.read([](Reading& reading) -> core::Result<void> {
    if (reading.epoch().empty()) return core::failure(core::ErrorCode::StorageCorrupt, "no epoch");
    return {};
  });
  if (!read) return problem(read.error(), exchange.request.requestId);
  return textAnswer("ok\n");
}

HttpResponse Api::metrics(const Exchange& exchange) {
  std::int64_t seq = 0;
  const auto read = m_services.store.read([&](Reading& reading) -> core::Result<void> {
    for (const auto& counter : reading.counters())
      seq += counter.seq;
    return {};
  });
  if (!read) return problem(read.error(), exchange.request.requestId);
  return textAnswer(m_services.metrics.text(seq));
}

} // namespace madoguchi::server
