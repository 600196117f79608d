// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A case in a window of its own: it is worked on there and nowhere else, and nothing that is typed is lost on
// its way there and back.
#include "ui/window/casewindow.h"

#include "models/trainingtasks.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/documents/pageview.h"
#include "ui/training/trainingband.h"
#include "ui/window/casewindows.h"
#include "ui/window/messagebar.h"
#include "ui/window/workspace.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;
using ui::CaseWindow;

namespace {

constexpr QSize kSmallest(683, 460); ///< as in smallscreentest

struct Rig : DeskRig {
  using DeskRig::DeskRig;

  [[nodiscard]] std::size_t count() const { return window->findChild<ui::CaseWindows*>()->windows().size(); }
  [[nodiscard]] const core::CaseId& idOf(std::size_t place) const {
    return fake.cases[place].record.state.id;
  }
  /// That of the newest window; waits until its case is there.
  CaseWindow& newest() {
    const auto& windows = window->findChild<ui::CaseWindows*>()->windows();
    if (!QTest::qWaitFor([&] {
          return !windows.empty() && windows.back()->isActiveWindow() &&
                 desk->apart.find(windows.back()->id())->opened.state() != nullptr;
        }))
      qFatal("the window does not come");
    return *windows.back();
  }
  /// The case of that place in a window of its own.
  CaseWindow& openApart(std::size_t place) {
    openPlace(place);
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    return newest();
  }
  /// The user goes to that row, whose case is known then.
  void goToRow(int row) {
    if (!QTest::qWaitFor([&] { return desk->table.caseAt(row) != nullptr; })) qFatal("the row does not come");
    find<QTableView>("caseTable")->setCurrentIndex(desk->table.index(row, 0));
  }
  /// The keyboard goes to that window.
  void goTo(QWidget& other) {
    other.activateWindow();
    if (!QTest::qWaitForWindowActive(&other)) qFatal("the window does not become active");
  }
  [[nodiscard]] bool isGivenBack(std::size_t place) const {
    return count() == 0 && shown() != nullptr && shown()->id == idOf(place);
  }
};

/// The keys of a window mean nothing while one writes.
void leaveEditors(CaseWindow& window) {
  window.findChild<QTabBar*>()->setFocus();
}

QPlainTextEdit* factIn(const QWidget& window) {
  return window.findChild<QPlainTextEdit*>(u"fact"_qs);
}

/// A case that the user holds, at its first criterion.
void examine(QWidget& window, ui::CasePages& pages) {
  pages.showPage(ui::CasePages::kExamination);
  window.findChild<QListWidget*>(u"criteria"_qs)->setCurrentRow(0);
}

std::size_t arriveOpen(DeskRig& rig) {
  const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
  rig.fake.act(place, "sato", core::RegisterCase{});
  rig.fake.act(place, "sato", core::AssignCase{core::UserId("sato"), {}});
  return place;
}

QString messageOf(const QWidget& window) {
  return window.findChild<ui::MessageBar*>()->text();
}

} // namespace

class CaseWindowTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldActOnItsOwnCase_whereverTheListIs() {
    Rig rig;
    rig.arriveMany(3);
    rig.openUnassigned(3);
    rig.goToRow(0);
    rig.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    CaseWindow& apart = rig.newest();
    const core::CaseId id = apart.id();
    // GIVEN another case beside the list
    rig.goToRow(1);
    QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->id != id);
    const core::CaseId other = rig.shown()->id;
    // WHEN the key of an action is pressed in the window
    leaveEditors(apart);
    rig.press(Qt::Key_A);
    // THEN it is done to the case of the window, and undone from there too, on the one stack
    QTRY_COMPARE(rig.fake.find(id)->record.state.holder, core::UserId("sato"));
    QVERIFY(rig.fake.find(other)->record.state.holder.empty());
    QTRY_VERIFY(messageOf(apart).contains(u"Done"_qs));
    QTRY_VERIFY(!rig.desk->apart.find(id)->opened.isBusy());
    rig.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(rig.fake.find(id)->record.state.holder.empty());
    QCOMPARE(rig.shown()->id, other);
  }

  void shouldBeCalledByNumberAndName() {
    Rig rig;
    CaseWindow& apart = rig.openApart(rig.arriveExamined());
    const core::CaseState& state = *rig.desk->apart.all().front()->opened.state();
    QVERIFY(!state.number.empty());
    QVERIFY(apart.windowTitle().contains(QString::fromStdString(state.number)));
    QVERIFY(apart.windowTitle().contains(u"申請者"_qs));
  }

  void shouldComeForth_whenItsCaseIsOpenedAgain() {
    Rig rig;
    const std::size_t place = rig.arriveExamined();
    const std::size_t second = rig.arriveExamined();
    CaseWindow& apart = rig.openApart(place);
    rig.goTo(*rig.window);
    // By its key, from a search and by the button beside the list.
    rig.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(apart.isActiveWindow());
    rig.goTo(*rig.window);
    rig.window->workspace()->openCase(rig.idOf(place));
    QTRY_VERIFY(apart.isActiveWindow());
    rig.goTo(*rig.window);
    rig.find<QPushButton>("goToWindow")->click();
    QTRY_VERIFY(apart.isActiveWindow());
    QCOMPARE(rig.count(), std::size_t{1});
    // AND another case has a window of its own
    rig.goTo(*rig.window);
    CaseWindow& other = rig.openApart(second);
    QCOMPARE(rig.count(), std::size_t{2});
    QCOMPARE(other.id(), rig.idOf(second));
    QVERIFY(other.pos() != apart.pos());
  }

  void shouldBeWrittenInOnePlace_andKeepWhatIsTypedOnTheWay() {
    Rig rig;
    const std::size_t place = arriveOpen(rig);
    rig.openPlace(place);
    examine(*rig.window, rig.window->workspace()->casePages());
    factIn(*rig.window)->setFocus();
    rig.type(u"sink"_qs);
    // WHEN the case gets its window THEN what is typed stands there, and nothing can be written beside the
    // list
    rig.window->workspace()->openApart();
    CaseWindow& apart = rig.newest();
    examine(apart, apart.caseView()->pages());
    QTRY_COMPARE(factIn(apart)->toPlainText(), u"sink"_qs);
    QVERIFY(rig.shown() == nullptr);
    QVERIFY(!factIn(*rig.window)->isVisible());
    QVERIFY(rig.find<QLabel>("caseHint")->text().contains(u"window of its own"_qs));
    rig.window->workspace()->run(models::CaseAction::Draft);
    QVERIFY(rig.message().contains(u"window of its own"_qs));
    factIn(apart)->setFocus();
    factIn(apart)->moveCursor(QTextCursor::End);
    rig.type(u" 60 cm"_qs);
    // WHEN that window closes THEN the case is here again, with what is typed
    rig.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(rig.isGivenBack(place));
    QVERIFY(!rig.find<QPushButton>("goToWindow")->isVisible());
    examine(*rig.window, rig.window->workspace()->casePages());
    QCOMPARE(factIn(*rig.window)->toPlainText(), u"sink 60 cm"_qs);
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldSaveBeforeItGoes_andGoBackToTheList() {
    Rig rig;
    const std::size_t place = rig.arriveExamined();
    CaseWindow& apart = rig.openApart(place);
    examine(apart, apart.caseView()->pages());
    const std::string before = rig.fake.cases[place].record.state.findings.begin()->second.fact;
    factIn(apart)->setFocus();
    rig.type(u"seen "_qs);
    // WHEN Esc closes it with the cursor in the text THEN the text is in the case
    rig.press(Qt::Key_Escape);
    QTRY_VERIFY(rig.isGivenBack(place));
    QCOMPARE(rig.fake.performed.size(), std::size_t{1});
    QTRY_VERIFY(rig.find<QTableView>("caseTable")->hasFocus());
  }

  void shouldAwaitWhatIsBeingSaved_onTheWayThere() {
    Rig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    examine(*rig.window, rig.window->workspace()->casePages());
    factIn(*rig.window)->setFocus();
    rig.type(u"seen "_qs);
    rig.window->workspace()->openApart();
    QVERIFY(rig.desk->opened.isBusy());
    QCOMPARE(rig.count(), std::size_t{0});
    CaseWindow& apart = rig.newest();
    examine(apart, apart.caseView()->pages());
    QVERIFY(factIn(apart)->toPlainText().startsWith(u"seen"_qs));
    QCOMPARE(rig.fake.performed.size(), std::size_t{1});
    QVERIFY(rig.fake.drafts.drafts(rig.idOf(place)).isEmpty());
  }

  void shouldHaveHelpPaletteAndLists_likeTheMainWindow() {
    Rig rig;
    CaseWindow& apart = rig.openApart(rig.arriveExamined());
    leaveEditors(apart);
    QSignalSpy locked(rig.window.get(), &ui::MainWindow::lockWanted);
    rig.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(locked.size(), 1);
    for (const auto& [key, modifier, name] : {std::tuple(Qt::Key_F1, Qt::NoModifier, "helpDialog"),
                                              std::tuple(Qt::Key_K, Qt::ControlModifier, "commandPalette"),
                                              std::tuple(Qt::Key_E, Qt::ControlModifier, "exportDialog")}) {
      apart.caseView()->pages().showPage(ui::CasePages::kTimeline);
      leaveEditors(apart);
      rig.press(key, modifier);
      QTRY_VERIFY2(apart.findChild<QDialog*>(QString::fromLatin1(name)) != nullptr, name);
      auto* dialog = apart.findChild<QDialog*>(QString::fromLatin1(name));
      QTRY_VERIFY(dialog->isActiveWindow());
      dialog->close();
      rig.goTo(apart);
    }
  }

  void shouldNotDoAnActionToTheNextRow_thatWasMeantForACaseElsewhere() {
    Rig rig;
    rig.arriveMany(2);
    rig.openUnassigned(2);
    rig.goToRow(0);
    rig.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const core::CaseId id = rig.newest().id();
    rig.goTo(*rig.window);
    rig.window->workspace()->focusTable();
    rig.goToRow(1);
    rig.goToRow(0);
    rig.press(Qt::Key_A);
    QVERIFY(rig.message().contains(u"window of its own"_qs));
    rig.goToRow(1);
    QTRY_VERIFY(rig.shown() != nullptr && rig.shown()->id != id && rig.isIdle());
    QVERIFY(rig.fake.performed.empty());
  }

  void shouldShowTheDocumentsOfItsCase() {
    Rig rig;
    const std::size_t place = rig.arriveExamined();
    const core::BlobId blob(std::string(64, 'a'));
    rig.fake.blobs[blob.value] = "plan";
    rig.fake.act(place, "sato",
                 core::AttachDocument{core::DocumentId("plan"), {}, "図面.pdf", "application/pdf", 4, blob});
    const CaseWindow& apart = rig.openApart(place);
    QTRY_COMPARE(apart.findChild<ui::PageView*>()->pageCount(), 3);
  }

  void shouldFollowTheCache() {
    Rig rig;
    const std::size_t place = rig.arriveExamined();
    CaseWindow& apart = rig.openApart(place);
    rig.fake.act(place, "sato", core::LabelCase{{"site visit"}, {}});
    rig.fake.tellChanged(place);
    QTRY_VERIFY(apart.findChild<QLabel*>(u"caseLabels"_qs)->text().contains(u"site visit"_qs));
  }

  void shouldBeThereAgain_whenTheWindowsAreMadeAnew() {
    Rig rig;
    const std::size_t place = arriveOpen(rig);
    CaseWindow& apart = rig.openApart(place);
    examine(apart, apart.caseView()->pages());
    factIn(apart)->setFocus();
    rig.type(u"sink"_qs);
    apart.resize(800, 600);
    // WHEN the language changes
    rig.window->commit();
    rig.window.reset();
    ui::Language language;
    language.use(u"ja"_qs);
    const ui::Theme theme(ui::Look::Dark);
    rig.window = std::make_unique<ui::MainWindow>(ui::Context{*rig.desk, theme});
    // THEN it is seen only with the main window, where it was, in that language and with what was typed
    const auto& windows = rig.window->findChild<ui::CaseWindows*>()->windows();
    QCOMPARE(windows.size(), std::size_t{1});
    CaseWindow& anew = *windows.front();
    QVERIFY(!anew.isVisible());
    rig.window->show();
    QVERIFY(anew.isVisible());
    QCOMPARE(anew.size(), QSize(800, 600));
    examine(anew, anew.caseView()->pages());
    QCOMPARE(factIn(anew)->toPlainText(), u"sink"_qs);
    QCOMPARE(anew.findChild<QTabBar*>()->tabText(0), u"申請"_qs);
    rig.window.reset();
  }

  void shouldClose_whenTheDeskIsPutAway() {
    Rig rig;
    const std::size_t place = arriveOpen(rig);
    CaseWindow& apart = rig.openApart(place);
    examine(apart, apart.caseView()->pages());
    factIn(apart)->setFocus();
    rig.type(u"sink"_qs);
    rig.window->closeCaseWindows();
    QVERIFY(!apart.isVisible());
    QTRY_VERIFY(rig.isGivenBack(place));
    QVERIFY(!rig.fake.drafts.drafts(rig.idOf(place)).isEmpty());
    // AND the next one is as large as the last one was
    rig.fake.preferences.setValue(u"caseWindow/geometry"_qs, {});
    CaseWindow& usual = rig.openApart(place);
    usual.resize(700, 500);
    rig.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(rig.count(), std::size_t{0});
    QCOMPARE(rig.openApart(rig.arriveExamined()).size(), QSize(700, 500));
  }

  void shouldNeedNoMoreRoom_thanASmallScreenHas() {
    for (const char* name : {"ja", "en"}) {
      ui::Language language;
      language.use(QString::fromLatin1(name));
      Rig rig;
      const CaseWindow& apart = rig.openApart(rig.arriveExamined());
      const QSize least = apart.minimumSizeHint();
      QVERIFY2(
          least.width() <= kSmallest.width() && least.height() <= kSmallest.height(),
          qPrintable(u"%1: %2x%3"_qs.arg(QString::fromLatin1(name)).arg(least.width()).arg(least.height())));
    }
  }

  void shouldBeMarked_inThePracticeOffice() {
    tests::FakeDesk fake("sato");
    fake.examine(fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3));
    tests::FakePreferences preferences;
    models::TrainingTasks tasks(preferences);
    models::Ports ports = fake.ports();
    ports.training = &tasks;
    models::Desk desk(ports);
    const ui::Theme theme(ui::Look::Light);
    ui::MainWindow window(ui::Context{desk, theme});
    window.show();
    desk.apart.open(fake.cases[0].record.state.id);
    const CaseWindow& apart = *window.findChild<ui::CaseWindows*>()->windows().front();
    QTRY_VERIFY(apart.windowTitle().contains(u"申請者"_qs));
    QVERIFY(apart.windowTitle().startsWith(u"[Training]"_qs));
    QVERIFY(apart.findChild<ui::TrainingBand*>()->isVisible());
    QSignalSpy left(&window, &ui::MainWindow::trainingWanted);
    apart.findChild<QPushButton*>(u"leaveTraining"_qs)->click();
    QCOMPARE(left.size(), 1);
  }

  void shouldBeOffered_whereOneAsksForWhatCanBeDone() {
    Rig rig;
    rig.openPlace(rig.arriveExamined());
    for (QWidget* widget :
         {static_cast<QWidget*>(rig.find<QTableView>("caseTable")), rig.find<QWidget>("caseHeader")}) {
      Q_EMIT widget->customContextMenuRequested(QPoint(5, 5));
      auto* menu = widget->findChild<QMenu*>(u"contextMenu"_qs);
      QVERIFY(menu != nullptr);
      QAction* offered = menu->findChild<QAction*>(u"command:openApart"_qs);
      QVERIFY(offered != nullptr);
      menu->close();
      QCoreApplication::sendPostedEvents(menu, QEvent::DeferredDelete);
    }
  }

  void shouldAskForACase_whereThereIsNone() {
    Rig rig;
    rig.open();
    rig.window->workspace()->openApart();
    QVERIFY(rig.message().contains(u"Go to a case first"_qs));
    QCOMPARE(rig.count(), std::size_t{0});
  }
};

QTEST_MAIN(CaseWindowTest)
#include "casewindowtest.moc"
