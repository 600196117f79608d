// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/cli/programs.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using tests::CliProgram;
using tests::ServerProgram;

namespace {

std::string textAt(const core::json::value& document, std::string_view pointer) {
  const auto* value = core::valueAt(document, pointer);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberAt(const core::json::value& document, std::string_view pointer) {
  const auto* value = core::valueAt(document, pointer);
  return value != nullptr && value->is_int64() ? value->get_int64() : -1;
}

QString idOf(const core::json::value& row) {
  return QString::fromStdString(textAt(row, "/id"));
}

} // namespace

/// The real server, the real client without windows, the loopback between them.
class CliTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::unique_ptr<ServerProgram> m_server;
  std::unique_ptr<CliProgram> m_clerk;
  std::unique_ptr<CliProgram> m_chief;

  [[nodiscard]] QString profile(const char* name) const {
    return m_folder.filePath(QString::fromLatin1(name));
  }

private Q_SLOTS:
  void initTestCase() {
    m_server = std::make_unique<ServerProgram>(m_folder.path(), 400);
    QVERIFY(m_server->start());
    m_clerk = std::make_unique<CliProgram>(*m_server, profile("clerk"));
    m_chief = std::make_unique<CliProgram>(*m_server, profile("chief"));
    QVERIFY(m_clerk->signIn(u"food.clerk1"_qs));
    QVERIFY(m_chief->signIn(u"food.chief"_qs));
    QVERIFY(m_clerk->sync());
    QVERIFY(m_chief->sync());
  }

  void cleanup() {
    // Whatever a test did: the audit chains hold, and no row differs from its digest.
    const auto verified = m_server->run({u"verify"_qs});
    QVERIFY2(verified.exitCode == 0, verified.all());
    for (const auto* client : {m_clerk.get(), m_chief.get()}) {
      const auto ended = client->run({u"verify"_qs});
      QVERIFY2(ended.exitCode == 0, ended.all());
    }
  }

  void shouldShowTheSameCases_afterTheFirstSync() {
    const auto mine = m_clerk->json({u"queue"_qs, u"all"_qs, u"--limit"_qs, u"0"_qs});
    QVERIFY(mine.as_array().size() > 20);
    const auto counts = m_clerk->json({u"queue"_qs});
    QVERIFY(numberAt(counts, "/Office") > 0);
    const auto before = m_clerk->json({u"status"_qs});
    QVERIFY(m_clerk->sync());
    QVERIFY(m_clerk->json({u"status"_qs}).at("scopes") == before.at("scopes"));
  }

  void shouldRefuseAWrongPassword() {
    const auto ended = tests::runProgram(tests::program("madoguchi-cli"),
                                         {u"--profile"_qs, profile("wrong"), u"--server"_qs, m_server->url(),
                                          u"--fingerprint"_qs, m_server->fingerprint(),
                                          u"--demonstration-key-store"_qs, u"sign-in"_qs, u"food.clerk3"_qs},
                                         {{u"MADOGUCHI_PASSWORD"_qs, u"wrong"_qs}});
    QCOMPARE(ended.exitCode, 4);
    QVERIFY(ended.errors.contains("WrongCredentials"));
  }

  void shouldNotTalkToAServerWithAnotherCertificate() {
    const auto ended = tests::runProgram(
        tests::program("madoguchi-cli"),
        {u"--profile"_qs, profile("other"), u"--server"_qs, m_server->url(), u"--fingerprint"_qs,
         QString(64, u'0'), u"--demonstration-key-store"_qs, u"sign-in"_qs, u"food.clerk3"_qs},
        {{u"MADOGUCHI_PASSWORD"_qs, QString::fromLatin1(ServerProgram::kPassword)}});
    QCOMPARE(ended.exitCode, 3);
    QVERIFY2(ended.errors.contains("TlsFailed"), ended.errors);
  }

  void shouldRefuseToWork_withoutAKeyStore() {
    const auto ended =
        tests::runProgram(tests::program("madoguchi-cli"),
                          {u"--profile"_qs, profile("keyless"), u"--server"_qs, m_server->url(),
                           u"--fingerprint"_qs, m_server->fingerprint(), u"sign-in"_qs, u"food.clerk3"_qs},
                          {{u"MADOGUCHI_PASSWORD"_qs, QString::fromLatin1(ServerProgram::kPassword)},
                           {u"DBUS_SESSION_BUS_ADDRESS"_qs, u"unix:path=/nonexistent"_qs}});
    QCOMPARE(ended.exitCode, 5);
    QVERIFY2(ended.errors.contains("KeyStoreMissing"), ended.errors);
  }

