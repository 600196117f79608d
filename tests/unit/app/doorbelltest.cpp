// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The second start of a desk that runs, by the program that a click on the icon starts.
#include "app/workers/doorbell.h"

#include "app/start/doorbellplace.h"
#include "tests/support/listening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/socket.h>

#include <cstdio>
#include <unistd.h>

using namespace madoguchi;
using app::Doorbell;

namespace {

constexpr int kPatience = 30'000;
const QString kAsk = QStringLiteral("--ask");
const auto kNever = [] { return false; };

/// What the bell said, as the thread of the window hears it; a QSignalSpy would listen on the bell's.
class Heard : public QObject {
public:
  Heard(const Doorbell* bell, void (Doorbell::*signal)(const QByteArray&)) {
    connect(bell, signal, this, [this](const QByteArray& token) { m_said.append(token); });
  }
  Heard(const Doorbell* bell, void (Doorbell::*signal)()) {
    connect(bell, signal, this, [this] { m_said.append(QByteArray()); });
  }
  [[nodiscard]] int size() const { return static_cast<int>(m_said.size()); }
  [[nodiscard]] bool isEmpty() const { return m_said.isEmpty(); }
  [[nodiscard]] QByteArray front() const { return m_said.front(); }

private:
  QByteArrayList m_said;
};

/// The starter with this profile: a copy of it beside a program of our own in the place of the desk's, which
/// says that it began.
class Starter {
public:
  explicit Starter(const QString& folder) : m_folder(folder) {
    if (!QFile::copy(QCoreApplication::applicationDirPath() + u"/madoguchi"_qs, folder + u"/madoguchi"_qs))
      qFatal("there is no starter");
    QFile desk(folder + u"/madoguchi-desk"_qs);
    if (!desk.open(QFile::WriteOnly)) qFatal("cannot write");
    desk.write("#!/bin/sh\necho began \"$@\"\n");
    desk.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  }

  void start(const QStringList& arguments, const QString& token = {}, const QString& display = {}) {
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!display.isEmpty()) environment.insert(u"DISPLAY"_qs, display);
    environment.remove(u"DESKTOP_STARTUP_ID"_qs);
    environment.insert(u"XDG_ACTIVATION_TOKEN"_qs, token);
    m_process.setProcessEnvironment(environment);
    m_process.start(m_folder + u"/madoguchi"_qs, arguments);
  }
  /// What was begun in its place, with which arguments; empty: nothing.
  QString began() {
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatience))
      return u"nothing, it waits"_qs;
    return QString::fromUtf8(m_process.readAllStandardOutput()).trimmed();
  }
  [[nodiscard]] QProcess& process() { return m_process; }

private:
  QString m_folder;
  QProcess m_process;
};

} // namespace

class DoorbellTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_home = std::make_unique<QTemporaryDir>();
    for (const char* name : {"session", "bin", "profile", "other"})
      QVERIFY(QDir(m_home->path()).mkpath(QString::fromLatin1(name)));
    qputenv("XDG_RUNTIME_DIR", at("session").toUtf8());
  }

  void shouldShowTheDeskThatRuns_whenItIsStartedAgain() {
    const Doorbell bell(at("profile"), false, kNever);
    Heard rung(&bell, &Doorbell::rung);
    Starter starter(at("bin"));
    QVERIFY(listens("profile"));
    starter.start({u"--profile"_qs, at("profile")}, u"token-1"_qs);
    QTRY_COMPARE_WITH_TIMEOUT(rung.size(), 1, kPatience);
    QCOMPARE(rung.front(), QByteArray("token-1"));
    QCOMPARE(starter.began(), QString());
    QCOMPARE(starter.process().exitCode(), 0);
  }

  void shouldStartADesk_whenAnotherProfileIsOpen() {
    const Doorbell bell(at("profile"), false, kNever);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    const QString option = u"--profile="_qs + at("other");
    starter.start({option, u"--language"_qs, u"en"_qs});
    QCOMPARE(starter.began(), u"began "_qs + option + u" --language en"_qs);
  }

  void shouldStartADesk_whenOneHasDiedAtItsDoor() {
    { // A socket that nobody listens at is what a killed process leaves.
      const auto address = app::doorbellOf(at("profile").toStdString());
      QVERIFY(address.has_value());
      const int door = socket(AF_UNIX, SOCK_STREAM, 0);
      QCOMPARE(bind(door, reinterpret_cast<const sockaddr*>(&*address), sizeof *address), 0);
      close(door);
    }
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile")});
    QVERIFY(starter.began().startsWith(u"began"_qs));
    // And the next desk is heard there.
    const Doorbell bell(at("profile"), false, kNever);
    QVERIFY(listens("profile"));
  }

  void shouldAskForText_whateverRuns() {
    const Doorbell bell(at("profile"), false, kNever);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile"), u"--version"_qs});
    QVERIFY(starter.began().endsWith(u"--version"_qs));
  }

  void shouldLeaveTheDeskAlone_whenItOnlyHasToBeReady() {
    const Doorbell bell(at("profile"), true, kNever);
    Heard rung(&bell, &Doorbell::rung);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile"), u"--ready"_qs});
    QCOMPARE(starter.began(), QString());
    QCoreApplication::processEvents();
    QVERIFY(rung.isEmpty());
  }

  void shouldMakeRoomForANewVersion_whenNothingIsSeen() {
    auto bell = std::make_unique<Doorbell>(at("profile"), true, [] { return true; });
    Heard room(bell.get(), &Doorbell::roomWanted);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile")});
    QTRY_COMPARE_WITH_TIMEOUT(room.size(), 1, kPatience);
    // It waits for the end of this process; the test ends that wait as a process would.
    QCOMPARE(starter.process().state(), QProcess::Running);
    bell.reset();
    closeVisitors();
    QVERIFY(starter.began().startsWith(u"began"_qs));
  }

  void shouldStartADesk_whenTheOneThatRunsIsSeenElsewhere() {
    const Doorbell bell(at("profile"), false, kNever);
    Heard rung(&bell, &Doorbell::rung);
    Heard room(&bell, &Doorbell::roomWanted);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile")}, {}, u":another display"_qs);
    QVERIFY(starter.began().startsWith(u"began"_qs));
    QCoreApplication::processEvents();
    QVERIFY(rung.isEmpty() && room.isEmpty());
  }

  void shouldMakeRoom_whenItIsWantedElsewhereAndNothingIsSeen() {
    auto bell = std::make_unique<Doorbell>(at("profile"), true, kNever);
    Heard room(bell.get(), &Doorbell::roomWanted);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile")}, {}, u":7"_qs);
    QTRY_COMPARE_WITH_TIMEOUT(room.size(), 1, kPatience);
    bell.reset();
    closeVisitors();
    QVERIFY(starter.began().startsWith(u"began"_qs));
  }

  void shouldMakeRoom_whenAProgramWithoutWindowsNeedsTheProfile() {
    for (const bool isUnseen : {true, false}) {
      auto bell = std::make_unique<Doorbell>(at("profile"), isUnseen, kNever);
      Heard room(bell.get(), &Doorbell::roomWanted);
      QVERIFY(listens("profile"));
      QProcess program;
      program.start(QCoreApplication::applicationDirPath() + u"/madoguchi-cli"_qs,
                    {u"--profile"_qs, at("profile"), u"outbox"_qs});
      if (isUnseen) {
        QTRY_COMPARE_WITH_TIMEOUT(room.size(), 1, kPatience);
        QCOMPARE(program.state(), QProcess::Running);
        bell.reset();
        closeVisitors();
      }
      QVERIFY(program.waitForFinished(kPatience));
      QCoreApplication::processEvents();
      QCOMPARE(room.size(), isUnseen ? 1 : 0);
    }
  }

  void shouldStay_whenANewVersionIsThereAndSomebodyWorks() {
    const Doorbell bell(at("profile"), false, [] { return true; });
    Heard rung(&bell, &Doorbell::rung);
    Heard room(&bell, &Doorbell::roomWanted);
    QVERIFY(listens("profile"));
    Starter starter(at("bin"));
    starter.start({u"--profile"_qs, at("profile")});
    QTRY_COMPARE_WITH_TIMEOUT(rung.size(), 1, kPatience);
    QVERIFY(room.isEmpty());
    QCOMPARE(starter.began(), QString());
  }

  void shouldGiveWay_whenAnotherDeskOfTheProfileWasFirst() {
    const Doorbell first(at("profile"), false, kNever);
    Heard rung(&first, &Doorbell::rung);
    QVERIFY(listens("profile"));
    const Doorbell second(at("profile"), false, kNever);
    Heard occupied(&second, &Doorbell::occupied);
    QTRY_COMPARE_WITH_TIMEOUT(rung.size(), 1, kPatience);
    QTRY_COMPARE(occupied.size(), 1);
  }

  void shouldKnowThatItWasReplaced() {
    const QString copy = at("bin/copy");
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), copy));
    for (const bool isReplaced : {false, true}) {
      QProcess program;
      program.start(copy, {kAsk});
      QVERIFY(program.waitForStarted(kPatience));
      // As a package is upgraded: another file takes the name.
      if (isReplaced) QVERIFY(QFile::remove(copy));
      program.write("\n");
      QVERIFY(program.waitForFinished(kPatience));
      QCOMPARE(program.readAllStandardOutput().trimmed(), QByteArray(isReplaced ? "replaced" : "same"));
    }
  }

private:
  [[nodiscard]] QString at(const char* name) const { return m_home->filePath(QString::fromLatin1(name)); }

  [[nodiscard]] bool listens(const char* profile) const { return tests::listens(at(profile), kPatience); }

  /// Closes the connections of a socket that has gone, as the end of a process does.
  void closeVisitors() const {
    for (const QFileInfo& file : QDir(u"/proc/self/fd"_qs).entryInfoList(QDir::Files | QDir::System)) {
      const int number = file.fileName().toInt();
      sockaddr_un address{};
      socklen_t length = sizeof address;
      if (getsockname(number, reinterpret_cast<sockaddr*>(&address), &length) != 0) continue;
      if (address.sun_family == AF_UNIX && QString::fromUtf8(address.sun_path).startsWith(at("session")))
        close(number);
    }
  }

  std::unique_ptr<QTemporaryDir> m_home;
};

/// "doorbelltest --ask": says whether its own file was replaced, when it has read a line.
int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  if (application.arguments().contains(kAsk)) {
    std::getchar();
    std::puts(Doorbell::programWasReplaced() ? "replaced" : "same");
    return 0;
  }
  DoorbellTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "doorbelltest.moc"
