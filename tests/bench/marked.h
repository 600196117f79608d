// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <stdexcept>
#include <string>

namespace madoguchi::bench {

/// What the desk may take over an empty window.
inline constexpr double kMostMegabytes = 150;

/// A process's own share of memory (PSS, proc(5)).
[[nodiscard]] inline double megabytesOf(qint64 process) {
  QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
  if (!file.open(QFile::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith("Pss:")) return line.mid(4).trimmed().split(' ').front().toDouble() / 1024;
  return 0;
}

/// A program that says a line when it has come so far.
class Marked {
public:
  Marked(const QString& program, const QStringList& arguments) : m_name(program.toStdString()) {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MADOGUCHI_START_MARK"), QStringLiteral("1"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
  }
  ~Marked() {
    m_process.kill();
    m_process.waitForFinished();
  }
  Marked(const Marked&) = delete;
  Marked& operator=(const Marked&) = delete;

  /// Waits for its next line.
  QByteArray line() {
    while (!m_process.canReadLine())
      if (!m_process.waitForReadyRead(kPatienceMillis)) throw std::runtime_error(m_name + " painted nothing");
    return m_process.readLine().trimmed();
  }
  [[nodiscard]] qint64 id() const { return m_process.processId(); }

private:
  static constexpr int kPatienceMillis = 60'000;

  std::string m_name;
  QProcess m_process;
};

} // namespace madoguchi::bench
