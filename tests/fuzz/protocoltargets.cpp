// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and the feed, both ways.
#include "protocol/feedcodec.h"
#include "protocol/messages.h"
#include "protocol/readymade.h"
#include "tests/fuzz/fuzztarget.h"

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;

template <class Message>
void decoded(std::string_view text) {
  const auto message = protocol::decode<Message>(text);
  if (!message) return;
  const std::string encoded = protocol::encode(*message);
  const auto again = protocol::decode<Message>(encoded);
  require(again.has_value(), "a message of ours can be read");
  require(protocol::encode(*again) == encoded, "a message is the same after a journey");
}

void decodedList(std::string_view text) {
  const auto list = protocol::readyMadeListFrom(text);
  if (!list) return;
  const auto again = protocol::readyMadeListFrom(protocol::encode(*list));
  require(again.has_value() && again->files == list->files, "a list of ready-made caches is the same again");
}

// Which message, a line break, and its body.
void runMessage(std::string_view input) {
  const auto [kind, text] = split(input);
  const char which = kind.empty() ? 'a' : kind.front();
  switch (which) {
  case 'a':
    return decoded<protocol::SignIn>(text);
  case 'b':
    return decoded<protocol::Session>(text);
  case 'c':
    return decoded<protocol::CommandRun>(text);
  case 'd':
    return decoded<protocol::CommandAnswers>(text);
  case 'e':
    return decoded<protocol::AuditRun>(text);
  case 'f':
    return decoded<protocol::AuditAcknowledged>(text);
  case 'g':
    return decoded<protocol::Application>(text);
  case 'h':
    return decoded<protocol::ApplicationReceipt>(text);
  case 'i':
    return decoded<protocol::Problem>(text);
  case 'k':
    return decoded<protocol::SealedRun>(text);
  case 'l':
    return decoded<protocol::Recovered>(text);
  case 'm':
    return decoded<AttendanceChange>(text);
  case 'n':
    return decodedList(text);
  default:
    return decoded<Cursor>(text);
  }
}

std::vector<std::string> messageSeeds() {
  const Instant at = *parseInstant("2026-06-01T01:00:00Z");
  const protocol::SignIn signIn{"clerk1", "窓口", DeviceId("d1"), "窓口一番", "0.1"};
  protocol::Session session;
  session.token = "t";
  session.expiresAt = at;
  session.serverTime = at;
  session.actor = {UserId("clerk1"), "staff", {{Role::Clerk, OfficeId("east"), ProcedureId("p"), true}}};
  session.displayName = "窓口";
  session.epoch = "e1";
  CommandAnswer answer;
  answer.kind = AnswerKind::Conflict;
  answer.conflicts = {{"/form/a", 1, "b", json::array{json::object{{"x", nullptr}}}, UserId("u"), at}};
  protocol::Application application;
  application.id = CaseId("0190-1");
  application.receive.procedure = ProcedureId("p");
  application.receive.office = OfficeId("east");
  application.receive.arrivedAt = at;
  application.receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
  application.receive.form = json::object{{"shop", json::object{{"name", "窓口亭"}}}};
  return {"a\n" + protocol::encode(signIn),
          "b\n" + protocol::encode(session),
          "c\n" + protocol::encode(protocol::CommandRun{DeviceId("d1"), {{1, "{}"}, {2, "[]"}}}),
          "d\n" + protocol::encode(protocol::CommandAnswers{{answer, {}}}),
          "e\n" +
              protocol::encode(protocol::AuditRun{DeviceId("d1"), {{1, "id", at, UserId("u"), "view", "c"}}}),
          "f\n" + protocol::encode(protocol::AuditAcknowledged{{"id1", "id2"}}),
          "g\n" + protocol::encode(application),
          "h\n" + protocol::encode(protocol::ApplicationReceipt{CaseId("c"), at, "東1号"}),
          "i\n" + protocol::encode(protocol::Problem{"TooLarge", "窓口", "r1"}),
          "j\n" + protocol::encode(Cursor{"e1", 1, {{"global", 7}, {"office/east/permit/ordinary", 12}}}),
          "k\n" + protocol::encode(protocol::SealedRun{{"AAAA", "BBBB"}}),
          "l\n" + protocol::encode(protocol::Recovered{{answer}, {{"memo", "打ちかけ"}}}),
          "m\n" + protocol::encode(AttendanceChange{UserId("u"), dayInJapan(at), dayInJapan(at), true}),
          "n\n" + protocol::encode(protocol::ReadyMadeList{
                      {{"office/east/permit/ordinary", "e1", 20, "name", "key", 3, 100, 4096, 10}}})};
}

// The size of the pieces, a line break, and the body of a feed.
void runFeed(std::string_view input) {
  const auto [size, body] = split(input);
  std::string taken;
  std::size_t items = 0;
  const auto sink = [&](FeedItem&& item) -> Result<void> {
    protocol::appendFeedItem(item, taken);
    ++items;
    return {};
  };
  protocol::FeedReader reader(sink);
  const std::size_t piece = 1 + (size.empty() ? 0 : static_cast<unsigned char>(size.front()));
  for (std::size_t at = 0; at < body.size(); at += piece)
    (void)reader.push(body.substr(at, piece));
  const bool whole = reader.finish().has_value();

  std::string takenAtOnce;
  takenAtOnce.swap(taken);
  const std::size_t itemsBefore = items;
  protocol::FeedReader other(sink);
  (void)other.push(body);
  require(other.finish().has_value() == whole && items == 2 * itemsBefore && taken == takenAtOnce,
          "a feed is the same in pieces of any size");
  protocol::FeedReader again(sink);
  require(again.push(takenAtOnce).has_value() && again.finish().has_value() && items == 3 * itemsBefore,
          "a feed of ours can be read");
}

std::vector<std::string> feedSeeds() {
  const std::string digest(64, 'a');
  std::string all;
  std::vector<std::string> seeds;
  for (const FeedItem& item : std::vector<FeedItem>{
           ScopeList{"epoch-1", {"global", "user/u", "office/east/permit/ordinary"}},
           ReferenceRow{"global", 1, "office", "east", 1, digest, "{\"id\":\"east\"}"},
           ReferenceRow{"global", 2, "office", "west", 2, digest, ""},
           CaseRow{"office/east/permit/ordinary", 3, CaseId("c1"), 2, digest, "{\"id\":\"c1\"}", "[]"},
           GoneRow{"office/east/permit/ordinary", 4, CaseId("c2"), "left"},
           Checkpoint{"office/east/permit/ordinary", 4, 1, digest},
           SnapshotEnd{"office/east/permit/ordinary", CaseId("c1"), 4, true}, FeedEnd{true}}) {
    std::string one;
    protocol::appendFeedItem(item, one);
    all += one;
    seeds.push_back("\x07\n" + one);
  }
  seeds.push_back("\x7f\n" + all);
  seeds.push_back("x\n{\"lines\":2,\"t\":\"tomorrow\"}\none\ntwo\n" + all);
  return seeds;
}

} // namespace

const Target kMessage{"message", runMessage, messageSeeds, 10'000};
const Target kFeed{"feed", runFeed, feedSeeds, 5'000};

} // namespace madoguchi::fuzz
