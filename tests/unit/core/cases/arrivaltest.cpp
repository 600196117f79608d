// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What a case brings with it when it arrives.
#include "core/cases/casestate.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <functional>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;

class ArrivalTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeOfAScanWhatItIs_notWhatOthersWouldHaveDoneWithIt() {
    CaseWorld world;
    CaseRecord record;
    record.state.id = CaseId("paper");
    ReceiveOnPaper receive;
    receive.procedure = world.procedure.id;
    receive.office = OfficeId("east");
    receive.stampedOn = dayInJapan(world.now);
    receive.applicant.party.name.display = "山崎";
    receive.form = json::object{};
    CaseDocument scan;
    scan.id = DocumentId("d1");
    scan.name = "scan.pdf";
    scan.size = 9;
    scan.blob = BlobId(std::string(64, 'a'));
    // WHEN a desk says that a supervisor has verified it already
    scan.verifiedBy = UserId("super");
    scan.verifyNote = "原本照合済み";
    scan.detached = true;
    receive.scan = scan;
    QVERIFY(!world.run(record, "clerk1", receive));
    const CaseDocument& kept = record.state.documents.front();
    QVERIFY(kept.verifiedBy.empty() && kept.verifyNote.empty() && !kept.detached);
    QCOMPARE(kept.attachedBy, UserId("clerk1"));
    // AND it is what a document has to be
    CaseRecord another;
    another.state.id = CaseId("another");
    for (const auto& spoil : std::vector<std::function<void(CaseDocument&)>>{
             [](CaseDocument& item) { item.id = {}; }, [](CaseDocument& item) { item.name.clear(); },
             [](CaseDocument& item) { item.size = 0; },
             [](CaseDocument& item) { item.blob = BlobId("x"); }}) {
      receive.scan = scan;
      spoil(*receive.scan);
      QVERIFY(world.run(another, "clerk1", receive) == ErrorCode::InvalidArgument);
    }
  }
};

QTEST_APPLESS_MAIN(ArrivalTest)
#include "arrivaltest.moc"
