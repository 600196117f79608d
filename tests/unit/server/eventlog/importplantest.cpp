// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/importplan.h"

#include "server/eventlog/logfile.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <fstream>
#include <sstream>

using namespace madoguchi;
using core::Status;
using server::EventLog;
using server::Mapping;

namespace {

server::LogTime time(const char* text) {
  return *server::parseLogTime(text);
}

Mapping aMapping() {
  Mapping mapping;
  mapping.attributes.start = "startdate";
  mapping.attributes.deadline = "deadline";
  mapping.attributes.end = "enddate";
  mapping.attributes.channel = "channel";
  mapping.attributes.holder = "responsible";
  mapping.topOffice = {"課", "Section", "課", {}};
  mapping.channels["Desk"] = core::Channel::Counter;
  mapping.otherChannel = core::Channel::Internal;
  mapping.activities["Receive"] = {"RegisterCase", Status::Registered, {}};
  mapping.activities["Note"] = {"AddNote", std::nullopt, {}};
  mapping.activities["Decide"] = {"Approve", Status::Decided, {}};
  mapping.groups["EMPTY"] = std::nullopt;
  return mapping;
}

EventLog aLog() {
  server::Trace trace{"c1", {{"channel", "Desk"}, {"responsible", "Bob"}}, {}};
  trace.events.push_back({"Receive", time("2011-10-11T23:30:00-02:00"), "Ann A", "G1", "complete", {}});
  trace.events.push_back({"Note", time("2011-10-12T10:00:00+02:00"), "Ann A", "EMPTY", "complete", {}});
  return {{trace}};
}

Mapping receiptMapping() {
  std::ostringstream text;
  text << std::ifstream(tests::resourcesFolder() + "/import/receipt.mapping.json").rdbuf();
  return *server::parseMapping(text.str());
}

} // namespace

class ImportPlanTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldKeepAnOpenCaseOpen() {
    const auto plan = server::mapLog(aLog(), aMapping());
    QVERIFY(plan.has_value());
    const server::ImportedCase& made = plan->cases.front();
    QVERIFY(made.status == Status::Registered);
    QVERIFY(made.channel == core::Channel::Counter);
    QCOMPARE(made.holder, std::string("Bob"));
    QCOMPARE(made.office, std::string("G1"));
    QCOMPARE(core::toText(made.arrivedOn), std::string("2011-10-11")); // there, though UTC has the 12th
    QCOMPARE(made.steps.size(), std::size_t{2});
    QCOMPARE(made.steps[1].label, std::string("Note"));
    QCOMPARE(made.steps[1].office, std::string());
    QVERIFY(made.steps[1].statusAfter == Status::Registered);
    QVERIFY(!made.closedAt && !made.dueOn);
  }

  void shouldCompareDeadlinesByInstantAndByLocalDay() {
    // GIVEN a case closed in the evening of its last day, and one closed after midnight there
    EventLog log = aLog();
    log.traces.push_back(log.traces[0]);
    log.traces[1].name = "c2";
    for (auto& trace : log.traces)
      trace.attributes["deadline"] = "2011-12-06T01:06:40.000+01:00";
    log.traces[0].attributes["enddate"] = "2011-12-06T23:59:00.000+01:00";
    log.traces[1].attributes["enddate"] = "2011-12-07T00:30:00.000+01:00";
    const auto plan = server::mapLog(log, aMapping());
    QVERIFY(plan.has_value());
    QVERIFY(plan->cases[0].status == Status::Closed);
    QVERIFY((server::summaryOf(*plan) == server::ImportSummary{2, 4, 2, 2, 1}));
  }

  void shouldMakeStaffAndOffices() {
    EventLog log = aLog();
    log.traces[0].events.push_back({"Decide", time("2011-10-13T10:00:00+02:00"), "ann-a", "G2", "", {}});
    Mapping mapping = aMapping();
    mapping.loginPrefix = "log-";
    mapping.resources["Bob"] = server::StaffRule{"bob", "Bob B.", {}};
    mapping.groups["G2"] = server::OfficeRule{"二係", "Unit 2", "二", {}};
    const auto plan = server::mapLog(log, mapping);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->offices.size(), std::size_t{2});
    QVERIFY((plan->offices[0] == server::ImportedOffice{"G1", "G1", "G1", "G1"}));
    QVERIFY((plan->offices[1] == server::ImportedOffice{"G2", "二係", "Unit 2", "二"}));
    QCOMPARE(plan->staff.size(), std::size_t{3});
    QVERIFY((plan->staff[0] == server::ImportedStaff{"Ann A", "log-ann-a", "Ann A", ""}));
    QVERIFY((plan->staff[1] == server::ImportedStaff{"Bob", "bob", "Bob B.", ""}));
    QVERIFY((plan->staff[2] == server::ImportedStaff{"ann-a", "log-ann-a-2", "ann-a", "G2"}));
  }

  void shouldRefuseWithTheCase_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("moment") << QByteArray("deadline") << QByteArray("soon")
                            << QByteArray("case 1: attribute deadline is not a date of the form YYYY-MM-DD");
    QTest::newRow("My Number") << QByteArray("remark") << QByteArray("1234-5678-9018")
                               << QByteArray("case 1: remark holds a My Number");
  }
  void shouldRefuseWithTheCase() {
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, detail);
    EventLog log = aLog();
    log.traces[0].attributes[key.toStdString()] = value.toStdString();
    const auto plan = server::mapLog(log, aMapping());
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().detail, detail.toStdString());
  }

  void shouldRefuseUnknownWords_whenTheMappingSaysSo() {
    Mapping mapping = aMapping();
    mapping.activities.erase("Note");
    QVERIFY(server::mapLog(aLog(), mapping).has_value());
    mapping.unknownActivities = server::UnknownWord::Refuse;
    QCOMPARE(server::mapLog(aLog(), mapping).error().detail,
             std::string("case 1: the mapping has no activity Note"));
    mapping = aMapping();
    mapping.unknownGroups = server::UnknownWord::Refuse;
    QCOMPARE(server::mapLog(aLog(), mapping).error().detail,
             std::string("case 1: the mapping has no group G1"));
    mapping = aMapping();
    mapping.unknownResources = server::UnknownWord::Refuse;
    QVERIFY(!server::mapLog(aLog(), mapping).has_value());
  }

  void shouldMapTheReceiptLog() {
    const auto data = tests::sharedData();
    if (!data) return;
    const auto csv = server::readEventLog(*data + "/event-logs/receipt.csv");
    const auto xes = server::readEventLog(*data + "/event-logs/08_receipt.xes.gz");
    QVERIFY(csv.has_value() && xes.has_value());
    const auto plan = server::mapLog(*csv, receiptMapping());
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().detail.c_str());
    QVERIFY((server::summaryOf(*plan) == server::ImportSummary{1434, 8577, 1329, 377, 309}));
    QCOMPARE(plan->staff.size(), std::size_t{53}); // 48 who act, and 5 who are only responsible
    QVERIFY(*server::mapLog(*xes, receiptMapping()) == *plan);
  }
};

QTEST_APPLESS_MAIN(ImportPlanTest)
#include "importplantest.moc"
