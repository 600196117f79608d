// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/log.h"
#include "core/base/hash.h"
#include "core/cases/casecodec.h"
#include "server/application.h"
#include "server/commands/commandservice.h"
#include "server/identity/accounts.h"
#include "tests/e2e/serverprocess.h"
#include "tests/faults/cutproxy.h"
#include "tests/prove/baredesk.h"
#include "tests/support/postgresrig.h"
#include "tests/support/prove.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cstdio>
#include <map>
#include <set>

using namespace madoguchi;
using tests::BareDesk;
using tests::CutProxy;

namespace {

constexpr int kCases = 40;
constexpr int kPatience = 1'200'000;
constexpr int kHurryMillis = 2'000;

std::string userOf(int desk) {
  return "clerk" + std::to_string(desk);
}

void demand(const core::Result<void>& result) {
  if (!result) qFatal("%s", result.error().detail.c_str());
}

/// People who are signed in already, and the cases they meet on.
void furnish(server::Store& store, int desks) {
  const server::Passwords passwords{server::Passwords::Cost::Cheapest};
  server::Accounts accounts(store, passwords, app::systemNow);
  demand(accounts.putOffices({{core::OfficeId("east"), {}, "東課", "East", "東"}}));
  std::vector<server::Accounts::NewAccount> people;
  for (int desk = 0; desk < desks; ++desk) {
    const core::UserId user(userOf(desk));
    people.push_back(
        {{user, user.value, {}, "staff", core::OfficeId("east"), false}, user.value, {}, std::nullopt});
    for (const auto role : {core::Role::Clerk, core::Role::Supervisor})
      people.back().grants.push_back({role, core::OfficeId("east"), std::nullopt, true});
  }
  demand(accounts.add(people));
  demand(store.write([&](server::Writing& writing) -> core::Result<void> {
    for (const auto& one : people) {
      const core::DeviceId device("device-" + one.login);
      writing.putDevice({device, one.person.id, {}, {}, app::systemNow(), app::systemNow(), false});
      writing.putSession({core::sha256Hex("token-" + one.login), one.person.id, device,
                          app::systemNow() + std::chrono::hours(24)});
    }
    return {};
  }));
  server::CatalogCache catalogs;
  server::CommandService commands(store, catalogs, app::systemNow);
  const server::Caller caller{
      {people[0].person.id, "staff", people[0].grants}, core::DeviceId("device-clerk0"), "request"};
  for (int i = 0; i < kCases; ++i) {
    core::ReceiveOnPaper receive;
    receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
    receive.office = core::OfficeId("east");
    receive.stampedOn = core::dayInJapan(app::systemNow());
    receive.applicant.party.name.display = "山崎　花子";
    receive.form = core::json::object{{"place", core::json::object{{"ownerName", "窓口亭"}}}};
    std::int64_t version = 0;
    for (core::CommandBody body : std::vector<core::CommandBody>{receive, core::RegisterCase{}}) {
      core::Command command;
      command.id = core::CommandId(app::newId());
      command.caseId = core::CaseId("case-" + std::to_string(i));
      command.baseVersion = version++;
      command.actor = caller.actor.id;
      command.device = caller.device;
      command.madeAt = app::systemNow();
      command.body = std::move(body);
      const auto answer = commands.execute(caller, {{version, core::canonicalJson(core::toJson(command))}});
      if (!answer || answer->front().kind != core::AnswerKind::Applied)
        qFatal("no case: %s", answer ? answer->front().detail.c_str() : answer.error().detail.c_str());
    }
  }
}

std::vector<core::Checkpoint> holdingsOf(server::Store& store, const core::UserId& user) {
  std::vector<core::Checkpoint> held;
  demand(store.read([&](server::Reading& reading) -> core::Result<void> {
    for (const auto& counter : reading.counters())
      if (counter.scope != "server" && // of its own, which nobody follows
          (counter.scope.rfind("user/", 0) != 0 || counter.scope == core::userScope(user)))
        held.push_back({counter.scope, counter.seq, counter.count, counter.sum.hex()});
    return {};
  }));
  std::sort(held.begin(), held.end(), [](const auto& a, const auto& b) { return a.scope < b.scope; });
  return held;
}

std::vector<core::Event> timelineOf(const core::CaseRow& row) {
  return core::caseRecordFrom(row.state, row.timeline).value().timeline;
}

} // namespace

