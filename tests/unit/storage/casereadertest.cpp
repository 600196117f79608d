// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <sqlite3.h>

using namespace madoguchi;
using core::CaseQuery;
using core::Queue;
using core::SortColumn;
using tests::expected;

/// What lists, queues and search read.
class CaseReaderTest : public QObject {
  Q_OBJECT

private:
  core::CaseId bring(const core::CaseRecord& record) {
    m_desk->feed({m_server->row(record)});
    return record.state.id;
  }
  core::CaseId bringNamed(const std::string& name, const std::string& kana) {
    return bring(m_server->takenCase(name, kana));
  }
  [[nodiscard]] std::vector<core::CaseId> idsOf(const CaseQuery& query) {
    std::vector<core::CaseId> ids;
    for (const auto& row : expected(m_desk->reader().rows(expected(m_desk->reader().keys(query)))))
      ids.push_back(row.id);
    return ids;
  }
  [[nodiscard]] std::vector<core::CaseId> queue(Queue queue, const std::string& who = "clerk1") {
    return idsOf(core::queryFor(queue, m_server->world.person(who), m_server->world.offices,
                                core::dayInJapan(m_server->world.now)));
  }
  [[nodiscard]] std::size_t found(const std::string& text) {
    CaseQuery query;
    query.text = text;
    return idsOf(query).size();
  }

  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldDeriveARow() {
    const auto record = m_server->takenCase("窓口　花子", "マドグチ　ハナコ");
    const auto id = bring(record);
    const auto row = m_desk->listRow(id);
    QCOMPARE(row.applicant, std::string("窓口　花子"));
    QCOMPARE(row.kana, std::string("マドグチ　ハナコ"));
    QCOMPARE(row.number, record.state.number);
    QCOMPARE(row.holder, core::UserId("clerk1"));
    QCOMPARE(row.status, core::Status::Registered);
    QCOMPARE(row.version, record.state.version);
    QCOMPARE(core::toText(row.arrivedOn), std::string("2026-06-01"));
    // 15 office days after 1 June 2026 (a Monday): three weeks, no national holiday in June
    QCOMPARE(core::toText(*row.dueOn), std::string("2026-06-22"));
    QCOMPARE(row.clockDays, 15);
    QVERIFY(core::has(row.flags, core::RowFlag::Open));
  }

  void shouldGiveAnEmptyRow_whenItsCaseHasLeft() {
    const auto id = bringNamed("消える", {});
    const auto key = expected(m_desk->reader().record(id)).key;
    m_desk->feed({m_server->gone(id)});
    const auto rows = expected(m_desk->reader().rows(std::vector<std::int64_t>{key}));
    QCOMPARE(rows.size(), std::size_t(1));
    QVERIFY(rows.front().id.empty());
    QCOMPARE(rows.front().key, key);
    QVERIFY(bringNamed("新しい", {}) != id);
    QVERIFY(expected(m_desk->reader().keys({})).front() != key); // keys are never given twice
  }

  void shouldSort_data() {
    QTest::addColumn<SortColumn>("sort");
    QTest::addColumn<QString>("order");
    QTest::newRow("kana") << SortColumn::Applicant << QStringLiteral("acb");
    QTest::newRow("number, by value") << SortColumn::Number << QStringLiteral("bca");
    QTest::newRow("holder, by name") << SortColumn::Holder << QStringLiteral("abc");
    QTest::newRow("status") << SortColumn::Status << QStringLiteral("abc");
  }
  void shouldSort() {
    QFETCH(SortColumn, sort);
    QFETCH(QString, order);
    // GIVEN names in kana order a, c, b; numbers 10, 2, 9; c is examined
    std::map<core::CaseId, QChar> letters;
    const auto add = [&](QChar letter, const char* kana, const char* number, const char* holder) {
      auto record = m_server->takenCase("名前", kana);
      record.state.number = number;
      record.state.holder = core::UserId(holder);
      if (letter == u'c') record.state.status = core::Status::Examining;
      letters[bring(record)] = letter;
    };
    add(u'a', "アオキ", "令8東第10号", "clerk1");
    add(u'b', "ワタナベ", "令8東第2号", "clerk2");
    add(u'c', "ヤマダ", "令8東第9号", "super");
    CaseQuery query;
    query.sort = sort;
    QString seen;
    for (const auto& id : idsOf(query))
      seen += letters.at(id);
    QCOMPARE(seen, order);
    query.descending = true;
    seen.clear();
    for (const auto& id : idsOf(query))
      seen.prepend(letters.at(id));
    if (sort != SortColumn::Status) QCOMPARE(seen, order); // equal states keep their order by due day
  }

