// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/prove.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/postgres/postgresworld.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <random>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

constexpr int kAttackers = 8;

std::string sqlText(const std::string& text) {
  return "'" + text + "'";
}

// An update as the service would stamp it, so that only what it says about the case can be wrong.
std::string change(const std::string& id, const std::string& state, const std::string& more = {}) {
  return "WITH s AS (UPDATE scope SET seq = seq + 1 WHERE id = (SELECT scope FROM case_row WHERE id = " +
         sqlText(id) + ") RETURNING seq) UPDATE case_row c SET version = version + 1, seq = s.seq" + more +
         ", state = (" + state + ")::text FROM s WHERE c.id = " + sqlText(id) + ";";
}

/// What an attack tries to break, and what must hold afterwards.
enum Kind {
  DocumentNumber,
  CaseNumber,
  Decision,
  OwnDraft,
  ActsTwice,
  Holder,
  CommandId,
  Audit,
  Home,
  Stamp
};
constexpr std::array kNames = {"document number unique",   "case number unique",   "one decision a case",
                               "approver is not author",   "nobody acts twice",    "holder of the office",
                               "command id unique",        "audit rows immutable", "one home for ever",
                               "no row ahead of a counter"};

struct Attack {
  Kind kind;
  std::string sql;
  std::string about; ///< of which at most one may succeed; empty: any number
};

/// One thread's attacks on a few cases that all of them share.
class Attacker {
public:
  Attacker(const std::vector<core::CaseId>& cases, unsigned seed) : m_cases(cases), m_random(seed) {}

  Attack next(int number) {
    switch (static_cast<Kind>(number % static_cast<int>(kNames.size()))) {
    case DocumentNumber:
      return decide("doc-" + std::to_string(number / 100), DocumentNumber);
    case Decision:
      return decide("alone-" + std::to_string(number) + "-" + std::to_string(m_random()), Decision);
    case CaseNumber: {
      const std::string one = "case-" + std::to_string(number / 100);
      return {CaseNumber, claim(one) + change(m_id, "state::jsonb || " + object({{"number", one}})), {}};
    }
    case OwnDraft:
      pick();
      return {OwnDraft,
              change(m_id, pickOne({R"(jsonb_set(state::jsonb, '{route,0,by}', '"clerk1"'))",
                                    R"(jsonb_set(state::jsonb, '{draft,author}', '"legal"'))",
                                    R"(jsonb_set(state::jsonb, '{route,0,by}', '"legal"'))"})),
              {}};
    case ActsTwice:
      pick();
      return {ActsTwice,
              change(m_id, "jsonb_set(state::jsonb, '{route}', (state::jsonb -> 'route') || '{\"by\":\"" +
                               pickOne({"super", "manager", "manager2", "chief2"}) + "\"}')"),
              {}};
    case Holder:
      return hold();
    case CommandId:
      return command("c" + std::to_string(number / 300));
    case Audit:
      return {Audit,
              pickOne({"UPDATE audit SET record = '{}' WHERE number = 1;",
                       "DELETE FROM audit WHERE number = 2;", "TRUNCATE audit;",
                       "UPDATE audit_chain SET number = number - 1;", "DELETE FROM audit_chain;",
                       "INSERT INTO audit SELECT chain, number, '{}', hash FROM audit LIMIT 1;"}),
              {}};
    case Home:
      pick();
      return {Home,
              pickOne({"INSERT INTO case_directory VALUES(" + sqlText(m_id) + ", 'west');",
                       "INSERT INTO case_row(id, home_office, scope, seq, version, digest, state, timeline) "
                       "SELECT id, home_office, scope, seq, version, digest, state, timeline FROM case_row "
                       "WHERE id = " +
                           sqlText(m_id) + ";",
                       change(m_id, "state", ", home_office = 'west'")}),
              {}};
    case Stamp:
      pick();
      return {Stamp,
              pickOne({"UPDATE case_row SET state = state || ' ' WHERE id = " + sqlText(m_id) + ";",
                       "UPDATE case_row SET seq = seq + 1000000, version = version + 1 WHERE id = " +
                           sqlText(m_id) + ";",
                       "UPDATE scope SET seq = 1 WHERE name LIKE 'office/%';"}),
              {}};
    }
    return {};
  }

private:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  static std::string object(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields)
      text += (text.empty() ? "\"" : ",\"") + name + "\":\"" + value + "\"";
    return "'{" + text + "}'::jsonb";
  }
  void pick() { m_id = m_cases[m_random() % m_cases.size()].value; }
  std::string pickOne(const std::vector<std::string>& ways) { return ways[m_random() % ways.size()]; }
  std::string claim(const std::string& number) {
    pick();
    return "INSERT INTO number_directory VALUES(" + sqlText(number) + ", " + sqlText(m_id) +
           ") ON CONFLICT DO NOTHING; ";
  }
  Attack decide(const std::string& number, Kind kind) {
    std::string sql = claim(number);
    sql += change(m_id, "state::jsonb || jsonb_build_object('decision', " +
                            object({{"documentNumber", number},
                                    {"by", "manager"},
                                    {"decidedOn", std::to_string(m_random())}}) +
                            " || '{\"draftVersion\":" + pickOne({"1", "1", "1", "2"}) + "}')");
    return {kind, sql, "decision of " + m_id};
  }
  Attack hold() {
    pick();
    const std::string who = pickOne({"clerk1", "clerk2", "clerk.west", "nobody", "auditor"});
    std::string sql = change(m_id, "state::jsonb || " + object({{"holder", who}}));
    if (m_random() % 3 == 0) // hand it to the other office, and leave the holder
      sql = change(m_id, "state::jsonb || " + object({{"office", pickOne({"west", "east"})}}),
                   ", scope = (SELECT id FROM scope WHERE name LIKE 'office/west/%' LIMIT 1)");
    return {Holder, sql, {}};
  }
  Attack command(const std::string& id) {
    const std::string hash = std::to_string(m_random());
    const std::string insert =
        "INSERT INTO applied VALUES(" + sqlText(id) + ", 'u', 'd', 1, " + sqlText(hash) + ", 'answer', 1);";
    return {CommandId,
            pickOne({insert, "DELETE FROM applied WHERE command = " + sqlText(id) + "; " + insert,
                     "UPDATE applied SET payload_hash = " + sqlText(hash) +
                         " WHERE command = " + sqlText(id) + " AND answer IS NOT NULL; " + insert}),
            "command " + id};
  }

  const std::vector<core::CaseId>& m_cases;
  std::mt19937 m_random;
  std::string m_id;
};

