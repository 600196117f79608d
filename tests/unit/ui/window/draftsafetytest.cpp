// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed is a draft until the very command has it, and nobody else's work takes its place.
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/casepages/casepages.h"
#include "ui/window/workspace.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

const QString kName = QStringLiteral("/facility/name");
const QString kPhone = QStringLiteral("/facility/phone");

models::Drafts drafts(const DeskRig& rig, std::size_t place) {
  return rig.fake.drafts.drafts(rig.fake.cases[place].record.state.id);
}

QLineEdit* field(const DeskRig& rig, const QString& pointer) {
  auto* editor = rig.window->findChild<QWidget*>(QStringLiteral("field:") + pointer);
  auto* input = qobject_cast<QLineEdit*>(editor);
  return input != nullptr || editor == nullptr ? input : editor->findChild<QLineEdit*>();
}

/// A colleague drafts another version; the desk has seen it afterwards.
void draftElsewhere(DeskRig& rig, std::size_t place, const std::string& remarks) {
  core::DraftDecision theirs;
  const auto& before = rig.fake.cases[place].record.state.draft;
  theirs.baseDraft = before ? before->version : 0;
  theirs.remarks = remarks;
  rig.fake.act(place, "tanaka", theirs);
  rig.fake.tellChanged(place);
  const std::int64_t version = rig.fake.cases[place].record.state.version;
  if (!QTest::qWaitFor([&] { return rig.shown() != nullptr && rig.shown()->version == version; }))
    qFatal("the change does not come");
}

QPlainTextEdit* remarks(const DeskRig& rig) {
  return rig.find<QPlainTextEdit>("remarks");
}

QWidget* meanwhile(const DeskRig& rig) {
  return rig.find<QWidget>("draftMeanwhile");
}

/// A case whose decision the user is writing while a colleague saves a version of it.
std::size_t overtaken(DeskRig& rig) {
  const std::size_t place = rig.arriveExamined();
  rig.openPlace(place);
  rig.window->workspace()->casePages().showPage(ui::CasePages::kDecision);
  remarks(rig)->setPlainText(u"要確認"_qs);
  draftElsewhere(rig, place, "別の意見");
  return place;
}

} // namespace

class DraftSafetyTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldKeepAField_untilItsCommandHasIt() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    field(rig, kName)->setFocus();
    field(rig, kName)->selectAll();
    rig.type(u"Midori"_qs);
    rig.press(Qt::Key_Tab);
    // The command was given while the text was a draft still, and took it along.
    QCOMPARE(rig.fake.commands.kept.size(), std::size_t{1});
    QCOMPARE(rig.fake.commands.kept.back().value(kName), u"Midori"_qs);
    QVERIFY(drafts(rig, place).isEmpty());
    QTRY_VERIFY(rig.isIdle());
    QVERIFY(drafts(rig, place).isEmpty());
  }

  void shouldKeepAField_whileItsCommandWaitsForAnother() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    field(rig, kName)->setFocus();
    field(rig, kName)->selectAll();
    rig.type(u"Midori"_qs);
    field(rig, kPhone)->setFocus();
    QCOMPARE(rig.fake.commands.kept.size(), std::size_t{1});
    field(rig, kPhone)->selectAll();
    rig.type(u"042-555-0199"_qs);
    field(rig, kName)->setFocus();
    // The second one is not given before the first is answered.
    QCOMPARE(rig.fake.commands.kept.size(), std::size_t{1});
    QCOMPARE(drafts(rig, place).value(kPhone), u"042-555-0199"_qs);
    // WHEN something else is typed meanwhile THEN it stays kept nevertheless
    rig.type(u"x"_qs);
    QCOMPARE(drafts(rig, place).value(kPhone), u"042-555-0199"_qs);
    rig.press(Qt::Key_Escape);
    QTRY_COMPARE(rig.fake.commands.kept.size(), std::size_t{2});
    QCOMPARE(rig.fake.commands.kept.back().value(kPhone), u"042-555-0199"_qs);
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
  }

  void shouldKeepAFieldOfTheApplicant_untilItsCommandHasIt() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.find<QAbstractButton>("applicantToggle")->setChecked(true);
    auto* building = rig.find<QLineEdit>("applicant:/party/address/building");
    building->setFocus();
    rig.type(u"Annex"_qs);
    const QString written = building->text();
    rig.press(Qt::Key_Tab);
    QCOMPARE(rig.fake.commands.kept.size(), std::size_t{1});
    QCOMPARE(rig.fake.commands.kept.back().value(u"applicant/party/address/building"_qs), written);
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
  }

  void shouldKeepWhatIsTypedAgain_whileItsCommandIsOnItsWay() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kNotes);
    auto* note = rig.find<QPlainTextEdit>("noteText");
    note->setPlainText(u"eins"_qs);
    rig.find<QPushButton>("noteAdd")->click();
    note->appendPlainText(u"zwei"_qs);
    QTRY_VERIFY(rig.isIdle());
    QCOMPARE(rig.fake.commands.kept.back().value(u"note/text"_qs), u"eins"_qs);
    QTRY_COMPARE(drafts(rig, place).value(u"note/text"_qs).trimmed(), u"zwei"_qs);
  }

  void shouldKeepADecision_whenAColleagueSavesAnother() {
    DeskRig rig;
    const std::size_t place = overtaken(rig);
    QCOMPARE(remarks(rig)->toPlainText(), u"要確認"_qs);
    QVERIFY(meanwhile(rig)->isVisible());
    // WHEN it is written on THEN it is still kept, also for another day
    remarks(rig)->appendPlainText(u"図面も"_qs);
    rig.reopen();
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kDecision);
    QCOMPARE(remarks(rig)->toPlainText(), u"要確認\n図面も"_qs);
    QVERIFY(meanwhile(rig)->isVisible());
    // It is not saved over theirs without a word.
    rig.find<QPushButton>("saveDraft")->click();
    QTRY_VERIFY(rig.isIdle());
    QCOMPARE(rig.shown()->draftVersions, 1);
    // WHEN one goes on with it THEN it follows theirs
    rig.find<QPushButton>("draftMine")->click();
    QVERIFY(!meanwhile(rig)->isVisible());
    rig.find<QPushButton>("saveDraft")->click();
    QTRY_COMPARE(rig.shown()->draftVersions, 2);
    QCOMPARE(rig.shown()->draft->remarks, std::string("要確認\n図面も"));
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
    QVERIFY(!meanwhile(rig)->isVisible());
  }

  void shouldShowTheColleaguesDecision_whenOnesOwnIsDropped() {
    DeskRig rig;
    const std::size_t place = overtaken(rig);
    rig.find<QPushButton>("draftTheirs")->click();
    QCOMPARE(remarks(rig)->toPlainText(), u"別の意見"_qs);
    QVERIFY(!meanwhile(rig)->isVisible());
    QVERIFY(drafts(rig, place).isEmpty());
    // Nothing is written, so the next version simply comes.
    draftElsewhere(rig, place, "さらに別");
    QCOMPARE(remarks(rig)->toPlainText(), u"さらに別"_qs);
    QVERIFY(!meanwhile(rig)->isVisible());
  }

  void shouldNotSpeakOfAColleague_whenOneSavesOnesOwn() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->casePages().showPage(ui::CasePages::kDecision);
    remarks(rig)->setPlainText(u"一"_qs);
    rig.find<QPushButton>("saveDraft")->click();
    QTRY_COMPARE(rig.shown()->draftVersions, 1);
    QTRY_VERIFY(rig.isIdle() && drafts(rig, place).isEmpty());
    QVERIFY(!meanwhile(rig)->isVisible());
    // It rests on what was saved.
    remarks(rig)->setPlainText(u"二"_qs);
    QVERIFY(!meanwhile(rig)->isVisible());
    rig.find<QPushButton>("saveDraft")->click();
    QTRY_COMPARE(rig.shown()->draftVersions, 2);
  }
};

QTEST_MAIN(DraftSafetyTest)
#include "draftsafetytest.moc"
