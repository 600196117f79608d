// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The practice office: its tasks by keys and commands, its marks, and that nothing leaves it.
#include "app/desk/application.h"
#include "app/training/practiceoffice.h"
#include "models/draftproposal.h"
#include "tests/support/guitestsupport.h"
#include "ui/documents/pageview.h"
#include "ui/table/casetableview.h"
#include "ui/training/taskpanel.h"
#include "ui/training/trainingband.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"
#include "ui/work/batchpage.h"
#include "ui/work/signinpage.h"

#include <QAction>
#include <QApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using core::Queue;
using Tasks = models::TrainingTasks;

namespace {

/// A practice office with its desk and window, without the program around it.
class Practice {
public:
  explicit Practice(const QString& preferences) : m_preferences(preferences) {}

  bool open() {
    std::optional<bool> opened;
    m_office.open([&opened](const core::Result<void>& done) {
      if (!done) qWarning("%s", done.error().detail.c_str());
      opened = done.has_value();
    });
    if (!QTest::qWaitFor([&opened] { return opened.has_value(); }, 60'000) || !*opened) return false;
    m_desk.emplace(app::OpenDesk::Kind::Practice, m_office.client(), m_office.session(), m_preferences,
                   app::CommonPorts{m_postal, m_printer});
    m_theme.apply(*qApp);
    m_window = std::make_unique<ui::MainWindow>(ui::Context{desk(), m_theme});
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    return true;
  }
  [[nodiscard]] models::Desk& desk() { return m_desk->desk(); }
  [[nodiscard]] ui::MainWindow& window() { return *m_window; }
  [[nodiscard]] ui::Workspace& workspace() { return *m_window->workspace(); }
  [[nodiscard]] Tasks& tasks() { return *desk().ports.training; }
  [[nodiscard]] QString folder() const { return m_office.folder(); }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    // Without a window manager nobody gives the keyboard back when a dialog has closed.
    if (QApplication::activeWindow() == nullptr) QApplication::setActiveWindow(m_window.get());
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : m_window.get(), key, modifiers);
  }
  /// The dialog of that name, when the keyboard is with it.
  [[nodiscard]] QDialog* dialog(const char* name) const {
    auto* found = m_window->findChild<QDialog*>(QString::fromLatin1(name));
    return found != nullptr && found->isActiveWindow() ? found : nullptr;
  }
  /// Shows a queue by its key, with its first row.
  bool show(int digit, int atLeast = 1) {
    press(static_cast<Qt::Key>(Qt::Key_0 + digit), Qt::AltModifier);
    const auto isThere = [&] {
      return static_cast<int>(workspace().queue()) == digit - 1 && !desk().table.isLoading() &&
             desk().table.rowCount() >= atLeast;
    };
    if (!QTest::qWaitFor(isThere, 10'000)) return false;
    workspace().focusTable();
    workspace().table()->goTo(0);
    return QTest::qWaitFor([&] { return !workspace().table()->currentCase().empty(); }, 10'000);
  }
  bool open(const core::CaseId& id) {
    workspace().openCase(id);
    return QTest::qWaitFor([&] { return desk().opened.state() != nullptr && desk().opened.id() == id; },
                           10'000);
  }
  bool isDone(Tasks::Task task) {
    return QTest::qWaitFor([&] { return tasks().isDone(task); }, 10'000);
  }
  /// Nothing waits for the stand-in any more.
  bool isAnswered() {
    return QTest::qWaitFor([&] { return desk().ports.sync.status().waiting == 0; }, 10'000);
  }

private:
  QString m_preferences;
  app::PracticeOffice m_office{core::AppealTexts{}};
  app::PostalWorker m_postal{app::PostalWorker::installedFile()};
  app::PaperWorker m_printer;
  ui::Theme m_theme{ui::Look::Light};
  std::optional<app::OpenDesk> m_desk;
  std::unique_ptr<ui::MainWindow> m_window;
};

/// Every file below a folder with a hash of its content.
QMap<QString, QByteArray> contentOf(const QString& folder) {
  QMap<QString, QByteArray> content;
  QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly))
      content.insert(file.fileName(), QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
  }
  return content;
}

bool isMarked(QWidget* window) {
  const auto* band = window->findChild<ui::TrainingBand*>(QStringLiteral("trainingBand"));
  return band != nullptr && band->isVisible() && !band->accessibleName().isEmpty() &&
         band->height() >= band->fontMetrics().height();
}

template <class Widget>
Widget* shown() {
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<Widget*>(widget); found != nullptr && found->isVisible()) return found;
  return nullptr;
}

} // namespace

class PracticeTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldCheckEachTaskOff_whenItIsDone() {
    QTemporaryDir folder;
    const QString preferences = folder.filePath(u"training.ini"_qs);
    {
      Practice practice(preferences);
      QVERIFY(practice.open());
      QCOMPARE(practice.tasks().doneCount(), 0);
      takeAndUndo(practice);
      searchAndTakeMany(practice);
      workOnACase(practice);
      settleTheConflict(practice);
      approveTheBatch(practice);
      QVERIFY(practice.isAnswered());
      QVERIFY(!practice.tasks().next().has_value());
      QCOMPARE(practice.desk().attention.rowCount(), 0);
    }
    // What is done stays with the user; the office itself is new.
    Practice again(preferences);
    QVERIFY(again.open());
    QCOMPARE(again.tasks().doneCount(), static_cast<int>(Tasks::kTaskCount));
    again.tasks().restart();
    QCOMPARE(again.tasks().doneCount(), 0);
    QTRY_COMPARE(again.desk().attention.rowCount(), 1);
  }

  void shouldBeMarked_onEveryPageAndDialog() {
    QTemporaryDir folder;
    Practice practice(folder.filePath(u"training.ini"_qs));
    QVERIFY(practice.open());
    for (int queue = 0; queue < static_cast<int>(core::kQueueCount); ++queue) {
      practice.workspace().showQueue(static_cast<Queue>(queue));
      QVERIFY(isMarked(&practice.window()));
    }
    practice.workspace().showOutbox();
    QVERIFY(isMarked(&practice.window()));
    practice.workspace().showWorkload();
    QVERIFY(isMarked(&practice.window()));
    QVERIFY(practice.window().windowTitle().contains(u"Training"_qs));
    QVERIFY(practice.show(1));
    QVERIFY(practice.open(practice.workspace().table()->currentCase()));
    for (const char* name :
         {"search", "palette", "keys", "help", "settings", "receive", "attendance", "columns"}) {
      auto* action = practice.window().findChild<QAction*>(u"command:"_qs + QString::fromLatin1(name));
      QVERIFY2(action != nullptr, name);
      action->trigger();
      QTRY_VERIFY(shown<QDialog>() != nullptr);
      QVERIFY2(isMarked(shown<QDialog>()), name);
      shown<QDialog>()->reject();
      QTRY_VERIFY(shown<QDialog>() == nullptr);
    }
    practice.workspace().run(models::CaseAction::Transfer);
    QTRY_VERIFY(shown<QDialog>() != nullptr);
    QVERIFY(isMarked(shown<QDialog>()));
    // Nobody is signed in, so nobody signs out, or locks.
    for (const char* name : {"signOut", "lock", "pin", "signIn"})
      QVERIFY(practice.window().findChild<QAction*>(u"command:"_qs + QString::fromLatin1(name)) == nullptr);
  }

  void shouldShowAPaper_thatAnotherProcessReads() {
    QTemporaryDir folder;
    Practice practice(folder.filePath(u"training.ini"_qs));
    QVERIFY(practice.open());
    QVERIFY(practice.show(1));
    QVERIFY(practice.open(practice.workspace().table()->currentCase()));
    practice.window().findChild<QAction*>(u"command:printCase"_qs)->trigger();
    QTRY_VERIFY(practice.dialog("summaryDialog") != nullptr);
    const auto* pages = practice.dialog("summaryDialog")->findChild<ui::PageView*>();
    QTRY_VERIFY_WITH_TIMEOUT(pages->isComplete(), 15'000);
    // THEN nothing that could read a PDF has come into this one, not by a plugin either
    QFile loaded(u"/proc/self/maps"_qs);
    QVERIFY(loaded.open(QIODevice::ReadOnly));
    const QByteArray libraries = loaded.readAll();
    QVERIFY(libraries.contains("libQt6Gui") && !libraries.contains("libQt6Pdf"));
  }

  void shouldLeaveNothingBehind() {
    QTemporaryDir folder;
    QString office;
    {
      Practice practice(folder.filePath(u"training.ini"_qs));
      QVERIFY(practice.open());
      office = practice.folder();
      // Encrypted: nothing in the file tells what it is.
      QFile cache(office + u"/cache.db"_qs);
      QVERIFY(cache.open(QIODevice::ReadOnly));
      QVERIFY(!cache.read(16).startsWith("SQLite format"));
    }
    QVERIFY(!QFile::exists(office));
  }

  void shouldReachNoServerAndTouchNoOtherCache_fromTheSignInPage() {
    // GIVEN the program on its sign-in page, a server that counts who knocks, and a profile with a cache
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int knocks = 0;
    connect(&server, &QTcpServer::newConnection, this, [&knocks] { ++knocks; });
    QTemporaryDir folder;
    app::DeskOptions options;
    options.profile = folder.path();
    options.server = u"https://127.0.0.1:%1"_qs.arg(server.serverPort());
    options.fingerprint = QString(64, u'a');
    options.demonstrationKeyStore = true;
    options.language = u"en"_qs;
    auto application = app::Application::make(options);
    QVERIFY(application.has_value());
    QVERIFY(QDir(folder.path()).mkpath(u"users/somebody"_qs));
    {
      storage::Profile profile{folder.filePath(u"users/somebody"_qs).toStdString(), {}, {}};
      QVERIFY(storage::Cache::open(profile).has_value());
    }
    const auto before = contentOf(folder.filePath(u"users"_qs));
    QVERIFY(!before.isEmpty());
    (*application)->start();
    auto* page = shown<ui::SignInPage>();
    QVERIFY(page != nullptr);
    // WHEN somebody practises
    QApplication::setActiveWindow(page);
    QTest::keyClick(page, Qt::Key_F9);
    QTRY_VERIFY_WITH_TIMEOUT(shown<ui::MainWindow>() != nullptr, 60'000);
    QVERIFY(shown<ui::SignInPage>() == nullptr);
    ui::MainWindow* window = shown<ui::MainWindow>();
    QApplication::setActiveWindow(window);
    const auto current = [window] { return window->workspace()->table()->currentCase(); };
    QTRY_VERIFY(!current().empty());
    const core::CaseId mine = current();
    window->workspace()->showQueue(Queue::Unassigned);
    // The rows of before stay until the others come.
    QTRY_VERIFY(!current().empty() && current() != mine);
    const auto* outbox = window->findChild<QPushButton*>(u"waiting"_qs);
    QVERIFY(outbox != nullptr);
    const QString empty = outbox->text();
    QTest::keyClick(window, Qt::Key_A);
    auto* tasks = window->findChild<QListView*>(u"taskList"_qs);
    QVERIFY(tasks != nullptr);
    QTRY_VERIFY(tasks->model()->index(Tasks::Take, 0).data(Tasks::DoneRole).toBool());
    // AND synchronises with the stand-in of the server, until nothing waits any more
    QTest::keyClick(window, Qt::Key_F5);
    QTRY_COMPARE(outbox->text(), empty);
    // AND leaves again, which asks nothing
    QTest::keyClick(window, Qt::Key_F9);
    QTRY_VERIFY(shown<ui::SignInPage>() == page);
    QVERIFY(shown<ui::MainWindow>() == nullptr);
    // THEN nobody has knocked, and the other cache is as it was
    QCOMPARE(knocks, 0);
    QCOMPARE(contentOf(folder.filePath(u"users"_qs)), before);
    // The oracle can fail: signing in knocks.
    page->findChild<QLineEdit*>(u"login"_qs)->setText(u"somebody"_qs);
    page->findChild<QPushButton*>(u"signIn"_qs)->click();
    QTRY_VERIFY(knocks > 0);
    application->reset();
  }

private:
  static void takeAndUndo(Practice& practice) {
    QVERIFY(practice.show(2));
    practice.press(Qt::Key_A);
    QVERIFY(practice.isDone(Tasks::Take));
    QVERIFY(practice.isAnswered());
    practice.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(practice.isDone(Tasks::Undo));
  }

  static void searchAndTakeMany(Practice& practice) {
    QVERIFY(practice.show(2, 3));
    const QString name = practice.desk().table.index(0, models::CaseTableModel::Applicant).data().toString();
    practice.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(shown<QDialog>() != nullptr);
    auto* text = shown<QDialog>()->findChild<QLineEdit*>(u"searchText"_qs);
    QVERIFY(text != nullptr);
    text->setText(name.left(2));
    auto* hits = shown<QDialog>()->findChild<QListWidget*>();
    QTRY_VERIFY(hits->count() > 0);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(practice.isDone(Tasks::Search));
    QVERIFY(practice.show(2, 2));
    practice.press(Qt::Key_X); // and goes on
    practice.press(Qt::Key_X);
    QTRY_COMPARE(practice.desk().table.markedCount(), std::size_t{2});
    practice.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(practice.dialog("actionDialog") != nullptr);
    QTest::keyClick(practice.dialog("actionDialog"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(practice.desk().bulk.finished(), std::size_t{2});
    QTRY_COMPARE(practice.desk().bulk.refused(), std::size_t{0});
    QVERIFY(practice.isDone(Tasks::TakeMany));
  }

  /// All that the rules let the user do with one that is ready, and with one that is not.
  static void workOnACase(Practice& practice) {
    models::OpenCase& opened = practice.desk().opened;
    QVERIFY(practice.show(1, 5));
    core::CaseId ready;
    core::CaseId early;
    for (int row = 0; row < practice.desk().table.rowCount(); ++row) {
      practice.workspace().table()->goTo(row);
      QVERIFY(QTest::qWaitFor([&] { return !practice.workspace().table()->currentCase().empty(); }));
      const core::CaseId id = practice.workspace().table()->currentCase();
      QVERIFY(practice.open(id));
      const bool isReady = models::openCriteria(*opened.state(), *opened.procedure()).empty();
      if (isReady && opened.state()->status == core::Status::Examining && !opened.state()->draft) ready = id;
      if (opened.state()->status == core::Status::Registered && opened.opened()->pending.empty()) early = id;
    }
    QVERIFY(!ready.empty() && !early.empty());
    QVERIFY(practice.open(early));
    opened.perform(models::meetAllOpen(*opened.state(), *opened.procedure()).front());
    QVERIFY(practice.isDone(Tasks::Examine));
    core::RequestCorrection ask;
    ask.items.push_back({{}, {}, "図面が不足しています。"});
    ask.sentOn = opened.today();
    ask.dueOn = opened.today() + std::chrono::days(14);
    QTRY_VERIFY(!opened.isBusy() && !opened.check(ask));
    opened.perform(ask);
    QVERIFY(practice.isDone(Tasks::AskCorrection));
    const core::RecordCorrection answer{opened.today(), "図面を受領"};
    QTRY_VERIFY(!opened.isBusy() && !opened.check(answer));
    opened.perform(answer);
    QVERIFY(practice.isDone(Tasks::RecordAnswer));
    QTRY_VERIFY(!opened.isBusy());
    opened.perform(core::LabelCase{{"現地調査"}, {}});
    QVERIFY(practice.isDone(Tasks::Label));
    QTRY_COMPARE(practice.desk().labels.labels(), QStringList(u"現地調査"_qs));
    QVERIFY(practice.isAnswered());
    QVERIFY(practice.open(ready));
    practice.workspace().focusTable();
    opened.perform(models::proposedDraft(*opened.state(), *opened.procedure()));
    QVERIFY(practice.isDone(Tasks::Draft));
    QTRY_VERIFY(!opened.isBusy() && opened.state()->draft.has_value());
    const core::SubmitForApproval submit{opened.state()->draft->version};
    QTRY_VERIFY(!opened.check(submit));
    opened.perform(submit);
    QVERIFY(practice.isDone(Tasks::Submit));
    // The stand-in says the same: the case is on its way to others.
    QVERIFY(practice.isAnswered());
    QTRY_VERIFY(opened.state()->status == core::Status::InApproval && opened.opened()->pending.empty());
  }

  static void settleTheConflict(Practice& practice) {
    models::Desk& desk = practice.desk();
    QTRY_COMPARE(desk.attention.rowCount(), 1);
    const core::OutboxEntry entry = desk.attention.itemAt(0)->entry;
    QVERIFY(entry.status == core::OutboxStatus::Conflicted);
    QCOMPARE(entry.conflicts.size(), std::size_t{1});
    desk.ports.commands.resolve(desk.ports.commands.nextRequest(), entry.command, entry.caseId, std::nullopt);
    QVERIFY(practice.isDone(Tasks::SettleConflict));
  }

  static void approveTheBatch(Practice& practice) {
    models::BatchModel& batch = practice.desk().batch;
    practice.press(Qt::Key_7, Qt::AltModifier);
    QTRY_COMPARE(practice.workspace().queue(), Queue::ToDecide);
    QTRY_VERIFY(!batch.isLoading() && !batch.groups().empty());
    QTRY_VERIFY(batch.checkedCount() >= 2);
    ui::BatchPage& page = *practice.workspace().batchPage();
    page.askApprove();
    // Who practises is signed in to nothing, and signs nothing.
    QVERIFY(page.findChild<QLineEdit*>(u"signature"_qs) == nullptr);
    page.findChild<QPushButton*>(u"accept"_qs)->click();
    QVERIFY(practice.isDone(Tasks::ApproveMany));
    QTRY_VERIFY(batch.runState() == models::RunState::Idle);
    QCOMPARE(batch.refusedCount(), 0);
  }
};

QTEST_MAIN(PracticeTest)
#include "practicetest.moc"
