// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches the server: compressed bodies, targets, and whole requests through its API.
#include "protocol/limits.h"
#include "server/http/compression.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/unit/server/http/apidesk.h"

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;
using namespace madoguchi::server;

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

void runRequest(std::string_view input) {
  ServedDesk& served = ServedDesk::fresh();
  const auto request = requestFrom(input, served);
  if (!request) return;
  const std::string before = served.stored();
  const HttpResponse response = served.world.api.handle(*request);
  if (response.hold) return;
  require(response.status >= 200 && response.status < 500, "no request makes the server fail");
  if (response.status >= 400 || request->method != "POST")
    require(served.stored() == before, "a refused request changes nothing");
  if (response.status >= 400 && request->method != "HEAD" && !response.headers.contains("Content-Encoding"))
    require(protocol::decode<protocol::Problem>(response.body).has_value(), "a refusal says why");
  served.world.log.lines.clear();
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
          "GET /healthz\n\n",
          "GET /metrics\n\n"};
}

} // namespace

const Target kCoding{"coding", runCoding, codingSeeds, 1'000};
const Target kRequest{"request", runRequest, requestSeeds, 400};

} // namespace madoguchi::fuzz
