// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The actions on the record of a case, each by its key and its dialog.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/dayedit.h"
#include "ui/window/workspace.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

core::Date today(const DeskRig& rig) {
  return core::dayInJapan(rig.fake.now);
}

/// Presses the key and fills the dialog that asks; empty parts are left as proposed.
struct Answer {
  QString text{};
  std::optional<core::Date> day{};
  QString choice{};
};

void answer(DeskRig& rig, Qt::Key key, Qt::KeyboardModifiers modifiers, const Answer& with) {
  rig.window->workspace()->focusTable();
  rig.press(key, modifiers);
  QDialog* dialog = rig.dialog("actionDialog");
  QVERIFY2(dialog != nullptr, qPrintable(rig.message()));
  if (with.day) dialog->findChild<ui::DayEdit*>(u"askDay"_qs)->setDay(with.day);
  if (!with.text.isEmpty()) dialog->findChild<QPlainTextEdit*>(u"askText"_qs)->setPlainText(with.text);
  if (auto* choice = dialog->findChild<QComboBox*>(u"askChoice"_qs); choice && !with.choice.isEmpty())
    choice->setCurrentIndex(choice->findData(with.choice));
  const std::size_t before = rig.fake.performed.size();
  auto* accept = dialog->findChild<QPushButton*>(u"accept"_qs);
  QVERIFY(accept->isEnabled());
  accept->click();
  QTRY_COMPARE(rig.fake.performed.size(), before + 1);
  QTRY_VERIFY(rig.isIdle());
  // The dialog deletes itself; the next one must not be taken for it.
  QTRY_VERIFY(rig.window->findChild<QDialog*>(u"actionDialog"_qs) == nullptr);
}

std::size_t received(DeskRig& rig, const core::Date& stamped) {
  core::ReceiveOnPaper paper;
  paper.procedure = core::ProcedureId("food-business-permit");
  paper.office = core::OfficeId("food");
  paper.stampedOn = stamped;
  paper.applicant.party.name.display = "申請者";
  paper.form = core::json::object();
  const auto done = rig.fake.perform({}, paper);
  if (!done) qFatal("%s", done.error().detail.c_str());
  rig.fake.performed.clear();
  return rig.fake.cases.size() - 1;
}

} // namespace

class RecordActionsTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldReserve_andEndIt() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.examine(place);
    rig.openPlace(place);
    answer(rig, Qt::Key_B, Qt::NoModifier, {{}, today(rig) + std::chrono::days(10), {}});
    QTRY_VERIFY(rig.shown()->reservation.has_value());
    QCOMPARE(rig.shown()->reservation->until, today(rig) + std::chrono::days(10));
    rig.press(Qt::Key_B, Qt::ShiftModifier);
    QTRY_VERIFY(!rig.shown()->reservation.has_value());
  }

  void shouldCheckTheStamp_andLetASupervisorCorrectIt() {
    DeskRig rig("sato");
    const std::size_t place = received(rig, today(rig) - std::chrono::days(2));
    rig.fake.signInAs("tanaka");
    rig.openPlace(place);
    // The second person reads the day; nothing is proposed, so nothing is confirmed unread.
    rig.window->workspace()->run(models::CaseAction::CheckReceiptDay);
    QDialog* dialog = rig.dialog("actionDialog");
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->findChild<QPushButton*>(u"accept"_qs)->isEnabled());
    dialog->reject();
    QTRY_VERIFY(rig.window->findChild<QDialog*>(u"actionDialog"_qs) == nullptr);
    answer(rig, Qt::Key_R, Qt::ShiftModifier, {{}, today(rig) - std::chrono::days(2), {}});
    QTRY_COMPARE(rig.shown()->dayCheckedBy, core::UserId("tanaka"));
    answer(rig, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier,
           {u"消印を確認した"_qs, today(rig) - std::chrono::days(3), {}});
    QTRY_COMPARE(rig.shown()->arrivedOn, today(rig) - std::chrono::days(3));
  }

  void shouldEndTheWaitThatIsChosen() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 5);
    rig.fake.examine(place);
    rig.fake.act(place, "sato",
                 core::StartWait{core::WaitReason::Fee, today(rig) - std::chrono::days(3), {}});
    rig.fake.act(place, "sato",
                 core::StartWait{core::WaitReason::ExtraData, today(rig) - std::chrono::days(2), {}});
    rig.openPlace(place);
    answer(rig, Qt::Key_W, Qt::ShiftModifier, {{}, today(rig) - std::chrono::days(1), u"ExtraData"_qs});
    QTRY_VERIFY(rig.shown()->waits[1].to.has_value());
    QVERIFY(!rig.shown()->waits[0].to.has_value());
    QCOMPARE(*rig.shown()->waits[1].to, today(rig) - std::chrono::days(1));
  }

  void shouldRecordAppeals_andCloseOne() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 5);
    rig.fake.examine(place);
    rig.fake.submit(place);
    rig.fake.decide(place);
    rig.fake.act(place, "sato",
                 core::IssueNotice{today(rig), core::Channel::Post, core::BlobId(std::string(64, 'a'))});
    rig.openPlace(place);
    answer(rig, Qt::Key_U, Qt::NoModifier, {{}, today(rig), u"suit"_qs});
    QTRY_COMPARE(rig.shown()->appeals.size(), std::size_t{1});
    answer(rig, Qt::Key_U, Qt::NoModifier, {});
    QTRY_COMPARE(rig.shown()->appeals.size(), std::size_t{2});
    QCOMPARE(rig.shown()->appeals[1].kind, std::string("reviewRequest"));
    answer(rig, Qt::Key_U, Qt::ShiftModifier, {{}, {}, u"0"_qs});
    QTRY_VERIFY(rig.shown()->appeals[0].closedOn.has_value());
    QVERIFY(!rig.shown()->appeals[1].closedOn.has_value());
  }

  void shouldHoldTheRecord_andDestroyItByTwo() {
    DeskRig rig("tanaka");
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 5);
    rig.fake.examine(place);
    rig.fake.submit(place);
    rig.fake.decide(place);
    rig.fake.act(place, "sato",
                 core::IssueNotice{today(rig), core::Channel::Post, core::BlobId(std::string(64, 'a'))});
    rig.fake.act(place, "sato", core::CloseCase{});
    rig.openPlace(place);
    answer(rig, Qt::Key_H, Qt::NoModifier, {u"監査中"_qs, {}, {}});
    QTRY_VERIFY(rig.shown()->retentionHold);
    answer(rig, Qt::Key_H, Qt::ShiftModifier, {u"監査終了"_qs, {}, {}});
    QTRY_VERIFY(!rig.shown()->retentionHold);
    // GIVEN the retention has not ended THEN the reason is said
    rig.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!rig.message().isEmpty());
    // WHEN it has
    rig.fake.now += std::chrono::days(365 * 12);
    answer(rig, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier, {});
    QTRY_COMPARE(rig.shown()->destructionApprovals.size(), std::size_t{1});
    QVERIFY(models::whyNot(models::CaseAction::AgreeDestruction, rig.desk->opened).has_value());
  }

  void shouldAddAndRemoveAnAgent() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.examine(place);
    rig.openPlace(place);
    auto* toggle = rig.find<QAbstractButton>("applicantToggle");
    QVERIFY(toggle != nullptr);
    toggle->setChecked(true);
    auto* name = rig.find<QLineEdit>("applicant:/agent/name/display");
    auto* phone = rig.find<QLineEdit>("applicant:/agent/phone");
    QVERIFY(!phone->isEnabled());
    name->setFocus();
    rig.type(u"Gyosei"_qs);
    rig.press(Qt::Key_Tab);
    QTRY_VERIFY(rig.shown()->applicant.agent.has_value());
    QVERIFY(phone->isEnabled());
    phone->setFocus();
    rig.type(u"03-5550-0101"_qs);
    rig.press(Qt::Key_Tab);
    QTRY_COMPARE(rig.shown()->applicant.agent->phone, std::string("03-5550-0101"));
    name->setFocus();
    name->selectAll();
    rig.press(Qt::Key_Delete);
    rig.press(Qt::Key_Tab);
    QTRY_VERIFY(!rig.shown()->applicant.agent.has_value());
  }

  void shouldChangeTheKindOfApplicant() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.examine(place);
    rig.openPlace(place);
    auto* kind = rig.find<QComboBox>("applicant:/party/kind");
    for (const int index : {1, 0}) {
      kind->setCurrentIndex(index);
      Q_EMIT kind->activated(index);
      const auto wanted = index == 1 ? core::PartyKind::Organisation : core::PartyKind::Person;
      QTRY_COMPARE(rig.shown()->applicant.party.kind, wanted);
      QTRY_VERIFY(rig.isIdle());
    }
  }
};

QTEST_MAIN(RecordActionsTest)
#include "recordactionstest.moc"
