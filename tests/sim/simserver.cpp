// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/simserver.h"

#include "core/base/codec.h"
#include "core/base/hash.h"
#include "core/cases/casecodec.h"
#include "core/procedures/procedurereader.h"
#include "protocol/feedcodec.h"
#include "protocol/limits.h"
#include "server/blobs/directoryblobs.h"
#include "server/embedded/embeddedstore.h"
#include "server/http/compression.h"
#include "server/http/target.h"
#include "server/stamping.h"
#include "tests/faults/memorydisk.h"
#include "tests/support/commandof.h"
#include "tests/support/testsupport.h"

#include <filesystem>
#include <stdexcept>

namespace madoguchi::tests {

using namespace madoguchi::core;
using namespace madoguchi::server;

namespace {

constexpr const char* kDatabase = "madoguchi.db";
constexpr int kCases = 8;
const std::string kPackage = "/procedures/food-business-permit";

class NoLog final : public Log {
public:
  void write(const LogLine&) override {}
};

/// Logins are in small letters.
std::string loginOf(const UserId& user) {
  std::string login = user.value;
  for (char& c : login)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return login;
}

std::optional<std::int64_t> numberIn(const HttpResponse& response, const char* header) {
  const auto found = response.headers.find(header);
  return found == response.headers.end() ? std::nullopt
                                         : std::optional<std::int64_t>(std::stoll(found->second));
}

sync::HttpReply replyOf(const sync::HttpRequest& request, HttpResponse&& response) {
  sync::HttpReply reply;
  reply.request = request.request;
  reply.status = response.status;
  reply.uploadOffset = numberIn(response, "Upload-Offset");
  reply.uploadLength = numberIn(response, "Upload-Length");
  if (const auto coding = response.headers.find("Content-Encoding"); coding != response.headers.end())
    response.body = decompressed(response.body, coding->second, protocol::kMaxLineBytes).value();
  if (request.answer == sync::Answer::Text || response.status != 200) {
    reply.body = std::move(response.body);
    return reply;
  }
  protocol::FeedReader reader([&reply](FeedItem&& item) -> Result<void> {
    reply.items.push_back(std::move(item));
    return {};
  });
  if (!reader.push(response.body) || !reader.finish()) throw std::runtime_error("a feed that cannot be read");
  return reply;
}

} // namespace

CatalogCache& SimServer::catalogs() {
  static CatalogCache all;
  return all;
}

void SimServer::demand(const Result<void>& result) {
  if (!result)
    throw std::runtime_error(std::string(toText(result.error().code)) + " " + result.error().detail);
}

struct SimServer::Parts {
  Parts(std::unique_ptr<Store> opened, Timeline& timeline, const std::string& contents)
      : store(std::move(opened)), accounts(*store, passwords, [&timeline] { return timeline.now; }),
        signIn(*store, passwords, [&timeline] { return timeline.now; }),
        commands(*store, catalogs(), [&timeline] { return timeline.now; }), feed(*store, catalogs()),
        journal(*store, [&timeline] { return timeline.now; }), blobs(contents),
        api({*store, catalogs(), signIn, commands, feed, journal, blobs, metrics, log,
             [&timeline] { return timeline.now; }}) {}

  std::unique_ptr<Store> store;
  Passwords passwords{Passwords::Cost::Cheapest};
  Accounts accounts;
  SignInService signIn;
  CommandService commands;
  FeedService feed;
  DeskJournal journal;
  DirectoryBlobs blobs;
  Metrics metrics;
  NoLog log;
  Api api;
};

const CaseWorld& SimServer::bureau() {
  static const CaseWorld world = [] {
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(resourcesFolder() + kPackage))
      files[file.path().filename().string()] = readFile(file.path().string());
    CaseWorld made;
    made.procedure = readProcedure(files).value();
    made.newer = nextVersion(made.procedure, "/facility/address/building");
    return made;
  }();
  return world;
}

const json::value& SimServer::sampleForm() {
  static const json::value form = parseJson(readFile(resourcesFolder() + kPackage + "/sample.json")).value();
  return form;
}

