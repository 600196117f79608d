// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/verdict.h"

#include "protocol/messages.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using sync::Outcome;

Q_DECLARE_METATYPE(Outcome)

class VerdictTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldJudgeByStatus_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<Outcome>("expected");
    for (const int status : {200, 201, 204})
      QTest::addRow("%d", status) << status << Outcome::Done;
    for (const int status : {500, 502, 503, 504, 599, 408, 425, 429, 0, 100})
      QTest::addRow("%d", status) << status << Outcome::ServerFailed;
    for (const int status : {301, 400, 403, 404, 405, 409, 413, 422})
      QTest::addRow("%d", status) << status << Outcome::Refused;
    QTest::addRow("401") << 401 << Outcome::SignInNeeded;
    QTest::addRow("426") << 426 << Outcome::TooOld;
  }
  void shouldJudgeByStatus() {
    QFETCH(const int, status);
    QFETCH(const Outcome, expected);
    sync::HttpReply reply;
    reply.status = status;
    reply.body = "<html>a captive portal</html>";
    QCOMPARE(sync::judge(reply).outcome, expected);
  }

  void shouldTakeTheCodeOfTheProblem_whenTheServerNamesOne() {
    sync::HttpReply reply;
    reply.status = 422;
    reply.body = protocol::encode(protocol::Problem{"InvalidArgument", "x", "r1"});
    const auto verdict = sync::judge(reply);
    QVERIFY(verdict.error.code == core::ErrorCode::InvalidArgument);
    QVERIFY(verdict.error.detail.find("r1") != std::string::npos);
  }

  void shouldAskForSignIn_whenTheAccountWasClosed() {
    sync::HttpReply reply;
    reply.status = 403;
    reply.body = protocol::encode(protocol::Problem{"AccountDisabled", "", ""});
    const auto verdict = sync::judge(reply);
    QCOMPARE(verdict.outcome, Outcome::SignInNeeded);
    QVERIFY(verdict.error.code == core::ErrorCode::AccountDisabled);
  }

  void shouldBlameTheServerNotTheNetwork_whenTheAnswerCannotBeRead() {
    sync::HttpReply reply;
    reply.error = core::Error{core::ErrorCode::Malformed, ""};
    QCOMPARE(sync::judge(reply).outcome, Outcome::ServerFailed);
    reply.error = core::Error{core::ErrorCode::Timeout, ""};
    QCOMPARE(sync::judge(reply).outcome, Outcome::Unreachable);
  }
};

QTEST_APPLESS_MAIN(VerdictTest)
#include "verdicttest.moc"
