// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's thread never waits for a disk or a socket: the whole desk, over a real server, under watch.
#include "app/desk/application.h"
#include "tests/e2e/serverprocess.h"
#include "tests/e2e/uithreadwatch.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QtTest>

using namespace madoguchi;
using tests::ServerProcess;
using tests::UiThreadWatch;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");
const QString kLogin = QStringLiteral("food.clerk1");

ui::MainWindow* window() {
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<ui::MainWindow*>(widget)) return found;
  return nullptr;
}

} // namespace

class UiThreadTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldSeeAFileThatIsWritten() {
    // The oracle can fail.
    QTemporaryDir folder;
    const UiThreadWatch watch;
    QFile file(folder.filePath(u"x"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
    file.close();
    QVERIFY(UiThreadWatch::calls().size() >= 2);
  }

  void shouldNeverTouchDiskOrSocket_inASessionAtTheDesk() {
    ServerProcess server;
    QVERIFY(server.run({u"generate"_qs, u"--cases"_qs, u"300"_qs, u"--seed"_qs, u"7"_qs}));
    QVERIFY(server.run({u"user"_qs, u"passwd"_qs, kLogin}, kPassword));
    QVERIFY(server.start());
    QTemporaryDir folder;
    app::DeskOptions options;
    options.profile = folder.path();
    options.server = server.url();
    options.fingerprint = server.fingerprint();
    options.login = kLogin;
    options.password = kPassword;
    options.demonstrationKeyStore = true;
    auto application = app::Application::make(options);
    QVERIFY(application.has_value());
    (*application)->start();
    QTRY_VERIFY_WITH_TIMEOUT(window() != nullptr, 60'000);
    ui::Workspace& workspace = *window()->workspace();
    workspace.showQueue(core::Queue::Office);
    auto* table = window()->findChild<QTableView*>(u"caseTable"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 10, 60'000);
    QApplication::setActiveWindow(window());
    // What is loaded once is loaded by a first look round.
    work(workspace, *table);
    {
      const UiThreadWatch watch;
      work(workspace, *table);
    }
    const auto calls = UiThreadWatch::calls();
    for (const std::string& call : calls)
      qWarning("%s", call.c_str());
    QVERIFY(calls.empty());
    application->reset();
    QVERIFY(server.stop());
  }

private:
  static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window();
    QTest::keyClick(target, key, modifiers);
    QTest::qWait(50);
  }

  /// Lists, filters, cases, commands, columns, search, many at once, synchronisation.
  static void work(ui::Workspace& workspace, QTableView& table) {
    for (const core::Queue queue : {core::Queue::Unassigned, core::Queue::Overdue, core::Queue::Office})
      workspace.showQueue(queue);
    QTRY_VERIFY(table.model()->rowCount() > 10);
    workspace.focusTable();
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_J, Qt::Key_K, Qt::Key_N, Qt::Key_A, Qt::Key_E, Qt::Key_N})
      press(key);
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6})
      press(page, Qt::ControlModifier);
    press(Qt::Key_Escape);
    press(Qt::Key_Z, Qt::ControlModifier);
    auto* filter = window()->findChild<QLineEdit*>(u"filterText"_qs);
    filter->setText(u"田"_qs);
    QTest::qWait(100);
    filter->clear();
    table.setColumnWidth(2, table.columnWidth(2) + 1);
    press(Qt::Key_X);
    press(Qt::Key_F, Qt::ControlModifier);
    if (auto* text = window()->findChild<QLineEdit*>(u"searchText"_qs)) text->setText(u"山田"_qs);
    QTest::qWait(400);
    press(Qt::Key_Escape);
    press(Qt::Key_F5);
    // Longer than preferences rest before they are written.
    QTest::qWait(800);
  }
};

QTEST_MAIN(UiThreadTest)
#include "uithreadtest.moc"
