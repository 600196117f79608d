// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

class ArgumentsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldTakeOptionsAnywhere() {
    const auto arguments = app::parseArguments(
        {"--profile", "p", "do", "c1", "--json", "AddNote", "--server=https://s", "text=a=b"});
    QVERIFY(arguments.has_value());
    QCOMPARE(arguments->verb, std::string("do"));
    QVERIFY(arguments->words == (std::vector<std::string>{"c1", "AddNote", "text=a=b"}));
    QCOMPARE(arguments->option("profile"), std::string("p"));
    QCOMPARE(arguments->option("server"), std::string("https://s"));
    QVERIFY(arguments->has("json") && !arguments->has("sync"));
    QCOMPARE(arguments->option("limit", "50"), std::string("50"));
  }

  void shouldTakeEverythingAsWords_afterTwoDashes() {
    const auto arguments = app::parseArguments({"search", "--", "--json"});
    QVERIFY(arguments.has_value());
    QVERIFY(arguments->words == std::vector<std::string>{"--json"});
    QVERIFY(!arguments->has("json"));
  }

  void shouldRefuse_whatItDoesNotKnow() {
    QVERIFY(!app::parseArguments({"--dance"}).has_value());
    QVERIFY(!app::parseArguments({"--profile"}).has_value());
    QVERIFY(!app::parseArguments({"--json=yes"}).has_value());
  }
};

QTEST_APPLESS_MAIN(ArgumentsTest)
#include "argumentstest.moc"
