// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/outboxmodel.h"

#include "tests/support/fakedesk.h"
#include "tests/support/fakeplaces.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
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

  void shouldSayHowFarTheDocumentIs_thatGoesBefore() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    fake.examine(place);
    tests::FakePlaces places;
    Ports ports = fake.ports();
    ports.places = &places;
    Desk desk(ports);
    fake.status.link = SyncStatus::Link::Offline;
    const core::CaseId id = fake.cases[place].record.state.id;
    const core::BlobId blob(std::string(64, 'a'));
    QVERIFY(fake.perform(id, core::AddNote{"before"}).has_value());
    QVERIFY(fake.perform(id,
                         core::AttachDocument{
                             core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob})
                .has_value());
    QTRY_COMPARE(desk.outbox.rowCount(), 2);
    QSignalSpy changed(&desk.outbox, &QAbstractItemModel::dataChanged);
    const QModelIndex note = desk.outbox.index(0, OutboxModel::State);
    const QModelIndex attached = desk.outbox.index(1, OutboxModel::State);
    const QString waiting = attached.data().toString();
    places.transfers[blob] = {3 * 1024 * 1024 + 200 * 1024, 8 * 1024 * 1024};
    Q_EMIT places.transferred(blob);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), attached);
    QVERIFY2(attached.data().toString().contains(u"3.2 of 8.0 MB"_qs),
             qPrintable(attached.data().toString()));
    QVERIFY(attached.data(Qt::AccessibleTextRole).toString().contains(u"3.2 of 8.0 MB"_qs));
    QCOMPARE(note.data().toString(), waiting);
  }
};

QTEST_GUILESS_MAIN(OutboxModelTest)
#include "outboxmodeltest.moc"
