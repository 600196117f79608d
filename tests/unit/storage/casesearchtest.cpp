// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The search in everything, and the workload: what readers find beside the queues.
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

using namespace madoguchi;
using core::FoldReason;
using core::SearchField;
using tests::expected;

class CaseSearchTest : public QObject {
  Q_OBJECT

private:
  core::CaseId bring(const core::CaseRecord& record) {
    m_desk->feed({m_server->row(record)});
    return record.state.id;
  }
  [[nodiscard]] std::vector<core::SearchHit> search(const char* text) {
    return expected(m_desk->reader().search(text, 50));
  }

  std::unique_ptr<tests::TinyServer> m_server;
  std::unique_ptr<tests::Desk> m_desk;

private Q_SLOTS:
  void init() {
    m_server = std::make_unique<tests::TinyServer>();
    m_desk = std::make_unique<tests::Desk>(*m_server);
  }

  void shouldSayWhere_data() {
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("field");
    QTest::addColumn<QByteArray>("matched");
    const auto row = [](const char* name, const char* typed, SearchField field, const char* matched) {
      QTest::newRow(name) << QByteArray(typed) << static_cast<int>(field) << QByteArray(matched);
    };
    row("iteration mark", "佐佐木", SearchField::Name, "佐々木");
    row("iteration mark the other way", "佐々木", SearchField::Name, "佐々木");
    row("two characters", "々木", SearchField::Name, "々木");
    row("kana", "ささき", SearchField::Kana, "ササキ");
    row("place with a small ke", "霞ヶ関", SearchField::Address, "霞が関");
    row("place with ke", "霞ケ関", SearchField::Address, "霞が関");
    row("place in kana", "がせき", SearchField::Note, "ガセキ");
    row("part that begins with ga", "が関", SearchField::Address, "が関");
    row("part that begins with ke", "ケ関", SearchField::Address, "が関");
    row("postal code", "〒163-8001", SearchField::Address, "1638001");
    row("postal code, full width", "１６３－８００１", SearchField::Address, "1638001");
    row("organisation", "窓口食品", SearchField::Organisation, "窓口食品");
    row("note", "電話連絡", SearchField::Note, "電話連絡");
    row("day of an era", "令和8年6月1日", SearchField::Received, "");
    row("day, short", "R8.6.1", SearchField::Received, "");
    row("due day", "2026-06-22", SearchField::Due, "");
  }
  void shouldSayWhere() {
    QFETCH(QByteArray, typed);
    QFETCH(int, field);
    QFETCH(QByteArray, matched);
    auto person = m_server->takenCase("佐々木　一郎", "ササキ　イチロウ");
    person.state.applicant.party.address.town = "霞が関";
    person.state.notes.push_back(
        {"電話連絡済み。カスミガセキ支所", core::UserId("clerk1"), m_server->world.now});
    bring(person);
    auto organisation = m_server->takenCase("株式会社窓口食品", "マドグチショクヒン");
    organisation.state.applicant.party.kind = core::PartyKind::Organisation;
    organisation.state.applicant.party.address = {};
    bring(organisation);
    const auto hits = search(typed.constData());
    QVERIFY(!hits.empty());
    QCOMPARE(static_cast<int>(hits[0].field), field);
    QCOMPARE(hits[0].text.substr(hits[0].match.range.at, hits[0].match.range.length), matched.toStdString());
    // What is shown at once is among the best.
    QVERIFY(!expected(m_desk->reader().newestHits(typed.constData(), 50)).empty());
  }

  void shouldNotTakeAPostalCodeForAnythingElse() {
    auto record = m_server->takenCase("山田", "ヤマダ");
    record.state.applicant.party.address = {};
    record.state.notes.push_back({"電話 163-8001", core::UserId("clerk1"), m_server->world.now});
    bring(record);
    QVERIFY(search("〒163-8001").empty());
    QCOMPARE(search("1638001").size(), std::size_t{1});
  }

  void shouldPutNamesBeforeAddresses_andNewerBeforeOlder() {
    auto inAddress = m_server->takenCase("鈴木", "スズキ");
    inAddress.state.applicant.party.address.town = "山田町";
    const auto address = bring(inAddress);
    const auto older = bring(m_server->takenCase("山田　一", "ヤマダ"));
    const auto newer = bring(m_server->takenCase("山田　二", "ヤマダ"));
    auto inAddressToo = m_server->takenCase("田中", "タナカ");
    inAddressToo.state.applicant.party.address.town = "山田町";
    const auto newest = bring(inAddressToo);
    const auto hits = search("山田");
    QCOMPARE(hits.size(), std::size_t{4});
    QCOMPARE(hits[0].row.id, newer);
    QCOMPARE(hits[1].row.id, older);
    QCOMPARE(hits[2].row.id, newest);
    QCOMPARE(hits[3].row.id, address);
    QCOMPARE(expected(m_desk->reader().search("山田", 2)).size(), std::size_t{2});
  }

