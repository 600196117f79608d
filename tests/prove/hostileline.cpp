// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/prove/hostileline.h"

#include "core/base/hash.h"
#include "core/cases/attendance.h"
#include "server/http/compression.h"
#include "sync/verdict.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;

namespace {

const UserId kUser("clerk1");
const std::string kContent = "窓口の書類";
const std::string kPart = "0123456789";

std::string targetOf(AnswerKind kind) {
  switch (kind) {
  case AnswerKind::FirstChanges:
  case AnswerKind::Changes:
    return "/v1/changes";
  case AnswerKind::Snapshot:
    return "/v1/snapshot/";
  case AnswerKind::Commands:
    return "/v1/commands";
  case AnswerKind::Audit:
    return "/v1/audit";
  }
  return {};
}

bool isOfOffice(const FeedItem& item) {
  return std::visit(
      [](const auto& one) {
        if constexpr (requires { one.scope; })
          return one.scope.rfind("office/", 0) == 0;
        else
          return false;
      },
      item);
}

/// What lies on the disk, without what readers share.
std::string bytesOf(const std::string& folder) {
  std::string bytes;
  for (const auto& [name, content] : disk::image(folder))
    if (name.find("-shm") == std::string::npos) bytes += name + '\n' + content;
  return bytes;
}

sync::HttpReply unavailable() {
  constexpr int kUnavailable = 503;
  sync::HttpReply reply;
  reply.status = kUnavailable;
  return reply;
}

} // namespace

const char* nameOf(AnswerKind kind) {
  switch (kind) {
  case AnswerKind::FirstChanges:
    return "first changes";
  case AnswerKind::Changes:
    return "changes";
  case AnswerKind::Snapshot:
    return "snapshot";
  case AnswerKind::Commands:
    return "commands";
  case AnswerKind::Audit:
    return "audit";
  }
  return "";
}

RawLine::RawLine() {
  const auto address =
      sync::http::parseServerAddress(m_server.url().toStdString(), m_server.fingerprint().toStdString());
  if (!address) throw std::runtime_error(address.error().detail);
  m_transport = std::make_unique<sync::http::Transport>(*address, nullptr);
}

void RawLine::answerWith(const std::string& bytes) {
  m_server.requests.clear();
  m_server.answer = [answer = QByteArray::fromStdString(bytes)](const QByteArray&) { return answer; };
}

bool RawLine::waitFor(const bool& done) {
  constexpr int kPatience = 60'000; // twice as long as the transport's own
  QElapsedTimer took;
  took.start();
  while (!done && took.elapsed() < kPatience) {
    QTimer alarm; // wakes it where nothing happens at all
    alarm.start(kPatience);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  }
  return done;
}

HostileLine::HostileLine(AnswerKind kind) : m_kind(kind), m_server(m_timeline) {
  m_desk = std::make_unique<SimClient>(
      m_timeline, m_claims, kUser.value, m_folder.path().toStdString() + "/desk",
      [this](SimClient&, sync::HttpRequest request) { m_asked.push_back(std::move(request)); });
  m_actor = m_server.actor(kUser);
  makeImages();
  begin();
  m_good = goodFor(untilAsked());
  m_body = m_good.body;
  for (const FeedItem& item : m_good.items)
    protocol::appendFeedItem(item, m_body);
}

HostileLine::~HostileLine() = default;

std::string HostileLine::response(int status, const std::string& body, const std::string& headers) {
  return "HTTP/1.1 " + std::to_string(status) +
         " X\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nX-Request-Id: r1\r\n" + headers + "\r\n" + body;
}

std::vector<std::string> HostileLine::wholeResponses() const {
  std::vector<std::string> all{response(m_good.status, m_body)};
  for (const auto coding : {server::Coding::Gzip, server::Coding::Zstd})
    all.push_back(response(m_good.status, server::compressed(m_body, coding),
                           "Content-Encoding: " + std::string(server::toText(coding)) + "\r\n"));
  return all;
}

void HostileLine::runFor(std::chrono::milliseconds span) {
  bool over = false;
  m_timeline.after(span, [&over] { over = true; });
  while (!over)
    (void)m_timeline.runNext();
}

/// Everything it asks is answered, until it has nothing more to ask but the held request.
void HostileLine::runToEnd(SimClient& client, std::deque<sync::HttpRequest>& asked) {
  const UserId user(client.user());
  for (int turns = 0; turns < 50; ++turns) {
    runFor(std::chrono::milliseconds(200));
    while (!asked.empty()) {
      const auto request = std::move(asked.front());
      asked.pop_front();
      auto answer = m_server.handle(user, request, true);
      if (!answer.hold) client.take(std::move(answer.reply));
    }
  }
}