  void shouldCarryWorkDoneOffline_toTheOther() {
    const auto mine = m_clerk->json({u"queue"_qs, u"MyCases"_qs, u"--limit"_qs, u"1"_qs});
    const QString id = idOf(mine.at(0));
    QVERIFY(m_server->stop());
    // WHEN the server is away THEN work goes on, and sync says that it did not get through
    QCOMPARE(m_clerk->run({u"do"_qs, id, u"AddNote"_qs, u"text=電話で確認した"_qs}).exitCode, 0);
    QCOMPARE(m_clerk->run({u"sync"_qs}).exitCode, 3);
    QCOMPARE(m_clerk->json({u"outbox"_qs}).as_array().size(), std::size_t{1});
    QVERIFY(m_server->start());
    QVERIFY(m_clerk->sync());
    QVERIFY(m_clerk->json({u"outbox"_qs}).as_array().empty());
    QVERIFY(m_chief->sync());
    QVERIFY(core::canonicalJson(m_chief->json({u"show"_qs, id}).at("state")).find("電話で確認した") !=
            std::string::npos);
  }

  void shouldShowAClashAndSettleIt_whenBothEditOneField() {
    const auto mine = m_clerk->json({u"queue"_qs, u"MyCases"_qs, u"--limit"_qs, u"1"_qs});
    const QString id = idOf(mine.at(0));
    QVERIFY(m_chief->sync());
    const std::string before = textAt(m_clerk->json({u"show"_qs, id}), "/state/applicant/party/phone");
    const auto edit = [&before](const char* after) {
      return QString::fromStdString(core::canonicalJson(
          {{"kind", "EditApplicant"},
           {"edits", {{{"pointer", "/party/phone"}, {"before", before}, {"after", after}}}}}));
    };
    QCOMPARE(m_chief->run({u"do"_qs, id, u"--body"_qs, edit("03-0000-0001")}).exitCode, 0);
    QCOMPARE(m_clerk->run({u"do"_qs, id, u"--body"_qs, edit("03-0000-0002")}).exitCode, 0);
    QVERIFY(m_chief->sync());
    QVERIFY(m_clerk->sync());
    const auto conflicts = m_clerk->json({u"conflicts"_qs});
    QCOMPARE(conflicts.as_array().size(), std::size_t{1});
    QCOMPARE(textAt(conflicts, "/0/status"), std::string("Conflicted"));
    QCOMPARE(textAt(conflicts, "/0/conflicts/0/mine"), std::string("03-0000-0002"));
    QCOMPARE(textAt(conflicts, "/0/conflicts/0/theirs"), std::string("03-0000-0001"));
    const auto command = QString::fromStdString(textAt(conflicts, "/0/command"));
    const auto settled = m_clerk->run({u"resolve"_qs, command, u"mine"_qs});
    QVERIFY2(settled.exitCode == 0, settled.all());
    QVERIFY(m_clerk->sync());
    QVERIFY(m_chief->sync());
    QVERIFY(m_clerk->json({u"conflicts"_qs}).as_array().empty());
    const auto atClerk = m_clerk->json({u"show"_qs, id});
    QCOMPARE(textAt(atClerk, "/state/applicant/party/phone"), std::string("03-0000-0002"));
    QVERIFY(m_chief->json({u"show"_qs, id}).at("state") == atClerk.at("state"));
  }

