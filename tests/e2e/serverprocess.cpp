// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/serverprocess.h"

#include "server/application.h"
#include "tests/support/testsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace madoguchi::tests {

namespace {

constexpr int kPatienceMillis = 60'000; ///< until a process that hangs fails the test

QString program() {
  return QCoreApplication::applicationDirPath() + QStringLiteral("/madoguchi-server");
}

} // namespace

QProcessEnvironment ServerProcess::environment(const QString& password) const {
  auto variables = QProcessEnvironment::systemEnvironment();
  variables.insert(QStringLiteral("MADOGUCHI_RESOURCES"), QString::fromStdString(resourcesFolder()));
  variables.insert(QStringLiteral("MADOGUCHI_PASSWORD"), password);
  variables.insert(QStringLiteral("MADOGUCHI_DATABASE"), m_database);
  return variables;
}

ServerProcess::ServerProcess(QString database, const ServerProcess* sibling)
    : m_database(std::move(database)) {
  if (sibling != nullptr) {
    QDir().mkpath(data());
    QDir().mkpath(sibling->data() + QStringLiteral("/blobs"));
    if (!QFile::link(sibling->data() + QStringLiteral("/tls"), data() + QStringLiteral("/tls")) ||
        !QFile::link(sibling->data() + QStringLiteral("/blobs"), data() + QStringLiteral("/blobs")))
      qFatal("no links to the sibling's folders");
  }
  const auto made = run({QStringLiteral("init")});
  if (!made) qFatal("the server's init failed");
  const auto match = QRegularExpression(QStringLiteral("fingerprint: ([0-9a-f]+)")).match(*made);
  m_fingerprint = match.captured(1);
}

ServerProcess::~ServerProcess() {
  kill();
}

std::optional<QString> ServerProcess::run(const QStringList& words, const QString& password, bool takesData) {
  QProcess process;
  process.setProcessEnvironment(environment(password));
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(program(), takesData ? words + QStringList{QStringLiteral("--data"), data()} : words);
  const bool ended = process.waitForFinished(kPatienceMillis);
  const QString output = QString::fromUtf8(process.readAll());
  if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return output;
  qWarning("%s: %s", qPrintable(words.join(u' ')), qPrintable(output));
  return std::nullopt;
}

bool ServerProcess::start() {
  m_process.setProcessEnvironment(environment({}));
  m_process.setStandardErrorFile(QProcess::nullDevice());
  m_process.start(program(), QStringList{QStringLiteral("serve"), QStringLiteral("--data"), data(),
                                         QStringLiteral("--port"), m_port} +
                                 m_options);
  QByteArray said;
  while (!said.contains('\n')) {
    if (!m_process.waitForReadyRead(kPatienceMillis)) return false;
    said += m_process.readAllStandardOutput();
  }
  const auto match =
      QRegularExpression(QStringLiteral("listening on ([0-9]+)")).match(QString::fromUtf8(said));
  if (match.hasMatch()) m_port = match.captured(1);
  return match.hasMatch();
}

bool ServerProcess::stop() {
  m_process.terminate();
  return m_process.waitForFinished(kPatienceMillis) && m_process.exitCode() == 0;
}

void ServerProcess::kill() {
  if (m_process.state() == QProcess::NotRunning) return;
  m_process.kill();
  m_process.waitForFinished(kPatienceMillis);
}

QString ServerProcess::url() const {
  return QStringLiteral("https://127.0.0.1:") + m_port;
}

std::vector<core::Checkpoint> ServerProcess::holdings() const {
  std::vector<core::Checkpoint> held;
  auto store = server::openStore({data().toStdString(), m_database.toStdString()});
  if (!store) return held;
  (void)(*store)->read([&](server::Reading& reading) -> core::Result<void> {
    for (const auto& counter : reading.counters())
      held.push_back({counter.scope, counter.seq, counter.count, counter.sum.hex()});
    return {};
  });
  return held;
}

} // namespace madoguchi::tests
