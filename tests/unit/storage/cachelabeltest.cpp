// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

using namespace madoguchi;
using tests::expected;

/// Labels as the cache keeps them: of a row, to find by, and those in use.
class CacheLabelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldFindByLabel_andListThoseInUse() {
    tests::TinyServer server;
    tests::Desk desk(server);
    const auto bring = [&](const char* name) {
      const auto record = server.takenCase(name, {});
      desk.feed({server.row(record)});
      return record.state.id;
    };
    const auto labelled = [&](const std::string& label) {
      core::CaseQuery query;
      query.label = label;
      std::vector<core::CaseId> ids;
      for (const auto& row : expected(desk.reader().rows(expected(desk.reader().keys(query)))))
        ids.push_back(row.id);
      return ids;
    };
    // GIVEN three cases; the labels of the second begin and end like those of the first
    const auto both = bring("両方");
    const auto longer = bring("長い");
    const auto none = bring("無し");
    desk.perform(both, core::LabelCase{{"急ぎ", "現地"}, {}});
    desk.perform(longer, core::LabelCase{{"急ぎます", "大急ぎ", "現地"}, {}});
    // THEN each is found by its own words alone
    QCOMPARE(labelled("急ぎ"), std::vector{both});
    QCOMPARE(labelled("現地").size(), std::size_t(2));
    QVERIFY(labelled("急").empty());
    QVERIFY(desk.listRow(none).labels.empty());
    QCOMPARE(desk.listRow(both).labels, (std::vector<std::string>{"急ぎ", "現地"}));
    // The most frequent comes first.
    QCOMPARE(expected(desk.reader().labels()).front(), std::string("現地"));
    QCOMPARE(expected(desk.reader().labels()).size(), std::size_t(4));
    // WHEN the last that bears one loses it, nobody is offered it any more
    desk.perform(both, core::LabelCase{{}, {"急ぎ"}});
    QVERIFY(labelled("急ぎ").empty());
    QCOMPARE(expected(desk.reader().labels()).size(), std::size_t(3));
  }
};

QTEST_APPLESS_MAIN(CacheLabelTest)
#include "cachelabeltest.moc"
