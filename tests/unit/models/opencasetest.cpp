// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/opencase.h"

#include "models/timelinemodel.h"
#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;

class OpenCaseTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldLoadAndFollowChanges() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    open(desk, fake, place);
    QVERIFY(desk.opened.procedure() != nullptr);
    QVERIFY(desk.opened.schema() != nullptr);
    fake.act(place, "kato", core::RegisterCase{});
    fake.tellChanged(place);
    QTRY_COMPARE(desk.opened.state()->status, core::Status::Registered);
  }

  void shouldPerformInOrder_eachOnTheVersionBefore() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    QSignalSpy finished(&desk.opened, &OpenCase::finished);
    desk.opened.perform({core::RegisterCase{}, core::AssignCase{core::UserId("sato"), {}}});
    QVERIFY(finished.wait());
    QCOMPARE(fake.performed.size(), std::size_t{2});
    QCOMPARE(fake.bases, (std::vector<std::int64_t>{1, 2}));
    QTRY_VERIFY(desk.opened.isMine());
  }

  void shouldGoOnWithItsOwnVersions_whenAnotherCaseIsOpenedMeanwhile() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    const std::size_t other = fake.arrive("food-business-permit", "別人", "ベツジン", 1);
    fake.examine(other);
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    QSignalSpy finished(&desk.opened, &OpenCase::finished);
    desk.opened.perform({core::RegisterCase{}, core::AddNote{"一"}, core::AddNote{"二"}});
    open(desk, fake, other);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(fake.bases, (std::vector<std::int64_t>{1, 2, 3}));
  }

  void shouldDropTheRest_whenOneIsRefused() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    QSignalSpy refused(&desk.opened, &OpenCase::refused);
    desk.opened.perform({core::CloseCase{}, core::RegisterCase{}});
    QVERIFY(refused.wait());
    QVERIFY(fake.performed.empty());
    QVERIFY(!desk.opened.isBusy());
  }

  void shouldKnowTheDraftsThatAreInCommandsUnderWay() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    const core::CaseId id = desk.opened.id();
    fake.drafts.keep(id, {{u"note/text"_qs, u"一"_qs}, {u"/facility/name"_qs, u"x"_qs}});
    QSignalSpy finished(&desk.opened, &OpenCase::finished);
    desk.opened.perform(core::RegisterCase{});
    desk.opened.perform(core::AddNote{"一"}, {{u"note/text"_qs, u"一"_qs}});
    QCOMPARE(desk.opened.underWay(id, u"note/"_qs).value(u"note/text"_qs), u"一"_qs);
    QVERIFY(desk.opened.underWay(id, u"/"_qs).isEmpty());
    QVERIFY(desk.opened.underWay(core::CaseId("another"), u"note/"_qs).isEmpty());
    QVERIFY(finished.wait());
    QVERIFY(desk.opened.underWay(id, u"note/"_qs).isEmpty());
    QCOMPARE(fake.drafts.drafts(id).keys(), QStringList(u"/facility/name"_qs));
    // WHEN it is refused THEN it stays
    fake.drafts.keep(id, {{u"note/text"_qs, u"123456789018"_qs}});
    QSignalSpy refused(&desk.opened, &OpenCase::refused);
    desk.opened.perform(core::AddNote{"123456789018"}, {{u"note/text"_qs, u"123456789018"_qs}});
    QVERIFY(refused.wait());
    QVERIFY(desk.opened.underWay(id, u"note/"_qs).isEmpty());
    QCOMPARE(fake.drafts.drafts(id).size(), 1);
  }

  void shouldPerformOnceEach_whenMoreIsAskedForByWhoHearsOfIt() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    bool asked = false;
    connect(&desk.opened, &OpenCase::performed, &desk.opened, [&] {
      if (!std::exchange(asked, true)) desk.opened.perform(core::AddNote{"二"});
    });
    QSignalSpy finished(&desk.opened, &OpenCase::finished);
    desk.opened.perform({core::RegisterCase{}, core::AddNote{"一"}});
    QVERIFY(finished.wait());
    QCOMPARE(fake.performed.size(), std::size_t{3});
    QTRY_COMPARE(desk.opened.state()->notes.size(), std::size_t{2});
    QVERIFY(!desk.opened.isBusy());
  }

  void shouldSayWhatTheRulesWouldSay() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    QVERIFY(!desk.opened.check(core::RegisterCase{}));
    QCOMPARE(desk.opened.check(core::CloseCase{})->code, core::ErrorCode::WrongState);
  }

  void shouldOfferNoVersion_whoseFormCannotBeChecked() {
    tests::FakeDesk fake;
    const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1);
    fake.examine(place);
    auto newer = std::make_shared<core::Procedure>(
        *fake.references->procedure(fake.cases[place].record.state.procedure, 1));
    newer->version = 2;
    fake.references->procedures[{newer->id, 2}] = newer;
    auto broken = std::make_shared<core::Procedure>(*newer);
    broken->version = 3;
    broken->form.as_object()["type"] = "no such type";
    fake.references->procedures[{broken->id, 3}] = broken;
    Desk desk(fake.ports());
    open(desk, fake, place);
    QVERIFY(!desk.opened.check(core::MoveToVersion{1, 2}));
    const auto refusal = desk.opened.check(core::MoveToVersion{1, 3});
    QVERIFY(refusal.has_value());
    QCOMPARE(refusal->code, core::ErrorCode::NoSuchProcedure);
  }

  void shouldUndoByTheInverse_andForgetWhatCannotBeTakenBack() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    desk.opened.perform({core::RegisterCase{}, core::AssignCase{core::UserId("sato"), {}}});
    QTRY_VERIFY(desk.opened.isMine());
    QTRY_VERIFY(desk.undo.canUndo());
    QVERIFY(!desk.undo.text().isEmpty());
    desk.undo.undo();
    QTRY_VERIFY(desk.opened.state()->holder.empty());
    QSignalSpy failed(&desk.undo, &UndoStack::failed);
    desk.undo.undo();
    QVERIFY(failed.wait());
    QVERIFY(!desk.undo.canUndo());
  }

  void shouldTellTheTimeline_newestFirst() {
    tests::FakeDesk fake;
    fillWithSamples(fake);
    Desk desk(fake.ports());
    const QAbstractItemModelTester tester(&desk.timeline);
    open(desk, fake, fake.cases.size() - 1);
    QCOMPARE(desk.timeline.rowCount(), static_cast<int>(desk.opened.opened()->record.timeline.size()));
    for (int row = 0; row < desk.timeline.rowCount(); ++row)
      QVERIFY(!desk.timeline.index(row, 0).data().toString().isEmpty());
    desk.opened.close();
    QCOMPARE(desk.timeline.rowCount(), 0);
  }

  void shouldMarkPendingEntries_whenOffline() {
    tests::FakeDesk fake;
    Desk desk(fake.ports());
    open(desk, fake, fake.arrive("food-business-permit", "申請者", "シンセイシャ", 1));
    fake.status.link = SyncStatus::Link::Offline;
    desk.opened.perform(core::RegisterCase{});
    QTRY_COMPARE(desk.timeline.rowCount(), 2);
    QVERIFY(desk.timeline.index(0, 0).data(TimelineModel::PendingRole).toBool());
    QVERIFY(!desk.timeline.index(1, 0).data(TimelineModel::PendingRole).toBool());
  }

private:
  static void open(Desk& desk, const tests::FakeDesk& fake, std::size_t place) {
    desk.opened.open(fake.cases[place].record.state.id);
    QTRY_VERIFY(desk.opened.state() != nullptr);
  }
};

QTEST_GUILESS_MAIN(OpenCaseTest)
#include "opencasetest.moc"
