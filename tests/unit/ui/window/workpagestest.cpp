// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/labels.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/dayedit.h"
#include "ui/dialogs/intakedialog.h"
#include "ui/documents/pageview.h"
#include "ui/window/workspace.h"
#include "ui/work/signinpage.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QGraphicsView>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPrintDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryFile>
#include <QTreeView>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

void click(QWidget* parent, const char* name) {
  auto* button = parent->findChild<QAbstractButton*>(QString::fromLatin1(name));
  QVERIFY2(button != nullptr && button->isEnabled(), name);
  button->click();
}

} // namespace

class WorkPagesTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldDecideABatch() {
    DeskRig rig("suzuki");
    fillWithSamples(rig.fake);
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::ToDecide);
    QTRY_VERIFY(rig.desk->batch.rowCount() > 0);
    QTRY_VERIFY(!rig.desk->batch.isLoading());
    const int alike = rig.desk->batch.checkedCount();
    QVERIFY(alike > 1);
    click(rig.window.get(), "batchApprove");
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    asked->findChild<QLineEdit*>(u"signature"_qs)->setText(u"window"_qs);
    click(asked, "accept");
    QTRY_COMPARE(rig.desk->batch.finished(), alike);
    QTRY_COMPARE(rig.desk->batch.runState(), models::RunState::Idle);
    QCOMPARE(rig.fake.performed.size(), static_cast<std::size_t>(alike));
    QCOMPARE(rig.desk->batch.refusedCount(), 0);
  }

  void shouldSettleAConflict() {
    DeskRig rig;
    rig.fake.examine(rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3));
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    const core::CaseId id = rig.fake.cases[0].record.state.id;
    const core::json::value before = core::json::string("042-555-0101");
    const core::json::value mine = core::json::string("042-555-0199");
    QVERIFY(rig.fake.perform(id, core::EditApplicant{{{"/party/phone", before, mine}}}).has_value());
    rig.fake.conflict(0, {"/applicant/party/phone", before, mine, mine, core::UserId("kato"), rig.fake.now});
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::NeedsAttention);
    QTRY_COMPARE(rig.desk->attention.rowCount(), 1);
    QLineEdit* other = nullptr;
    QTRY_VERIFY((other = rig.find<QLineEdit>("otherText:/applicant/party/phone")) != nullptr);
    // What sends the user to this page elsewhere is not said here.
    const QString summary = rig.find<QLabel>("attentionSummary")->text();
    QVERIFY2(!summary.contains(models::label(core::Queue::NeedsAttention)), qPrintable(summary));
    other->setFocus();
    other->selectAll();
    rig.type(u"042-555-0000"_qs);
    QVERIFY(rig.find<QRadioButton>("other:/applicant/party/phone")->isChecked());
    click(rig.window.get(), "settle");
    QTRY_COMPARE(rig.desk->attention.rowCount(), 0);
    QCOMPARE(rig.fake.cases[0].record.state.applicant.party.phone, std::string("042-555-0000"));
  }

  void shouldSayWhichVersionIsWanted_whenAMoveClashes() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    core::CaseState& state = rig.fake.cases[place].record.state;
    auto newer = std::make_shared<core::Procedure>(*rig.fake.references->procedure(state.procedure, 1));
    newer->version = 2;
    rig.fake.references->procedures[{newer->id, 2}] = newer;
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    const core::CaseState before = state;
    QVERIFY(rig.fake.perform(before.id, core::MoveToVersion{1, 2}).has_value());
    // GIVEN that somebody has changed meanwhile what would go
    state = before;
    rig.fake.conflict(place, {"/form/facility/name", core::json::string("旧食堂"), nullptr,
                              core::json::string("新食堂"), core::UserId("kato"), rig.fake.now});
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::NeedsAttention);
    QRadioButton* mine = nullptr;
    QTRY_VERIFY((mine = rig.find<QRadioButton>("mine:/form/facility/name")) != nullptr);
    const QString theirs = rig.find<QRadioButton>("theirs:/form/facility/name")->text();
    // THEN it stands there what each side wants, in words
    QCOMPARE(mine->text(), u"Keep mine: version 2 of the form, in which this has no place"_qs);
    QVERIFY2(theirs.contains(u"新食堂, with version 1 of the form"_qs), qPrintable(theirs));
    mine->click();
    click(rig.window.get(), "settle");
    QTRY_COMPARE(rig.fake.cases[place].record.state.procedureVersion, 2);
  }

  void shouldReceiveOnPaper_withItsScan() {
    DeskRig rig;
    rig.open();
    rig.find<QAction>("command:receive")->trigger();
    auto* dialog = qobject_cast<ui::IntakeDialog*>(rig.dialog("intakeDialog"));
    QVERIFY(dialog != nullptr);
    QTemporaryFile scan(u"scanXXXXXX.pdf"_qs);
    QVERIFY(scan.open());
    scan.write("%PDF-1.4 a scan");
    scan.close();
    dialog->setScan(scan.fileName());
    // The scan counts only after a look at its pages.
    QVERIFY(!dialog->findChild<QPushButton*>(u"accept"_qs)->isEnabled());
    auto* compared = dialog->findChild<QCheckBox*>(u"intakeCompared"_qs);
    QTRY_VERIFY(compared->isEnabled());
    compared->click();
    // Without a name it stays open and says so.
    click(dialog, "accept");
    QVERIFY(rig.fake.cases.empty());
    dialog->findChild<QLineEdit*>(u"applicant:/party/name/display"_qs)->setText(u"渡邉 さゆり"_qs);
    dialog->findChild<QLineEdit*>(u"applicant:/party/address/municipality"_qs)->setText(u"立川市"_qs);
    click(dialog, "accept");
    QTRY_COMPARE(rig.fake.cases.size(), std::size_t{1});
    const core::CaseState& state = rig.fake.cases[0].record.state;
    QCOMPARE(state.applicant.party.name.display, std::string("渡邉 さゆり"));
    QCOMPARE(state.applicant.party.address.municipality, std::string("132021"));
    QCOMPARE(state.documents.size(), std::size_t{1});
    QCOMPARE(state.channel, core::Channel::Counter);
    QTRY_VERIFY(rig.shown() != nullptr);
  }

  void shouldSayWhatWasChosen_whereNobodyChoosesAnyMore() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.press(Qt::Key_4, Qt::ControlModifier);
    auto* granted = rig.find<QRadioButton>("outcome0");
    auto* read = rig.find<QLabel>("outcomeRead");
    QVERIFY(granted->isVisible() && !read->isVisible());
    QVERIFY(rig.find<QPlainTextEdit>("remarks")->isVisible());
    rig.fake.submit(place);
    rig.fake.tellChanged(place);
    QTRY_VERIFY(!granted->isVisible());
    QVERIFY(read->isVisible() && read->isEnabled());
    QCOMPARE(read->text(), models::label(rig.shown()->draft->outcome));
    QVERIFY(!rig.find<QPlainTextEdit>("remarks")->isVisible()); // there are none
  }

  void shouldIssueANotice() {
    DeskRig rig;
    openDecided(rig);
    rig.window->workspace()->run(models::CaseAction::IssueNotice);
    // Another one may come to lie where this one was.
    const QPointer<QDialog> notice = rig.dialog("noticeDialog");
    QVERIFY(notice != nullptr);
    click(notice, "accept");
    QTRY_COMPARE(rig.shown()->status, core::Status::Notified);
    const auto pdf = rig.fake.blobs.find(rig.shown()->notice->pdf.value);
    QVERIFY(pdf != rig.fake.blobs.end());
    QVERIFY(pdf->second.startsWith("%PDF"));
    // AND it can be looked at and printed again, as it was issued
    rig.press(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(rig.find<QPushButton>("showNotice")->isVisible());
    click(rig.window.get(), "showNotice");
    QTRY_VERIFY(rig.dialog("noticeDialog") != nullptr && rig.dialog("noticeDialog") != notice);
    QVERIFY(rig.dialog("noticeDialog")->findChild<QPushButton*>(u"accept"_qs) == nullptr);
    QTRY_VERIFY(rig.dialog("noticeDialog")->findChild<ui::PageView*>()->isComplete());
    QCOMPARE(rig.fake.preview->content, pdf->second);
    click(rig.dialog("noticeDialog"), "printNotice");
    QTRY_VERIFY(rig.window->findChild<QPrintDialog*>() != nullptr);
    rig.window->findChild<QPrintDialog*>()->reject();
  }

  void shouldShowTheNotice_whenItsCaseWasLeftAndOpenedAgainMeanwhile() {
    DeskRig rig;
    openDecided(rig);
    rig.window->workspace()->run(models::CaseAction::IssueNotice);
    QDialog* issued = rig.dialog("noticeDialog");
    click(issued, "accept");
    QTRY_COMPARE(rig.shown()->status, core::Status::Notified);
    rig.press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    // WHEN its content comes before the case has been read again
    const core::CaseId id = rig.desk->opened.id();
    rig.desk->opened.close();
    rig.desk->opened.open(id);
    QVERIFY(rig.desk->opened.state() == nullptr);
    QTRY_VERIFY(rig.dialog("noticeDialog") != nullptr && rig.dialog("noticeDialog") != issued);
  }

  void shouldSayWhy_whenTheNoticeCannotBeFetched() {
    DeskRig rig;
    openDecided(rig);
    // GIVEN one that was not issued yet
    rig.press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(rig.dialog("noticeDialog") == nullptr);
    QVERIFY(!rig.message().isEmpty());
    rig.window->workspace()->run(models::CaseAction::IssueNotice);
    click(rig.dialog("noticeDialog"), "accept");
    QTRY_COMPARE(rig.shown()->status, core::Status::Notified);
    rig.fake.blobs.clear();
    const QString before = rig.message();
    rig.press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(rig.message() != before);
  }

  void shouldOpenTheDueDayIntoItsSum() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.openPlace(place);
    click(rig.window.get(), "caseDue");
    QVERIFY(rig.dialog("clockDialog") != nullptr);
  }

  void shouldAddANote_byTheKeyThatThePageNames() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.press(Qt::Key_6, Qt::ControlModifier);
    rig.type(u"called"_qs);
    rig.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(rig.fake.cases[place].record.state.notes.size(), std::size_t{1});
    QTRY_VERIFY(rig.find<QPlainTextEdit>("noteText")->toPlainText().isEmpty());
  }

  void shouldSaveAFieldWhenItIsLeft() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    QWidget* name = nullptr;
    QTRY_VERIFY((name = rig.find<QWidget>("field:/facility/name")) != nullptr);
    name->findChild<QLineEdit*>()->setFocus();
    rig.press(Qt::Key_A, Qt::ControlModifier);
    rig.type(u"Shin"_qs);
    rig.press(Qt::Key_Tab);
    QTRY_COMPARE(rig.fake.performed.size(), std::size_t{1});
    const core::json::value* now = core::valueAt(rig.fake.cases[place].record.state.form, "/facility/name");
    QCOMPARE(QString::fromStdString(std::string(now->get_string())), u"Shin"_qs);
    QVERIFY(rig.fake.cases[place].record.state.corrected.count("/form/facility/name") > 0);
  }

  void shouldRememberTheFilterOfAQueue() {
    DeskRig rig;
    rig.fake.arrive("food-business-permit", "佐倉", "サクラ", 3);
    rig.fake.arrive("food-business-permit", "別人", "ベツジン", 3);
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::Unassigned);
    QTRY_COMPARE(rig.desk->table.rowCount(), 2);
    rig.find<QLineEdit>("filterText")->setText(u"さくら"_qs);
    QTRY_COMPARE(rig.desk->table.rowCount(), 1);
    rig.window->workspace()->showQueue(core::Queue::Office);
    QCOMPARE(rig.find<QLineEdit>("filterText")->text(), QString());
    rig.reopen();
    rig.window->workspace()->showQueue(core::Queue::Unassigned);
    QCOMPARE(rig.find<QLineEdit>("filterText")->text(), u"さくら"_qs);
    QTRY_COMPARE(rig.desk->table.rowCount(), 1);
  }

  void shouldDiscardFromTheOutbox_onlyWhenConfirmed() {
    DeskRig rig;
    rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    QVERIFY(rig.fake.perform(rig.fake.cases[0].record.state.id, core::RegisterCase{}).has_value());
    rig.open();
    rig.window->workspace()->showOutbox();
    QTRY_COMPARE(rig.desk->outbox.rowCount(), 1);
    rig.find<QTableView>("outbox")->selectRow(0);
    click(rig.window.get(), "discard");
    QDialog* asked = rig.dialog("actionDialog");
    QVERIFY(asked != nullptr);
    QCOMPARE(rig.desk->outbox.rowCount(), 1);
    click(asked, "accept");
    QTRY_COMPARE(rig.desk->outbox.rowCount(), 0);
  }

  void shouldShowHowTheWorkFlows_asPicturesAndInWords() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.openUnassigned(3);
    rig.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto* table = rig.find<QTableView>("figures");
    QVERIFY(table != nullptr);
    QTRY_COMPARE(table->model()->rowCount(), 13);
    auto* byStep = rig.find<QRadioButton>("figuresByStep");
    byStep->click();
    QCOMPARE(table->model()->rowCount(), 5);
    // Two charts of weeks give way to one of steps.
    int seen = 0;
    for (auto* chart : table->parentWidget()->findChildren<QGraphicsView*>())
      seen += chart->isVisible() ? 1 : 0;
    QCOMPARE(seen, 1);
    // WHEN the user goes back to the list, THEN nobody reads for the page that is not seen
    QTRY_VERIFY(!rig.desk->figures.isLoading());
    rig.press(Qt::Key_Escape);
    QVERIFY(!table->isVisible());
    QSignalSpy asked(&rig.desk->figures, &QAbstractItemModel::modelReset);
    rig.fake.tellChanged(0);
    QVERIFY(!rig.desk->figures.isLoading());
    rig.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(rig.desk->figures.isLoading());
    QTRY_COMPARE(asked.count(), 1);
  }

  void shouldMarkNoQueue_whileTheOutboxIsShown_andComeBack() {
    DeskRig rig;
    rig.arriveMany(3);
    rig.openUnassigned(3);
    const QModelIndex left = rig.window->workspace()->queueList()->currentIndex();
    rig.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(rig.find<QTableView>("outbox")->isVisible());
    QVERIFY(!rig.window->workspace()->queueList()->currentIndex().isValid());
    rig.press(Qt::Key_Escape);
    QVERIFY(rig.window->workspace()->showsList());
    QCOMPARE(rig.window->workspace()->queueList()->currentIndex(), left);
    QTRY_COMPARE(rig.desk->table.rowCount(), 3);
  }

  void shouldSignIn_andSayWhatIsWrong() {
    tests::FakeDesk fake;
    fake.session.signOut();
    const ui::Theme theme(ui::Look::Light);
    ui::SignInPage page(fake.session, theme);
    page.show();
    page.findChild<QLineEdit*>(u"password"_qs)->setText(u"wrong"_qs);
    click(&page, "signIn");
    QTRY_VERIFY(!page.findChild<QLabel*>(u"signInError"_qs)->text().isEmpty());
    page.findChild<QLineEdit*>(u"password"_qs)->setText(u"window"_qs);
    QTest::keyClick(page.findChild<QLineEdit*>(u"password"_qs), Qt::Key_Return);
    QTRY_COMPARE(fake.session.state(), models::SessionSource::State::SignedIn);
  }

  void shouldReadDaysAsPeopleWriteThem() {
    ui::DayEdit edit;
    auto* line = edit.findChild<QLineEdit*>(u"day"_qs);
    line->setText(u"R8.4.1"_qs);
    QCOMPARE(edit.day(), std::optional(core::makeDate(2026, 4, 1)));
    line->setText(u"平成31年6月1日"_qs);
    QCOMPARE(edit.day(), std::nullopt);
    edit.setDay(core::makeDate(2026, 4, 1));
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(edit.day(), std::optional(core::makeDate(2026, 4, 2)));
  }

private:
  static void openDecided(DeskRig& rig) {
    const std::size_t place = rig.arriveExamined();
    rig.fake.submit(place);
    rig.fake.decide(place);
    rig.openPlace(place);
  }
};

QTEST_MAIN(WorkPagesTest)
#include "workpagestest.moc"
