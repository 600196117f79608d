// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of the server as the desk reads it: unpacked, within limits, and judged by the engine that asked.
#include "core/cases/command.h"
#include "protocol/messages.h"
#include "protocol/readymade.h"
#include "server/http/compression.h"
#include "sync/http/exchange.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/unit/sync/enginerig.h"

#include <QNetworkReply>

#include <algorithm>
#include <sstream>

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;
using sync::HttpReply;
using sync::HttpRequest;
using tests::EngineRig;

const ScopeName kScope = "office/east/permit/ordinary";
constexpr std::size_t kMostBody = 100'000;

/// Which request is answered, how the answer is packed, its status, and the numbers in its headers.
struct Head {
  std::string asked;
  std::string coding;
  int status = 0;
  std::string offset;
  std::string length;
  std::string retry;
};

Head headFrom(std::string_view line) {
  Head head;
  std::istringstream words{std::string(line)};
  words >> head.asked >> head.coding >> head.status >> head.offset >> head.length >> head.retry;
  return head;
}

/// What Qt makes of an answer.
class CannedReply final : public QNetworkReply {
public:
  explicit CannedReply(const Head& head) {
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, head.status);
    setRawHeader("Content-Encoding", QByteArray::fromStdString(head.coding));
    setRawHeader("Upload-Offset", QByteArray::fromStdString(head.offset));
    setRawHeader("Upload-Length", QByteArray::fromStdString(head.length));
    setRawHeader("Retry-After", QByteArray::fromStdString(head.retry));
    constexpr int kServerFault = 500;
    if (head.status >= kServerFault) setError(InternalServerError, {});
    open(ReadOnly);
  }
  void come(std::string_view bytes) {
    if (isFinished()) return;
    m_waiting.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    Q_EMIT readyRead();
  }
  void end() {
    if (isFinished()) return;
    setFinished(true);
    Q_EMIT finished();
  }
  void abort() override {
    setError(OperationCanceledError, {});
    end();
  }
  [[nodiscard]] qint64 bytesAvailable() const override {
    return QNetworkReply::bytesAvailable() + m_waiting.size();
  }

protected:
  qint64 readData(char* data, qint64 most) override {
    const qint64 size = std::min<qint64>(most, m_waiting.size());
    std::copy_n(m_waiting.constData(), size, data);
    m_waiting.remove(0, size);
    return size;
  }

private:
  QByteArray m_waiting;
};

HttpReply replyOf(const Head& head, bool isFeed, std::string_view body, std::size_t piece) {
  std::optional<HttpReply> taken;
  QObject parent;
  auto* canned = new CannedReply(head); // the exchange takes it over
  new sync::http::Exchange(
      canned, {isFeed, kMostBody}, {}, [&taken](HttpReply&& reply) { taken = std::move(reply); }, &parent);
  for (std::size_t at = 0; at < body.size(); at += piece)
    canned->come(body.substr(at, piece));
  canned->end();
  require(taken.has_value(), "every request is answered once");
  return std::move(*taken);
}

bool same(const HttpReply& one, const HttpReply& other) {
  if (one.error || other.error) return one.error.has_value() == other.error.has_value();
  return one.status == other.status && one.items == other.items && one.body == other.body &&
         one.uploadOffset == other.uploadOffset && one.uploadLength == other.uploadLength &&
         one.retryAfter == other.retryAfter;
}

OutboxEntry attachment() {
  OutboxEntry entry = EngineRig::entry(1, "case-1");
  entry.kind = AttachDocument::kKind;
  entry.payload = R"({"body":{"blob":")" + std::string(64, 'a') + R"("}})";
  return entry;
}

/// Brings the engine to where it asks for this, and gives the request.
HttpRequest askedFor(EngineRig& rig, const std::string& asked) {
  constexpr int kSchema = 3;
  const bool readyMade = asked == "ready-made";
  rig.step(sync::Started{{}, {}, UserId("tanaka"), DeviceId("d1"), 0, true, readyMade ? kSchema : 0});
  rig.step(sync::SignedIn{});
  (void)rig.takeStore<sync::LoadRun>();
  std::vector<OutboxEntry> waiting;
  if (asked == "commands") waiting = {EngineRig::entry(1, "case-1"), EngineRig::entry(2, "case-2")};
  if (asked == "blob") waiting = {attachment()};
  rig.step(sync::RunLoaded{waiting});
  if (asked == "commands") {
    (void)rig.takeStore<sync::MarkSent>();
    rig.step(sync::RunMarked{{1, 2}});
  }
  (void)rig.takeStore<sync::LoadAudit>();
  if (asked == "audit")
    rig.step(sync::AuditLoaded{{DeskAuditRow{1, "id", rig.now, UserId("tanaka"), "view", "case-1"}}});
  else
    rig.step(sync::AuditLoaded{});
  if (asked == "snapshot" || readyMade) rig.drainFeed({globalScope(), kScope});
  const char* const path = asked == "commands"   ? "/v1/commands"
                           : asked == "audit"    ? "/v1/audit"
                           : asked == "blob"     ? "/v1/blobs/"
                           : asked == "snapshot" ? "/v1/snapshot/"
                           : readyMade           ? "/v1/ready-made"
                                                 : "/v1/changes";
  for (HttpRequest request = rig.takeRequest();; request = rig.takeRequest())
    if (request.target.rfind(path, 0) == 0) return request;
}

