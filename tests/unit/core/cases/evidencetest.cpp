// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/cases/casecodec.h"
#include "core/cases/invariants.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;

namespace {

const CriterionId kPapers("papers");

EvidenceMark markOn(const char* document, int page, int top, const char* note = "") {
  EvidenceMark mark;
  mark.document = DocumentId(document);
  mark.page = page;
  mark.top = top;
  mark.width = 1000;
  mark.height = 200;
  mark.note = note;
  return mark;
}

const std::vector<EvidenceMark>& marks(const CaseRecord& record) {
  static const std::vector<EvidenceMark> none;
  const auto found = record.state.findings.find(kPapers);
  return found == record.state.findings.end() ? none : found->second.marks;
}

} // namespace

class EvidenceTest : public QObject {
  Q_OBJECT

  CaseWorld m_world;

  CaseRecord withDocument() {
    CaseRecord record = m_world.taken();
    const auto refused = m_world.run(record, "clerk1",
                                     AttachDocument{DocumentId("plan"), "plan", "図面.pdf", "application/pdf",
                                                    10, BlobId(sha256Hex("a"))});
    if (refused) qFatal("no document");
    return record;
  }
  std::optional<ErrorCode> add(CaseRecord& record, const EvidenceMark& mark, const char* who = "clerk1") {
    return m_world.run(record, who, MarkEvidence{kPapers, {mark}, {}});
  }

private Q_SLOTS:
  void shouldKeepMarksInReadingOrder_beforeAndAfterTheFinding() {
    CaseRecord record = withDocument();
    QVERIFY(!add(record, markOn("plan", 2, 100)));
    QVERIFY(!add(record, markOn("plan", 0, 900, "印がない")));
    QVERIFY(!m_world.run(record, "clerk1", SetCriterion{kPapers, {}, "met", "揃っている", {}, {}}));
    QVERIFY(!add(record, markOn("plan", 0, 50)));
    const auto& kept = marks(record);
    QCOMPARE(kept.size(), std::size_t{3});
    QCOMPARE(kept[0].top, 50);
    QCOMPARE(kept[1].note, std::string("印がない"));
    QCOMPARE(kept[2].page, 2);
    QVERIFY(kept[2].by == UserId("clerk1"));
    QCOMPARE(record.state.findings.at(kPapers).finding, std::string("met"));
    // The finding is taken back; what was marked stays.
    QVERIFY(!m_world.run(record, "clerk1", SetCriterion{kPapers, "met", {}, {}, {}, {}}));
    QCOMPARE(marks(record).size(), std::size_t{3});
    QVERIFY(!brokenInvariant(record));
  }

  void shouldTakeBackWhatItMarked() {
    CaseRecord record = withDocument();
    const CaseState before = record.state;
    const MarkEvidence command{kPapers, {markOn("plan", 0, 1), markOn("plan", 0, 2)}, {}};
    const auto back = inverse(command, before);
    QVERIFY(back.has_value());
    QVERIFY(!m_world.run(record, "clerk1", command));
    QVERIFY(!m_world.run(record, "clerk1", *back));
    QVERIFY(record.state.findings == before.findings);
  }

  void shouldKeepBoth_whenTwoPeopleMarkAtTheSameTime() {
    // GIVEN a client and a server that both start from the same case
    CaseRecord server = withDocument();
    CaseRecord client = server;
    const Command mine =
        m_world.command(client, m_world.person("clerk1"),
                        MarkEvidence{kPapers, {markOn("plan", 0, 1), markOn("plan", 1, 1)}, {}});
    // WHEN a supervisor marks one of the same places first
    QVERIFY(!add(server, markOn("plan", 1, 1), "super"));
    QVERIFY(execute(server, mine, m_world.context(m_world.person("clerk1"))).has_value());
    // THEN each place is there once
    QCOMPARE(marks(server).size(), std::size_t{2});
  }

  void shouldRefuse_whatIsNoPlaceOnADocumentOfTheCase() {
    CaseRecord record = withDocument();
    QCOMPARE(add(record, markOn("other", 0, 0)), ErrorCode::NoSuchDocument);
    QCOMPARE(add(record, markOn("plan", -1, 0)), ErrorCode::InvalidArgument);
    EvidenceMark flat = markOn("plan", 0, 0);
    flat.height = 0;
    QCOMPARE(add(record, flat), ErrorCode::InvalidArgument);
    QCOMPARE(add(record, markOn("plan", 0, 0, "番号 123456789018")), ErrorCode::MyNumberFound);
    QCOMPARE(m_world.run(record, "clerk1", MarkEvidence{CriterionId("none"), {}, {}}),
             ErrorCode::NoSuchCriterion);
    QCOMPARE(add(record, markOn("plan", 0, 0), "clerk2"), ErrorCode::NotHolder);
  }

  void shouldRefuse_whenThereAreTooMany() {
    CaseRecord record = withDocument();
    MarkEvidence many{kPapers, {}, {}};
    for (std::size_t i = 0; i < kMostMarks; ++i)
      many.add.push_back(markOn("plan", static_cast<int>(i), 0));
    QVERIFY(!m_world.run(record, "clerk1", many));
    QCOMPARE(add(record, markOn("plan", 0, 7)), ErrorCode::TooLarge);
    many.add.push_back(markOn("plan", 0, 7));
    QCOMPARE(m_world.run(record, "clerk1", many), ErrorCode::TooLarge);
  }

  void shouldReadRecordsWithoutMarks_andKeepWhatANewerVersionAdds() {
    CaseRecord record = withDocument();
    QVERIFY(!m_world.run(record, "clerk1", SetCriterion{kPapers, {}, "met", {}, {}, {}}));
    json::value state = toJson(record.state);
    // Marks that are not there leave no trace in the text, so that digests of older records stay.
    const json::value* found = valueAt(state, "/findings/papers");
    QVERIFY(found != nullptr && !found->as_object().contains("marks"));
    QVERIFY(*caseStateFrom(state) == record.state);
    QVERIFY(!add(record, markOn("plan", 0, 0)));
    state = toJson(record.state);
    state.at("findings").at("papers").at("marks").at(0).as_object()["colour"] = "later";
    QCOMPARE(canonicalJson(toJson(*caseStateFrom(state))), canonicalJson(state));
  }
};

QTEST_APPLESS_MAIN(EvidenceTest)
#include "evidencetest.moc"
