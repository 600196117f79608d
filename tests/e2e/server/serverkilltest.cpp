// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "server/tokens.h"
#include "tests/e2e/server/rawclerk.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <random>

using namespace madoguchi;
using tests::apiRequest;
using tests::bodyOf;
using tests::RawClerk;
using tests::TlsClient;

namespace {

constexpr int kPatience = 30'000;

QString program() {
  return QCoreApplication::applicationDirPath() + QStringLiteral("/madoguchi-server");
}

// The server as a process of its own, over one data folder.
class ServerProcess {
public:
  ServerProcess() {
    administer({"init", "--resources", tests::resourcesFolder()});
    administer({"office", "add", "east"});
    administer({"user", "add", "clerk", "--office", "east", "--grant", "clerk:east"}, tests::kPassword);
  }
  ~ServerProcess() { kill(); }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  void administer(const std::vector<std::string>& words, const char* input = "") {
    QStringList arguments;
    for (const auto& word : words)
      arguments << QString::fromStdString(word);
    QProcess process;
    process.start(program(), arguments + data());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
      qFatal("%s", process.readAllStandardError().constData());
  }
  quint16 start() {
    m_process.start(program(),
                    QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} +
                        data());
    if (!m_process.waitForReadyRead(kPatience)) qFatal("%s", m_process.readAllStandardError().constData());
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith("listening on ")) qFatal("%s", line.constData());
    return static_cast<quint16>(line.mid(13).toInt());
  }
  void kill() {
    m_process.kill();
    m_process.waitForFinished(kPatience);
  }
  /// SIGTERM; the exit code.
  int stop() {
    m_process.terminate();
    m_process.waitForFinished(kPatience);
    return m_process.exitCode();
  }

private:
  [[nodiscard]] QStringList data() const {
    return {QStringLiteral("--data"), m_folder.path() + QStringLiteral("/data")};
  }

  QTemporaryDir m_folder;
  QProcess m_process;
};

} // namespace

/// T5, small: the server is killed in the middle of its work, again and again.
class ServerKillTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldLoseAndDoubleNothing_whenKilled() {
    constexpr int kRounds = 20;
    ServerProcess process;
    RawClerk clerk("clerk");
    const core::CaseId id(server::newUuid(server::systemNow()));
    std::mt19937 random(5);
    std::size_t notes = 0;
    for (int round = 0; round <= kRounds; ++round) {
      TlsClient client(process.start());
      QVERIFY(client.isEncrypted());
      if (round == 0) {
        QVERIFY(clerk.signIn(client));
        (void)clerk.received(id);
      }
      // All that was ever sent is sent again; the session outlived the kill, and so did every answer.
      QVERIFY(clerk.keep(client.ask(clerk.runOf(clerk.sent))));
      QCOMPARE(clerk.answered(), clerk.sent.size());
      if (round == kRounds) break;
      for (int i = 0; i < 3; ++i, ++notes)
        QVERIFY(clerk.keep(client.ask(clerk.runOf({clerk.item(id, core::AddNote{std::to_string(notes)})}))));
      client.send(clerk.runOf({clerk.item(id, core::AddNote{std::to_string(notes)})}));
      ++notes;
      const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 6000);
      while (std::chrono::steady_clock::now() < until) {
      }
      process.kill();
    }
    process.kill();

    TlsClient client(process.start());
    const auto rows = tests::only<core::CaseRow>(
        tests::itemsOf(bodyOf(client.ask(apiRequest("GET /v1/changes", clerk.token)))));
    QCOMPARE(rows.size(), 1U);
    const auto record = core::caseRecordFrom(rows.front().state, rows.front().timeline);
    std::set<std::string> texts;
    for (const auto& note : record->state.notes)
      texts.insert(note.text);
    QCOMPARE(record->state.notes.size(), notes);
    QCOMPARE(texts.size(), notes);
    QCOMPARE(process.stop(), 0);
    process.administer({"verify"});
  }
};

QTEST_GUILESS_MAIN(ServerKillTest)
#include "serverkilltest.moc"
