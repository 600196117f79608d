// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches the server: compressed bodies, requests from their bytes on, and through its API.
#include "core/cases/attendance.h"
#include "protocol/limits.h"
#include "server/http/compression.h"
#include "server/http/httpserver.h"
#include "server/http/wirerequest.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/unit/server/http/apidesk.h"

#include <boost/beast/http/parser.hpp>

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;
using namespace madoguchi::server;
namespace http = boost::beast::http;

constexpr std::size_t kLimit = 100'000;

// "gzip", "zstd" or anything else; a line break; the body.
void runCoding(std::string_view input) {
  const auto [coding, bytes] = split(input);
  const auto plain = decompressed(bytes, coding, kLimit);
  if (!plain) return;
  require(plain->size() <= kLimit, "a body is never over the limit");
  for (const Coding back : {Coding::Gzip, Coding::Zstd})
    require(*decompressed(compressed(*plain, back), toText(back), kLimit) == *plain,
            "a body is the same after a journey");
}

std::vector<std::string> codingSeeds() {
  std::vector<std::string> seeds{"identity\n{}", "gzip;q=1, zstd\n"};
  for (const Coding coding : {Coding::Gzip, Coding::Zstd})
    for (const std::string& text :
         {std::string(), std::string("{\"a\":\"窓口\"}"), std::string(200'000, 'x')})
      seeds.push_back(std::string(toText(coding)) + "\n" + compressed(text, coding));
  return seeds;
}

/// A server with a few cases, and a clerk who is signed in; made anew now and then, because what is
/// commanded stays.
struct ServedDesk {
  tests::ServerWorld world;
  CaseId open = world.taken();
  CaseId waiting = world.arrived();
  tests::ApiDesk desk{world, "clerk1"};
  std::string intakeKey = world.accounts.addIntakeKey("portal", OfficeId("bureau")).value();

  static ServedDesk& fresh() {
    static std::unique_ptr<ServedDesk> kept;
    static int used = 0;
    if (kept == nullptr || ++used % 1000 == 0) kept = std::make_unique<ServedDesk>();
    return *kept;
  }
  [[nodiscard]] std::string stored() {
    std::string text;
    const auto read = world.store->read([&](Reading& reading) -> Result<void> {
      for (const auto& counter : reading.counters())
        text += counter.scope + " " + std::to_string(counter.seq) + " " + counter.sum.hex() + "\n";
      return {};
    });
    require(read.has_value(), "the store can be read");
    return text;
  }
};

/// Method and target, headers, an empty line, the body; what a seed leaves out the signed-in desk brings.
std::optional<HttpRequest> requestFrom(std::string_view input, ServedDesk& served) {
  auto [line, rest] = split(input);
  const auto space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  auto target = targetFrom(line.substr(space + 1));
  if (!target) return std::nullopt;
  HttpRequest request = served.desk.request("GET", "/");
  request.method = line.substr(0, space);
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  request.headers["x-intake-key"] = served.intakeKey;
  while (!rest.empty()) {
    const auto [header, behind] = split(rest);
    rest = behind;
    if (header.empty()) break;
    const auto colon = header.find(": ");
    if (colon != std::string_view::npos)
      request.headers[std::string(header.substr(0, colon))] = header.substr(colon + 2);
  }
  request.body = rest;
  if (request.body.size() > served.world.api.bodyLimit(request.method, request.path)) return std::nullopt;
  return request;
}

/// What holds for any request whatever.
void answered(ServedDesk& served, const HttpRequest& request) {
  const std::string before = served.stored();
  const HttpResponse response = served.world.api.handle(request);
  if (response.hold) return;
  require(response.status >= 200 && response.status < 500, "no request makes the server fail");
  if (response.status >= 400 || request.method != "POST")
    require(served.stored() == before, "a refused request changes nothing");
  if (response.status >= 400 && request.method != "HEAD" && !response.headers.contains("Content-Encoding"))
    require(protocol::decode<protocol::Problem>(response.body).has_value(), "a refusal says why");
  served.world.log.lines.clear();
  if (request.method == "DELETE" && request.path == "/v1/session")
    served.desk.token = tests::ApiDesk(served.world, "clerk1").token;
}

void runRequest(std::string_view input) {
  ServedDesk& served = ServedDesk::fresh();
  if (const auto request = requestFrom(input, served)) answered(served, *request);
}

/// Reads as httpexchange.cpp does: the header, then as much of a body as its route may have.
class WireReader {
public:
  explicit WireReader(const HttpHandler& handler) : m_handler(handler) {
    m_parser.header_limit(static_cast<std::uint32_t>(HttpOptions().maxHeaderBytes));
    m_parser.body_limit(boost::none);
    m_parser.eager(false);
  }
  /// True when there is nothing more to read, for good or ill.
  bool push(std::string_view bytes) {
    m_kept += bytes;
    while (!isOver()) {
      boost::system::error_code error;
      const std::size_t taken = m_parser.put(boost::asio::buffer(m_kept), error);
      m_kept.erase(0, taken);
      if (error == http::error::need_more) return false;
      m_failed = error.failed();
      if (!m_failed && m_parser.is_header_done() && !m_parser.eager()) allowBody();
      if (m_kept.empty()) break;
    }
    return isOver();
  }
  [[nodiscard]] std::optional<HttpRequest> request() {
    if (m_failed || !m_parser.is_done()) return std::nullopt;
    return server::requestFrom(m_parser.release());
  }

private:
  [[nodiscard]] bool isOver() const { return m_failed || m_parser.is_done(); }
  void allowBody() {
    const auto target = targetFrom(m_parser.get().target());
    const std::size_t limit =
        target ? m_handler.bodyLimit(m_parser.get().method_string(), target->path) : std::size_t{0};
    m_failed = m_parser.content_length().value_or(0) > limit;
    m_parser.body_limit(limit);
    m_parser.eager(true);
  }

  const HttpHandler& m_handler;
  http::request_parser<http::string_body> m_parser;
  std::string m_kept;
  bool m_failed = false;
};

std::optional<HttpRequest> readInPieces(std::string_view bytes, std::size_t piece,
                                        const HttpHandler& handler) {
  WireReader reader(handler);
  for (std::size_t at = 0; at < bytes.size() && !reader.push(bytes.substr(at, piece)); at += piece)
    continue;
  return reader.request();
}

// The size of the pieces, a line break, and a request as it comes from the socket.
void runHttp(std::string_view input) {
  const auto [size, bytes] = split(input);
  ServedDesk& served = ServedDesk::fresh();
  auto request = readInPieces(bytes, std::max<std::size_t>(bytes.size(), 1), served.world.api);
  const std::size_t piece = 1 + (size.empty() ? 0 : static_cast<unsigned char>(size.front()));
  const auto again = readInPieces(bytes, piece, served.world.api);
  require(request.has_value() == again.has_value(), "a request is one in pieces of any size");
  if (!request) return;
  require(request->method == again->method && request->path == again->path &&
              request->query == again->query && request->headers == again->headers &&
              request->body == again->body,
          "a request is the same in pieces of any size");
  for (const auto& [name, value] : served.desk.request("GET", "/").headers)
    request->headers.emplace(name, value);
  request->headers.emplace("x-intake-key", served.intakeKey);
  answered(served, *request);
}

std::vector<std::string> requestSeeds() {
  ServedDesk served;
  tests::ServerWorld& world = served.world;
  const std::string blob = "/v1/blobs/" + sha256Hex("hello");
  const auto run = [&](const Command& command) {
    return protocol::encode(
        protocol::CommandRun{served.desk.device(), {tests::ServerWorld::itemOf(command)}});
  };
  const std::string note = run(world.command("clerk1", served.open, 3, AddNote{"窓口で"}));
  const std::string edit = run(
      world.command("clerk1", served.open, 3, EditForm{{FieldEdit{"/place/ownerName", "窓口亭", "別の人"}}}));
  protocol::Application application;
  application.id = world.freshCase();
  application.receive.procedure = ProcedureId("outdoor-advertisement-permit");
  application.receive.office = OfficeId("east");
  application.receive.applicant.party.name.display = "山崎　花子";
  application.receive.form = json::object{{"shop", "窓口亭"}};
  const protocol::AuditRun audit{
      served.desk.device(), {{1, world.freshId(), world.now, UserId("clerk1"), "view", served.open.value}}};
  const AttendanceChange away{UserId("clerk1"), dayInJapan(world.now), dayInJapan(world.now), true};
  const protocol::SignIn signIn{"clerk2", tests::kPassword, DeviceId("d2"), "窓口", "0.1"};
  Cursor followed = world.cursorOf(world.feed("clerk1"));
  followed.epoch = "another"; // its own is drawn by lot
  const std::string cursor = tests::percent(protocol::encode(followed));
  return {"POST /v1/session\n\n" + protocol::encode(signIn),
          "POST /v1/commands\n\n" + note,
          "POST /v1/commands\ncontent-encoding: gzip\n\n" + compressed(edit, Coding::Gzip),
          "POST /v1/commands\ncontent-encoding: zstd\n\n" + compressed(note, Coding::Zstd),
          "POST /v1/commands\n\n" + edit,
          "GET /v1/changes\naccept-encoding: gzip;q=0.5, zstd\n\n",
          "GET /v1/changes?wait=25&cursor=" + cursor + "\nmadoguchi-protocol: 1\n\n",
          "GET /v1/snapshot/office%2Feast%2Fpermit%2Fordinary?after=" + served.open.value + "\n\n",
          "POST /v1/audit\n\n" + protocol::encode(audit),
          "POST /v1/applications\nx-request-id: r1\n\n" + protocol::encode(application),
          "HEAD " + blob + "\n\n",
          "POST " + blob + "\nupload-length: 5\n\n",
          "PATCH " + blob + "\nupload-offset: 0\n\nhello",
          "GET " + blob + "\nrange: bytes=1-3\n\n",
          "POST /v1/changes?wait=0\n\n" + protocol::encode(followed),
          "POST /v1/attendance\n\n" + protocol::encode(away),
          "POST /v1/recovery\n\n" + protocol::encode(protocol::SealedRun{{"AAAA"}}),
          "GET /v1/ready-made\n\n",
          "GET /v1/ready-made/" + sha256Hex("hello") + "\nrange: bytes=0-9\n\n",
          "DELETE /v1/session\n\n",
          "GET /healthz\n\n",
          "GET /metrics\n\n"};
}

/// The same as they go over the wire, once with the length of the body and once in chunks.
std::vector<std::string> httpSeeds() {
  std::vector<std::string> seeds{"\x01\nGET /v1/changes HTTP/1.1\r\nhost: x\r\naccept-encoding: gzip\r\n"
                                 "accept-encoding: zstd\r\nx-request-id: r.1\r\n\r\n",
                                 "\xff\nHEAD * HTTP/1.0\r\nexpect: 100-continue\r\n\r\n"};
  for (const std::string& seed : requestSeeds()) {
    const auto [line, rest] = split(seed);
    const auto end = rest.starts_with('\n') ? std::size_t{0} : rest.find("\n\n") + 1;
    std::string head = std::string(line) + " HTTP/1.1\r\n";
    for (const char c : rest.substr(0, end))
      head += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const std::string body(rest.substr(end + 1));
    const std::string size = std::to_string(body.size());
    seeds.push_back("\x40\n" + head + (body.empty() ? "" : "content-length: " + size + "\r\n") + "\r\n" +
                    body);
    if (body.empty() || body.size() > 15) continue;
    const std::string chunk = "0123456789abcdef"[body.size()] + std::string("\r\n") + body + "\r\n";
    seeds.push_back("\x02\n" + head + "transfer-encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n");
  }
  return seeds;
}

} // namespace

const Target kCoding{"coding", runCoding, codingSeeds, 1'000};
const Target kRequest{"request", runRequest, requestSeeds, 400};
const Target kHttp{"http", runHttp, httpSeeds, 400};

} // namespace madoguchi::fuzz
