// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outboxmodel.h"

#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;

class OutboxModelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldListWhatWaits_andApartWhatNeedsAPerson() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    fake.arrive("food-business-permit", "別の申請者", "ベツ", 1);
    Desk desk(fake.ports());
    const QAbstractItemModelTester all(&desk.outbox);
    const QAbstractItemModelTester some(&desk.attention);
    fake.status.link = SyncStatus::Link::Offline;
    for (std::size_t place = 0; place < 2; ++place)
      QVERIFY(fake.perform(fake.cases[place].record.state.id, core::RegisterCase{}).has_value());
    QTRY_COMPARE(desk.outbox.rowCount(), 2);
    QCOMPARE(desk.attention.rowCount(), 0);
    fake.reject(1, core::ErrorCode::NotPermitted);
    QTRY_COMPARE(desk.attention.rowCount(), 1);
    QVERIFY(!desk.attention.index(0, OutboxModel::Reason).data().toString().isEmpty());
    QVERIFY(desk.attention.index(0, OutboxModel::Case).data().toString().contains(u"別の申請者"_qs));
    fake.outbox.discard(desk.attention.itemAt(0)->entry.command);
    QTRY_COMPARE(desk.outbox.rowCount(), 1);
  }
};

QTEST_GUILESS_MAIN(OutboxModelTest)
#include "outboxmodeltest.moc"
