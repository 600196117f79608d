// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline, correction with its letter, what is missing, and the destruction list.
#include "ui/casepages/casepages.h"

#include "tests/support/caseworld.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/language.h"
#include "ui/documents/pageview.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

std::size_t closed(DeskRig& rig) {
  const std::size_t place = rig.arriveExamined();
  rig.fake.submit(place);
  rig.fake.decide(place);
  const core::Date today = core::dayInJapan(rig.fake.now);
  rig.fake.act(place, "sato",
               core::IssueNotice{today, core::Channel::Post, core::BlobId(std::string(64, 'a'))});
  rig.fake.act(place, "sato", core::CloseCase{});
  return place;
}

const std::string kBuilding = "/facility/address/building";

void publishNewerForm(DeskRig& rig, const core::ProcedureId& id) {
  auto& procedures = rig.fake.references->procedures;
  procedures[{id, 2}] =
      std::make_shared<const core::Procedure>(tests::nextVersion(*procedures.at({id, 1}), kBuilding));
}

} // namespace

class CasePagesTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowWhatANewerFormWouldChange_andChangeNothing() {
    // GIVEN a case that keeps its form, and a newer version of it: without seats, with a name of its own
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const core::CaseState before = rig.fake.cases[place].record.state;
    auto newer = std::make_shared<core::Procedure>(*rig.fake.references->procedure(before.procedure, 1));
    newer->version = 2;
    auto& properties = newer->form.as_object()["properties"].as_object();
    QVERIFY(!before.form.as_object().empty());
    const std::string gone(before.form.as_object().begin()->key());
    QVERIFY(properties.erase(gone) == 1);
    newer->criteria.pop_back();
    properties["guestRooms"] = {{"type", "integer"}, {"title", "Rooms to let"}};
    rig.fake.references->procedures[{newer->id, 2}] = newer;
    rig.openPlace(place);
    // WHEN the clerk asks what would change
    auto* link = rig.find<QPushButton>("formVersion");
    QVERIFY(link->isVisible());
    QTRY_COMPARE(link->x(), ui::space::kLarge); // in line with the form
    link->click();
    QDialog* dialog = rig.dialog("formVersions");
    QVERIFY(dialog != nullptr);
    // THEN values without a place and new fields are listed by name
    const auto* list = dialog->findChild<QTreeWidget*>();
    QStringList lines;
    for (int group = 0; group < list->topLevelItemCount(); ++group)
      for (int line = 0; line < list->topLevelItem(group)->childCount(); ++line)
        lines << list->topLevelItem(group)->text(0) + u": "_qs +
                     list->topLevelItem(group)->child(line)->text(0);
    const QString all = lines.join(QChar(u'\n'));
    QVERIFY2(all.contains(u"Rooms to let"_qs), qPrintable(all));
    QVERIFY2(all.contains(u"Values that would have no place"_qs), qPrintable(all));
    QVERIFY2(all.contains(u"Criteria that go (1)"_qs), qPrintable(all));
    dialog->reject();
    // and the case is as it was
    QCOMPARE(rig.fake.cases[place].record.state, before);
    QVERIFY(!rig.desk->undo.canUndo());
  }

  void shouldMoveACaseToANewerForm_byKeyboardAlone() {
    // GIVEN an examined case with a building, and a newer version of the form that asks for none
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const auto& record = rig.fake.cases[place].record;
    QVERIFY(core::valueAt(record.state.form, kBuilding) != nullptr);
    publishNewerForm(rig, record.state.procedure);
    rig.openPlace(place);
    QTRY_VERIFY(rig.find<QWidget>("field:/facility/address/building") != nullptr);
    // WHEN the clerk looks at what would change, and moves it
    auto* link = rig.find<QPushButton>("formVersion");
    link->setFocus();
    rig.press(Qt::Key_Space);
    QDialog* dialog = rig.dialog("formVersions");
    QVERIFY(dialog != nullptr);
    auto* move = dialog->findChild<QPushButton*>(u"accept"_qs);
    QVERIFY(move->isEnabled() && move->text().contains(QChar(u'2')));
    for (int i = 0; i < 5 && QApplication::focusWidget() != move; ++i)
      rig.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), move);
    rig.press(Qt::Key_Space);
    // THEN the page shows the new form, and the message bar says so
    QTRY_COMPARE(rig.shown()->procedureVersion, 2);
    QTRY_VERIFY(rig.message().contains(u"Move to a newer version of the form"_qs));
    QTRY_VERIFY(!link->isVisible());
    const auto* gone = rig.find<QWidget>("field:/facility/address/building");
    QVERIFY(gone == nullptr || !gone->isVisible());
    QVERIFY(core::valueAt(record.state.form, kBuilding) == nullptr);
    QVERIFY(record.state.corrected.at("/form" + kBuilding).original == "みどりビル1階");
    // AND the timeline tells the value that has no place, as the old form called it
    auto* list = rig.find<QListView>("timeline");
    const QModelIndex entry = list->model()->index(0, 0);
    QCOMPARE(entry.data().toString(), u"Moved from version 1 of the form to version 2"_qs);
    const QStringList details = entry.data(models::TimelineModel::DetailsRole).toStringList();
    QCOMPARE(details.size(), 1);
    QVERIFY2(details.front().contains(u"みどりビル1階 →"_qs), qPrintable(details.front()));
    QVERIFY2(!details.front().contains(QChar(u'/')), qPrintable(details.front()));
    // AND the case as it was has it
    rig.window->workspace()->casePages().showPage(ui::CasePages::kTimeline);
    list->setCurrentIndex(list->model()->index(1, 0));
    list->setFocus();
    rig.press(Qt::Key_Return);
    QVERIFY(rig.dialog("asItWasDialog") != nullptr);
    const auto* then = rig.dialog("asItWasDialog")->findChild<QTextBrowser*>(u"asItWas"_qs);
    QVERIFY(then->toPlainText().contains(u"みどりビル1階"_qs));
  }

  void shouldSayWhyACaseCannotMove() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.fake.submit(place);
    publishNewerForm(rig, rig.fake.cases[place].record.state.procedure);
    rig.openPlace(place);
    auto* link = rig.find<QPushButton>("formVersion");
    QTRY_VERIFY(link->isVisible());
    link->click();
    QDialog* dialog = rig.dialog("formVersions");
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->findChild<QPushButton*>(u"accept"_qs)->isEnabled());
    const auto* why = dialog->findChild<QLabel*>(u"whyNot"_qs);
    QVERIFY(why->isVisible() && !why->text().isEmpty());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog->isVisible());
    QCOMPARE(rig.shown()->procedureVersion, 1);
    dialog->reject();
  }

  void shouldChooseEntriesByGroupAndPerson() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.fake.act(place, "kato", core::AddNote{"電話で確認"});
    rig.openPlace(place);
    auto* list = rig.find<QListView>("timeline");
    const int all = list->model()->rowCount();
    QVERIFY(all > 4);
    auto* person = rig.find<QComboBox>("timelinePerson");
    person->setCurrentIndex(person->findData(u"kato"_qs));
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(!rig.find<QLabel>("timelineCount")->text().isEmpty());
    person->setCurrentIndex(0);
    auto* group = rig.find<QComboBox>("timelineGroup");
    group->setCurrentIndex(group->findData(static_cast<int>(models::EventGroup::Holding)));
    QVERIFY(list->model()->rowCount() > 0 && list->model()->rowCount() < all);
    group->setCurrentIndex(0);
    QCOMPARE(list->model()->rowCount(), all);
  }

  void shouldTellWhatAFindingWas_andShowTheCaseAsItWas() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const core::CaseState& state = rig.fake.cases[place].record.state;
    const auto procedure = rig.fake.references->procedure(state.procedure, state.procedureVersion);
    const core::Criterion& criterion = procedure->criteria.front();
    core::SetCriterion again{
        criterion.id, state.findings.at(criterion.id).finding, {}, "現地で確認した", {}, {}};
    for (const core::Finding& finding : criterion.findings)
      if (finding.effect == core::FindingEffect::Fails) again.finding = finding.id;
    rig.fake.act(place, "sato", again);
    rig.openPlace(place);
    auto* list = rig.find<QListView>("timeline");
    const QString details =
        list->model()->index(0, 0).data(models::TimelineModel::DetailsRole).toStringList().join(QChar(u'\n'));
    QVERIFY2(details.contains(QChar(u'→')), qPrintable(details));
    // WHEN the oldest entry is opened THEN the case has neither number nor holder
    rig.window->workspace()->casePages().showPage(ui::CasePages::kTimeline);
    list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
    list->setFocus();
    rig.press(Qt::Key_Return);
    QDialog* dialog = rig.dialog("asItWasDialog");
    QVERIFY(dialog != nullptr);
    const QString then = dialog->findChild<QTextBrowser*>(u"asItWas"_qs)->toPlainText();
    QVERIFY(!then.contains(QString::fromStdString(state.number)));
    QVERIFY(then.contains(u"申請者"_qs));
  }

  void shouldProposeJapaneseWordsForTheApplicant_whateverTheDeskSpeaks() {
    ui::Language language;
    language.use(u"en"_qs);
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    const core::json::value was = rig.fake.cases[place].record.state.form.at_pointer("/facility/name");
    rig.fake.act(place, "sato", core::EditForm{{{"/facility/name", was, {}}}});
    rig.openPlace(place);
    rig.window->workspace()->run(models::CaseAction::AskCorrection);
    const QDialog* dialog = rig.dialog("correctionDialog");
    QVERIFY(dialog != nullptr);
    const auto* items = dialog->findChild<QTableWidget*>(u"correctionItems"_qs);
    QSet<QString> proposed;
    for (int row = 0; row < items->rowCount(); ++row) {
      const QString text = items->item(row, 1)->text();
      QVERIFY2(!text.contains(QRegularExpression(u"[A-Za-z]"_qs)), qPrintable(text));
      proposed << text;
    }
    QCOMPARE(proposed.size(), 2); // documents that are missing, and a field that is empty
  }

  void shouldExplainTheDayThatIsChosen_notTheOneProposed() {
    DeskRig rig;
    rig.openPlace(rig.arriveExamined());
    rig.window->workspace()->run(models::CaseAction::AskCorrection);
    const QDialog* dialog = rig.dialog("correctionDialog");
    auto* due = dialog->findChild<ui::DayEdit*>(u"correctionDue"_qs);
    const auto* sum = dialog->findChild<QLabel*>(u"correctionSum"_qs);
    const QString proposed = sum->text();
    const core::Date proposedDay = due->day().value();
    const core::Date today = core::dayInJapan(rig.fake.now);
    due->setDay(today + std::chrono::days(3));
    QVERIFY2(sum->text() != proposed && sum->text().contains(u"+3"_qs), qPrintable(sum->text()));
    // Why nothing can be sent is said, too.
    due->setDay(today);
    QVERIFY(!dialog->findChild<QPushButton*>(u"accept"_qs)->isEnabled());
    QVERIFY2(!sum->text().isEmpty() && !sum->text().contains(QChar(u'+')), qPrintable(sum->text()));
    due->setDay(proposedDay);
    QCOMPARE(sum->text(), proposed);
  }

  void shouldWriteACorrection_withUsualTextsAndALetter() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    rig.window->workspace()->run(models::CaseAction::AskCorrection);
    QDialog* dialog = rig.dialog("correctionDialog");
    QVERIFY(dialog != nullptr);
    auto* items = dialog->findChild<QTableWidget*>(u"correctionItems"_qs);
    items->item(0, 1)->setText(u"図面の縮尺を記入してください。"_qs);
    dialog->findChild<QPushButton*>(u"keepText"_qs)->click();
    auto* texts = dialog->findChild<QComboBox*>(u"usualTexts"_qs);
    const int own = texts->findText(u"図面の縮尺を記入してください。"_qs);
    const QString general = texts->itemText(own + 2); // behind the line between them
    QVERIFY(own > 1 && !general.isEmpty());           // those of the procedure come first
    Q_EMIT texts->activated(own + 2);
    QCOMPARE(items->item(0, 1)->text(), general);
    dialog->findChild<QPushButton*>(u"letter"_qs)->click();
    QDialog* letter = nullptr;
    QTRY_VERIFY((letter = dialog->findChild<QDialog*>(u"letterDialog"_qs)) != nullptr);
    QTRY_VERIFY(letter->findChild<ui::PageView*>()->isComplete());
    QVERIFY(rig.fake.preview->content.startsWith("%PDF"));
    // No empty line waits for what will be said.
    const auto* said = letter->findChild<QLabel*>(u"letterSaid"_qs);
    QVERIFY(letter->isVisible() && !said->isVisible());
    letter->findChild<QPushButton*>(u"copyLetter"_qs)->click();
    QTRY_VERIFY(said->isVisible() && !said->text().isEmpty());
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"行政手続法第7条"_qs) && text.contains(general), qPrintable(text));
    QVERIFY(std::find(rig.fake.journal.begin(), rig.fake.journal.end(), "copy") != rig.fake.journal.end());
    letter->reject();
    dialog->findChild<QPushButton*>(u"accept"_qs)->click();
    QTRY_COMPARE(rig.shown()->status, core::Status::AwaitingCorrection);
    // AND the letter of the round can be had again
    QTRY_VERIFY(!rig.find<QPushButton>("roundLetter")->isHidden());
  }

  void shouldSayWhatIsMissing_onExaminationAndDecision() {
    DeskRig rig;
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.act(place, "sato", core::RegisterCase{});
    rig.fake.act(place, "sato", core::AssignCase{core::UserId("sato"), {}});
    rig.openPlace(place);
    QVERIFY(rig.find<QLabel>("missing")->text().contains(QChar(u'✗')));
    QVERIFY(rig.find<QLabel>("draftState")->text().contains(QChar(u'✗')));
    rig.find<QPushButton>("meetAll")->click();
    QTRY_VERIFY(!rig.find<QLabel>("draftState")->text().contains(QChar(u'✗')));
  }

  void shouldSignDestructionsOff_byTwoPeople() {
    DeskRig rig("tanaka");
    const std::size_t place = closed(rig);
    const std::size_t held = closed(rig);
    rig.fake.act(held, "tanaka", core::SetRetentionHold{true, "監査中"});
    rig.fake.now += std::chrono::days(365 * 12);
    rig.open();
    rig.find<QAction>("command:destruction")->trigger();
    QDialog* dialog = rig.dialog("destructionDialog");
    QVERIFY(dialog != nullptr);
    auto* table = dialog->findChild<QTableView*>(u"destructionList"_qs);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    int markable = 0;
    for (int row = 0; row < 2; ++row)
      if (table->model()->setData(table->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole)) ++markable;
    QCOMPARE(markable, 1); // the held one cannot be marked
    dialog->findChild<QPushButton*>(u"signOff"_qs)->click();
    QDialog* asked = nullptr;
    QTRY_VERIFY((asked = dialog->findChild<QDialog*>(u"actionDialog"_qs)) != nullptr);
    asked->accept();
    QTRY_COMPARE(rig.fake.cases[place].record.state.destructionApprovals.size(), std::size_t{1});
    QCOMPARE(rig.fake.cases[place].record.state.status, core::Status::Closed);
    QVERIFY(rig.fake.cases[held].record.state.destructionApprovals.empty());
  }
};

QTEST_MAIN(CasePagesTest)
#include "casepagestest.moc"