  void shouldFilter() {
    const auto mine = bringNamed("一", {});
    auto record = m_server->takenCase("二", {});
    record.state.holder = {};
    const auto unassigned = bring(record);
    CaseQuery query;
    query.holder = core::UserId("clerk1");
    QCOMPARE(idsOf(query), std::vector<core::CaseId>{mine});
    query.holder = core::UserId();
    QCOMPARE(idsOf(query), std::vector<core::CaseId>{unassigned});
    query = {};
    query.statuses = {core::Status::Closed};
    QVERIFY(idsOf(query).empty());
    query = {};
    query.procedures = {core::ProcedureId("never-heard-of")};
    QVERIFY(idsOf(query).empty());
    query = {};
    query.within = {{core::OfficeId("west"), std::nullopt}};
    QVERIFY(idsOf(query).empty());
    query.within.push_back({core::OfficeId("east"), m_server->world.procedure.id});
    QCOMPARE(idsOf(query).size(), std::size_t(2));
    query.within = {{core::OfficeId("never-heard-of"), std::nullopt}};
    QVERIFY(idsOf(query).empty());
  }

  void shouldSortCasesIntoQueues() {
    const auto mine = bringNamed("自分", {});
    auto record = m_server->takenCase("空き", {});
    record.state.holder = {};
    const auto unassigned = bring(record);
    record = m_server->takenCase("補正", {});
    record.state.status = core::Status::AwaitingCorrection;
    record.state.rounds = {{{}, core::makeDate(2026, 6, 1), core::makeDate(2026, 6, 15), {}, {}}};
    const auto waiting = bring(record);
    record = m_server->takenCase("遅れ", {});
    record.state.arrivedOn = core::makeDate(2026, 4, 1);
    record.state.holder = core::UserId("clerk2");
    const auto late = bring(record);
    record = m_server->takenCase("近い", {});
    record.state.arrivedOn = core::makeDate(2026, 5, 14);
    record.state.holder = core::UserId("clerk2");
    const auto soon = bring(record);
    record = m_server->takenCase("差戻し", {});
    record.state.status = core::Status::Examining;
    record.state.returnReason = "理由の追加";
    const auto returned = bring(record);
    record = m_server->takenCase("完結", {});
    record.state.status = core::Status::Closed;
    record.state.closedOn = core::makeDate(2026, 5, 20);
    const auto closed = bring(record);

    QCOMPARE(queue(Queue::MyCases).size(), std::size_t(3));
    QVERIFY(!core::has(m_desk->listRow(mine).flags, core::RowFlag::Unassigned));
    QCOMPARE(queue(Queue::Unassigned), std::vector<core::CaseId>{unassigned});
    QCOMPARE(queue(Queue::Office).size(), std::size_t(6));
    QVERIFY(queue(Queue::Office, "clerkWest").empty());
    QCOMPARE(queue(Queue::WaitingForCorrection), std::vector<core::CaseId>{waiting});
    QCOMPARE(queue(Queue::Overdue), std::vector<core::CaseId>{late});
    QCOMPARE(queue(Queue::DueSoon), std::vector<core::CaseId>{soon});
    QCOMPARE(queue(Queue::ReturnedToMe), std::vector<core::CaseId>{returned});
    QCOMPARE(queue(Queue::RecentlyClosed), std::vector<core::CaseId>{closed});
    QVERIFY(queue(Queue::NeedsAttention).empty());

    const auto counts = expected(m_desk->reader().counts(
        m_server->world.person("clerk1"), m_server->world.offices, core::dayInJapan(m_server->world.now)));
    for (std::size_t i = 0; i < core::kQueueCount; ++i)
      QCOMPARE(counts.of[i], static_cast<std::int64_t>(queue(static_cast<Queue>(i)).size()));
  }

