// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/cases/casecodec.h"
#include "tests/bench/benchcases.h"
#include "tests/faults/memorydisk.h"
#include "tests/sim/clerkline.h"
#include "tests/sim/wirecosts.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace madoguchi;
using namespace madoguchi::core;
using tests::ClerkLine;
using tests::SimClient;
using tests::SimServer;
using tests::Timeline;

namespace {

constexpr int kOfficeCases = 1'500;
constexpr int kWorked = 60; ///< by the clerk, one every eight minutes
constexpr int kOthersChanges = 400;
constexpr int kScans = 12;                       ///< taken in by the clerk
constexpr int kLookedAt = 20;                    ///< documents that the clerk opens
constexpr std::int64_t kDocumentBytes = 300'000; ///< an A4 page, scanned in colour at 200 dpi
constexpr std::chrono::seconds kDay = std::chrono::hours(8);

// The budget: 1 Mbit/s carries 3.6 GB in the day.
constexpr std::int64_t kMostBytes = 16'500'000;  ///< all of it
constexpr std::int64_t kMostBesides = 6'000'000; ///< without the documents
constexpr std::int64_t kMostWaiting = 2'400'000; ///< of that, to learn that nothing is new
constexpr std::chrono::seconds kMostUntilAllIsHere{20};

/// What a scanner makes: nobody packs it any further.
std::string scan(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string bytes(static_cast<std::size_t>(kDocumentBytes), '\0');
  for (char& byte : bytes)
    byte = static_cast<char>(random());
  return bytes;
}

} // namespace

/// A clerk's day at the end of a thin line: the program's engine and cache, the server's services, and every
/// byte between them.
class ClerkDayTest : public QObject {
  Q_OBJECT

private:
  Timeline m_timeline{20'260'601};
  tests::Claims m_claims;
  QTemporaryDir m_folder;
  std::unique_ptr<SimServer> m_server;
  std::unique_ptr<ClerkLine> m_line;
  std::unique_ptr<SimClient> m_clerk;
  std::vector<CaseId> m_cases;
  int m_refused = 0;