  void shouldPutWhereAllWordsAreNames_beforeWhereSomeAreElsewhere_data() {
    QTest::addColumn<int>("limit");
    QTest::newRow("all that match are shown") << 50;
    QTest::newRow("more match than are shown") << 2;
  }
  void shouldPutWhereAllWordsAreNames_beforeWhereSomeAreElsewhere() {
    QFETCH(int, limit);
    const auto older = bring(m_server->takenCase("山田　窓子", "ヤマダ"));
    std::vector<core::CaseId> others;
    for (const char* town : {"窓子町", "窓子台"}) {
      auto elsewhere = m_server->takenCase("山田　花子", "ヤマダ");
      elsewhere.state.applicant.party.address.town = town;
      others.push_back(bring(elsewhere));
    }
    const auto hits = expected(m_desk->reader().search("山田 窓子", static_cast<std::size_t>(limit)));
    QCOMPARE(hits.size(), std::min(std::size_t{3}, static_cast<std::size_t>(limit)));
    QCOMPARE(hits[0].row.id, older);
    QCOMPARE(hits[1].row.id, others[1]);
    for (const auto& hit : hits)
      QCOMPARE(hit.field, SearchField::Name);
  }

  void shouldShowTheNewest_whenMoreThanAThousandMatch() {
    const auto ids = tests::arrive(*m_server, *m_desk, 1'010);
    const auto hits = expected(m_desk->reader().search("花子", 3));
    QCOMPARE(hits.size(), std::size_t{3});
    for (std::size_t i = 0; i < hits.size(); ++i)
      QCOMPARE(hits[i].row.id, ids[ids.size() - 1 - i]);
    QCOMPARE(expected(m_desk->reader().newestHits("花子", 3)).front().row.id, ids.back());
  }

  void shouldSumUpTheWorkload() {
    const core::Date today = core::makeDate(2026, 6, 19); // the sample is due on 22 June
    bring(m_server->takenCase("一", {}));
    bring(m_server->takenCase("二", {}));
    core::CaseQuery all;
    auto lines = expected(m_desk->reader().workload(all, today));
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines[0].holder, core::UserId("clerk1"));
    QCOMPARE(lines[0].procedure, m_server->world.procedure.id);
    QCOMPARE(lines[0].open, 2);
    QCOMPARE(lines[0].dueSoon, 2);
    QCOMPARE(lines[0].overdue, 0);
    QCOMPARE(lines[0].ages[2], 2); // 18 days
    lines = expected(m_desk->reader().workload(all, core::makeDate(2026, 6, 23)));
    QCOMPARE(lines[0].overdue, 2);
    QCOMPARE(lines[0].dueSoon, 0);
    lines = expected(m_desk->reader().workload(all, core::makeDate(2027, 6, 23)));
    QCOMPARE(lines[0].ages.back(), 2);
    all.holder = core::UserId("nobody-here");
    QVERIFY(expected(m_desk->reader().workload(all, today)).empty());
  }

  void shouldTellHowTheWorkFlows() {
    // GIVEN a case that came on 1 June, and one that came and was withdrawn ten days later
    bring(m_server->takenCase("一", {}));
    const auto id = bring(m_server->takenCase("二", {}));
    m_server->world.now += std::chrono::days(10);
    m_server->run(id, "clerk1", core::WithdrawCase{core::dayInJapan(m_server->world.now), "取り下げ"});
    static_cast<void>(m_desk->feed({m_server->row(m_server->record(id))}));
    const core::Date arrived = m_server->record(id).state.arrivedOn;
    const core::Date today = core::dayInJapan(m_server->world.now);

    const auto figures = expected(m_desk->reader().figures({}, today));

    // THEN thirteen weeks up to this one, with what was open at the end of each
    QCOMPARE(figures.weeks.size(), std::size_t{13});
    QCOMPARE(figures.weeks.back().monday, core::mondayOf(today));
    std::int64_t came = 0;
    for (const auto& week : figures.weeks) {
      came += week.arrived;
      if (week.monday <= arrived && arrived < week.monday + std::chrono::days(7)) QCOMPARE(week.arrived, 2);
    }
    QCOMPARE(came, 2);
    QCOMPARE(figures.weeks.back().closed, 1);
    QCOMPARE(figures.weeks.back().backlog, 1);
    QCOMPARE(figures.weeks.front().backlog, 0);
    // AND the steps of the one that is over
    QCOMPARE(figures.sample, 1);
    int days = 0;
    for (const auto& step : figures.steps)
      days += step.median;
    QCOMPARE(days, 10);
    core::CaseQuery nothing;
    nothing.holder = core::UserId("nobody-here");
    QVERIFY(expected(m_desk->reader().figures(nothing, today)).steps.empty());
    // AND one whose timeline only a newer release can read is no reason to tell nothing
    auto row = m_server->row(m_server->record(id));
    row.timeline.replace(row.timeline.find("CaseWithdrawn"), 13, "Teleported");
    row.digest = core::digestOf({row.state, row.timeline});
    static_cast<void>(m_desk->feed({row}));
    const auto newer = expected(m_desk->reader().figures({}, today));
    QCOMPARE(newer.sample, 0);
    QCOMPARE(newer.weeks.back().closed, 1);
  }
};

QTEST_APPLESS_MAIN(CaseSearchTest)
#include "casesearchtest.moc"
