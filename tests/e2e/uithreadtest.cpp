// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's thread never waits for a disk, a socket or another thread: the whole desk, over a real server,
// under watch.
#include "app/desk/application.h"
#include "app/profile/profilekeys.h"
#include "app/start/doorbellplace.h"
#include "app/start/ring.h"
#include "app/workers/elsewhere.h"
#include "app/workers/previewprocess.h"
#include "tests/e2e/serverprocess.h"
#include "tests/e2e/uithreadwatch.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMutex>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QWaitCondition>
#include <QtTest>

#include <ctime>
#include <functional>
#include <future>
#include <thread>

using namespace madoguchi;
using tests::ServerProcess;
using tests::UiThreadWatch;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");
const QString kLogin = QStringLiteral("food.clerk1");

/// A key store in memory.
class RememberedSecrets final : public app::KeyStore {
public:
  core::Result<std::optional<QByteArray>> read(const QString& name) override {
    const auto found = m_secrets.constFind(name);
    return found == m_secrets.constEnd() ? std::nullopt : std::optional(*found);
  }
  core::Result<void> write(const QString& name, const QByteArray& secret) override {
    m_secrets.insert(name, secret);
    return {};
  }
  core::Result<void> remove(const QString& name) override {
    m_secrets.remove(name);
    return {};
  }

private:
  QMap<QString, QByteArray> m_secrets;
};

