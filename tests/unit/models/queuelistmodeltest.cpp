// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuelistmodel.h"

#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;

class QueueListModelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldCountLive() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    SavedSearches saved(fake.drafts);
    QueueListModel model(fake.table, fake.referenceSource, saved, [&] { return fake.now; });
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.count(core::Queue::Unassigned), 1);
    fake.act(0, "sato", core::RegisterCase{});
    fake.act(0, "sato", core::AssignCase{core::UserId("sato"), {}});
    fake.tellChanged(0);
    QTRY_COMPARE(model.count(core::Queue::MyCases), 1);
    QCOMPARE(model.count(core::Queue::Unassigned), 0);
    const QModelIndex mine = model.index(model.rowOf(core::Queue::MyCases));
    QCOMPARE(mine.data(QueueListModel::CountRole).toLongLong(), 1);
  }

  void shouldSayThatItHasCounted_whereNothingIs() {
    // Whoever tells of what is more than before has to know the beginning.
    tests::FakeDesk fake;
    SavedSearches saved(fake.drafts);
    const QueueListModel model(fake.table, fake.referenceSource, saved, [&] { return fake.now; });
    QSignalSpy counted(&model, &QueueListModel::countsChanged);
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(model.count(core::Queue::MyCases), 0);
  }

  void shouldOfferToDecide_onlyToWhoDecides() {
    tests::FakeDesk fake("sato");
    SavedSearches saved(fake.drafts);
    QueueListModel model(fake.table, fake.referenceSource, saved, [&] { return fake.now; });
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowOf(core::Queue::ToDecide), -1);
    fake.signInAs("tanaka");
    QVERIFY(model.rowOf(core::Queue::ToDecide) >= 0);
  }

  void shouldCallForAttention_whenSomethingIsOverdue() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "申請者", "シンセイシャ", 90);
    SavedSearches saved(fake.drafts);
    QueueListModel model(fake.table, fake.referenceSource, saved, [&] { return fake.now; });
    QTRY_VERIFY(model.index(model.rowOf(core::Queue::Overdue)).data(QueueListModel::UrgentRole).toBool());
    QVERIFY(!model.index(model.rowOf(core::Queue::MyCases)).data(QueueListModel::UrgentRole).toBool());
  }

  void shouldListSavedSearches_withLiveCounts() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "山田", "ヤマダ", 1);
    fake.arrive("food-business-permit", "鈴木", "スズキ", 1);
    SavedSearches saved(fake.drafts);
    QueueListModel model(fake.table, fake.referenceSource, saved, [&] { return fake.now; });
    const QAbstractItemModelTester tester(&model);
    ListFilter filter;
    filter.text = "やまだ";
    const QString id = saved.save({{}, u" 山田さん "_qs, core::Queue::Unassigned, filter});
    const int row = model.rowOfSaved(id);
    QCOMPARE(row, model.rowCount() - 1);
    QCOMPARE(model.index(row).data().toString(), u"山田さん"_qs);
    QCOMPARE(model.index(row).data(QueueListModel::SavedRole).toString(), id);
    QTRY_COMPARE(model.countOfSaved(id), qint64{1});
    fake.tellChanged(fake.arrive("food-business-permit", "山田二郎", "ヤマダ", 1));
    QTRY_COMPARE(model.countOfSaved(id), qint64{2});
    // They are there again the next time, and go when they are not wanted.
    QVERIFY(SavedSearches(fake.drafts).all() == saved.all());
    saved.remove(id);
    QCOMPARE(model.rowOfSaved(id), -1);
    QVERIFY(SavedSearches(fake.drafts).all().empty());
  }

  void shouldAnswerAtLast_underAStormOfChanges() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "山田", "ヤマダ", 1);
    SavedSearches saved(fake.drafts);
    QueueListModel model(fake.table, fake.referenceSource, saved, [&] { return fake.now; });
    for (int i = 0; i < 1000; ++i)
      fake.tellChanged(place);
    QTRY_COMPARE(model.count(core::Queue::Unassigned), 1);
  }

  void shouldNarrowAQueue_neverWidenIt() {
    const core::Date today = core::makeDate(2026, 11, 20);
    core::CaseQuery mine;
    mine.holder = core::UserId("sato");
    mine.statuses = {core::Status::AwaitingCorrection};
    mine.dueFrom = today;
    ListFilter filter;
    filter.holder = core::UserId("kato");
    const core::CaseQuery nothing = filter.narrowed(mine, today);
    QVERIFY((nothing.allOf & nothing.noneOf) != 0);
    filter.holder.reset();
    filter.status = core::Status::Examining;
    QVERIFY((filter.narrowed(mine, today).allOf & filter.narrowed(mine, today).noneOf) != 0);
    filter.status = core::Status::AwaitingCorrection;
    filter.due = ListFilter::Due::ThisWeek;
    filter.text = "改行\nなし";
    filter.flags = core::bit(core::RowFlag::Appealed);
    const core::CaseQuery both = filter.narrowed(mine, today);
    QCOMPARE(both.noneOf, core::RowFlags{0});
    QVERIFY(both.dueFrom == today && both.dueUntil == today + std::chrono::days(6));
    ListFilter again = filterFrom(toText(filter));
    again.text = filter.text;
    QVERIFY(again == filter);
    QVERIFY(filterFrom({}).isEmpty());
  }
};

QTEST_GUILESS_MAIN(QueueListModelTest)
#include "queuelistmodeltest.moc"
