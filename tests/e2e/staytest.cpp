// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that stays when its window is closed: it is there at once, as it was left, and not less locked.
#include "app/desk/application.h"
#include "app/desk/unseenpainter.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/guitestsupport.h"
#include "tests/support/listening.h"
#include "ui/table/casetableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"
#include "ui/work/signinpage.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using tests::ServerProcess;

namespace {

constexpr int kPatience = 60'000;
const QString kPassword = QStringLiteral("a-long-test-password");
const QString kLogin = QStringLiteral("food.clerk1");
const QString kHalfTyped = QStringLiteral("まだ途中の");

template <class Window>
Window* topLevel() {
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<Window*>(widget)) return found;
  return nullptr;
}

template <class Window>
bool isSeen() {
  const auto* window = topLevel<Window>();
  return window != nullptr && window->isVisible();
}

bool isAnythingSeen() {
  const auto all = QApplication::topLevelWidgets();
  return std::any_of(all.begin(), all.end(), [](const QWidget* widget) { return widget->isVisible(); });
}

} // namespace

class StayTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    // Pages are seen without a window manager, too.
    QApplication::setQuitOnLastWindowClosed(false);
    QVERIFY(m_server.run({u"generate"_qs, u"--cases"_qs, u"300"_qs, u"--seed"_qs, u"7"_qs}));
    QVERIFY(m_server.run({u"user"_qs, u"passwd"_qs, kLogin}, kPassword));
    QVERIFY(m_server.start());
  }

  void init() {
    m_ended = 0;
    m_folder = std::make_unique<QTemporaryDir>();
  }

  void cleanup() { m_desk.reset(); }

  void shouldBeThereAtOnceAndAsItWasLeft_whenItIsOpenedAgain() {
    QVERIFY(signInOnce());
    begin({.isReady = true, .isDemonstration = true});
    // It comes to its rows unseen: who paints it has come and gone.
    QTRY_VERIFY_WITH_TIMEOUT(topLevel<ui::MainWindow>() != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(topLevel<ui::MainWindow>()->testAttribute(Qt::WA_WState_Created) &&
                                 topLevel<ui::MainWindow>()->findChild<app::UnseenPainter*>() == nullptr,
                             kPatience);
    QVERIFY(!isAnythingSeen());
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    const auto* window = topLevel<ui::MainWindow>();
    auto* filter = window->findChild<QLineEdit*>(u"filterText"_qs);
    filter->setText(kHalfTyped);
    topLevel<ui::MainWindow>()->close();
    QTRY_VERIFY(!isAnythingSeen());
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    QCOMPARE(m_ended, 0);
    QCOMPARE(topLevel<ui::MainWindow>(), window);
    QCOMPARE(filter->text(), kHalfTyped);
  }

  void shouldPutAwayItsDialogsToo() {
    QVERIFY(signInOnce());
    begin({.isReady = true, .isDemonstration = true});
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    auto* dialog = new QDialog(topLevel<ui::MainWindow>());
    dialog->show();
    topLevel<ui::MainWindow>()->close();
    QTRY_VERIFY(!isAnythingSeen());
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), kPatience);
  }

  void shouldEnd_whenToldTo() {
    QVERIFY(signInOnce());
    begin({.isReady = true, .isDemonstration = true});
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    auto* quit = topLevel<ui::MainWindow>()->findChild<QAction*>(u"command:quit"_qs);
    QVERIFY(quit != nullptr);
    quit->trigger();
    QTRY_COMPARE(m_ended, 1);
  }

  void shouldEndWithItsWindow_whenItsUserWantsThat() {
    QVERIFY(signInOnce());
    begin({.isReady = true, .isDemonstration = true});
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    topLevel<ui::MainWindow>()->findChild<QAction*>(u"command:settings"_qs)->trigger();
    auto* stay = topLevel<ui::MainWindow>()->findChild<QAbstractButton*>(u"stayReady"_qs);
    QVERIFY(stay != nullptr && stay->isChecked());
    stay->click();
    stay->window()->close();
    topLevel<ui::MainWindow>()->close();
    QTRY_COMPARE(m_ended, 1);
    m_desk.reset();
    // And the next session begins without it.
    begin({.isReady = true, .isDemonstration = true});
    QTRY_COMPARE(m_ended, 2);
    QVERIFY(topLevel<ui::MainWindow>() == nullptr);
  }

  void shouldEndWithItsWindow_whenADemonstrationWasOpenedByHand() {
    QVERIFY(signInOnce());
    begin({.isDemonstration = true});
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    topLevel<ui::MainWindow>()->close();
    QTRY_COMPARE(m_ended, 1);
  }

  void shouldAskWhoIsThere_whenItIsOpenedAgain() {
    begin({.isDemonstration = false, .password = kPassword});
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    topLevel<ui::MainWindow>()->close();
    QTRY_VERIFY(!isAnythingSeen());
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::SignInPage>(), kPatience);
    QVERIFY(!isSeen<ui::MainWindow>());
    // Closed as it is, it stays locked.
    topLevel<ui::SignInPage>()->close();
    QTRY_VERIFY(!isAnythingSeen());
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::SignInPage>(), kPatience);
    auto* page = topLevel<ui::SignInPage>();
    page->findChild<QLineEdit*>(u"password"_qs)->setText(kPassword);
    page->findChild<QPushButton*>(u"signIn"_qs)->click();
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::MainWindow>(), kPatience);
    QVERIFY(!isSeen<ui::SignInPage>());
  }

  void shouldShowWhoeverSignsIn_thePageThatWasReady() {
    begin({.isReady = true, .isDemonstration = false});
    QTRY_VERIFY_WITH_TIMEOUT(topLevel<ui::SignInPage>() != nullptr, kPatience);
    QVERIFY(!isAnythingSeen());
    QVERIFY(startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(isSeen<ui::SignInPage>(), kPatience);
  }

private:
  struct How {
    bool isReady = false;
    bool isDemonstration = false;
    QString password = {};
  };

  void begin(const How& how) {
    app::DeskOptions options;
    options.profile = m_folder->path();
    options.server = m_server.url();
    options.fingerprint = m_server.fingerprint();
    options.login = how.password.isEmpty() ? QString() : kLogin;
    options.password = how.password;
    options.demonstrationKeyStore = how.isDemonstration;
    options.ready = how.isReady;
    auto made = app::Application::make(options);
    if (!made) qFatal("%s", made.error().detail.c_str());
    m_desk = std::move(*made);
    connect(m_desk.get(), &app::Application::ended, this, [this] { ++m_ended; });
    m_desk->start();
  }

  /// Leaves a profile with rows in the list that it shows first.
  bool signInOnce() {
    begin({.isDemonstration = true, .password = kPassword});
    if (!QTest::qWaitFor([] { return topLevel<ui::MainWindow>() != nullptr; }, kPatience)) return false;
    topLevel<ui::MainWindow>()->workspace()->showQueue(core::Queue::Unassigned);
    const bool isThere = QTest::qWaitFor([] { return table()->model()->rowCount() > 4; }, kPatience);
    m_desk.reset();
    return isThere;
  }

  static ui::CaseTableView* table() { return topLevel<ui::MainWindow>()->workspace()->table(); }

  /// As a click on the icon does; true when it found the desk that runs.
  bool startAgain() {
    if (!tests::listens(m_folder->path(), kPatience)) return false;
    QProcess starter;
    starter.start(QCoreApplication::applicationDirPath() + u"/madoguchi"_qs,
                  {u"--profile"_qs, m_folder->path(), u"--no-such-option"_qs});
    const bool isOver = QTest::qWaitFor([&] { return starter.state() == QProcess::NotRunning; }, kPatience);
    return isOver && starter.exitCode() == 0;
  }

  ServerProcess m_server;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<app::Application> m_desk;
  int m_ended = 0; ///< how often the program was told to end
};

QTEST_MAIN(StayTest)
#include "staytest.moc"