struct Outcome {
  int tried = 0;
  int refused = 0;
};

} // namespace

/// The rules of the business hold where no program stands between: by plain SQL, in the name of the service.
class PostgresInvariantTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldHoldEveryInvariant_whenManyTryToBreakThem() {
    tests::PostgresWorld postgres;
    const std::string database = postgres.fresh();
    tests::ServerWorld world([&](const std::string&) { return postgres.open(database); });
    const int attempts = tests::count(1'200, 10'000);
    std::vector<core::CaseId> cases;
    for (int i = 0; i < 40; ++i)
      cases.push_back(world.submitted());
    (void)world.arrived("west"); // its scope
    const auto ask = [&](const std::string& sql) {
      return postgres.rig().ask(database, "SET search_path = madoguchi; " + sql);
    };
    const std::string audit = "SELECT md5(string_agg(chain || number || record || hash, '' "
                              "ORDER BY chain, number)) FROM audit";
    const std::string auditBefore = ask(audit);

    std::mutex mutex;
    std::array<Outcome, kNames.size()> outcomes;
    std::map<std::string, int> successes;
    std::atomic<int> next = 0;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < kAttackers; ++i)
      threads.emplace_back([&, i] {
        Attacker attacker(cases, i);
        PostgresConnection connection(postgres.options(database));
        for (int number = next++; number < attempts; number = next++) {
          const Attack attack = attacker.next(number);
          bool done = false;
          try {
            connection.runScript("BEGIN; " + attack.sql + " COMMIT");
            done = true;
          } catch (const PostgresFailure&) {
            connection.runScript("ROLLBACK");
          }
          const std::lock_guard lock(mutex);
          Outcome& outcome = outcomes[attack.kind];
          ++outcome.tried;
          if (!done) ++outcome.refused;
          if (done && !attack.about.empty()) ++successes[attack.about];
        }
      });
    for (auto& thread : threads)
      thread.join();

    const std::array<std::string, kNames.size()> broken = {
        "SELECT count(*) FROM (SELECT document_number FROM case_row WHERE document_number IS NOT NULL "
        "GROUP BY 1 HAVING count(*) > 1) x",
        "SELECT count(*) FROM (SELECT number FROM case_row WHERE number IS NOT NULL GROUP BY 1 "
        "HAVING count(*) > 1) x",
        "SELECT count(*) FROM case_row WHERE state::json #>> '{decision,draftVersion}' <> "
        "state::json #>> '{draft,version}'",
        "SELECT count(*) FROM case_row, json_array_elements(state::json -> 'route') s "
        "WHERE s ->> 'by' = state::json #>> '{draft,author}'",
        "SELECT count(*) FROM (SELECT id, s ->> 'by' FROM case_row, json_array_elements(state::json -> "
        "'route') "
        "s WHERE s ->> 'by' IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1) x",
        "SELECT count(*) FROM case_row WHERE (holder IN ('clerk1', 'clerk2') AND state::json ->> 'office' <> "
        "'east') OR (holder = 'clerk.west' AND state::json ->> 'office' <> 'west') OR holder = 'nobody'",
        "SELECT count(*) - count(DISTINCT command) FROM applied",
        "SELECT CASE WHEN (" + audit + ") = " + sqlText(auditBefore) + " THEN 0 ELSE 1 END",
        "SELECT count(*) - count(DISTINCT id) + count(*) FILTER (WHERE home_office = 'west') - 1 FROM "
        "case_row",
        "SELECT count(*) FROM case_row c JOIN scope s ON s.id = c.scope WHERE c.seq > s.seq"};
    int tried = 0;
    for (std::size_t kind = 0; kind < kNames.size(); ++kind) {
      std::printf("%-26s %5d tried %5d refused\n", kNames[kind], outcomes[kind].tried,
                  outcomes[kind].refused);
      QCOMPARE(ask(broken[kind]), std::string("0"));
      QVERIFY2(outcomes[kind].refused > 0, kNames[kind]);
      tried += outcomes[kind].tried;
    }
    QCOMPARE(tried, attempts);
    for (const auto& [about, times] : successes)
      QVERIFY2(times == 1, about.c_str());
    // What the rules allow went through, so it was not merely everything that was refused.
    for (const Kind kind : {DocumentNumber, Decision, ActsTwice, Holder, CommandId})
      QVERIFY2(outcomes[kind].refused < outcomes[kind].tried, kNames[kind]);
  }
};

QTEST_GUILESS_MAIN(PostgresInvariantTest)
#include "postgresinvarianttest.moc"