/// Somebody else works on a case that the desk holds.
void HostileLine::makeNews() {
  std::deque<sync::HttpRequest> asked;
  SimClient other(m_timeline, m_claims, "clerk2", m_folder.path().toStdString() + "/other",
                  [&asked](SimClient&, sync::HttpRequest request) { asked.push_back(std::move(request)); });
  other.install(SimClient::Begin::Installed);
  if (!other.start(m_server.actor(UserId("clerk2")))) throw std::runtime_error("no other desk");
  runToEnd(other, asked);
  const std::size_t before = m_server.effects().size();
  if (!other.give(CaseId("case-1"), AddNote{"別の窓口"})) throw std::runtime_error("no news");
  runToEnd(other, asked);
  if (m_server.effects().size() != before + 1) throw std::runtime_error("the news did not arrive");
}

void HostileLine::makeImages() {
  m_desk->install(SimClient::Begin::Installed);
  m_begin = disk::image(m_desk->folder());
  if (m_kind == AnswerKind::FirstChanges || m_kind == AnswerKind::Snapshot) return;
  if (!m_desk->start(m_actor)) throw std::runtime_error("the desk does not start");
  runToEnd(*m_desk, m_asked);
  if (!m_desk->give(CaseId("case-0"), AddNote{"未送信"}) || !m_desk->look(CaseId("case-0")))
    throw std::runtime_error("nothing unsent");
  m_desk->stop();
  m_begin = disk::image(m_desk->folder());
  makeNews();
}

void HostileLine::begin() {
  m_desk->stop();
  m_asked.clear();
  disk::place(m_desk->folder(), m_begin);
  if (!m_desk->start(m_actor)) throw std::runtime_error("the desk does not start");
}

sync::HttpReply HostileLine::goodFor(const sync::HttpRequest& request) {
  auto reply = m_server.handle(kUser, request, false).reply;
  reply.request = request.request;
  return reply;
}

/// What comes before is answered well, or not at all.
sync::HttpRequest HostileLine::untilAsked() {
  const std::string target = targetOf(m_kind);
  for (int steps = 0; steps < 10'000; ++steps) {
    if (m_asked.empty()) {
      (void)m_timeline.runNext();
      continue;
    }
    const auto request = std::move(m_asked.front());
    m_asked.pop_front();
    if (request.target.rfind(target, 0) == 0) {
      while (m_desk->hasJobs())
        (void)m_timeline.runNext();
      return request;
    }
    sync::HttpReply reply;
    if (m_kind == AnswerKind::Snapshot && request.target.rfind("/v1/changes", 0) == 0) {
      // A bureau that is too large for a page of the feed: its cases come by snapshots.
      reply = goodFor(request);
      reply.items.erase(std::remove_if(reply.items.begin(), reply.items.end(), isOfOffice),
                        reply.items.end());
    } else if (m_kind == AnswerKind::Changes && request.target == "/v1/commands") {
      reply = unavailable(); // what is unsent stays unsent
    } else {
      continue;
    }
    reply.request = request.request;
    m_desk->take(std::move(reply));
  }
  throw std::runtime_error("the desk does not ask for " + target);
}

sync::HttpReply HostileLine::fetch(const sync::HttpRequest& request, const std::string& bytes) {
  m_line.answerWith(bytes);
  sync::HttpReply reply;
  bool done = false;
  m_line.transport().send(request, [&](sync::HttpReply&& answer) {
    reply = std::move(answer);
    done = true;
  });
  if (!RawLine::waitFor(done))
    throw std::runtime_error("the transport hangs, given " +
                             QByteArray::fromStdString(bytes).toBase64().toStdString());
  return reply;
}

bool HostileLine::isTakenWhenWhole() {
  for (const std::string& bytes : wholeResponses()) {
    begin();
    const auto request = untilAsked();
    const std::string before = bytesOf(m_desk->folder());
    auto reply = fetch(request, bytes);
    if (reply.error || reply.items != m_good.items || reply.body != m_good.body) return false;
    m_desk->take(std::move(reply));
    runFor(std::chrono::milliseconds(300));
    if (bytesOf(m_desk->folder()) == before) return false;
  }
  return true;
}

