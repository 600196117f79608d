// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/screenreaderrig.h"

#include <QCoreApplication>
#include <QDBusVariant>
#include <QDir>

#include <sys/prctl.h>

#include <csignal>

namespace madoguchi::tests {

namespace {

constexpr int kPatienceMillis = 60'000; ///< until a process that hangs fails the test
const QString kStarter = QStringLiteral("screenreader-session");
const QString kA11y = QStringLiteral("org.a11y.Bus");
const QString kA11yPath = QStringLiteral("/org/a11y/bus");

/// Wakes the accessibility bus as a screen reader does that starts; the bus's address, or nothing.
QString wakeAccessibility(const QString& session) {
  auto bus = QDBusConnection::connectToBus(session, kStarter);
  auto listen = QDBusMessage::createMethodCall(
      kA11y, kA11yPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Set"));
  listen.setArguments({QStringLiteral("org.a11y.Status"), QStringLiteral("ScreenReaderEnabled"),
                       QVariant::fromValue(QDBusVariant(true))});
  const auto listening = bus.call(listen, QDBus::Block, kPatienceMillis);
  const auto where =
      bus.call(QDBusMessage::createMethodCall(kA11y, kA11yPath, kA11y, QStringLiteral("GetAddress")),
               QDBus::Block, kPatienceMillis);
  for (const auto& answer : {listening, where})
    if (answer.type() != QDBusMessage::ReplyMessage) qWarning("%s", qPrintable(answer.errorMessage()));
  QDBusConnection::disconnectFromBus(kStarter);
  return listening.type() == QDBusMessage::ReplyMessage ? where.arguments().value(0).toString() : QString();
}

} // namespace

ScreenReaderRig::~ScreenReaderRig() {
  m_bus.reset();
  // What D-Bus has started ends by itself when the session bus has gone.
  for (auto* process : {&m_desk, &m_daemon, &m_xvfb})
    if (*process) {
      (*process)->kill();
      (*process)->waitForFinished(kPatienceMillis);
    }
}

QProcessEnvironment ScreenReaderRig::environment() const {
  auto variables = QProcessEnvironment::systemEnvironment();
  for (const char* folder : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
    variables.insert(QString::fromLatin1(folder), m_folder.path());
  // Those of the session around it, and those that would force Qt's hand.
  for (const char* other : {"AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY", "NO_AT_BRIDGE",
                            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"})
    variables.remove(QString::fromLatin1(other));
  variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
  variables.insert(QStringLiteral("DISPLAY"), m_display);
  variables.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_session);
  return variables;
}

std::unique_ptr<QProcess> ScreenReaderRig::launch(const QString& program, const QStringList& arguments) {
  auto process = std::make_unique<QProcess>();
  process->setProcessEnvironment(environment());
  process->setStandardErrorFile(m_folder.filePath(QFileInfo(program).fileName() + QStringLiteral(".log")));
  process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
  process->start(program, arguments);
  return process;
}

QString ScreenReaderRig::firstLine(QProcess& process) {
  while (!process.canReadLine())
    if (!process.waitForReadyRead(kPatienceMillis)) {
      qWarning("%s: %s", qPrintable(process.program()), qPrintable(process.errorString()));
      return {};
    }
  return QString::fromUtf8(process.readLine()).trimmed();
}

bool ScreenReaderRig::start() {
  m_xvfb = launch(QStringLiteral("Xvfb"),
                  {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                   QStringLiteral("0"), QStringLiteral("1600x1000x24"), QStringLiteral("-nolisten"),
                   QStringLiteral("tcp")});
  const QString number = firstLine(*m_xvfb);
  if (number.isEmpty()) return false;
  m_display = u':' + number;
  m_daemon = launch(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                    QStringLiteral("--print-address=1")});
  m_session = firstLine(*m_daemon);
  if (m_session.isEmpty()) return false;
  const QString address = wakeAccessibility(m_session);
  if (address.isEmpty()) return false;
  m_bus = std::make_unique<ScreenReaderBus>(address);
  return m_bus->listen();
}

void ScreenReaderRig::startDesk(const QString& language) {
  m_desk = launch(QCoreApplication::applicationDirPath() + QStringLiteral("/madoguchi"),
                  {QStringLiteral("--demonstration"), QStringLiteral("--profile"),
                   m_folder.filePath(QStringLiteral("profile-") + language), QStringLiteral("--language"),
                   language, QStringLiteral("--server"), QStringLiteral("https://127.0.0.1:1")});
}

void ScreenReaderRig::stopDesk() {
  if (!m_desk) return;
  m_desk->kill();
  m_desk->waitForFinished(kPatienceMillis);
}

std::optional<QString> ScreenReaderRig::xdotool(const QStringList& words) {
  const auto process = launch(QStringLiteral("xdotool"), words);
  const bool ended = process->waitForFinished(kPatienceMillis);
  if (!ended || process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0)
    return std::nullopt;
  return QString::fromUtf8(process->readAllStandardOutput());
}

bool ScreenReaderRig::activateTopWindow() {
  // From the lowest to the uppermost; without a window manager they are the display's own children.
  const auto windows =
      xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--maxdepth"),
               QStringLiteral("1"), QStringLiteral("--pid"), QString::number(m_desk->processId())});
  if (!windows) return false;
  return xdotool({QStringLiteral("windowfocus"), windows->trimmed().section(u'\n', -1)}).has_value();
}

bool ScreenReaderRig::press(const QString& key) {
  return xdotool({QStringLiteral("key"), key}).has_value();
}

} // namespace madoguchi::tests