SimServer::SimServer(Timeline& timeline, std::string blobs)
    : m_timeline(timeline), m_blobs(std::move(blobs)) {
  static const disk::Image fresh = [] {
    disk::becomeDefault();
    fill();
    auto made = disk::image(folder());
    return disk::Image{{kDatabase, made.at(kDatabase)}};
  }();
  disk::place(folder(), fresh);
  if (!start()) throw std::runtime_error("the server does not start");
}

SimServer::~SimServer() = default;

// The bureau's offices, procedure and people, each signed in already, and cases in the first states.
void SimServer::fill() {
  Timeline timeline(1);
  auto opened = EmbeddedStore::open(folder() + "/" + kDatabase);
  if (!opened) throw std::runtime_error(opened.error().detail);
  Parts parts(std::move(*opened), timeline, "/nonexistent/blobs");
  const CaseWorld& world = bureau();
  demand(parts.accounts.putOffices(world.offices.all()));
  std::vector<Accounts::NewAccount> people;
  for (const Actor& actor : world.people) {
    if (actor.id.value == "portal" || actor.id.value == "deputy") continue; // their ranks are no accounts'
    const Person person{actor.id,   "職員 " + actor.id.value,    {},
                        actor.rank, actor.grants.front().office, false};
    people.push_back({person, loginOf(actor.id), actor.grants, std::nullopt});
  }
  demand(parts.accounts.add(people));
  demand(parts.store->write([&](Writing& writing) -> Result<void> {
    const auto holidays = parseJson(readFile(resourcesFolder() + "/calendar/holidays-jp.json")).value();
    putReferences(writing, globalScope(),
                  {{"procedure", procedureKey(world.procedure.id, 1), canonicalJson(toJson(world.procedure))},
                   {"procedure", procedureKey(world.newer.id, 2), canonicalJson(toJson(world.newer))},
                   {"holidays", "jp", canonicalJson(holidays)}});
    for (const auto& account : people) {
      const DeviceId device("device-" + account.person.id.value);
      writing.putDevice({device, account.person.id, {}, {}, timeline.now, timeline.now, false});
      writing.putSession({sha256Hex("token-" + account.person.id.value), account.person.id, device,
                          timeline.now + std::chrono::hours(24 * 365)});
    }
    return {};
  }));
  for (int i = 0; i < kCases; ++i) {
    protocol::Application application;
    application.id = CaseId("case-" + std::to_string(i));
    application.receive.procedure = world.procedure.id;
    application.receive.office = OfficeId(i % 4 == 3 ? "west" : "east");
    application.receive.arrivedAt = timeline.now;
    application.receive.visibility = i == 5 ? Visibility::Protected : Visibility::Ordinary;
    application.receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
    application.receive.form = sampleForm();
    const Caller portal{world.person("portal"), DeviceId("portal"), "request"};
    if (!parts.commands.receive(portal, application)) throw std::runtime_error("no case arrived");
    const std::string clerk = i % 4 == 3 ? "clerkWest" : i % 2 == 0 ? "clerk1" : "clerk2";
    const Caller caller{world.person(clerk), DeviceId("device-" + clerk), "request"};
    std::vector<CommandBody> bodies{RegisterCase{}};
    if (i < 6) bodies.emplace_back(AssignCase{UserId(clerk), {}});
    if (i < 2)
      for (const Criterion& criterion : world.procedure.criteria)
        for (const Finding& finding : criterion.findings)
          if (finding.effect == FindingEffect::Meets) {
            bodies.emplace_back(SetCriterion{criterion.id, {}, finding.id, "事実", {}, {}});
            break;
          }
    int number = 0;
    for (CommandBody& body : bodies) {
      const CommandId id(application.id.value + "-" + std::to_string(number));
      ++number;
      const Command command =
          commandOf(id, caller.actor.id, application.id, number, timeline.now, std::move(body));
      const auto answer = parts.commands.execute(caller, {{number, canonicalJson(toJson(command))}});
      if (!answer || answer->front().kind != AnswerKind::Applied)
        throw std::runtime_error("not applied: " + (answer ? answer->front().code : answer.error().detail));
    }
  }
}

