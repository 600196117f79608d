// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/intakedialog.h"

#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

constexpr const char* kName = "applicant:/party/name/display";
constexpr const char* kRoad = "road-occupation-permit";
constexpr const char* kSign = "outdoor-advertisement-permit";
const core::CaseId kDrafts("desk:intake");

} // namespace

class IntakeDialogTest : public tests::GuiTest {
  Q_OBJECT

  static QDialog* intake(DeskRig& rig) {
    rig.find<QAction>("command:receive")->trigger();
    return rig.dialog("intakeDialog");
  }
  static void close(QDialog* dialog) {
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    delete dialog;
  }
  static QLineEdit* line(const QDialog* dialog, const char* name) {
    return dialog->findChild<QLineEdit*>(QString::fromLatin1(name));
  }
  static void choose(const QDialog* dialog, const char* procedure) {
    auto* choice = dialog->findChild<QComboBox*>(u"intakeProcedure"_qs);
    choice->setCurrentIndex(choice->findData(QString::fromLatin1(procedure)));
    // The lines of the form before go in the next turn.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
  static ui::FieldEditor* field(const QDialog* dialog, const char* pointer) {
    const auto find = [&] {
      return dialog->findChild<ui::FieldEditor*>(u"field:"_qs + QString::fromLatin1(pointer));
    };
    // Far below, it is made when somebody comes to it.
    if (find() == nullptr) dialog->findChild<ui::FormView*>()->jumpTo(QString::fromLatin1(pointer));
    return find();
  }
  /// Types into a field of the form; the keyboard stays there.
  static void type(const QDialog* dialog, const char* pointer, const QString& text) {
    QWidget* input = field(dialog, pointer)->inputs().constFirst();
    input->setFocus();
    QTest::keyClicks(input, text);
  }
  static QString text(const QDialog* dialog, const char* pointer) {
    ui::FieldEditor* editor = field(dialog, pointer);
    return editor == nullptr ? u"-"_qs : editor->draft();
  }

private Q_SLOTS:
  void shouldKeepWhatIsTyped_untilTheCaseIsReceived() {
    DeskRig rig;
    rig.open();
    QDialog* dialog = intake(rig);
    QVERIFY(!dialog->findChild<QLabel*>(u"intakeAgain"_qs)->isVisible());
    choose(dialog, kRoad);
    line(dialog, kName)->setText(u"渡邉 さゆり"_qs);
    type(dialog, "/place/road", u"R16"_qs);
    line(dialog, kName)->setFocus();
    type(dialog, "/place/address/town", u"half"_qs); // and never left
    close(dialog);
    const auto isThere = [](QDialog* again) {
      return again->findChild<QComboBox*>(u"intakeProcedure"_qs)->currentData() == QLatin1String(kRoad) &&
             line(again, kName)->text() == u"渡邉 さゆり"_qs && text(again, "/place/road") == u"R16"_qs &&
             text(again, "/place/address/town") == u"half"_qs &&
             again->findChild<QLabel*>(u"intakeAgain"_qs)->isVisible();
    };
    dialog = intake(rig);
    QVERIFY(isThere(dialog));
    // WHEN the program is ended without a word
    rig.reopen();
    dialog = intake(rig);
    QVERIFY(isThere(dialog));
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    // THEN the case has it, and nothing of it is left
    QTRY_COMPARE(rig.fake.cases.size(), std::size_t{1});
    const core::json::value* road = core::valueAt(rig.fake.cases[0].record.state.form, "/place/road");
    QVERIFY(road != nullptr && *road == core::json::value("R16"));
    QTRY_VERIFY(rig.fake.drafts.drafts(kDrafts).isEmpty());
    rig.reopen();
    dialog = intake(rig);
    QCOMPARE(line(dialog, kName)->text(), QString());
    QVERIFY(!dialog->findChild<QPushButton*>(u"intakeDiscard"_qs)->isEnabled());
  }

  void shouldBeginAnew_onlyAfterAQuestion() {
    DeskRig rig;
    rig.open();
    QDialog* dialog = intake(rig);
    choose(dialog, kRoad);
    line(dialog, kName)->setText(u"渡邉 さゆり"_qs);
    type(dialog, "/place/road", u"R16"_qs);
    const auto ask = [&]() -> QDialog* {
      dialog->findChild<QPushButton*>(u"intakeDiscard"_qs)->click();
      return dialog->findChild<QDialog*>();
    };
    QDialog* question = ask();
    QVERIFY(question != nullptr);
    question->reject();
    QCOMPARE(line(dialog, kName)->text(), u"渡邉 さゆり"_qs);
    QVERIFY(!rig.fake.drafts.drafts(kDrafts).isEmpty());
    delete question;
    ask()->accept();
    QCOMPARE(line(dialog, kName)->text(), QString());
    choose(dialog, kRoad);
    QCOMPARE(text(dialog, "/place/road"), QString());
    QVERIFY(rig.fake.drafts.drafts(kDrafts).isEmpty());
    QVERIFY(!dialog->findChild<QPushButton*>(u"intakeDiscard"_qs)->isEnabled());
  }

  void shouldKeepWhatFits_whenTheProcedureIsAnother() {
    DeskRig rig;
    rig.open();
    QDialog* dialog = intake(rig);
    choose(dialog, kRoad);
    type(dialog, "/place/road", u"R16"_qs);
    type(dialog, "/place/address/town", u"Hino"_qs);
    choose(dialog, kSign);
    QVERIFY(dialog->findChild<QWidget*>(u"field:/place/road"_qs) == nullptr);
    QCOMPARE(text(dialog, "/place/address/town"), u"Hino"_qs);
    type(dialog, "/contractor/registration", u"Mori"_qs);
    // WHEN it was the first one after all, and the program ends in between
    rig.reopen();
    dialog = intake(rig);
    choose(dialog, kRoad);
    QCOMPARE(text(dialog, "/place/road"), u"R16"_qs);
    QCOMPARE(text(dialog, "/place/address/town"), u"Hino"_qs);
    choose(dialog, kSign);
    QCOMPARE(text(dialog, "/contractor/registration"), u"Mori"_qs);
  }

  void shouldKeepEachScanOfTheTrayApart() {
    DeskRig rig;
    rig.fake.scans.scan(u"/tray/one.pdf"_qs);
    rig.fake.scans.scan(u"/tray/two.pdf"_qs);
    rig.open();
    QDialog* dialog = intake(rig);
    line(dialog, kName)->setText(u"at the counter"_qs);
    close(dialog);
    const auto take = [&](const QString& path) {
      auto* taking = qobject_cast<ui::IntakeDialog*>(intake(rig));
      taking->takeScan(path, models::today([&] { return rig.fake.now; }));
      return taking;
    };
    dialog = take(u"/tray/one.pdf"_qs);
    QCOMPARE(line(dialog, kName)->text(), QString());
    line(dialog, kName)->setText(u"of the first scan"_qs);
    close(dialog);
    dialog = take(u"/tray/two.pdf"_qs);
    QCOMPARE(line(dialog, kName)->text(), QString());
    close(dialog);
    dialog = take(u"/tray/one.pdf"_qs);
    QCOMPARE(line(dialog, kName)->text(), u"of the first scan"_qs);
    QCOMPARE(line(dialog, "intakeScan")->text(), u"/tray/one.pdf"_qs);
    close(dialog);
    dialog = intake(rig);
    QCOMPARE(line(dialog, kName)->text(), u"at the counter"_qs);
    close(dialog);
    // WHEN the scan has left the tray, nothing of it stays behind
    rig.fake.scans.putAway(u"/tray/one.pdf"_qs);
    close(take(u"/tray/two.pdf"_qs));
    QCOMPARE(rig.fake.drafts.drafts(kDrafts).size(), 1);
  }

  void shouldWantALook_atPagesThatAreThere() {
    DeskRig rig;
    rig.open();
    QDialog* dialog = intake(rig);
    line(dialog, kName)->setText(u"渡邉 さゆり"_qs);
    QLineEdit* scan = line(dialog, "intakeScan");
    auto* compared = dialog->findChild<QCheckBox*>(u"intakeCompared"_qs);
    auto* receive = dialog->findChild<QPushButton*>(u"accept"_qs);
    // WHEN a path is being typed, nothing was looked at yet
    scan->setFocus();
    QTest::keyClicks(scan, u"/tray/one.pdf"_qs);
    QVERIFY(!compared->isEnabled());
    QVERIFY(!receive->isEnabled());
    // THEN its pages are shown when it is left
    QTest::keyClick(scan, Qt::Key_Tab);
    QTRY_VERIFY(compared->isEnabled());
    compared->click();
    QVERIFY(receive->isEnabled());
    // AND another file wants another look, at once
    scan->setFocus();
    QTest::keyClicks(scan, u"x"_qs);
    QVERIFY(!compared->isEnabled() && !compared->isChecked());
    QVERIFY(!receive->isEnabled());
    // AND pages that cannot be shown cannot be looked at
    QVERIFY(rig.fake.preview != nullptr);
    rig.fake.preview->failure = models::PageSource::Failure::Broken;
    QTest::keyClick(scan, Qt::Key_Tab);
    QTRY_VERIFY(rig.fake.preview->closed > 0);
    QVERIFY(!compared->isEnabled());
    QVERIFY(!receive->isEnabled());
  }

  void shouldNotKeepAMyNumber() {
    DeskRig rig;
    rig.open();
    QDialog* dialog = intake(rig);
    line(dialog, kName)->setText(u"渡邉 123456789018"_qs);
    line(dialog, "applicant:/party/phone")->setText(u"042-123-4567"_qs);
    const QString kept = rig.fake.drafts.drafts(kDrafts).value(u"paper"_qs);
    QVERIFY(kept.contains(u"042-123-4567"_qs));
    QVERIFY(!kept.contains(u"123456789018"_qs));
  }
};

QTEST_MAIN(IntakeDialogTest)
#include "intakedialogtest.moc"
