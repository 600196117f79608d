// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figuresmodel.h"

#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using models::FiguresModel;

class FiguresModelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTellWeeksAndSteps() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    FiguresModel model(fake.table, fake.referenceSource, [&fake] { return fake.now; });
    const QAbstractItemModelTester tester(&model);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QCOMPARE(model.rowCount(), 0);
    model.load();
    QVERIFY(model.isLoading());
    QVERIFY(reset.wait());
    QVERIFY(!model.isLoading());
    QCOMPARE(model.rowCount(), 13);
    QCOMPARE(model.columnCount(), int(FiguresModel::kWeekColumns));
    const QModelIndex backlog = model.index(12, FiguresModel::Backlog);
    QCOMPARE(backlog.data().toString(), u"1"_qs);
    // A screen reader hears whose number it is.
    const QString said = backlog.data(Qt::AccessibleTextRole).toString();
    QVERIFY(said.contains(model.index(12, FiguresModel::Week).data().toString()));
    QVERIFY(said.contains(model.headerData(FiguresModel::Backlog, Qt::Horizontal).toString()));

    model.setBy(FiguresModel::By::Step);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.columnCount(), int(FiguresModel::kStepColumns));
    QCOMPARE(model.index(2, FiguresModel::Median).data().toString(), u"6"_qs);
    QCOMPARE(model.index(2, FiguresModel::NineInTen).data().toString(), u"14"_qs);
  }

  void shouldReadAgain_whenACaseChangedAndSomebodyLooks() {
    tests::FakeDesk fake;
    fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    FiguresModel model(fake.table, fake.referenceSource, [&fake] { return fake.now; });
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    fake.tellChanged(0);
    QCoreApplication::processEvents();
    QVERIFY(!model.isLoading()); // nobody looks
    model.load();
    QVERIFY(reset.wait());
    fake.tellChanged(0);
    QTRY_VERIFY(reset.count() >= 2);
    QTRY_VERIFY(!model.isLoading());
    model.rest();
    fake.tellChanged(0);
    QCoreApplication::processEvents();
    QVERIFY(!model.isLoading());
  }
};

QTEST_GUILESS_MAIN(FiguresModelTest)
#include "figuresmodeltest.moc"