bool SimServer::start() {
  auto opened = EmbeddedStore::open(folder() + "/" + kDatabase);
  if (!opened) return false;
  m_parts = std::make_unique<Parts>(std::move(*opened), m_timeline, m_blobs);
  m_parts->store->setListener([this](const auto& seqs) {
    for (const auto& [scope, seq] : seqs)
      m_seqs[scope] = seq;
  });
  m_seqs.clear();
  read([this](Reading& reading) {
    for (const auto& counter : reading.counters())
      m_seqs[counter.scope] = counter.seq;
    m_seqs[kScopeCount] = static_cast<std::int64_t>(reading.counters().size());
  });
  return true;
}

void SimServer::stop() {
  m_parts.reset();
}

void SimServer::crash(bool powerToo) {
  disk::crash(folder(), powerToo ? disk::Crash::Power : disk::Crash::Process, m_timeline.random);
  m_parts.reset();
}

void SimServer::backup() {
  const std::string name = "backup-" + std::to_string(++m_backups) + ".db";
  if (m_parts->store->backup(folder() + "/" + name)) m_backup = disk::image(folder()).at(name);
}

// As server/admin/restoring.cpp does it: a backup of the backup, which has an epoch of its own.
void SimServer::restore() {
  stop();
  disk::place(folder(), {{kDatabase, m_backup}});
  if (!start()) throw std::runtime_error("the backup does not open");
  constexpr const char* kFresh = "restored.db";
  demand(m_parts->store->backup(folder() + "/" + kFresh));
  stop();
  disk::place(folder(), {{kDatabase, disk::image(folder()).at(kFresh)}});
  if (!start()) throw std::runtime_error("the restored server does not start");
}

void SimServer::takeSnapshot() {
  m_snapshot = disk::image(folder());
}

void SimServer::putBackSnapshot() {
  stop();
  disk::place(folder(), m_snapshot);
  if (!start()) throw std::runtime_error("the snapshot does not start");
}

SimServer::Reply SimServer::handle(const UserId& user, const sync::HttpRequest& request, bool mayHold) {
  HttpRequest asked;
  asked.method = sync::nameOf(request.method);
  const auto target = targetFrom(request.target);
  if (!target) throw std::runtime_error("a target that cannot be read: " + request.target);
  asked.path = target->path;
  asked.query = target->query;
  asked.headers = {{"authorization", "Bearer token-" + user.value},
                   {"madoguchi-protocol", std::to_string(protocol::kProtocol)},
                   {"madoguchi-schema", std::to_string(protocol::kSchema)}};
  for (const auto& [name, value] : request.headers) {
    std::string lower = name;
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    asked.headers[lower] = value;
  }
  asked.body = request.body;
  asked.requestId = "request";
  asked.mayHold = mayHold;
  auto response = m_parts->api.handle(asked);
  Reply reply;
  reply.hold = std::move(response.hold);
  reply.bytes = static_cast<std::int64_t>(response.body.size());
  if (!reply.hold) reply.reply = replyOf(request, std::move(response));
  return reply;
}

bool SimServer::isPassed(const Hold& hold) const {
  for (const auto& [scope, seq] : hold.seen) {
    const auto now = m_seqs.find(scope);
    if (now != m_seqs.end() && now->second > seq) return true;
  }
  return false;
}

// How the test itself looks at the server: never through a broken disk.
void SimServer::read(const std::function<void(Reading&)>& work) {
  disk::mend(folder());
  demand(m_parts->store->read([&](Reading& reading) -> Result<void> {
    work(reading);
    return {};
  }));
}

void SimServer::write(const std::function<void(Writing&)>& work) {
  disk::mend(folder());
  demand(m_parts->store->write([&](Writing& writing) -> Result<void> {
    work(writing);
    return {};
  }));
}

} // namespace madoguchi::tests
