// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/importwriter.h"

#include "core/base/uuid.h"
#include "core/cases/casecodec.h"
#include "core/cases/rules.h"
#include "core/procedures/procedurereader.h"
#include "server/eventlog/logfile.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <filesystem>
#include <set>

using namespace madoguchi;
using core::Status;

namespace {

core::Instant at(const char* text) {
  return *core::parseInstant(text);
}

server::ImportPlan aPlan() {
  server::ImportPlan plan;
  plan.top = {"", "課", "Section", "課"};
  plan.offices.push_back({"G1", "一係", "Unit 1", "一"});
  plan.staff.push_back({"Ann", "ann", "Ann A.", "G1"});
  server::ImportedCase made;
  made.name = "c1";
  made.arrivedAt = at("2011-10-11T23:30:00-02:00");
  made.arrivedOn = core::makeDate(2011, 10, 11);
  made.channel = core::Channel::Post;
  made.office = "G1";
  made.holder = "Ann";
  made.dueOn = core::makeDate(2011, 12, 6);
  made.closedAt = at("2011-12-07T00:30:00+01:00");
  made.closedOn = core::makeDate(2011, 12, 7);
  made.status = Status::Closed;
  made.attributes = {{"department", "General"}};
  made.steps.push_back(
      {at("2011-10-12T10:00:00Z"), "Ann", "G1", "Receive", "RegisterCase", Status::Registered});
  made.steps.push_back({at("2011-10-13T10:00:00Z"), "", "", "Look", "", Status::Examining});
  plan.cases.push_back(made);
  return plan;
}

} // namespace

class ImportWriterTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    std::map<std::string, std::string> files;
    for (const auto& file :
         std::filesystem::directory_iterator(tests::resourcesFolder() + "/procedures/imported-log"))
      files[file.path().filename().string()] = tests::readFile(file.path().string());
    const auto procedure = core::readProcedure(files);
    QVERIFY2(procedure.has_value(), procedure ? "" : procedure.error().detail.c_str());
    m_procedure = *procedure;
  }

  void shouldTellTheWholeCase() {
    const auto made = server::makeRecords(aPlan(), "log", m_procedure);
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    QCOMPARE(made->offices.size(), std::size_t{2});
    QVERIFY(made->offices[0].parent.empty() && made->offices[1].parent == made->offices[0].id);
    const server::ImportedUser& ann = made->users.front();
    QVERIFY(ann.person.office == made->offices[1].id && ann.grants.front().office == made->offices[0].id);
    const core::CaseRecord& record = made->cases.front();
    const core::CaseState& state = record.state;
    QVERIFY(core::isUuid(state.id.value));
    QCOMPARE(state.number, std::string("c1"));
    QVERIFY(state.status == Status::Closed && state.channel == core::Channel::Post);
    QVERIFY(state.holder == ann.person.id && state.office == made->offices[1].id);
    QVERIFY(state.fixedDueOn == core::makeDate(2011, 12, 6) && state.closedOn == core::makeDate(2011, 12, 7));
    QVERIFY(state.arrivedOn == core::makeDate(2011, 10, 11));
    QCOMPARE(
        core::canonicalJson(state.form),
        std::string(R"({"department":"General","log":{"activity":"Receive","case":"c1","name":"log"}})"));
    QCOMPARE(record.timeline.size(), std::size_t{4}); // arrival, two steps, closing
    const auto& step = std::get<core::StepImported>(record.timeline[1].body);
    QVERIFY(step.label == "Receive" && step.step == "RegisterCase" && step.holder == ann.person.id);
    QVERIFY(record.timeline[1].actor == ann.person.id && record.timeline[2].actor.empty());
    QVERIFY(std::get<core::StepImported>(record.timeline[2].body).office == made->offices[0].id);
  }

  void shouldRefuseOtherProcedures() {
    core::Procedure permit = m_procedure;
    permit.importOnly = false;
    QCOMPARE(server::makeRecords(aPlan(), "log", permit).error().code, core::ErrorCode::InvalidArgument);
    QCOMPARE(server::makeRecords(aPlan(), "", m_procedure).error().code, core::ErrorCode::InvalidArgument);
  }

  void shouldRefuseWhatTheFormCannotHold() {
    server::ImportPlan plan = aPlan();
    plan.cases.push_back(plan.cases.front());
    plan.cases.back().attributes["remark"] = std::string(5'000, 'x');
    const auto made = server::makeRecords(plan, "log", m_procedure);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().detail, std::string("case 2: /remark breaks maxLength"));
  }

  void shouldGiveTheSameIds_whenTheLogIsTheSame() {
    const auto one = server::makeRecords(aPlan(), "log", m_procedure);
    const auto two = server::makeRecords(aPlan(), "log", m_procedure);
    const auto other = server::makeRecords(aPlan(), "another", m_procedure);
    QVERIFY(core::toText(one->cases.front()) == core::toText(two->cases.front()));
    QVERIFY(one->offices == two->offices && one->users == two->users);
    QVERIFY(!(one->cases.front().state.id == other->cases.front().state.id));
  }

  void shouldMakeTheReceiptLogWhole() {
    const auto data = tests::sharedData();
    if (!data) return;
    const auto log = server::readEventLog(*data + "/event-logs/08_receipt.xes.gz");
    const auto mapping =
        server::parseMapping(tests::readFile(tests::resourcesFolder() + "/import/receipt.mapping.json"));
    const auto plan = server::mapLog(*log, *mapping);
    const auto made = server::makeRecords(*plan, "receipt", m_procedure);
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    QCOMPARE(made->cases.size(), std::size_t{1434});
    int steps = 0;
    int closed = 0;
    int late = 0;
    std::set<core::CaseId> ids;
    for (const core::CaseRecord& record : made->cases) {
      ids.insert(record.state.id);
      steps += static_cast<int>(
          std::count_if(record.timeline.begin(), record.timeline.end(), [](const auto& event) {
            return std::holds_alternative<core::StepImported>(event.body);
          }));
      QVERIFY(core::caseRecordFrom(core::toText(record).state, core::toText(record).timeline)->state ==
              record.state);
      if (record.state.status != Status::Closed) continue;
      ++closed;
      if (*record.state.closedOn > *record.state.fixedDueOn) ++late;
    }
    QCOMPARE(ids.size(), std::size_t{1434});
    QCOMPARE(steps, 8577);
    QCOMPARE(closed, 1329);
    QCOMPARE(late, 309);
  }

private:
  core::Procedure m_procedure;
};

QTEST_APPLESS_MAIN(ImportWriterTest)
#include "importwritertest.moc"