/// What the engine hands to the store is what the store may rely on.
void checkHandedOver(EngineRig& rig) {
  if (rig.hasStore<sync::RecordAnswers>())
    for (const CommandAnswer& answer : rig.takeStore<sync::RecordAnswers>().answers)
      require(answer.command.value == "cmd1" || answer.command.value == "cmd2",
              "only what was asked is answered");
  if (rig.hasStore<sync::ApplyFeed>()) {
    const auto feed = rig.takeStore<sync::ApplyFeed>();
    require(std::holds_alternative<ScopeList>(feed.items.front()) &&
                std::holds_alternative<FeedEnd>(feed.items.back()),
            "a feed has its list of scopes and its end");
  }
  if (rig.hasStore<sync::ApplySnapshot>()) {
    const auto page = rig.takeStore<sync::ApplySnapshot>();
    const auto* end = std::get_if<SnapshotEnd>(&page.items.back());
    require(end != nullptr && end->scope == kScope, "a page has its end, of the scope that was asked for");
  }
  require(!rig.hasStore<sync::TakeReadyMade>(), "the first page comes before a ready-made cache");
}

// A head, a line break, the size of the pieces, a line break, and the bytes of a body.
void run(std::string_view input) {
  const auto [line, rest] = split(input);
  const auto [size, body] = split(rest);
  const Head head = headFrom(line);
  EngineRig rig;
  HttpRequest request = askedFor(rig, head.asked);
  const bool isFeed = request.answer == sync::Answer::Feed;
  HttpReply reply = replyOf(head, isFeed, body, std::max<std::size_t>(body.size(), 1));
  const std::size_t piece = 1 + (size.empty() ? 0 : static_cast<unsigned char>(size.front()));
  require(same(reply, replyOf(head, isFeed, body, piece)), "an answer is the same in pieces of any size");
  require(reply.body.size() <= kMostBody, "an answer is never over the limit");
  require(!reply.error || (reply.status == 0 && reply.items.empty() && reply.body.empty()),
          "of an answer that cannot be read nothing is taken");
  // An upload goes on with what it is told; the same answer again must come to an end.
  constexpr int kMostSteps = 4;
  for (int step = 0; step < kMostSteps; ++step) {
    HttpReply next = reply;
    next.request = request.request;
    rig.step(std::move(next));
    checkHandedOver(rig);
    if (head.asked != "blob" || !rig.hasStore<sync::ReadBlob>()) break;
    const auto read = rig.takeStore<sync::ReadBlob>();
    require(read.offset >= 0, "an upload begins within its content");
    rig.step(sync::BlobRead{read.blob, 10, "12345"});
    const auto uploading = std::find_if(rig.requests.begin(), rig.requests.end(), [](const HttpRequest& one) {
      return one.target.rfind("/v1/blobs/", 0) == 0;
    });
    if (uploading == rig.requests.end()) break;
    request = *uploading;
    rig.requests.erase(uploading);
  }
  const sync::Status& status = rig.status();
  require(status.rowsDone >= 0 &&
              (!reply.error || status.problem || status.link != sync::Status::Link::Online),
          "what could not be read is said");
}

std::vector<std::string> seeds() {
  const std::string digest(64, 'a');
  const auto feedOf = [](const std::vector<FeedItem>& items) {
    std::string text;
    for (const FeedItem& item : items)
      protocol::appendFeedItem(item, text);
    return text;
  };
  CommandAnswer applied;
  applied.command = CommandId("cmd1");
  CommandAnswer conflict;
  conflict.command = CommandId("cmd2");
  conflict.kind = AnswerKind::Conflict;
  conflict.conflicts = {{"/form/a", 1, "b", "c", UserId("u"), {}}};
  const protocol::ReadyMade made{kScope, "e1", 20, digest, digest, 3, 100, 4096, 10};
  const std::string changes =
      feedOf({ScopeList{"e1", {globalScope(), kScope}},
              ReferenceRow{globalScope(), 1, "office", "east", 1, digest, "{}"},
              CaseRow{kScope, 3, CaseId("c1"), 2, digest, "{\"id\":\"c1\"}", "[]"},
              GoneRow{kScope, 4, CaseId("c2"), "left"}, Checkpoint{kScope, 4, 1, digest}, FeedEnd{true}});
  const std::string page = feedOf({CaseRow{kScope, 3, CaseId("c1"), 2, digest, "{\"id\":\"c1\"}", "[]"},
                                   SnapshotEnd{kScope, CaseId("c1"), 4, false}});
  const std::string answers = protocol::encode(protocol::CommandAnswers{{applied, conflict}});
  const std::string problem = protocol::encode(protocol::Problem{"Malformed", "窓口", "r1"});
  using server::Coding;
  return {"changes identity 200\n\x07\n" + changes,
          "changes gzip 200\n\x03\n" + server::compressed(changes, Coding::Gzip),
          "changes zstd 200\n\x20\n" + server::compressed(changes, Coding::Zstd),
          "snapshot identity 200\n\x0f\n" + page,
          "snapshot zstd 200\n\x05\n" + server::compressed(page, Coding::Zstd),
          "commands identity 200\n\x10\n" + answers,
          "commands gzip 200\n\x10\n" + server::compressed(answers, Coding::Gzip),
          "commands identity 503 0 0 120\n\x10\n" + problem,
          "commands identity 400\n\x10\n" + problem,
          "audit identity 200\n\x10\n" + protocol::encode(protocol::AuditAcknowledged{{"id"}}),
          "ready-made identity 200\n\x10\n" + protocol::encode(protocol::ReadyMadeList{{made}}),
          "blob identity 200 5 10\n\x10\n",
          "blob identity 404 0 0\n\x10\n",
          "blob identity 204 10 10\n\x10\n",
          "changes identity 401\n\x10\n" + problem,
          "changes identity 426\n\x10\n" + problem,
          "changes deflate 500 0 0 9223372036854775807\n\x10\n" + problem};
}

} // namespace

const Target kAnswer{"answer", run, seeds, 1'500};

} // namespace madoguchi::fuzz
