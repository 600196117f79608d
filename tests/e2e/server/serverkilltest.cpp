// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecodec.h"
#include "protocol/messages.h"
#include "server/tokens.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/tlsclient.h"
#include "tests/unit/server/serverworld.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <random>

using namespace madoguchi;
using madoguchi::tests::TlsClient;

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

std::string request(const std::string& line, const std::string& token, const std::string& body = {}) {
  return line +
         " HTTP/1.1\r\nHost: x\r\nMadoguchi-Protocol: 1\r\nMadoguchi-Schema: 1\r\nAuthorization: Bearer " +
         token + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string bodyOf(const std::string& answer) {
  const auto at = answer.find("\r\n\r\n");
  return at == std::string::npos ? std::string() : answer.substr(at + 4);
}

// A clerk whose outbox never forgets: what was sent, and the first answer to each.
class Clerk {
public:
  void signIn(TlsClient& client) {
    const protocol::SignIn signIn{"clerk", tests::kPassword, kDevice, {}, {}};
    const auto session = protocol::decode<protocol::Session>(
        bodyOf(client.ask(request("POST /v1/session", {}, protocol::encode(signIn)))));
    if (!session) qFatal("no session");
    token = session->token;
    m_user = session->actor.id;
  }
  protocol::CommandItem item(const core::CaseId& id, core::CommandBody body) {
    core::Command command;
    command.id = core::CommandId(server::newUuid(server::systemNow()));
    command.caseId = id;
    command.actor = m_user;
    command.device = kDevice;
    command.baseVersion = 1;
    command.body = std::move(body);
    sent.push_back({static_cast<std::int64_t>(sent.size()) + 1, core::canonicalJson(core::toJson(command))});
    return sent.back();
  }
  [[nodiscard]] std::string runOf(const std::vector<protocol::CommandItem>& items) const {
    return request("POST /v1/commands", token, protocol::encode(protocol::CommandRun{kDevice, items}));
  }
  /// False when an answer differs from one that was given before.
  bool keep(const std::string& answer) {
    const auto answers = protocol::decode<protocol::CommandAnswers>(bodyOf(answer));
    if (!answers) return true;
    for (const auto& one : answers->answers)
      if (!(m_answers.emplace(one.command, one).first->second == one)) return false;
    return true;
  }
  [[nodiscard]] std::size_t answered() const { return m_answers.size(); }

  std::string token;
  std::vector<protocol::CommandItem> sent;

private:
  inline static const core::DeviceId kDevice{"device-clerk"};
  core::UserId m_user;
  std::map<core::CommandId, core::CommandAnswer> m_answers;
};

} // namespace

/// T5, small: the server is killed in the middle of its work, again and again.
class ServerKillTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldLoseAndDoubleNothing_whenKilled() {
    constexpr int kRounds = 20;
    ServerProcess process;
    Clerk clerk;
    const core::CaseId id(server::newUuid(server::systemNow()));
    std::mt19937 random(5);
    std::size_t notes = 0;
    for (int round = 0; round <= kRounds; ++round) {
      TlsClient client(process.start());
      QVERIFY(client.isEncrypted());
      if (round == 0) {
        clerk.signIn(client);
        core::ReceiveOnPaper receive;
        receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
        receive.office = core::OfficeId("east");
        receive.stampedOn = core::dayInJapan(server::systemNow());
        receive.applicant.party.name.display = "山崎　花子";
        receive.form = core::json::object{};
        (void)clerk.item(id, receive);
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
        tests::itemsOf(bodyOf(client.ask(request("GET /v1/changes", clerk.token)))));
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