  void shouldShowToDecide_whatWaitsForThatRank() {
    auto record = m_server->takenCase("起案済", {});
    record.state.status = core::Status::InApproval;
    core::Draft draft;
    draft.version = 1;
    draft.author = core::UserId("clerk1");
    record.state.draft = draft;
    core::RouteStage chief;
    chief.id = "opinion";
    chief.role = "chief";
    chief.group = 1;
    core::RouteStage manager = chief;
    manager.id = "decision";
    manager.role = "manager";
    manager.group = 2;
    record.state.route = {chief, manager};
    const auto id = bring(record);
    QCOMPARE(queue(Queue::ToDecide, "super"), std::vector<core::CaseId>{id});
    QVERIFY(queue(Queue::ToDecide, "manager").empty());
    QVERIFY(queue(Queue::ToDecide, "clerk1").empty());

    record.state.route[0].by = core::UserId("super");
    bring(record);
    QVERIFY(queue(Queue::ToDecide, "super").empty());
    QCOMPARE(queue(Queue::ToDecide, "manager"), std::vector<core::CaseId>{id});

    record.state.draft->author = core::UserId("manager"); // nobody approves a draft of their own
    bring(record);
    QVERIFY(queue(Queue::ToDecide, "manager").empty());
    QCOMPARE(queue(Queue::ToDecide, "manager2"), std::vector<core::CaseId>{id});
  }

  void shouldShowToDecide_whatASubstituteMayDecide_andWhatIsToBeSeenAfterwards() {
    auto record = m_server->takenCase("代決待ち", {});
    record.state.status = core::Status::InApproval;
    core::Draft draft;
    draft.version = 1;
    draft.author = core::UserId("clerk1");
    record.state.draft = draft;
    core::RouteStage decision;
    decision.id = "manager"; // as the food business permit has it: for a manager, a chief
    decision.kind = "Decision";
    decision.role = "manager";
    record.state.route = {decision};
    const auto id = bring(record);
    const auto count = [this](const std::string& user) {
      const auto& world = m_server->world;
      return expected(m_desk->reader().counts(world.person(user), world.offices, core::dayInJapan(world.now),
                                              world.absences))[Queue::ToDecide];
    };
    QCOMPARE(count("super"), std::int64_t{0});
    m_server->world.sendAway("manager");
    QCOMPARE(count("super"), std::int64_t{1});
    // AND not what is too weighty for it
    record.state.draft->unusual = true;
    bring(record);
    QCOMPARE(count("super"), std::int64_t{0});
    // WHEN it was decided THEN it waits for the manager alone
    record.state.draft->unusual = false;
    record.state.status = core::Status::Decided;
    record.state.route[0].by = core::UserId("super");
    record.state.afterViews = {{"manager", core::UserId("manager"), core::UserId("super")}};
    bring(record);
    QCOMPARE(count("super"), std::int64_t{0});
    QCOMPARE(count("manager"), std::int64_t{1});
    QCOMPARE(queue(Queue::ToDecide, "manager"), std::vector<core::CaseId>{id});
  }

  void shouldStopTheClock_whileACorrectionIsAwaited() {
    auto record = m_server->takenCase();
    record.state.status = core::Status::AwaitingCorrection;
    record.state.rounds = {{{}, core::makeDate(2026, 6, 1), core::makeDate(2026, 6, 15), {}, {}}};
    const auto id = bring(record);
    QVERIFY(core::has(m_desk->listRow(id).flags, core::RowFlag::ClockStopped));
    QCOMPARE(m_desk->listRow(id).stoppedDaysLeft, std::optional(15));
    // WHEN a week goes by
    const auto before = *m_desk->listRow(id).dueOn;
    QVERIFY(m_desk->cache().beginDay().has_value());
    m_desk->refreshRows(core::makeDate(2026, 6, 8));
    QCOMPARE((*m_desk->listRow(id).dueOn - before).count(), 7);
    QCOMPARE(m_desk->listRow(id).stoppedDaysLeft, std::optional(15));
  }