double cpuMillis(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

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

  void shouldSeeAWait() {
    QMutex mutex;
    QWaitCondition condition;
    std::promise<void> promise;
    QSemaphore semaphore;
    std::thread other([] {});
    const UiThreadWatch watch;
    {
      const QMutexLocker lock(&mutex);
      condition.wait(&mutex, 1);
    }
    QVERIFY(!UiThreadWatch::calls().empty());
    const auto sees = [](const std::function<void()>& wait) {
      const std::size_t before = UiThreadWatch::calls().size();
      wait();
      return UiThreadWatch::calls().size() > before;
    };
    QVERIFY(sees([&] { static_cast<void>(promise.get_future().wait_for(std::chrono::milliseconds(60))); }));
    QVERIFY(sees([&] { static_cast<void>(semaphore.tryAcquire(1, 60)); }));
    QVERIFY(sees([&] { other.join(); }));
    QVERIFY(sees([&] { static_cast<void>(QFileInfo::exists(QDir::tempPath())); }));
  }

  void shouldNotWait_whenPreviewsGoWithoutAnyoneLookingAtThem() {
    const UiThreadWatch watch;
    for (int round = 0; round < 50; ++round) {
      app::PreviewPages pages;
      pages.open(1, "%PDF-1.4", u"application/pdf"_qs);
      if (round % 2 == 0) continue;
      QSignalSpy failed(&pages, &models::PageSource::failed);
      QTRY_COMPARE(failed.size(), 1);
    }
    const auto calls = UiThreadWatch::calls();
    for (const std::string& call : calls)
      qWarning("%s", call.c_str());
    QVERIFY(calls.empty());
  }

  void shouldPayForAPinElsewhere() {
    const QTemporaryDir folder;
    RememberedSecrets secrets;
    const core::Instant now(std::chrono::hours(495'000));
    app::ProfileKeys keys(secrets, u"half"_qs, folder.path().toStdString());
    QVERIFY(keys.renew({{}, std::string(64, 'a'), now + std::chrono::hours(72)}, now).has_value());
    keys.pay(app::elsewhere);
    const double before = cpuMillis(CLOCK_THREAD_CPUTIME_ID);
    const double allBefore = cpuMillis(CLOCK_PROCESS_CPUTIME_ID);
    {
      const UiThreadWatch watch;
      QVERIFY(keys.setPin(u"482915"_qs).has_value());
      QVERIFY(!keys.unlock(u"482916"_qs, now).has_value());
      QVERIFY(keys.unlock(u"482915"_qs, now + std::chrono::hours(1)).has_value());
      QVERIFY(keys.hasPin() && keys.mayUnlock(now));
    }
    const double here = cpuMillis(CLOCK_THREAD_CPUTIME_ID) - before;
    const double everywhere = cpuMillis(CLOCK_PROCESS_CPUTIME_ID) - allBefore;
    QVERIFY2(here < everywhere / 4, qPrintable(u"%1 of %2 ms"_qs.arg(here).arg(everywhere)));
    const auto calls = UiThreadWatch::calls();
    for (const std::string& call : calls)
      qWarning("%s", call.c_str());
    QVERIFY(calls.empty());
  }

  void shouldNeverTouchDiskOrSocketNorWait_inASessionAtTheDesk() {
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
    options.ready = true;
    const QTemporaryDir session;
    qputenv("XDG_RUNTIME_DIR", session.path().toUtf8());
    auto application = app::Application::make(options);
    QVERIFY(application.has_value());
    (*application)->start();
    QTRY_VERIFY_WITH_TIMEOUT(window() != nullptr, 60'000);
    openAgain(folder.path());
    QTRY_VERIFY(window()->isVisible());
    QApplication::setActiveWindow(window());
    window()->workspace()->showQueue(core::Queue::Unassigned);
    QTRY_VERIFY_WITH_TIMEOUT(table().model()->rowCount() > 4, 60'000);
    const auto workOnce = [&] {
      work(folder.path());
      if (QTest::currentTestFailed()) qWarning("the work came to a halt");
    };
    // What is loaded once is loaded by a first look round.
    workOnce();
    if (QTest::currentTestFailed()) return;
    {
      const UiThreadWatch watch;
      workOnce();
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
  }

  static QTableView& table() { return *window()->findChild<QTableView*>(u"caseTable"_qs); }
  static QString label(const char* name) { return window()->findChild<QLabel*>(QLatin1String(name))->text(); }

  /// As a click on the icon does, elsewhere.
  static void openAgain(const QString& profiles) {
    std::thread([profile = profiles.toStdString()] {
      static_cast<void>(app::ring(profile, app::kOpen, {}));
    }).detach();
  }

  /// When preferences were last written.
  static QDateTime written(const QString& folder) {
    const UiThreadWatch::Aside aside;
    QDateTime newest;
    QDirIterator files(folder, {u"desk.ini"_qs}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      files.next();
      newest = std::max(newest, files.fileInfo().lastModified());
    }
    return newest;
  }

  /// Lists, filters, cases, commands, columns, search, many at once, synchronisation, away and back. Each
  /// step ends when its result can be seen.
  static void work(const QString& profiles) {
    // A closed dialog gives the window its place back only where there is a window manager.
    QApplication::setActiveWindow(window());
    ui::Workspace& workspace = *window()->workspace();
    const auto& outbox = *window()->findChild<QPushButton*>(u"waiting"_qs);
    const QString calm = outbox.text();
    for (const core::Queue queue : {core::Queue::Office, core::Queue::Overdue, core::Queue::Unassigned})
      workspace.showQueue(queue);
    QTRY_VERIFY(table().model()->rowCount() > 4);
    const int rows = table().model()->rowCount();
    workspace.focusTable();
    for (const Qt::Key key : {Qt::Key_J, Qt::Key_J, Qt::Key_K, Qt::Key_Return})
      press(key);
    QTRY_VERIFY(!label("caseHolder").isEmpty());
    const QString applicant = label("caseApplicant");
    // Back to the table: in the note of the round before N would be a letter.
    press(Qt::Key_Escape);
    press(Qt::Key_N);
    QTRY_VERIFY(label("caseApplicant") != applicant && !label("caseHolder").isEmpty());
    const QString holder = label("caseHolder");
    press(Qt::Key_A);
    QTRY_VERIFY(label("caseHolder") != holder);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(label("caseHolder"), holder);
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6})
      press(page, Qt::ControlModifier);
    press(Qt::Key_Escape);
    workspace.focusTable();
    auto* filter = window()->findChild<QLineEdit*>(u"filterText"_qs);
    filter->setText(u"そのような申請者はいない"_qs);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    filter->clear();
    QTRY_VERIFY(table().model()->rowCount() >= rows - 1);
    press(Qt::Key_X);
    const QDateTime before = written(profiles);
    table().setColumnWidth(2, table().columnWidth(2) + 1);
    QTRY_VERIFY(written(profiles) > before);
    press(Qt::Key_F, Qt::ControlModifier);
    auto* text = window()->findChild<QLineEdit*>(u"searchText"_qs);
    QVERIFY(text != nullptr);
    text->setText(u"食品"_qs);
    auto* hits = window()->findChild<QListView*>(u"searchHits"_qs);
    QTRY_VERIFY(hits->model()->rowCount() > 0);
    press(Qt::Key_Escape);
    for (const char* name : {"receive", "scans", "settings", "keys", "help", "palette", "columns"}) {
      auto* command = window()->findChild<QAction*>(u"command:"_qs + QLatin1String(name));
      QVERIFY2(command != nullptr, name);
      command->trigger();
      QDialog* dialog = nullptr;
      QTRY_VERIFY2((dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) != nullptr, name);
      for (auto* line : dialog->findChildren<QLineEdit*>())
        if (line->isVisible() && line->isEnabled() && !line->isReadOnly()) QTest::keyClicks(line, u"12"_qs);
      dialog->reject();
      QTRY_VERIFY2(QApplication::activeModalWidget() == nullptr, name);
      QApplication::setActiveWindow(window());
    }
    press(Qt::Key_F5);
    QTRY_COMPARE(outbox.text(), calm);
    window()->close();
    QTRY_VERIFY(!window()->isVisible());
    openAgain(profiles);
    QTRY_VERIFY(window()->isVisible());
  }
};

QTEST_MAIN(UiThreadTest)
#include "uithreadtest.moc"