  void runUntil(const std::function<bool()>& done) {
    const Instant limit = m_timeline.now + kDay;
    while (!done() && m_timeline.now < limit)
      (void)m_timeline.runNext();
  }
  void runFor(std::chrono::milliseconds span) {
    bool over = false;
    m_timeline.after(span, [&over] { over = true; });
    runUntil([&over] { return over; });
  }
  [[nodiscard]] bool agrees() {
    const auto truth = m_server->visible(UserId("clerk1"));
    const auto held = m_clerk->cache().holdings();
    return held.size() == truth.size() &&
           std::all_of(truth.begin(), truth.end(), [&held](const server::ScopeCounter& counter) {
             return std::count(held.begin(), held.end(),
                               Checkpoint{counter.scope, counter.seq, counter.count, counter.sum.hex()}) == 1;
           });
  }
  void fillOffice() {
    std::vector<CaseRecord> cases;
    for (int i = 0; i < kOfficeCases; ++i) {
      auto record = bench::benchCase(i, {OfficeId("east"), SimServer::bureau().procedure.id, 1});
      record.state.status = Status::Registered;
      record.state.holder = UserId("clerk1");
      record.state.form = SimServer::sampleForm();
      m_cases.push_back(record.state.id);
      cases.push_back(std::move(record));
    }
    m_server->load(cases);
  }
  void give(const CaseId& id, CommandBody body) {
    if (!m_clerk->give(id, std::move(body))) ++m_refused;
  }
  /// Looks into a case, mends its form, judges a criterion, writes a note; now and then a document.
  void workOn(int number) {
    const CaseId& id = m_cases[static_cast<std::size_t>(number)];
    if (!m_clerk->look(id)) ++m_refused;
    if (number % (kWorked / kLookedAt) == 0)
      m_line->carry("documents seen", tests::wire::kRequestHead, tests::wire::kReplyHead + kDocumentBytes);
    const auto opened = m_clerk->record(id);
    const auto* name = valueAt(opened->record.state.form, "/facility/name");
    give(id, EditForm{{FieldEdit{"/facility/name", name == nullptr ? json::value() : *name,
                                 json::value("窓口亭 " + std::to_string(number))}}});
    runFor(std::chrono::seconds(90));
    const Criterion& criterion = SimServer::bureau().procedure.criteria.front();
    give(id, SetCriterion{criterion.id, {}, criterion.findings.front().id, "現地で確認した。", {}, {}});
    runFor(std::chrono::seconds(60));
    if (number % (kWorked / kScans) == 0) attach(id, number);
    give(id, AddNote{"電話で確認。明日、補正の書類を持参するとのこと。"});
  }
  void attach(const CaseId& id, int number) {
    const auto kept = m_clerk->cache().blobs().put(scan(static_cast<std::uint64_t>(number)), id);
    QVERIFY(kept.has_value());
    const std::string document = "document-" + std::to_string(number);
    give(id, AttachDocument{DocumentId(document), "other", "補正書.jpg", "image/jpeg", kept->size, kept->id});
  }
  /// A colleague at another desk of the office.
  void othersChange(int number) {
    m_server->give(UserId("clerk2"), CommandId("other-" + std::to_string(number)),
                   m_cases[m_timeline.below(kOfficeCases)], AddNote{"窓口で書類を受け取った。"});
    m_line->ring();
  }
  void print(std::chrono::milliseconds first) const {
    std::printf(
        "A clerk's day over 1 Mbit/s, 300 ms, 2 %% of requests cut: %d cases of the office here after "
        "%.1f s, %d worked, %d documents sent, %d seen, %d changes by others; %d connections, %d cuts\n",
        kOfficeCases, static_cast<double>(first.count()) / 1'000, kWorked, kScans, kLookedAt, kOthersChanges,
        m_line->connections(), m_line->cuts());
    for (const auto& [kind, sum] : m_line->sums())
      std::printf("  %-22s %5d requests %9lld bytes up %9lld down\n", kind.c_str(), sum.requests,
                  static_cast<long long>(sum.up), static_cast<long long>(sum.down));
  }

private Q_SLOTS:
  void shouldStayWithinTheBudget_onAThinLine() {
    const std::string folder = m_folder.path().toStdString();
    tests::disk::becomeDefault();
    m_server = std::make_unique<SimServer>(m_timeline, folder + "/blobs");
    fillOffice();
    m_line = std::make_unique<ClerkLine>(m_timeline, *m_server, ClerkLine::Quality());
    m_clerk = std::make_unique<SimClient>(
        m_timeline, m_claims, "clerk1", folder + "/clerk1",
        [this](SimClient& client, sync::HttpRequest request) { m_line->send(client, std::move(request)); });
    m_clerk->install(SimClient::Begin::Installed);
    // GIVEN the morning: signed in, and the office's page here
    const Instant morning = m_timeline.now;
    m_line->carry("sign-in", tests::wire::kSignInUp, tests::wire::kSignInDown);
    QVERIFY(m_clerk->start(m_server->actor(UserId("clerk1"))));
    runUntil([this] { return agrees(); });
    const auto first = m_timeline.now - morning;
    QCOMPARE(m_clerk->cases().size(), static_cast<std::size_t>(kOfficeCases) + 6);
    // WHEN the day passes
    for (int i = 0; i < kOthersChanges; ++i)
      m_timeline.after(kDay * i / kOthersChanges + m_timeline.between(0, 60'000),
                       [this, i] { othersChange(i); });
    for (int i = 0; i < kWorked; ++i) {
      const Instant next = morning + kDay * (i + 1) / kWorked;
      workOn(i);
      runFor(next - m_timeline.now);
    }
    runFor(std::chrono::minutes(10));
    // THEN everything is there, on both sides
    print(first);
    QVERIFY(m_clerk->isQuiet());
    QVERIFY(agrees());
    QCOMPARE(m_refused, 0);
    QCOMPARE(m_clerk->mismatches, 0);
    const auto effects = m_server->effects();
    QCOMPARE(m_claims.commands.size(), static_cast<std::size_t>(3 * kWorked + kScans));
    for (const auto& [id, claim] : m_claims.commands)
      QVERIFY2(effects.count(id) == 1, id.value.c_str());
    // AND it has cost no more than was said
    const auto total = m_line->total();
    const auto& sums = m_line->sums();
    const auto bytesOf = [](const ClerkLine::Sum& sum) { return sum.up + sum.down; };
    const std::int64_t documents = bytesOf(sums.at("contents up")) + bytesOf(sums.at("documents seen"));
    const std::int64_t besides = bytesOf(total) - documents;
    const std::int64_t waiting = bytesOf(sums.at("changes, nothing new"));
    std::printf("  in all %lld bytes of %lld; without documents %lld of %lld; waiting %lld of %lld\n",
                static_cast<long long>(bytesOf(total)), static_cast<long long>(kMostBytes),
                static_cast<long long>(besides), static_cast<long long>(kMostBesides),
                static_cast<long long>(waiting), static_cast<long long>(kMostWaiting));
    QVERIFY(m_line->cuts() >= 10);
    QVERIFY(first <= kMostUntilAllIsHere);
    QVERIFY(bytesOf(total) <= kMostBytes);
    QVERIFY(besides <= kMostBesides);
    QVERIFY(waiting <= kMostWaiting);
  }
};

QTEST_GUILESS_MAIN(ClerkDayTest)
#include "clerkdaytest.moc"
