// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a correction, and recording what became of each thing that was asked for.
#include "core/calendar/era.h"
#include "models/caseactions.h"
#include "tests/support/guitestsupport.h"
#include "tests/support/outsideforms.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/dayedit.h"
#include "ui/window/workspace.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

QDialog* ask(DeskRig& rig) {
  rig.window->workspace()->run(models::CaseAction::AskCorrection);
  return rig.dialog("correctionDialog");
}

QTableWidget* items(const QDialog* dialog, const char* name = "correctionItems") {
  return dialog->findChild<QTableWidget*>(QString::fromLatin1(name));
}

QComboBox* box(const QTableWidget* table, int row, int column) {
  return qobject_cast<QComboBox*>(table->cellWidget(row, column));
}

/// Chooses the usual text that is offered under a number, from 0.
void use(const QDialog* dialog, int number) {
  auto* texts = dialog->findChild<QComboBox*>(u"usualTexts"_qs);
  const int index = texts->findData(number);
  QVERIFY(index > 0);
  Q_EMIT texts->activated(index);
}

/// A case that awaits a name and a plan.
std::size_t arriveAsked(DeskRig& rig) {
  const std::size_t place = rig.arriveExamined();
  const core::Date today = core::dayInJapan(rig.fake.now);
  rig.fake.act(place, "sato",
               core::RequestCorrection{{{"/facility/name", {}, "屋号"}, {{}, "floor-plan", "図面"}},
                                       today,
                                       today + std::chrono::days(14)});
  return place;
}

QDialog* answer(DeskRig& rig) {
  rig.window->workspace()->run(models::CaseAction::RecordAnswer);
  return rig.dialog("answerDialog");
}

} // namespace

class CorrectionDialogTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldFillAUsualText_withWhatItIsAboutAndTheDueDay() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    QDialog* dialog = ask(rig);
    auto* due = dialog->findChild<ui::DayEdit*>(u"correctionDue"_qs);
    QTableWidget* table = items(dialog);
    const int before = table->rowCount();
    table->setCurrentCell(before - 1, 1);
    dialog->findChild<QPushButton*>(u"addItem"_qs)->click();
    use(dialog, 0); // the first of the procedure: the plan is missing
    const auto text = [&] { return table->item(before, 1)->text(); };
    QVERIFY2(text().startsWith(u"施設の構造及び設備を示す図面が添付されていません"_qs), qPrintable(text()));
    QVERIFY(text().contains(QString::fromStdString(core::toEraText(*due->day()))));
    QCOMPARE(box(table, before, 0)->currentData().toString(), u"document:floor-plan"_qs);
    // WHEN day or document change THEN the text follows
    const core::Date later = *due->day() + std::chrono::days(7);
    due->setDay(later);
    QVERIFY(text().contains(QString::fromStdString(core::toEraText(later))));
    box(table, before, 0)->setCurrentIndex(box(table, before, 0)->findData(u"document:water-test"_qs));
    QVERIFY2(text().startsWith(u"水質検査成績書が"_qs), qPrintable(text()));
    // but not what somebody has changed
    table->item(before, 1)->setText(text() + u"　至急"_qs);
    const QString own = text();
    due->setDay(later + std::chrono::days(1));
    box(table, before, 0)->setCurrentIndex(0);
    QCOMPARE(text(), own);
  }

  void shouldKeepAUsualText_withItsPlaceholders_whenTheProgramIsKilled() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    QDialog* dialog = ask(rig);
    use(dialog, 1);
    const QString text = items(dialog)->item(0, 1)->text();
    rig.reopen();
    rig.openPlace(place);
    dialog = ask(rig);
    QCOMPARE(items(dialog)->item(0, 1)->text(), text);
    auto* due = dialog->findChild<ui::DayEdit*>(u"correctionDue"_qs);
    due->setDay(*due->day() + std::chrono::days(7));
    QVERIFY(items(dialog)->item(0, 1)->text() != text);
  }

  void shouldPutATextAboutSomethingElse_intoALineOfItsOwn() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    QDialog* dialog = ask(rig);
    QTableWidget* table = items(dialog);
    const int before = table->rowCount();
    table->setCurrentCell(0, 1);
    table->item(0, 1)->setText(u"書いたもの"_qs);
    use(dialog, 3); // about the opening day
    QCOMPARE(table->rowCount(), before + 1);
    QCOMPARE(table->item(0, 1)->text(), u"書いたもの"_qs);
    QCOMPARE(box(table, before, 0)->currentData().toString(), u"field:/facility/openingOn"_qs);
  }

  void shouldOfferTheFieldsOfAFormWithoutALayout() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    auto references = std::make_shared<models::References>(*rig.fake.references);
    const core::CaseState& state = rig.fake.cases[place].record.state;
    core::Procedure bare = *references->procedure(state.procedure, state.procedureVersion);
    bare.layout.sections.clear();
    references->procedures[{state.procedure, state.procedureVersion}] =
        std::make_shared<const core::Procedure>(bare);
    rig.fake.references = references;
    rig.openPlace(place);
    QDialog* dialog = ask(rig);
    QTableWidget* table = items(dialog);
    dialog->findChild<QPushButton*>(u"addItem"_qs)->click();
    const int row = table->rowCount() - 1;
    const int index = box(table, row, 0)->findData(u"field:/facility/address/town"_qs);
    QVERIFY(index > 0);
    QCOMPARE(box(table, row, 0)->itemText(index), u"Facility › Address › Town"_qs);
    box(table, row, 0)->setCurrentIndex(index);
    table->item(row, 1)->setText(u"町名"_qs);
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.shown()->status, core::Status::AwaitingCorrection);
    QCOMPARE(rig.shown()->rounds.back().items.back().pointer, std::string("/facility/address/town"));
  }

  void shouldRecordWhatBecameOfEachItem_andSayWhatIsOpen() {
    DeskRig rig;
    const std::size_t place = arriveAsked(rig);
    rig.openPlace(place);
    QDialog* dialog = answer(rig);
    QTableWidget* table = items(dialog, "answerItems");
    QCOMPARE(table->rowCount(), 2);
    QVERIFY(table->item(0, 0)->text().contains(u"屋号"_qs));
    QCOMPARE(box(table, 0, 1)->currentIndex(), 0); // answered
    QCOMPARE(box(table, 1, 1)->currentIndex(), 1); // no plan has come
    table->item(0, 2)->setText(u"訂正済み"_qs);
    dialog->findChild<QPlainTextEdit*>(u"answerText"_qs)->setPlainText(u"電話で回答"_qs);
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.shown()->status, core::Status::Examining);
    const core::CorrectionRound& round = rig.shown()->rounds.back();
    QCOMPARE(round.replies.size(), std::size_t{2});
    QVERIFY(!round.replies[0].open && round.replies[1].open);
    QCOMPARE(round.replies[0].note, std::string("訂正済み"));
    QCOMPARE(round.answer, std::string("電話で回答"));
    // The page says what is open, and the next request begins with it.
    QTRY_VERIFY(rig.find<QLabel>("missing")->text().contains(u"図面"_qs));
    QTRY_VERIFY(rig.find<QDialog>("answerDialog") == nullptr);
    dialog = ask(rig);
    QCOMPARE(items(dialog)->item(0, 1)->text(), u"図面"_qs);
    QCOMPARE(box(items(dialog), 0, 0)->currentData().toString(), u"document:floor-plan"_qs);
  }

  void shouldNameTheDocumentThatCame() {
    DeskRig rig;
    const std::size_t place = arriveAsked(rig);
    const core::BlobId blob(std::string(64, 'a'));
    rig.fake.act(
        place, "sato",
        core::AttachDocument{core::DocumentId("plan"), "floor-plan", "図面.pdf", "application/pdf", 4, blob});
    rig.openPlace(place);
    QDialog* dialog = answer(rig);
    QTableWidget* table = items(dialog, "answerItems");
    QCOMPARE(box(table, 1, 1)->currentIndex(), 0);
    QCOMPARE(box(table, 1, 3)->currentText(), u"図面.pdf"_qs);
    QCOMPARE(box(table, 0, 3)->currentData().toString(), QString());
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.shown()->status, core::Status::Examining);
    QCOMPARE(rig.shown()->rounds.back().replies[1].document, core::DocumentId("plan"));
  }

  void shouldKeepAnAnswer_whenTheProgramIsKilled() {
    DeskRig rig;
    const std::size_t place = arriveAsked(rig);
    rig.openPlace(place);
    QDialog* dialog = answer(rig);
    box(items(dialog, "answerItems"), 0, 1)->setCurrentIndex(1);
    items(dialog, "answerItems")->item(1, 2)->setText(u"来週"_qs);
    dialog->findChild<QPlainTextEdit*>(u"answerText"_qs)->setPlainText(u"半分"_qs);
    rig.reopen();
    rig.openPlace(place);
    dialog = answer(rig);
    QCOMPARE(box(items(dialog, "answerItems"), 0, 1)->currentIndex(), 1);
    QCOMPARE(items(dialog, "answerItems")->item(1, 2)->text(), u"来週"_qs);
    QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"answerText"_qs)->toPlainText(), u"半分"_qs);
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.shown()->status, core::Status::Examining);
    QTRY_VERIFY(rig.fake.drafts.drafts(rig.shown()->id).isEmpty());
  }
};

QTEST_MAIN(CorrectionDialogTest)
#include "correctiondialogtest.moc"
