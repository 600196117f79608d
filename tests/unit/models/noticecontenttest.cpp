// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/noticecontent.h"

#include "tests/support/fakedesk.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;

class NoticeContentTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldFillTheGrantOfEachProcedure() {
    tests::FakeDesk fake;
    for (const core::Procedure* procedure : fake.references->openProcedures()) {
      const std::size_t place = fake.arrive(procedure->id.value, "渡邉 さゆり", "ワタナベ サユリ", 2);
      fake.examine(place);
      fake.submit(place);
      fake.decide(place);
      const core::CaseState& state = fake.cases[place].record.state;
      QCOMPARE(state.status, core::Status::Decided);
      for (const auto language : {core::NoticeLanguage::Japanese, core::NoticeLanguage::English}) {
        const auto notice = noticeOf(state, *fake.references, language);
        QVERIFY2(notice.has_value(),
                 notice ? "" : (procedure->id.value + ": " + notice.error().detail).c_str());
        QCOMPARE(notice->number, state.decision->documentNumber);
        QCOMPARE(notice->addressee, std::string("渡邉 さゆり"));
        QVERIFY(!notice->paragraphs.empty());
      }
    }
  }

  void shouldCarryReasonsAndTheAppealText_whenRefused() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 2);
    fake.examine(place);
    const core::CaseState& state = fake.cases[place].record.state;
    const core::Criterion& last = fake.references->procedure(state.procedure, 1)->criteria.back();
    core::SetCriterion failed{last.id, state.findings.at(last.id).finding, {}, "基準を満たさない。", {}, {}};
    for (const core::Finding& finding : last.findings)
      if (finding.effect == core::FindingEffect::Fails) failed.finding = finding.id;
    fake.act(place, "sato", failed);
    core::DraftDecision draft;
    draft.outcome = last.formal ? core::Outcome::Dismissed : core::Outcome::Refused;
    draft.reasons = {{last.id, "基準を満たさない。", last.article}};
    fake.submit(place, draft);
    fake.decide(place);
    const auto notice = noticeOf(state, *fake.references, core::NoticeLanguage::Japanese);
    QVERIFY(notice.has_value());
    int reasons = 0;
    int appeal = 0;
    for (const core::NoticeParagraph& paragraph : notice->paragraphs) {
      reasons += paragraph.kind == core::NoticeParagraph::Kind::Reason ? 1 : 0;
      appeal += paragraph.kind == core::NoticeParagraph::Kind::Appeal ? 1 : 0;
    }
    QCOMPARE(reasons, 1);
    QVERIFY(appeal > 0);
  }

  void shouldRefuseBeforeTheDecision() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 2);
    const auto notice =
        noticeOf(fake.cases[place].record.state, *fake.references, core::NoticeLanguage::Japanese);
    QCOMPARE(notice.error().code, core::ErrorCode::WrongState);
  }
};

QTEST_GUILESS_MAIN(NoticeContentTest)
#include "noticecontenttest.moc"
