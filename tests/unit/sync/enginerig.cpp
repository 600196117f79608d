// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/enginerig.h"

#include "protocol/messages.h"

namespace madoguchi::tests {

EngineRig::EngineRig() : m_engine([this] { return random; }) {}

void EngineRig::step(sync::Event event) {
  for (auto& action : m_engine.step(std::move(event), now)) {
    if (auto* request = std::get_if<sync::HttpRequest>(&action)) {
      requests.push_back(std::move(*request));
    } else if (const auto* cancel = std::get_if<sync::CancelRequest>(&action)) {
      requests.erase(std::remove_if(requests.begin(), requests.end(),
                                    [&](const auto& one) { return one.request == cancel->request; }),
                     requests.end());
    } else if (const auto* set = std::get_if<sync::SetTimer>(&action)) {
      timer = set->at;
    } else if (auto* report = std::get_if<sync::ReportStatus>(&action)) {
      statuses.push_back(std::move(report->status));
    } else {
      m_storeRequests.push_back(std::move(action));
    }
  }
}

void EngineRig::start(core::Cursor from, bool follow) {
  cursor = from;
  step(sync::Started{std::move(from), {}, core::UserId("tanaka"), core::DeviceId("d1"), 0, follow});
  step(sync::SignedIn{});
}

void EngineRig::startFollowing() {
  start();
  emptyOutbox();
  emptyAudit();
  drainFeed();
}

sync::HttpRequest EngineRig::takeRequest() {
  if (requests.empty()) throw std::logic_error("the engine sent nothing");
  auto request = std::move(requests.front());
  requests.pop_front();
  return request;
}

namespace {

sync::HttpRequest checked(sync::HttpRequest request, std::string_view path) {
  if (request.target.rfind(path, 0) != 0) throw std::logic_error("another request: " + request.target);
  return request;
}

} // namespace

sync::HttpRequest EngineRig::takePush() {
  return checked(takeRequest(), "/v1/commands");
}

sync::HttpRequest EngineRig::takeChanges() {
  return checked(takeRequest(), "/v1/changes");
}

sync::HttpRequest EngineRig::takeSnapshot() {
  return checked(takeRequest(), "/v1/snapshot/");
}

void EngineRig::reply(const sync::HttpRequest& request, int status, std::string body) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.status = status;
  reply.body = std::move(body);
  step(std::move(reply));
}

void EngineRig::replyFeed(const sync::HttpRequest& request, std::vector<core::FeedItem> items) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.status = 200;
  reply.items = std::move(items);
  step(std::move(reply));
}

void EngineRig::lose(const sync::HttpRequest& request, core::ErrorCode code) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.error = core::Error{code, "lost"};
  step(std::move(reply));
}

void EngineRig::applyAll(const sync::HttpRequest& push) {
  protocol::CommandAnswers answers;
  const auto run = protocol::decode<protocol::CommandRun>(push.body);
  for (const auto& item : run->items) {
    core::CommandAnswer answer;
    answer.command = core::CommandId("cmd" + std::to_string(item.deviceSeq));
    answers.answers.push_back(std::move(answer));
  }
  reply(push, 200, protocol::encode(answers));
}

void EngineRig::emptyOutbox() {
  (void)takeStore<sync::LoadRun>();
  step(sync::RunLoaded{});
}

void EngineRig::emptyAudit() {
  (void)takeStore<sync::LoadAudit>();
  step(sync::AuditLoaded{});
}

void EngineRig::drainFeed(std::vector<core::ScopeName> scopes) {
  replyFeed(takeChanges(), {core::ScopeList{"e1", std::move(scopes)}, core::FeedEnd{}});
  (void)takeStore<sync::ApplyFeed>();
  cursor.epoch = "e1";
  step(sync::FeedApplied{cursor, {}, {}, 0});
}

void EngineRig::ring() {
  if (!timer) throw std::logic_error("no timer is set");
  now = std::max(now, *timer);
  timer.reset();
  step(sync::Ticked{});
}

core::OutboxEntry EngineRig::entry(std::int64_t deviceSeq, const std::string& caseId) {
  core::OutboxEntry entry;
  entry.deviceSeq = deviceSeq;
  entry.command = core::CommandId("cmd" + std::to_string(deviceSeq));
  entry.caseId = core::CaseId(caseId);
  entry.kind = "AddNote";
  entry.payload = R"({"id":"cmd)" + std::to_string(deviceSeq) + R"("})";
  return entry;
}

} // namespace madoguchi::tests
