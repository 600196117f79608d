// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/virusscan.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QThread>

#include <sys/mman.h>

#include <fcntl.h>
#include <unistd.h>

namespace madoguchi::app {

namespace {

const QString kFile = QStringLiteral("%f");

/// A file in memory, closed with this object.
class MemoryFile {
public:
  explicit MemoryFile(const QByteArray& content) : m_handle(memfd_create("document", MFD_CLOEXEC)) {
    for (qsizetype at = 0; m_handle >= 0 && at < content.size();) {
      const ssize_t written =
          ::write(m_handle, content.constData() + at, static_cast<std::size_t>(content.size() - at));
      if (written <= 0) return;
      at += written;
    }
    m_whole = m_handle >= 0;
  }
  ~MemoryFile() {
    if (m_handle >= 0) ::close(m_handle);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool isWhole() const { return m_whole; }
  [[nodiscard]] int handle() const { return m_handle; }
  /// As the process that inherits it names it.
  [[nodiscard]] QString name() const { return QStringLiteral("/proc/self/fd/%1").arg(m_handle); }

private:
  int m_handle;
  bool m_whole = false;
};

ScanVerdict verdictOf(QProcess& scanner, int timeoutSeconds) {
  const QDeadlineTimer deadline(std::chrono::seconds{timeoutSeconds});
  // In short waits, so that the end of the program does not have to wait for a slow scanner.
  while (!scanner.waitForFinished(100) && scanner.state() != QProcess::NotRunning) {
    if (!deadline.hasExpired() && !QThread::currentThread()->isInterruptionRequested()) continue;
    scanner.kill();
    scanner.waitForFinished(1000);
    return ScanVerdict::Unknown;
  }
  if (scanner.exitStatus() != QProcess::NormalExit) return ScanVerdict::Unknown;
  if (scanner.exitCode() == 0) return ScanVerdict::Clean;
  return scanner.exitCode() == 1 ? ScanVerdict::Infected : ScanVerdict::Unknown;
}

} // namespace

ScanVerdict scanForViruses(const QStringList& command, const QByteArray& content, int timeoutSeconds) {
  if (command.isEmpty()) return ScanVerdict::Unknown;
  const MemoryFile file(content);
  if (!file.isWhole()) return ScanVerdict::Unknown;
  QStringList arguments = command.mid(1);
  const bool byName = !arguments.filter(kFile).isEmpty();
  arguments.replaceInStrings(kFile, file.name());
  QProcess scanner;
  // What it says names files and findings: that is for its own log.
  scanner.setStandardOutputFile(QProcess::nullDevice());
  scanner.setStandardErrorFile(QProcess::nullDevice());
  scanner.setChildProcessModifier([&file, byName] {
    // This one child inherits it, and no other process that another thread starts meanwhile.
    if (byName)
      fcntl(file.handle(), F_SETFD, 0);
    else if (lseek(file.handle(), 0, SEEK_SET) == 0)
      dup2(file.handle(), STDIN_FILENO);
  });
  scanner.setProgram(command.front());
  scanner.setArguments(arguments);
  scanner.start(QIODevice::ReadOnly);
  if (!scanner.waitForStarted()) return ScanVerdict::Unknown;
  return verdictOf(scanner, timeoutSeconds);
}

} // namespace madoguchi::app
