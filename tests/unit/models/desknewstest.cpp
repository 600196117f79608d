// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desknews.h"

#include "tests/support/fakeheldcases.h"

#include <QtTest>

using namespace madoguchi;
using models::DeskNews;
using Kind = DeskNews::Kind;

/// What was told, in words: a failure then says it.
QStringList wordsOf(const std::vector<DeskNews::Item>& told) {
  QStringList words;
  for (const DeskNews::Item& item : told)
    words << DeskNews::text(item.kind, item.count);
  return words;
}

/// A clerk's desk that is open, and has been told what there is.
class Rig {
public:
  explicit Rig(int cases = 3) {
    if (cases == 0) { // a new cache, and the server is about to fill it
      fake.status.lastSync.reset();
      fake.status.syncing = true;
    }
    for (int i = 0; i < cases; ++i)
      fake.examine(fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    QObject::connect(&news, &DeskNews::happened, &news,
                     [this](const DeskNews::Item& item) { told.push_back(item); });
    if (cases > 0) fake.tellChanged(0);
    settle();
  }

  /// Until all that was asked has been answered.
  void settle() const {
    for (int turn = 0; turn < 8; ++turn)
      QCoreApplication::processEvents();
  }
  void tell(std::size_t place) {
    fake.tellChanged(place);
    settle();
  }
  [[nodiscard]] core::CaseId id(std::size_t place) const { return fake.cases[place].record.state.id; }
  [[nodiscard]] std::vector<DeskNews::Item> of(Kind kind) const {
    std::vector<DeskNews::Item> found;
    std::copy_if(told.begin(), told.end(), std::back_inserter(found),
                 [kind](const DeskNews::Item& item) { return item.kind == kind; });
    return found;
  }

  tests::FakeDesk fake;
  tests::FakeHeldCases held{fake};
  models::SavedSearches saved{fake.drafts};
  models::QueueListModel queues{fake.table, fake.referenceSource, saved, [this] { return fake.now; }};
  DeskNews news{queues, held, fake.referenceSource, fake.sync, fake.session, [this] { return fake.now; }};
  std::vector<DeskNews::Item> told;
};

class DeskNewsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTellThatACaseWasGiven_bySomebodyElseAlone() {
    Rig rig;
    QVERIFY(rig.told.empty());
    const auto first = rig.fake.arrive("food-business-permit", "別の人", "ベツノヒト", 1);
    const auto second = rig.fake.arrive("food-business-permit", "別の人", "ベツノヒト", 1);
    rig.fake.act(first, "sato", core::RegisterCase{});
    rig.fake.act(first, "tanaka", core::AssignCase{core::UserId("sato"), {}});
    rig.fake.act(second, "sato", core::RegisterCase{});
    rig.fake.act(second, "sato", core::AssignCase{core::UserId("sato"), {}});
    rig.tell(first);
    QCOMPARE(rig.told, (std::vector<DeskNews::Item>{{Kind::Given, 1, {rig.id(first)}}}));
    // Once.
    rig.tell(first);
    rig.news.look();
    rig.settle();
    QCOMPARE(rig.told.size(), 1U);
  }

  void shouldTellThatACaseWasTakenAway_andNotThatItWasGivenBack() {
    Rig rig;
    rig.fake.act(0, "tanaka", core::AssignCase{core::UserId("kato"), core::UserId("sato")});
    rig.fake.act(1, "sato", core::ReleaseCase{});
    rig.tell(0);
    QCOMPARE(wordsOf(rig.told), QStringList{u"Taken from you: 1"_qs});
    QCOMPARE(rig.told.front().cases, std::vector{rig.id(0)});
  }

  void shouldNotTakeTheEndOfACaseForItsLoss() {
    Rig rig;
    rig.fake.act(2, "sato", core::WithdrawCase{core::dayInJapan(rig.fake.now), "取下げ"});
    rig.tell(2);
    QVERIFY(rig.told.empty());
  }

  void shouldTellNothing_whileANewCacheGetsItsFirstCases() {
    Rig rig(0);
    for (int i = 0; i < 4; ++i) {
      const auto place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
      rig.fake.act(place, "sato", core::RegisterCase{});
      rig.fake.act(place, "tanaka", core::AssignCase{core::UserId("sato"), {}});
      rig.tell(place);
    }
    QVERIFY(rig.of(Kind::Given).empty());
    rig.fake.status.lastSync = rig.fake.now;
    rig.fake.status.syncing = false;
    rig.tell(0);
    QVERIFY(rig.of(Kind::Given).empty());
    // From now on there is news.
    rig.fake.act(3, "tanaka", core::AssignCase{core::UserId("kato"), core::UserId("sato")});
    rig.tell(3);
    QCOMPARE(rig.of(Kind::TakenAway).size(), 1U);
  }

  void shouldSayWhatIsDueTodayOrTomorrow() {
    Rig rig;
    QVERIFY(rig.of(Kind::Due).empty());
    const auto due = rig.fake.rowAt(0).dueOn;
    QVERIFY(due);
    rig.fake.now = core::startOfDayInJapan(*due - std::chrono::days(1));
    rig.news.look();
    rig.settle();
    QCOMPARE(rig.of(Kind::Due).size(), 1U);
    QCOMPARE(rig.of(Kind::Due).front().count, 3);
    QCOMPARE(rig.of(Kind::Due).front().cases.size(), 3U);
    rig.told.clear();
    rig.fake.now = core::startOfDayInJapan(*due + std::chrono::days(1));
    rig.news.look();
    rig.settle();
    QVERIFY(rig.of(Kind::Due).empty());
  }

  void shouldWarnTwiceBeforeTheLeaseEnds() {
    Rig rig;
    rig.fake.session.leasedUntil = rig.fake.now + std::chrono::hours(13);
    const auto after = [&](std::chrono::minutes time) {
      rig.fake.now += time;
      rig.news.look();
      rig.news.look();
      return rig.of(Kind::LeaseEnds).size();
    };
    QCOMPARE(after(std::chrono::minutes(0)), 0U);
    QCOMPARE(after(std::chrono::minutes(90)), 1U);
    QCOMPARE(rig.told.back().count, 12);
    QCOMPARE(after(std::chrono::hours(9)), 1U);
    QCOMPARE(after(std::chrono::hours(1)), 2U);
    QCOMPARE(rig.told.back().count, 2);
    QCOMPARE(after(std::chrono::hours(2)), 2U);
    // The next lease has warnings of its own.
    rig.fake.session.leasedUntil = rig.fake.now + std::chrono::hours(5);
    QCOMPARE(after(std::chrono::minutes(0)), 3U);
    QCOMPARE(rig.told.back().count, 5);
  }

  void shouldTellOfMoreInTheQueuesThatWaitForOne() {
    Rig rig;
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    QVERIFY(rig.fake.perform(rig.id(0), core::AddNote{"電話で確認"}));
    rig.fake.reject(0, core::ErrorCode::NotHolder);
    rig.settle();
    QCOMPARE(rig.told, (std::vector<DeskNews::Item>{{Kind::Refused, 1, {}}}));
  }

  void shouldNameNoCaseAndNoPerson() {
    for (const Kind kind : DeskNews::kKinds) {
      QVERIFY(!DeskNews::title(kind).isEmpty());
      QVERIFY(!DeskNews::preference(kind).isEmpty());
      QVERIFY(DeskNews::text(kind, 12).endsWith(u": 12"));
    }
  }
};

QTEST_GUILESS_MAIN(DeskNewsTest)
#include "desknewstest.moc"
