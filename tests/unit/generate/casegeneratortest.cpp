// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/casegenerator.h"

#include "core/cases/casecodec.h"
#include "core/procedures/procedurereader.h"
#include "generate/patternnumbers.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <filesystem>
#include <map>
#include <set>

using namespace madoguchi;
using core::Status;

namespace {

/// Those that load; that all do is the business of their own tests.
std::vector<core::Procedure> shippedProcedures() {
  std::vector<core::Procedure> procedures;
  for (const auto& folder : std::filesystem::directory_iterator(tests::resourcesFolder() + "/procedures")) {
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(folder))
      files[file.path().filename().string()] = tests::readFile(file.path().string());
    auto procedure = core::readProcedure(files);
    if (procedure)
      procedures.push_back(std::move(*procedure));
    else
      qInfo("%s: %s", folder.path().c_str(), procedure.error().detail.c_str());
  }
  std::sort(procedures.begin(), procedures.end(),
            [](const core::Procedure& a, const core::Procedure& b) { return a.id < b.id; });
  return procedures;
}

} // namespace

class CaseGeneratorTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    m_procedures = shippedProcedures();
    QVERIFY(!m_procedures.empty());
    for (const core::Procedure& procedure : m_procedures)
      m_pointers.push_back(&procedure);
    const auto holidays =
        core::HolidayTable::parse(tests::readFile(tests::resourcesFolder() + "/calendar/holidays-jp.json"));
    QVERIFY(holidays.has_value());
    m_holidays = *holidays;
  }

  void shouldMakeLegalCasesInAllStates() {
    const auto records = generate(1, 1'500);
    std::map<Status, int> states;
    std::set<std::string> numbers;
    std::set<std::string> documents;
    int forAbsent = 0;
    for (const core::CaseRecord& record : records) {
      ++states[record.state.status];
      QVERIFY(core::replay(record.state.id, record.timeline) == record.state);
      for (const core::Event& event : record.timeline) {
        QVERIFY(event.at <= m_now);
        const auto* approved = std::get_if<core::StageApproved>(&event.body);
        if (approved != nullptr && !approved->forAbsent.empty()) ++forAbsent;
      }
      if (!record.state.number.empty()) QVERIFY(numbers.insert(record.state.number).second);
      if (record.state.decision) QVERIFY(documents.insert(record.state.decision->documentNumber).second);
    }
    // All but Destroyed: no period of retention is over within two years.
    for (const Status state : {Status::Arrived, Status::Registered, Status::Examining,
                               Status::AwaitingCorrection, Status::InApproval, Status::Decided,
                               Status::Notified, Status::Closed, Status::Withdrawn, Status::Transferred})
      QVERIFY2(states[state] > 0, boost::describe::enum_to_string(state, "?"));
    QVERIFY(forAbsent > 0);
    QVERIFY(records.front().state.arrivedOn < core::dayInJapan(m_now) - std::chrono::days{700});
  }

  void shouldFillFormsThatAreValidAndDiffer() {
    std::map<std::string, core::FormSchema> schemas;
    for (const core::Procedure& procedure : m_procedures)
      schemas.emplace(procedure.id.value, *core::FormSchema::compile(procedure.form));
    std::map<std::string, std::set<std::string>> forms;
    for (const core::CaseRecord& record : generate(2, 400)) {
      const auto& arrived = std::get<core::CaseArrived>(record.timeline.front().body);
      const auto schema = schemas.find(arrived.procedure.value);
      QVERIFY(schema != schemas.end());
      QVERIFY2(schema->second.isValid(arrived.form), arrived.procedure.value.c_str());
      forms[arrived.procedure.value].insert(core::canonicalJson(arrived.form));
    }
    for (const auto& [procedure, texts] : forms)
      QVERIFY2(texts.size() > 30, procedure.c_str());
  }

  void shouldBeByteEqual_whenTheSeedIsTheSame() {
    const auto one = generate(3, 200);
    const auto two = generate(3, 200);
    const auto other = generate(4, 200);
    for (std::size_t i = 0; i < one.size(); ++i)
      QVERIFY(core::toText(one[i]) == core::toText(two[i]));
    QVERIFY(!(core::toText(one[0]) == core::toText(other[0])));
  }

  void shouldNameOnlyPapersThatExist() {
    const generate::Specimens specimens = generate::makeSpecimens();
    std::set<core::BlobId> known{specimens.notice.id};
    for (const generate::Specimen& scan : specimens.scans) {
      known.insert(scan.id);
      QVERIFY(scan.bytes.starts_with("%PDF-1.4") && scan.bytes.size() < 2'000);
    }
    for (const core::CaseRecord& record : generate(5, 200)) {
      for (const core::CaseDocument& document : record.state.documents)
        QVERIFY(known.contains(document.blob));
      if (record.state.notice) QVERIFY(known.contains(record.state.notice->pdf));
    }
  }

  void shouldContinueSeries_whenNumbersWereGivenBefore() {
    generate::PatternNumbers numbers("{fiscal_year}-{office_symbol}-{seq:6}", [](const std::string& series) {
      return series.starts_with("2025") ? 7 : 0;
    });
    const auto numbering = numbers.numbering();
    const core::Office office{core::OfficeId("o"), {}, "課", "Section", "食監"};
    const core::Procedure& procedure = m_procedures.front();
    QCOMPARE(numbering.caseNumber(office, procedure, core::makeDate(2025, 4, 1)),
             std::string("2025-食監-000008"));
    QCOMPARE(numbering.caseNumber(office, procedure, core::makeDate(2026, 3, 31)),
             std::string("2025-食監-000009"));
    QCOMPARE(numbering.caseNumber(office, procedure, core::makeDate(2026, 4, 1)),
             std::string("2026-食監-000001"));
    QVERIFY((numbers.lastNumbers() ==
             std::map<std::string, std::int64_t>{{"2025-食監-000001", 9}, {"2026-食監-000001", 1}}));
  }

  void shouldStop_whenAllAreMade() {
    const auto bureau = generate::makeBureau(1);
    auto numbers = newNumbers();
    generate::CaseGenerator generator(1, 1, bureau, m_pointers, m_holidays, m_now, numbers.numbering());
    QVERIFY(generator.next().has_value());
    QCOMPARE(generator.next().error().code, core::ErrorCode::NotFound);
    generate::CaseGenerator none(1, 1, bureau, {}, m_holidays, m_now, numbers.numbering());
    QCOMPARE(none.next().error().code, core::ErrorCode::NotFound);
  }

private:
  static generate::PatternNumbers newNumbers() {
    return {"{fiscal_year}-{office_symbol}-{seq:6}", [](const std::string&) { return 0; }};
  }

  std::vector<core::CaseRecord> generate(std::uint64_t seed, std::size_t count) {
    const auto bureau = generate::makeBureau(seed);
    auto numbers = newNumbers();
    generate::CaseGenerator generator(seed, count, bureau, m_pointers, m_holidays, m_now,
                                      numbers.numbering());
    std::vector<core::CaseRecord> records;
    for (std::size_t i = 0; i < count; ++i) {
      auto record = generator.next();
      if (!record) qFatal("%s", record.error().detail.c_str());
      records.push_back(std::move(*record));
    }
    return records;
  }

  std::vector<core::Procedure> m_procedures;
  std::vector<const core::Procedure*> m_pointers;
  core::HolidayTable m_holidays;
  core::Instant m_now = core::startOfDayInJapan(core::makeDate(2026, 11, 20)) + std::chrono::hours{15};
};

QTEST_APPLESS_MAIN(CaseGeneratorTest)
#include "casegeneratortest.moc"
