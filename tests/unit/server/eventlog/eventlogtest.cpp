// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/csvlog.h"
#include "server/eventlog/xeslog.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using server::EventLog;

namespace {

core::Result<EventLog> csv(std::string_view text, const server::LogLimits& limits = {}) {
  server::TextSource source(text);
  return server::readCsvLog(source, limits);
}

core::Result<EventLog> xes(const std::string& inside) {
  const std::string text =
      "<?xml version='1.0'?>\n<log xmlns='http://www.xes-standard.org/'>\n" + inside + "</log>";
  server::TextSource source(text);
  return server::readXesLog(source);
}

const std::string kHeader = "case:channel,case:concept:name,concept:name,org:group,amount,time:timestamp\n";

} // namespace

class EventLogTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKeepTheLocalDay_whenTimesHaveOffsets() {
    const auto night = server::parseLogTime("2011-12-06 00:30:00.250000+01:00");
    QVERIFY(night.has_value());
    QCOMPARE(core::toText(night->at), std::string("2011-12-05T23:30:00.250Z"));
    QCOMPARE(core::toText(night->localDay()), std::string("2011-12-06"));
    QCOMPARE(server::toText(*night), std::string("2011-12-06T00:30:00.250+01:00"));
    const auto west = server::parseLogTime("2011-12-05T20:30:00-03:30");
    QCOMPARE(core::toText(west->localDay()), std::string("2011-12-05"));
    QCOMPARE(server::toText(*west), std::string("2011-12-05T20:30:00.000-03:30"));
    QVERIFY(!server::parseLogTime("2011-12-05T20:30:00").has_value());
  }

  void shouldReadTheSameLogFromCsvAndXes() {
    // GIVEN one log in both formats, as tools write them
    const auto fromCsv = csv(kHeader + "Desk,c1,Receive,,157.0,2011-10-11 13:45:40.276000+02:00\n"
                                       "Post,c2,Receive,G 1,,2011-10-12 13:45:40+02:00\n"
                                       "Desk,c1,Send,G 2,12.50,2011-12-11 13:45:40+01:00\n");
    const auto fromXes = xes(R"(<extension name="Time" prefix="time" uri="x"/>
      <global scope="event"><string key="org:group" value="UNKNOWN"/></global>
      <int key="total" value="3"/>
      <trace><string key="concept:name" value="c1"/><string key="channel" value="Desk"/>
        <event><string key="concept:name" value="Receive"/><int key="amount" value="157"/>
          <date key="time:timestamp" value="2011-10-11T13:45:40.276+02:00"/></event>
        <event><string key="concept:name" value="Send"/><string key="org:group" value="G 2"/>
          <float key="amount" value="12.50"><string key="concept:name" value="nested"/></float>
          <date key="time:timestamp" value="2011-12-11T13:45:40.000+01:00"/></event></trace>
      <trace><string key="channel" value="Post"/>
        <event><date key="time:timestamp" value="2011-10-12T13:45:40.000+02:00"/>
          <string key="org:group" value="G 1"/><string key="concept:name" value="Receive"/></event>
        <string key="concept:name" value="c2"/></trace>)");
    // THEN they are equal, and what they say is there
    QVERIFY2(fromCsv.has_value(), fromCsv ? "" : fromCsv.error().detail.c_str());
    QVERIFY2(fromXes.has_value(), fromXes ? "" : fromXes.error().detail.c_str());
    QVERIFY(*fromCsv == *fromXes);
    QCOMPARE(fromCsv->traces.size(), std::size_t{2});
    QCOMPARE(fromCsv->eventCount(), std::size_t{3});
    QCOMPARE(fromCsv->traces[0].attributes.at("channel"), std::string("Desk"));
    QCOMPARE(fromCsv->traces[0].events[1].group, std::string("G 2"));
    QCOMPARE(fromCsv->traces[0].events[0].attributes.at("amount"), std::string("157"));
    QVERIFY(!fromCsv->traces[1].events[0].attributes.contains("amount"));
  }

  void shouldRefuseBrokenCsv_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("detail");
    const QByteArray header(kHeader.c_str());
    const QByteArray good("Desk,c1,Receive,,1,2011-10-11 13:45:40+02:00\n");
    QTest::newRow("empty") << QByteArray() << QByteArray("line 1: the file is empty");
    QTest::newRow("no case") << QByteArray("concept:name,time:timestamp\n")
                             << QByteArray("line 1: column case:concept:name is missing");
    QTest::newRow("twice") << QByteArray("a,b,a\n") << QByteArray("line 1: column a stands twice");
    QTest::newRow("cells") << header + good + "Desk,c1\n"
                           << QByteArray("line 3: 2 cells under a header of 6");
    QTest::newRow("no name") << header + good + "Desk,,Send,,1,2011-10-11 13:45:40+02:00\n"
                             << QByteArray("line 3: an event without case:concept:name");
    QTest::newRow("no activity") << header + good + "Desk,c1,,,1,2011-10-11 13:45:40+02:00\n"
                                 << QByteArray("line 3: an event without concept:name");
    QTest::newRow("no time") << header + good + "Desk,c1,Send,,1,\n"
                             << QByteArray("line 3: an event without time:timestamp");
    QTest::newRow("bad day") << header + good + "Desk,c1,Send,,1,2011-02-30 13:45:40+02:00\n"
                             << QByteArray("line 3: time:timestamp is no such day in the calendar");
    QTest::newRow("differs") << header + good + "Post,c1,Send,,1,2011-10-11 13:45:40+02:00\n"
                             << QByteArray(
                                    "line 3: the case: columns differ from an earlier line of the same case");
  }
  void shouldRefuseBrokenCsv() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, detail);
    const auto log = csv(text.toStdString());
    QVERIFY(!log.has_value());
    QCOMPARE(log.error().code, core::ErrorCode::FileBroken);
    QCOMPARE(log.error().detail, detail.toStdString());
  }

  void shouldRefuseBrokenXes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("detail");
    const QByteArray time("<date key='time:timestamp' value='2011-10-11T13:45:40+02:00'/>");
    const QByteArray name("<string key='concept:name' value='n'/>");
    QTest::newRow("no end") << QByteArray("<trace>") << QByteArray("line 3: mismatched tag");
    QTest::newRow("no name") << QByteArray("<trace>\n</trace>")
                             << QByteArray("line 4: a trace without concept:name");
    QTest::newRow("same name") << QByteArray("<trace>" + name + "</trace>\n<trace>" + name + "</trace>")
                               << QByteArray("line 4: an earlier trace has the same concept:name");
    QTest::newRow("lost event") << QByteArray("<event/>") << QByteArray("line 3: an event outside a trace");
    QTest::newRow("no activity") << QByteArray("<trace>" + name + "\n<event>" + time + "</event></trace>")
                                 << QByteArray("line 4: an event without concept:name");
    QTest::newRow("no time") << QByteArray("<trace>" + name + "\n<event>" + name + "</event></trace>")
                             << QByteArray("line 4: an event without time:timestamp");
    QTest::newRow("bad date") << QByteArray("<trace>" + name +
                                            "\n<date key='deadline' value='soon'/></trace>")
                              << QByteArray("line 4: attribute deadline is no date");
    QTest::newRow("bad int") << QByteArray("<trace>" + name + "\n<int key='n' value='1.5'/></trace>")
                             << QByteArray("line 4: attribute n is no int");
    QTest::newRow("twice") << QByteArray("<trace>" + name + "\n" + name + "</trace>")
                           << QByteArray("line 4: attribute concept:name stands twice");
    QTest::newRow("entity") << QByteArray("<trace>&undefined;</trace>")
                            << QByteArray("line 3: undefined entity");
  }
  void shouldRefuseBrokenXes() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, detail);
    const auto log = xes(text.toStdString());
    QVERIFY(!log.has_value());
    QCOMPARE(log.error().code, core::ErrorCode::FileBroken);
    QCOMPARE(log.error().detail, detail.toStdString());
  }

  void shouldRefuseDocumentTypes_data() {
    QTest::addColumn<QByteArray>("declaration");
    QTest::newRow("bomb") << QByteArray(
        "<!DOCTYPE log [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><log>&c;</log>");
    QTest::newRow("outside") << QByteArray(
        "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><log>&x;</log>");
    QTest::newRow("outside DTD") << QByteArray("<!DOCTYPE log SYSTEM 'file:///etc/hostname'><log/>");
  }
  void shouldRefuseDocumentTypes() {
    QFETCH(const QByteArray, declaration);
    const std::string text = declaration.toStdString();
    server::TextSource source(text);
    const auto log = server::readXesLog(source);
    QVERIFY(!log.has_value());
    QCOMPARE(log.error().detail, std::string("line 1: a document type has no place in XES"));
  }

  void shouldRefuseOtherXml() {
    server::TextSource source("<html/>");
    QCOMPARE(server::readXesLog(source).error().detail,
             std::string("line 1: the root element is not a XES log"));
  }

  void shouldKeepToLimits() {
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
      deep += "<list>";
    QCOMPARE(xes(deep).error().code, core::ErrorCode::TooLarge);
    QCOMPARE(xes("<string key='" + std::string(100'000, 'k') + "' value='x'/>").has_value(),
             true); // of the log
    QCOMPARE(xes("<trace><string key='k' value='" + std::string(100'000, 'v') + "'/></trace>").error().code,
             core::ErrorCode::TooLarge);
    server::LogLimits limits;
    limits.maxEvents = 1;
    const std::string line = "Desk,c1,Receive,,1,2011-10-11 13:45:40+02:00\n";
    QVERIFY(csv(kHeader + line, limits).has_value());
    QCOMPARE(csv(kHeader + line + line, limits).error().code, core::ErrorCode::TooLarge);
  }
};

QTEST_APPLESS_MAIN(EventLogTest)
#include "eventlogtest.moc"