  void shouldFindByText_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("hits");
    QTest::newRow("two characters") << QStringLiteral("林檎") << 1;
    QTest::newRow("one character") << QStringLiteral("檎") << 1;
    QTest::newRow("one character, first") << QStringLiteral("林") << 2;
    QTest::newRow("full name with a space") << QStringLiteral("林 檎") << 1;
    QTest::newRow("variant kanji") << QStringLiteral("高橋") << 1;
    QTest::newRow("variant as written") << QStringLiteral("髙橋") << 1;
    QTest::newRow("kana by hiragana") << QStringLiteral("たかはし") << 1;
    QTest::newRow("half width kana") << QStringLiteral("ﾀｶﾊｼ") << 1;
    QTest::newRow("address") << QStringLiteral("西新宿") << 3;
    QTest::newRow("municipality") << QStringLiteral("新宿区") << 3;
    QTest::newRow("form") << QStringLiteral("まどぐち食堂") << 3;
    QTest::newRow("two words") << QStringLiteral("髙橋　西新宿") << 1;
    QTest::newRow("two words, one not there") << QStringLiteral("髙橋 渋谷") << 0;
    QTest::newRow("not across fields") << QStringLiteral("橋タ") << 0;
    QTest::newRow("nothing to ask for") << QStringLiteral("、。") << 0;
    QTest::newRow("quotes and operators") << QStringLiteral("\" OR name:* NEAR(") << 0;
  }
  void shouldFindByText() {
    QFETCH(QString, typed);
    QFETCH(int, hits);
    bringNamed("髙橋　一郎", "タカハシ　イチロウ");
    bringNamed("林　檎", "ハヤシ　ゴ");
    bringNamed("小林　太", "コバヤシ　フトシ");
    QCOMPARE(found(typed.toStdString()), static_cast<std::size_t>(hits));
    QCOMPARE(expected(m_desk->reader().search(typed.toStdString(), 10)).size(),
             static_cast<std::size_t>(hits));
  }

  void shouldSayWhyARowMatches() {
    bringNamed("髙橋　一郎", "タカハシ　イチロウ");
    const auto hits = expected(m_desk->reader().search("高橋", 10));
    QCOMPARE(hits.size(), std::size_t(1));
    QCOMPARE(hits[0].field, core::SearchField::Name);
    QCOMPARE(hits[0].text, std::string("髙橋　一郎"));
    QCOMPARE(hits[0].match.reasons, std::vector<core::FoldReason>{core::FoldReason::VariantKanji});
  }

  void shouldFindACaseByItsNewName_andNotByItsOld() {
    const auto id = bringNamed("旧姓　花子", {});
    m_desk->perform(id, core::EditApplicant{{{"/party/name/display", "旧姓　花子", "新姓　花子"}}});
    QCOMPARE(found("新姓"), std::size_t(1));
    QCOMPARE(found("旧姓"), std::size_t(0));
  }

  void shouldNotIndexWhereAProtectedPersonIs() {
    auto record = m_server->takenCase("守山　秘", "モリヤマ　ヒ");
    record.state.visibility = core::Visibility::Protected;
    bring(record);
    QCOMPARE(found("守山"), std::size_t(1));
    for (const char* text : {"西新宿", "都庁荘", "1638001", "錦町", "まどぐち食堂"})
      QCOMPARE(found(text), std::size_t(0));
  }

  void shouldReadStates_withoutThoseThatAreGone() {
    const auto id = bringNamed("一", {});
    const auto key = expected(m_desk->reader().record(id)).key;
    const auto states = expected(m_desk->reader().states(std::vector<std::int64_t>{key, key + 1'000}));
    QCOMPARE(states.size(), std::size_t(1));
    QCOMPARE(states.front().id, id);
    QCOMPARE(m_desk->reader().record(core::CaseId("none")).error().code, core::ErrorCode::NoSuchCase);
  }

  void shouldGiveTheFirstKeysOfTheSameOrder() {
    for (int i = 0; i < 20; ++i)
      bringNamed("名" + std::to_string(i), {});
    CaseQuery query;
    query.sort = SortColumn::Applicant;
    auto all = expected(m_desk->reader().keys(query));
    all.resize(5);
    QCOMPARE(expected(m_desk->reader().firstKeys(query, 5)), all);
  }

  /// The interruption comes from within the statement, so that the test needs neither time nor threads.
  void shouldEndWithCancelled_whenInterrupted() {
    bringNamed("一", {});
    const auto file = storage::cacheFileOf(m_desk->profile());
    const auto raw = storage::openRaw(file, SQLITE_OPEN_READONLY);
    sqlite3_progress_handler(
        raw->connection().getHandle(), 100,
        [](void* database) {
          static_cast<storage::Database*>(database)->interrupt();
          return 0;
        },
        raw.get());
    const auto read = storage::guarded([&] {
      return raw->number("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*)"
                         " FROM n");
    });
    QVERIFY(!read);
    QCOMPARE(read.error().code, core::ErrorCode::Cancelled);
  }
};

QTEST_APPLESS_MAIN(CaseReaderTest)
#include "casereadertest.moc"
