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
    QueueListModel model(fake.table, fake.referenceSource, [&] { return fake.now; });
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

  void shouldOfferToDecide_onlyToWhoDecides() {
    tests::FakeDesk fake("sato");
    QueueListModel model(fake.table, fake.referenceSource, [&] { return fake.now; });
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowOf(core::Queue::ToDecide), -1);
    fake.signInAs("tanaka");
    QVERIFY(model.rowOf(core::Queue::ToDecide) >= 0);
  }

  void shouldCallForAttention_whenSomethingIsOverdue() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "申請者", "シンセイシャ", 90);
    QueueListModel model(fake.table, fake.referenceSource, [&] { return fake.now; });
    QTRY_VERIFY(model.index(model.rowOf(core::Queue::Overdue)).data(QueueListModel::UrgentRole).toBool());
    QVERIFY(!model.index(model.rowOf(core::Queue::MyCases)).data(QueueListModel::UrgentRole).toBool());
  }
};

QTEST_GUILESS_MAIN(QueueListModelTest)
#include "queuelistmodeltest.moc"
