// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listrows.h"

#include "tests/support/testsupport.h"

#include <QStandardItemModel>
#include <QtTest>

using namespace madoguchi;

class ListRowsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeRowsInTheirOrder_thoseOfATreeSetIn() {
    QStandardItemModel model;
    auto* group = new QStandardItem(u"group"_qs);
    auto* marked = new QStandardItem(u"marked"_qs);
    marked->setCheckable(true);
    marked->setCheckState(Qt::Checked);
    group->appendRow({marked, new QStandardItem(u"why"_qs)});
    model.appendRow({group, new QStandardItem(u"all"_qs)});
    model.appendRow(new QStandardItem(u"last"_qs));
    const auto list = models::rowsOf(model, {{u"What"_qs, 0}, {u"Why"_qs, 1}});
    QCOMPARE(list.headers, (QStringList{u"What"_qs, u"Why"_qs}));
    QStringList texts;
    for (const auto& row : list.rows)
      texts << row[0].text + u'|' + row[1].text;
    QCOMPARE(texts, (QStringList{u"group|all"_qs, u"　　✓ marked|why"_qs, u"last|"_qs}));
  }

  void shouldTakeTheColumnsAndRolesThatAreWanted() {
    QStandardItemModel model;
    auto* item = new QStandardItem(u"title"_qs);
    item->setData(QStringList{u"one"_qs, u"two"_qs}, Qt::UserRole);
    model.appendRow({item, new QStandardItem(u"second"_qs)});
    const auto list = models::rowsOf(model, {{u"B"_qs, 1}, {u"Details"_qs, 0, Qt::UserRole}});
    QCOMPARE(list.rows.at(0).at(0).text, u"second"_qs);
    QCOMPARE(list.rows.at(0).at(1).text, u"one\ntwo"_qs);
  }

  void shouldKeepNumbersAsNumbers() {
    QStandardItemModel model;
    auto* item = new QStandardItem;
    item->setData(qint64{1234}, Qt::EditRole);
    auto* text = new QStandardItem(u"12"_qs); // a number of a case is none
    model.appendRow({item, text});
    const auto list = models::rowsOf(model, {{{}, 0}, {{}, 1}});
    QCOMPARE(list.rows.at(0).at(0).number, std::optional<std::int64_t>(1234));
    QVERIFY(!list.rows.at(0).at(1).number);
  }
};

QTEST_MAIN(ListRowsTest)
#include "listrowstest.moc"