/// T4: many desks edit the same cases over a line that breaks.
class HerdTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_logs;

private Q_SLOTS:
  void initTestCase() { QVERIFY(app::startLog(m_logs.path().toStdString())); }

  void shouldConverge_whenManyDesksEditTheSameCases() {
    const int desks = tests::count(5, 50);
    const int edits = tests::count(12, 200);
    std::unique_ptr<tests::PostgresRig> rig; // in CI the embedded store, which needs no cluster
    std::string database;
    if (tests::proving()) {
      rig = std::make_unique<tests::PostgresRig>();
      database = rig->url(rig->makeDatabase());
    }
    tests::ServerProcess server(QString::fromStdString(database));
    auto opened = server::openStore({server.data().toStdString(), database});
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().detail.c_str());
    server::Store& store = **opened;
    furnish(store, desks);
    QVERIFY(server.start());
    CutProxy proxy(server.port());
    QTemporaryDir folder;
    std::vector<std::unique_ptr<BareDesk>> herd;
    QElapsedTimer clock;
    clock.start();
    proxy.cutOften(60'000);
    for (int i = 0; i < desks; ++i) {
      const auto name = userOf(i);
      herd.push_back(std::make_unique<BareDesk>(BareDesk::Login{
          "https://127.0.0.1:" + std::to_string(proxy.port()), server.fingerprint().toStdString(),
          folder.path().toStdString() + "/" + name, name, "device-" + name, "token-" + name}));
      herd.back()->actor.grants = {{core::Role::Clerk, core::OfficeId("east"), std::nullopt, true},
                                   {core::Role::Supervisor, core::OfficeId("east"), std::nullopt, true}};
      herd.back()->open(true);
    }
    QElapsedTimer hurried; // a lane that was cut again and again waits for minutes, as it should
    const auto hurry = [&herd, &hurried] {
      if (hurried.isValid() && !hurried.hasExpired(kHurryMillis)) return;
      hurried.start();
      for (auto& desk : herd)
        if (!desk->isQuiet()) desk->hurry();
    };
    const auto filled = [&herd, &hurry](BareDesk& desk) {
      if (!desk.isOpen()) return false;
      if (desk.cases() == kCases) return true;
      if (std::all_of(herd.begin(), herd.end(), [](const auto& each) { return each->isOpen(); })) hurry();
      return false;
    };
    for (auto& desk : herd)
      QTRY_VERIFY_WITH_TIMEOUT(filled(*desk), kPatience);
    for (int edit = 0; edit < edits; ++edit)
      for (auto& desk : herd)
        desk->work();
    const auto worked = [&herd, edits] {
      return std::all_of(herd.begin(), herd.end(),
                         [edits](const auto& desk) { return desk->worked() >= edits; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(worked(), kPatience);
    proxy.cutOften(0);
    const auto agree = [&] {
      hurry();
      return std::all_of(herd.begin(), herd.end(), [&store](const auto& desk) {
        return desk->isQuiet() && desk->holdings() == holdingsOf(store, core::UserId(desk->user()));
      });
    };
    QTRY_VERIFY_WITH_TIMEOUT(agree(), kPatience);
    check(store, herd, proxy, clock);
    herd.clear();
    opened->reset();
    QVERIFY(server.stop());
  }

  /// T7
  void shouldFetchAScopeAnew_whenARowOfItIsNotWhatItWas() {
    tests::ServerProcess server;
    auto store = server::openStore({server.data().toStdString(), {}});
    QVERIFY(store.has_value());
    furnish(**store, 1);
    QVERIFY(server.start());
    QTemporaryDir folder;
    const BareDesk::Login login{server.url().toStdString(),
                                server.fingerprint().toStdString(),
                                folder.path().toStdString() + "/clerk0",
                                "clerk0",
                                "device-clerk0",
                                "token-clerk0"};
    storage::Profile profile;
    {
      BareDesk desk(login);
      desk.open(true);
      QTRY_VERIFY_WITH_TIMEOUT(desk.isOpen() && desk.isQuiet() && desk.cases() == kCases, kPatience);
      profile = desk.profile();
    }
    // WHEN a row is changed behind everybody's back
    QCOMPARE(storage::openRaw(storage::cacheFileOf(profile), SQLite::OPEN_READWRITE)
                 ->run("UPDATE case_documents SET state = replace(state, '山崎', '山埼') WHERE key = 3"),
             1);
    // THEN the next sync finds and mends it
    BareDesk desk(login);
    desk.open(true);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOpen() && desk.isQuiet() && desk.sumsHold(), kPatience);
    QCOMPARE(desk.holdings(), holdingsOf(**store, core::UserId("clerk0")));
    std::printf("T7: 1 row flipped in a cache, found and mended by the next sync\n");
  }

private:
  /// Edits of a field that did not know what stood there: somebody's words would be gone without a word.
  static int overwritten(const std::vector<core::Event>& timeline) {
    int count = 0;
    std::map<std::string, core::json::value> fields;
    for (const auto& event : timeline)
      if (const auto* edited = std::get_if<core::FormEdited>(&event.body))
        for (const auto& edit : edited->edits) {
          const auto known = fields.find(edit.pointer);
          if (known != fields.end() && known->second != edit.before) ++count;
          fields.insert_or_assign(edit.pointer, edit.after);
        }
    return count;
  }

  static void check(server::Store& store, const std::vector<std::unique_ptr<BareDesk>>& herd, CutProxy& proxy,
                    const QElapsedTimer& clock) {
    std::set<core::CommandId> applied;
    std::map<std::pair<core::CommandId, std::size_t>, int>
        events; // by command and kind: one may have several
    int unseen = 0;
    (void)store.read([&](server::Reading& reading) -> core::Result<void> {
      for (const auto& counter : reading.counters())
        for (const auto& row : reading.casesAfter(counter.scope, {}, {1'000, 1UL << 30U})) {
          const auto timeline = timelineOf(row);
          unseen += overwritten(timeline);
          for (const auto& event : timeline) {
            applied.insert(event.command);
            ++events[{event.command, event.body.index()}];
          }
        }
      return {};
    });
    std::size_t commands = 0;
    int lost = 0;
    int conflicts = 0;
    for (const auto& desk : herd) {
      QVERIFY(desk->sumsHold());
      std::set<core::CommandId> shown;
      for (const auto& entry : desk->outbox()) {
        shown.insert(entry.command);
        if (entry.status != core::OutboxStatus::Conflicted) continue;
        ++conflicts;
        QVERIFY(!entry.conflicts.empty());
      }
      const auto acknowledged = desk->acknowledged();
      commands += acknowledged.size();
      std::map<core::CommandId, server::AppliedCommand> answers;
      demand(store.write([&](server::Writing& writing) -> core::Result<void> {
        answers = writing.applied(acknowledged);
        return {};
      }));
      for (const auto& id : acknowledged) {
        const auto answer = answers.find(id);
        const bool isClash =
            answer != answers.end() && answer->second.answer.kind == core::AnswerKind::Conflict;
        QVERIFY2(!isClash || shown.count(id) == 1, "a clash that nobody sees");
        // An edit to what the field holds already changes nothing and leaves no trace.
        const bool done =
            answer != answers.end() && (answer->second.answer.kind == core::AnswerKind::Applied ||
                                        answer->second.answer.kind == core::AnswerKind::Merged);
        if (applied.count(id) == 0 && shown.count(id) == 0 && !done) ++lost;
      }
    }
    int doubled = 0;
    for (const auto& [event, times] : events) {
      if (times > 1) std::printf("# %s: %zu, %d times\n", event.first.value.c_str(), event.second, times);
      doubled += times > 1 ? 1 : 0;
    }
    std::printf(
        "T4: %zu desks, %zu commands, %d cuts, %d clashes shown, %d unseen, %d lost, %d doubled, %lld s\n",
        herd.size(), commands, proxy.cuts(), conflicts, unseen, lost, doubled,
        static_cast<long long>(clock.elapsed() / 1000));
    QCOMPARE(unseen, 0);
    QCOMPARE(lost, 0);
    QCOMPARE(doubled, 0);
    QVERIFY(conflicts > 0);
  }
};

QTEST_GUILESS_MAIN(HerdTest)
#include "herdtest.moc"