  void shouldUploadADocument_beforeTheOtherFetchesIt() {
    QByteArray content;
    for (int i = 0; content.size() < 3'000'000; ++i)
      content += QByteArray::number(i * 7919) + '\n';
    QFile file(m_folder.filePath(u"図面.txt"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto mine = m_clerk->json({u"queue"_qs, u"MyCases"_qs, u"--limit"_qs, u"1"_qs});
    const QString id = idOf(mine.at(0));
    const auto attached = m_clerk->json({u"attach"_qs, id, file.fileName(), u"--kind"_qs, u"floor-plan"_qs});
    QVERIFY(m_clerk->sync());
    QVERIFY(m_clerk->json({u"outbox"_qs}).as_array().empty());
    QVERIFY(m_chief->sync());
    const auto blob = QString::fromStdString(textAt(attached, "/blob"));
    const auto fetched = m_chief->run({u"fetch"_qs, blob});
    QCOMPARE(fetched.exitCode, 0);
    QVERIFY(fetched.output == content);
  }

  void shouldLoseNothing_whenTheServerIsKilled() {
    const auto mine = m_clerk->json({u"queue"_qs, u"MyCases"_qs, u"--limit"_qs, u"2"_qs});
    const QString id = idOf(mine.at(0));
    const std::int64_t version = numberAt(m_clerk->json({u"show"_qs, id}), "/state/version");
    constexpr int kNotes = 3;
    for (int i = 0; i < kNotes; ++i) {
      QCOMPARE(m_clerk->run({u"do"_qs, id, u"AddNote"_qs, u"text=記録 %1"_qs.arg(i)}).exitCode, 0);
      if (i == 1) QVERIFY(m_clerk->sync());
      m_server->kill();
      QCOMPARE(m_clerk->run({u"sync"_qs}).exitCode, 3);
      QVERIFY(m_server->start());
    }
    QVERIFY(m_clerk->sync());
    QVERIFY(m_chief->sync());
    QCOMPARE(numberAt(m_clerk->json({u"show"_qs, id}), "/state/version"), version + kNotes);
    QCOMPARE(numberAt(m_chief->json({u"show"_qs, id}), "/state/version"), version + kNotes);
  }

  void shouldShowNothingOfThePreviousUser_whenAnotherSignsIn() {
    const CliProgram shared(*m_server, profile("shared"));
    QVERIFY(shared.signIn(u"food.clerk2"_qs));
    QVERIFY(shared.sync());
    const auto cases = shared.json({u"queue"_qs, u"all"_qs, u"--limit"_qs, u"1"_qs});
    const auto held = shared.json({u"queue"_qs, u"MyCases"_qs, u"--limit"_qs, u"1"_qs});
    QVERIFY(!cases.as_array().empty());
    if (!held.as_array().empty())
      QCOMPARE(shared.run({u"do"_qs, idOf(held.at(0)), u"AddNote"_qs, u"text=私だけの下書き"_qs}).exitCode,
               0);
    const auto waiting = shared.json({u"outbox"_qs}).as_array().size();
    QVERIFY(shared.signIn(u"roads.clerk1"_qs));
    QVERIFY(shared.json({u"queue"_qs, u"all"_qs}).as_array().empty());
    QVERIFY(shared.json({u"outbox"_qs}).as_array().empty());
    QVERIFY(shared.sync());
    QVERIFY(
        shared.json({u"search"_qs, QString::fromStdString(textAt(cases, "/0/number"))}).as_array().empty());
    // AND what the first had not sent is still there when he comes back
    QVERIFY(shared.signIn(u"food.clerk2"_qs));
    QCOMPARE(shared.json({u"outbox"_qs}).as_array().size(), waiting);
    QVERIFY(shared.sync());
    QVERIFY(shared.json({u"outbox"_qs}).as_array().empty());
  }

  void shouldAskForSignIn_afterSignOut() {
    const CliProgram leaving(*m_server, profile("leaving"));
    QVERIFY(leaving.signIn(u"food.clerk3"_qs));
    QCOMPARE(leaving.run({u"sign-out"_qs}).exitCode, 0);
    QCOMPARE(leaving.run({u"queue"_qs}).exitCode, 4);
  }

  void shouldSayWhatIsWrong_whenTheCommandLineIs_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no such verb") << QStringList{u"dance"_qs} << 2;
    QTest::newRow("no such option") << QStringList{u"--dance"_qs, u"queue"_qs} << 2;
    QTest::newRow("no such queue") << QStringList{u"queue"_qs, u"Nowhere"_qs} << 2;
    QTest::newRow("no such kind") << QStringList{u"do"_qs, u"new"_qs, u"Dance"_qs} << 2;
    QTest::newRow("broken JSON") << QStringList{u"do"_qs, u"new"_qs, u"--body"_qs, u"{"_qs} << 2;
    QTest::newRow("no such case") << QStringList{u"show"_qs, u"1900-無-000001"_qs} << 1;
    QTest::newRow("no such command") << QStringList{u"resolve"_qs, u"x"_qs, u"mine"_qs} << 1;
    QTest::newRow("plain http") << QStringList{u"--server"_qs, u"http://127.0.0.1"_qs, u"queue"_qs} << 2;
  }
  void shouldSayWhatIsWrong_whenTheCommandLineIs() {
    QFETCH(const QStringList, words);
    QFETCH(const int, exitCode);
    const auto ended = m_clerk->run(words);
    QVERIFY2(ended.exitCode == exitCode, ended.all());
    QVERIFY(ended.errors.startsWith("madoguchi-cli: "));
    QVERIFY(ended.output.isEmpty());
  }
};

QTEST_GUILESS_MAIN(CliTest)
#include "clitest.moc"
