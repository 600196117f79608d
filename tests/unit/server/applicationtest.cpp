// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"

#include "core/cases/casecodec.h"
#include "protocol/messages.h"
#include "server/cli/commandline.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/http/tlsclient.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

#include <sstream>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::server;
using madoguchi::tests::TlsClient;

namespace {

void runLine(const std::vector<std::string>& words, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  Console console{in, out, out};
  if (runCommandLine(words, console) != 0) qFatal("%s", out.str().c_str());
}

std::string bodyOf(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

std::string request(const std::string& line, const std::string& token, const std::string& body = {}) {
  return line +
         " HTTP/1.1\r\nHost: x\r\nMadoguchi-Protocol: 1\r\nMadoguchi-Schema: 1\r\nAuthorization: Bearer " +
         token + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string signedIn(TlsClient& client, const std::string& user) {
  const protocol::SignIn signIn{user, tests::kPassword, core::DeviceId("device-" + user), {}, {}};
  return protocol::decode<protocol::Session>(
             bodyOf(client.ask(request("POST /v1/session", {}, protocol::encode(signIn)))))
      .value()
      .token;
}

} // namespace

/// The whole server on loopback: one desk waits, another one acts.
class ApplicationTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldWakeTheWaitingDesk_whenAnotherActs() {
    QTemporaryDir folder;
    const std::string data = folder.path().toStdString() + "/data";
    const std::string password = std::string(tests::kPassword) + "\n";
    runLine({"init", "--data", data, "--resources", tests::resourcesFolder()});
    runLine({"office", "add", "east", "--data", data});
    for (const char* user : {"one", "two"})
      runLine({"user", "add", user, "--office", "east", "--grant", "clerk:east", "--data", data}, password);

    HttpOptions http;
    http.port = 0;
    const Passwords passwords(Passwords::Cost::Cheapest);
    auto application = Application::open({data}, http, passwords);
    QVERIFY(application.has_value());
    std::thread thread([&] { (*application)->run(false); });

    TlsClient one((*application)->port());
    TlsClient two((*application)->port());
    const std::string tokenOne = signedIn(one, "one");
    const std::string tokenTwo = signedIn(two, "two");
    const auto first = tests::itemsOf(bodyOf(one.ask(request("GET /v1/changes", tokenOne))));
    core::Cursor cursor;
    cursor.epoch = tests::only<core::ScopeList>(first).front().epoch;
    for (const auto& checkpoint : tests::only<core::Checkpoint>(first))
      cursor.scopes[checkpoint.scope] = checkpoint.seq;
    const std::string target =
        "GET /v1/changes?wait=25&cursor=" +
        QByteArray::fromStdString(protocol::encode(cursor)).toPercentEncoding().toStdString();
    one.send(request(target, tokenOne));

    core::Command command;
    command.id = core::CommandId(newUuid(systemNow()));
    command.caseId = core::CaseId(newUuid(systemNow()));
    core::ReceiveOnPaper receive;
    receive.procedure = core::ProcedureId("outdoor-advertisement-permit");
    receive.office = core::OfficeId("east");
    receive.stampedOn = core::dayInJapan(systemNow());
    receive.applicant.party.name.display = "山崎　花子";
    receive.form = core::json::object{};
    command.body = receive;
    (void)(*application)->store().read([&](Reading& reading) -> core::Result<void> {
      command.actor = reading.accountByLogin("two")->person.id;
      return {};
    });
    const protocol::CommandRun run{core::DeviceId("device-two"),
                                   {{1, core::canonicalJson(core::toJson(command))}}};
    const auto answers = protocol::decode<protocol::CommandAnswers>(
        bodyOf(two.ask(request("POST /v1/commands", tokenTwo, protocol::encode(run)))));
    QVERIFY(answers.has_value());
    QVERIFY(answers->answers.front().kind == core::AnswerKind::Applied);

    const auto woken = tests::only<core::CaseRow>(tests::itemsOf(bodyOf(one.answer())));
    QCOMPARE(woken.size(), 1U);
    QVERIFY(woken.front().id == command.caseId);
    (*application)->stop();
    thread.join();
    runLine({"verify", "--data", data});
  }
};

QTEST_GUILESS_MAIN(ApplicationTest)
#include "applicationtest.moc"