/// An answer that can be read may say anything, but not take away what nobody has answered.
std::string HostileLine::brokenPromise(const std::vector<OutboxEntry>& before) {
  const auto differ = m_desk->cache().verifySums();
  if (!differ || !differ->empty()) return "the sums do not hold";
  const auto after = m_desk->cache().outbox();
  if (!after) return "no outbox";
  if (m_kind != AnswerKind::Commands && after->size() != before.size()) return "something unsent is lost";
  return {};
}

HostileLine::Seen HostileLine::answer(const std::string& bytes) {
  begin();
  const auto request = untilAsked();
  const auto outbox = m_desk->cache().outbox().value();
  const bool hadProblem = m_desk->status().problem.has_value();
  const std::string before = bytesOf(m_desk->folder());
  auto reply = fetch(request, bytes);
  const bool isUnread = reply.error.has_value();
  const bool isSame =
      !isUnread && reply.status == m_good.status && reply.items == m_good.items && reply.body == m_good.body;
  m_desk->take(std::move(reply));
  runFor(std::chrono::milliseconds(300));
  const bool isChanged = bytesOf(m_desk->folder()) != before;
  const auto& problem = m_desk->status().problem;
  Seen seen;
  if (problem) seen.problem = toText(problem->code);
  if (isSame) {
    seen.outcome = Outcome::SameAsGood;
  } else if (isUnread || (problem && !hadProblem && !isChanged)) {
    if (isChanged) seen.complaint = "what could not be read has changed the cache";
    if (!problem || problem->detail.empty()) seen.complaint = "nobody is told";
  } else {
    seen.outcome = Outcome::Other;
    seen.complaint = brokenPromise(outbox);
  }
  return seen;
}

const char* nameOf(AskedBesides kind) {
  switch (kind) {
  case AskedBesides::SignIn:
    return "sign-in";
  case AskedBesides::Recovery:
    return "recovery";
  case AskedBesides::Attendance:
    return "attendance";
  case AskedBesides::Document:
    return "document";
  case AskedBesides::ReadyMadePart:
    return "part of a ready-made";
  }
  return "";
}

BesidesLine::BesidesLine(AskedBesides kind) : m_kind(kind) {
  protocol::Session session;
  session.token = "token";
  session.actor = {kUser, "staff", {{Role::Clerk, OfficeId("east"), {}, false}}};
  session.displayName = "窓口　花子";
  session.epoch = "e1";
  if (kind == AskedBesides::SignIn) m_body = protocol::encode(session);
  if (kind == AskedBesides::Recovery)
    m_body = protocol::encode(protocol::Recovered{{CommandAnswer{}}, {{"memo", "打ちかけ"}}});
  if (kind == AskedBesides::Document) m_body = kContent;
  if (kind == AskedBesides::ReadyMadePart) m_body = kPart;
}

int BesidesLine::goodStatus() const {
  constexpr int kPartial = 206;
  return m_kind == AskedBesides::ReadyMadePart ? kPartial : 200;
}

BesidesLine::Seen BesidesLine::ask(const std::string& bytes) {
  m_line.answerWith(bytes);
  Seen seen;
  const auto take = [&seen](const auto& result) {
    seen.isAnswered = true;
    seen.isTaken = result.has_value();
    if (!seen.isTaken) seen.error = result.error();
  };
  auto& transport = m_line.transport();
  switch (m_kind) {
  case AskedBesides::SignIn:
    transport.signIn({kUser.value, "password", DeviceId("d1"), "窓口", "0.1"}, take);
    break;
  case AskedBesides::Recovery:
    transport.recover({{"AAAA"}}, take);
    break;
  case AskedBesides::Attendance:
    transport.recordAbsence({kUser, {}, {}, true}, take);
    break;
  case AskedBesides::Document:
    transport.download(BlobId(sha256Hex(kContent)), [&](Result<std::string> content) {
      take(content);
      if (content && *content != kContent) throw std::logic_error("another content than was asked for");
    });
    break;
  case AskedBesides::ReadyMadePart:
    transport.fetchPart("/v1/ready-made/x", 0, static_cast<std::int64_t>(kPart.size()),
                        [&](sync::HttpReply&& reply) {
                          const auto verdict = sync::judge(reply);
                          const bool taken = verdict.outcome == sync::Outcome::Done;
                          take(taken ? Result<void>() : Result<void>(tl::unexpected(verdict.error)));
                        });
    break;
  }
  (void)RawLine::waitFor(seen.isAnswered);
  return seen;
}

} // namespace madoguchi::tests
