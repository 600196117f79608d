// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/views.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

class ViewsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldNeutralizeFormulas_inCsv() {
    QCOMPARE(app::csv({{"=1+1", "+81", "-1", "@x", "\tx", "plain", ""}}),
             std::string("\xEF\xBB\xBF'=1+1,'+81,'-1,'@x,'\tx,plain,\r\n"));
  }

  void shouldQuote_whereRfc4180Demands() {
    QCOMPARE(app::csv({{"a,b", "say \"hi\"", "two\nlines"}}),
             std::string("\xEF\xBB\xBF\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"));
  }

  void shouldAlignByCharacters() {
    QCOMPARE(app::table({{"名前", "x"}, {"a", "y"}}), std::string("名前  x\na   y\n"));
  }

  void shouldShowConflicts_ofAnEntry() {
    core::OutboxEntry entry;
    entry.command = core::CommandId("k");
    entry.status = core::OutboxStatus::Conflicted;
    entry.conflicts.resize(1);
    entry.conflicts[0].pointer = "/form/name";
    const auto json = app::entryJson(entry);
    QCOMPARE(std::string(core::valueAt(json, "/conflicts/0/pointer")->as_string()),
             std::string("/form/name"));
    QCOMPARE(std::string(core::valueAt(json, "/status")->as_string()), std::string("Conflicted"));
  }
};

QTEST_APPLESS_MAIN(ViewsTest)
#include "viewstest.moc"
