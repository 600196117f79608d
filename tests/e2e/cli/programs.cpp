// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/cli/programs.h"

#include <QCoreApplication>
#include <QDir>

#include <stdexcept>

namespace madoguchi::tests {

namespace {

constexpr int kLongest = 60'000; // ms

} // namespace

QString program(const char* name) {
  return QCoreApplication::applicationDirPath() + u'/' + QString::fromLatin1(name);
}

core::json::value Ended::json() const {
  const auto parsed = core::parseJson({output.constData(), static_cast<std::size_t>(output.size())});
  return parsed ? *parsed : core::json::value(nullptr);
}

Ended runProgram(const QString& path, const QStringList& arguments,
                 const QMap<QString, QString>& environment) {
  QProcess process;
  auto variables = QProcessEnvironment::systemEnvironment();
  for (auto it = environment.begin(); it != environment.end(); ++it)
    variables.insert(it.key(), it.value());
  process.setProcessEnvironment(variables);
  process.start(path, arguments);
  process.closeWriteChannel();
  if (!process.waitForFinished(kLongest)) {
    process.kill();
    process.waitForFinished();
    return {-1, process.readAllStandardOutput(), "it does not end"};
  }
  const bool crashed = process.exitStatus() != QProcess::NormalExit;
  return {crashed ? -1 : process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

ServerProgram::ServerProgram(const QString& folder, int cases) : m_data(folder + QStringLiteral("/server")) {
  const auto init = run({QStringLiteral("init")});
  const auto generated =
      runProgram(program("madoguchi-server"),
                 {QStringLiteral("generate"), QStringLiteral("--data"), m_data, QStringLiteral("--cases"),
                  QString::number(cases), QStringLiteral("--seed"), QStringLiteral("1")},
                 {{QStringLiteral("MADOGUCHI_DEMO_PASSWORD"), QString::fromLatin1(kPassword)}});
  if (init.exitCode != 0 || generated.exitCode != 0)
    throw std::runtime_error((init.all() + generated.all()).toStdString());
  // "certificate SHA-256 fingerprint: …"
  const QString output = QString::fromUtf8(init.output);
  m_fingerprint = output.section(QStringLiteral("fingerprint: "), 1).section(u'\n', 0, 0);
}

ServerProgram::~ServerProgram() {
  kill();
}

Ended ServerProgram::run(const QStringList& words) const {
  return runProgram(program("madoguchi-server"), words + QStringList{QStringLiteral("--data"), m_data});
}

bool ServerProgram::start() {
  m_process.start(program("madoguchi-server"), {QStringLiteral("serve"), QStringLiteral("--data"), m_data,
                                                QStringLiteral("--port"), QString::number(m_port)});
  QByteArray said;
  while (!said.contains('\n')) {
    if (!m_process.waitForReadyRead(kLongest)) return false;
    said += m_process.readAllStandardOutput();
  }
  // "listening on 24443"
  m_port = said.simplified().split(' ').last().toInt();
  return m_port > 0;
}

void ServerProgram::kill() {
  if (m_process.state() == QProcess::NotRunning) return;
  m_process.kill();
  m_process.waitForFinished(kLongest);
}

bool ServerProgram::stop() {
  m_process.terminate();
  return m_process.waitForFinished(kLongest) && m_process.exitCode() == 0;
}

Ended CliProgram::run(const QStringList& words) const {
  return runProgram(program("madoguchi-cli"),
                    QStringList{QStringLiteral("--profile"), m_profile, QStringLiteral("--server"),
                                m_server.url(), QStringLiteral("--fingerprint"), m_server.fingerprint(),
                                QStringLiteral("--demonstration-key-store")} +
                        words,
                    {{QStringLiteral("MADOGUCHI_PASSWORD"), QString::fromLatin1(ServerProgram::kPassword)}});
}

core::json::value CliProgram::json(const QStringList& words) const {
  const auto ended = run(QStringList{QStringLiteral("--json")} + words);
  if (ended.exitCode != 0)
    throw std::runtime_error((words.join(u' ').toUtf8() + ": " + ended.all()).toStdString());
  return ended.json();
}

bool CliProgram::signIn(const QString& login) const {
  return run({QStringLiteral("sign-in"), login}).exitCode == 0;
}

bool CliProgram::sync() const {
  return run({QStringLiteral("sync")}).exitCode == 0;
}

} // namespace madoguchi::tests
