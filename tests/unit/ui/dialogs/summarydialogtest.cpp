// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/summarydialog.h"

#include "models/summarytext.h"
#include "models/trainingtasks.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/documents/pageview.h"

#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::tests;

namespace {

QString textOf(const QByteArray& pdf) {
  QBuffer buffer;
  buffer.setData(pdf);
  buffer.open(QIODevice::ReadOnly);
  QPdfDocument document;
  document.load(&buffer);
  QString text;
  for (int page = 0; page < document.pageCount(); ++page)
    text += document.getAllText(page).text();
  document.close();
  return text;
}

ui::SummaryDialog* openSummary(DeskRig& rig) {
  rig.press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
  return qobject_cast<ui::SummaryDialog*>(rig.dialog("summaryDialog"));
}

bool isRecorded(const DeskRig& rig, const char* action) {
  return std::find(rig.fake.journal.begin(), rig.fake.journal.end(), action) != rig.fake.journal.end();
}

} // namespace

class SummaryDialogTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldSayWhy_whenNoCaseIsOpen() {
    DeskRig rig;
    rig.open();
    rig.press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!rig.message().isEmpty());
    QVERIFY(rig.window->findChild<QDialog*>(u"summaryDialog"_qs) == nullptr);
  }

  void shouldShowTheCaseOnPaper_byKeyAndByMenu() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    ui::SummaryDialog* dialog = openSummary(rig);
    QVERIFY(dialog != nullptr);
    const QString text = textOf(dialog->paper().pdf);
    QVERIFY2(text.contains(u"申請者"_qs) && text.contains(u"立川市"_qs), qPrintable(text));
    const auto* pages = dialog->findChild<ui::PageView*>(u"noticePages"_qs);
    QTRY_VERIFY(pages->isComplete());
    QCOMPARE(rig.fake.preview->content, dialog->paper().pdf);
    dialog->findChild<QCheckBox*>(u"summaryTimeline"_qs)->setChecked(true);
    QVERIFY(textOf(dialog->paper().pdf).size() > text.size());
    QTRY_VERIFY(pages->isComplete());
    QCOMPARE(rig.fake.preview->content, dialog->paper().pdf);
    dialog->reject();
    // THEN what read it goes with it
    QTRY_VERIFY(rig.fake.preview.isNull());
    // AND the menu has it
    rig.window->findChild<QAction*>(u"command:printCase"_qs)->trigger();
    QVERIFY(rig.dialog("summaryDialog") != nullptr);
  }

  void shouldWriteTheJournalFirst_whenItIsSaved() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    ui::SummaryDialog* dialog = openSummary(rig);
    QVERIFY(dialog != nullptr);
    dialog->findChild<QPushButton*>(u"saveSummary"_qs)->click();
    auto* files = dialog->findChild<QFileDialog*>();
    QVERIFY(files != nullptr);
    QVERIFY(!isRecorded(rig, "export"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"case.pdf"_qs);
    Q_EMIT files->fileSelected(path);
    QVERIFY(isRecorded(rig, "export") && !QFile::exists(path));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), dialog->paper().pdf);
  }

  void shouldWriteTheJournalFirst_whenItIsPrinted() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    ui::SummaryDialog* dialog = openSummary(rig);
    QVERIFY(dialog != nullptr);
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const auto* said = dialog->findChild<QLabel*>(u"summarySaid"_qs);
    dialog->findChild<ui::PaperFlow*>()->printOn(dialog->paper(), printer);
    QVERIFY(isRecorded(rig, "print") && rig.fake.printer.papers.empty());
    // THEN it is printed behind the window, as it was shown
    QTRY_COMPARE(rig.fake.printer.papers.size(), 1U);
    const auto [request, pdf] = rig.fake.printer.papers.front();
    QCOMPARE(pdf, dialog->paper().pdf);
    const QString under = said->text();
    // THEN what is said of another's paper is not said here
    Q_EMIT rig.fake.printer.printed(request + 1);
    QCOMPARE(said->text(), under);
    Q_EMIT rig.fake.printer.printed(request);
    const QString sent = said->text();
    QVERIFY(sent != under);
    dialog->findChild<ui::PaperFlow*>()->printOn(dialog->paper(), printer);
    QTRY_COMPARE(rig.fake.printer.papers.size(), 2U);
    QCOMPARE(said->text(), under);
    Q_EMIT rig.fake.printer.failed(rig.fake.printer.papers.back().first, 0, 0);
    QVERIFY(said->text() != sent && said->text() != under);
    // THEN what came out before is counted
    dialog->findChild<ui::PaperFlow*>()->printOn(dialog->paper(), printer);
    QTRY_COMPARE(rig.fake.printer.papers.size(), 3U);
    Q_EMIT rig.fake.printer.failed(rig.fake.printer.papers.back().first, 2, 5);
    QVERIFY2(said->text().contains(u"Only 2 of 5 pages"_qs), qPrintable(said->text()));
  }

  void shouldLeaveOutWhereAPersonLives_whenUnderProtection() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    core::CaseState& state = rig.fake.cases[place].record.state;
    state.visibility = core::Visibility::Protected;
    // GIVEN an application that was filed elsewhere
    core::Event moved = rig.fake.cases[place].record.timeline.back();
    moved.body = core::CaseTransferred{core::OfficeId("road"), core::OfficeId("food"), {}};
    rig.fake.cases[place].record.timeline.push_back(moved);
    // AND what people have written, and an agent whose address stands in the form too
    state.notes.push_back({"転居先は青梅市", core::UserId("sato"), rig.fake.now});
    state.findings.begin()->second.fact = "避難先の福生市を確認";
    state.rounds.push_back({{{{}, {}, "羽村市の住民票"}}, core::Date{}, core::Date{}, core::Date{}, {}});
    state.applicant.agent.emplace();
    state.applicant.agent->name.display = "代理　太郎";
    state.applicant.agent->address.rest = "九丁目9番9号";
    QVERIFY(core::setValueAt(state.form, "/hygiene/managerName", "九丁目9番9号気付 代理太郎").has_value());
    core::CaseDocument document;
    document.name = "委任状（九丁目9番9号）.pdf";
    state.documents.push_back(document);
    const QString phone = QString::fromStdString(rig.fake.cases[place].record.state.applicant.party.phone);
    rig.openPlace(place);
    const auto shown = models::summaryText(rig.desk->opened, true);
    const auto& parts = shown.parts;
    // THEN neither the form's own fields tell it, which they do of anybody else
    const auto holds = [](const models::SummaryText& text, const QString& what) {
      for (const models::StatePart& part : text.parts)
        for (const auto& [label, value] : part.lines)
          if (value.contains(what)) return true;
      return false;
    };
    for (const QString& secret : {u"三丁目2番26号"_qs, u"みどりビル"_qs, u"042-555-0101"_qs, u"青梅市"_qs,
                                  u"福生市"_qs, u"羽村市"_qs, u"九丁目"_qs, u"Section"_qs})
      QVERIFY2(!holds(shown, secret), qPrintable(secret));
    QVERIFY(holds(shown, u"まどぐち食堂"_qs) && holds(shown, u"代理　太郎"_qs));
    for (const models::StatePart& part : parts)
      if (part.title == QCoreApplication::translate("StateText", "Applicant")) {
        QVERIFY(part.lines.size() <= 2);
        for (const auto& [label, value] : part.lines)
          QVERIFY2(phone.isEmpty() || !value.contains(phone), qPrintable(label));
      }
    for (const auto& [when, what] : parts.back().lines)
      QVERIFY2(!what.contains(QChar(u'\n')), qPrintable(what));
  }

  void shouldMarkEachPage_inThePracticeOffice() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    models::TrainingTasks tasks(rig.fake.preferences);
    rig.desk->ports.training = &tasks;
    ui::SummaryDialog* dialog = openSummary(rig);
    QVERIFY(dialog != nullptr);
    const QString text = textOf(dialog->paper().pdf);
    QVERIFY2(text.contains(u"Practice"_qs), qPrintable(text));
    dialog->reject();
    rig.desk->ports.training = nullptr;
  }
};

QTEST_MAIN(SummaryDialogTest)
#include "summarydialogtest.moc"
