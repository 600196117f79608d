// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/commandline.h"

#include "server/application.h"
#include "server/cli/arguments.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <set>
#include <sstream>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

Outcome runLine(const std::vector<std::string>& words, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Console console{in, out, err};
  const int status = runCommandLine(words, console);
  return {status, out.str(), err.str()};
}

} // namespace

class CommandLineTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::string data(const char* name) { return (m_folder.path() + QLatin1Char('/')).toStdString() + name; }
  std::string initialised(const char* name) {
    const std::string folder = data(name);
    const auto done = runLine({"init", "--data", folder, "--resources", tests::resourcesFolder()});
    if (done.status != 0) qFatal("%s", done.err.c_str());
    return folder;
  }

private Q_SLOTS:
  void shouldExplainItself() {
    QCOMPARE(runLine({"--help"}).status, 0);
    QVERIFY(runLine({"--help"}).out.find("user passwd") != std::string::npos);
    for (const char* verb : {"init", "serve", "generate", "import", "verify", "backup", "version"}) {
      const auto help = runLine({verb, "--help"});
      QCOMPARE(help.status, 0);
      QVERIFY(help.out.find(std::string("usage: madoguchi-server ") + verb) == 0);
    }
    QVERIFY(runLine({"version"}).out.find("madoguchi-server ") == 0);
  }

  void shouldExitWithTwo_whenTheLineIsWrong() {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"dance"},
        {"user"},
        {"user", "add"},
        {"user", "add", "a", "b", "--data", "x"},
        {"serve", "--prot", "1"},
        {"serve", "--data"},
        {"serve", "--data", "a", "--data", "b"},
        {"verify", "--print-anchors=yes"},
        {"serve", "--port", "70000"},
        {"serve", "--blobs", "https://s3.example/bucket"},
        {"collect", "--blobs", "http://s3.example/bucket"},
        {"collect", "--blobs", "https://s3.example/bucket", "--blobs-credentials", "/nowhere"},
        {"generate", "--now", "yesterday"},
        {"generate", "--seed", "-1"},
        {"init", "--data", "/nowhere", "--service-role", "service"},
        {"migrate"},
        {"migrate", "--database", "postgresql://x"},
        {"restore"}};
    for (const auto& words : wrong) {
      const auto outcome = runLine(words);
      QCOMPARE(outcome.status, 2);
      QVERIFY(!outcome.err.empty());
      QVERIFY(outcome.out.empty());
    }
  }

  void shouldExitWithOne_whenTheFolderIsNotInitialised() {
    const auto outcome = runLine({"user", "list", "--data", data("nothing")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.find("run init") != std::string::npos);
  }

  void shouldMakeAServer_andNotTwice() {
    const std::string folder = initialised("twice");
    QVERIFY(QFile::exists(QString::fromStdString(folder + "/tls/certificate.pem")));
    QCOMPARE(runLine({"init", "--data", folder, "--resources", tests::resourcesFolder()}).status, 1);
    const auto procedures = runLine({"procedure", "list", "--data", folder});
    QVERIFY(procedures.out.find("food-business-permit@1\n") != std::string::npos);
  }

  void shouldMakeNothing_whenResourcesAreMissing() {
    const std::string folder = data("noresources");
    QCOMPARE(runLine({"init", "--data", folder, "--resources", data("empty")}).status, 1);
    QVERIFY(!QDir(QString::fromStdString(folder)).exists());
  }

  void shouldAdministerUsersAndOffices() {
    const std::string folder = initialised("people");
    const auto line = [&](std::vector<std::string> words, const std::string& input = {}) {
      words.insert(words.end(), {"--data", folder});
      return runLine(words, input);
    };
    QCOMPARE(line({"office", "add", "east", "--name", "東課", "--symbol", "東"}).status, 0);
    QCOMPARE(line({"office", "add", "a/b"}).status, 2);
    QCOMPARE(
        line({"user", "add", "sato", "--office", "east", "--grant", "clerk:east:protected"}, "a password\n")
            .status,
        0);
    QCOMPARE(line({"user", "add", "sato"}, "a password\n").status, 1);
    QCOMPARE(line({"user", "add", "kato"}, "").status, 2);
    QCOMPARE(line({"user", "add", "kato", "--grant", "king:east"}, "a password\n").status, 2);
    QCOMPARE(line({"user", "add", "kato", "--grant", "clerk:north"}, "a password\n").status, 1);
    QCOMPARE(line({"user", "passwd", "sato"}, "another one\r\n").status, 0);
    QVERIFY(line({"user", "list"}).out.find("Clerk:east:protected") != std::string::npos);
    QVERIFY(line({"user", "list"}).out.find("kato") == std::string::npos);
    QCOMPARE(line({"user", "disable", "sato"}).status, 0);
    QVERIFY(line({"user", "list"}).out.find("disabled") != std::string::npos);
    QCOMPARE(line({"intake", "add", "portal", "--office", "east"}).out.size(), 65U);
    QCOMPARE(line({"verify"}).status, 0);
  }

  void shouldImportOfficesAllOrNothing() {
    const std::string folder = initialised("offices");
    const std::string file = data("offices.json");
    std::ofstream(file) << R"([{"id":"a","nameJa":"A"},{"id":"b","parent":"nowhere","nameJa":"B"}])";
    QCOMPARE(runLine({"office", "import", file, "--data", folder}).status, 1);
    QCOMPARE(runLine({"office", "list", "--data", folder}).out, std::string());
    std::ofstream(file) << R"([{"id":"a","nameJa":"A"},{"id":"b","parent":"a","nameJa":"B"}])";
    QCOMPARE(runLine({"office", "import", file, "--data", folder}).status, 0);
    QCOMPARE(runLine({"office", "list", "--data", folder}).out, std::string("a\t\t\tA\t\nb\ta\t\tB\t\n"));
  }

  void shouldGenerateTheSameCases_whenSeedAndMomentAreTheSame() {
    std::string anchors;
    for (const char* name : {"g1", "g2"}) {
      const std::string folder = initialised(name);
      const auto made = runLine(
          {"generate", "--data", folder, "--cases", "40", "--seed", "7", "--now", "2026-06-01T01:00:00Z"});
      QCOMPARE(made.err, std::string());
      QCOMPARE(made.status, 0);
      QCOMPARE(runLine({"verify", "--data", folder}).status, 0);
      QVERIFY(runLine({"user", "list", "--data", folder}).out.find("food.clerk1") != std::string::npos);
    }
    QCOMPARE(runLine({"generate", "--data", data("g1"), "--cases", "1", "--seed", "7"}).status, 1);
    QCOMPARE(runLine({"generate", "--data", data("g1"), "--cases", "many"}).status, 2);
  }

  void shouldImportALogOnce_andNothingOfABrokenOne() {
    const auto shared = tests::sharedData();
    if (!shared) return;
    const std::string folder = initialised("import");
    const std::string mapping = tests::resourcesFolder() + "/import/receipt.mapping.json";
    const std::string log = *shared + "/event-logs/receipt.csv";
    const auto done = runLine({"import", log, "--mapping", mapping, "--data", folder});
    QCOMPARE(done.status, 0);
    QCOMPARE(done.out,
             std::string("cases: 1434\nsteps: 8577\nclosed: 1329\nlate by instant: 377\nlate by day: 309\n"));
    QCOMPARE(runLine({"import", log, "--mapping", mapping, "--data", folder}).status, 1);
    QCOMPARE(runLine({"verify", "--data", folder}).status, 0);

    const std::string fresh = initialised("broken");
    const std::string users = runLine({"user", "list", "--data", fresh}).out;
    std::ofstream(data("broken.csv")) << "case:concept:name,concept:name,time:timestamp\nA,x,not a time\n";
    QCOMPARE(runLine({"import", data("broken.csv"), "--mapping", mapping, "--data", fresh}).status, 1);
    QCOMPARE(runLine({"user", "list", "--data", fresh}).out, users);
    QCOMPARE(runLine({"office", "list", "--data", fresh}).out, std::string());
  }

  void shouldRefuseASecret_thatEverybodyMayRead() {
    const std::string file = data("key");
    std::ofstream(file) << "access\nsecret\n";
    const std::vector<std::string> line{
        "collect", "--data", data("none"), "--blobs", "https://s3.example/bucket", "--blobs-credentials",
        file};
    QFile::setPermissions(QString::fromStdString(file), QFile::ReadOwner | QFile::ReadOther);
    QCOMPARE(runLine(line).status, 2);
    QFile::setPermissions(QString::fromStdString(file), QFile::ReadOwner);
    QCOMPARE(runLine(line).status, 1); // there is no such folder
  }

  void shouldCollectContents() {
    const std::string folder = initialised("collecting");
    const auto done = runLine({"collect", "--data", folder});
    QCOMPARE(done.out, std::string("contents removed: 0 (0 bytes)\nuploads given up: 0\n"));
    QCOMPARE(done.status, 0);
  }

  void shouldBackUp_andNeverOverwrite() {
    const std::string folder = initialised("backup");
    const std::string copy = data("copy.db");
    QCOMPARE(runLine({"backup", copy, "--data", folder}).status, 0);
    QCOMPARE(runLine({"backup", copy, "--data", folder}).status, 1);
  }

  void shouldRestoreABackup_onlyWhereThereIsNothing() {
    const std::string folder = initialised("alive");
    QCOMPARE(runLine({"office", "add", "east", "--data", folder}).status, 0);
    const std::string copy = data("east.db");
    QCOMPARE(runLine({"backup", copy, "--data", folder}).status, 0);
    QCOMPARE(runLine({"restore", copy, "--data", folder}).status, 1);
    QCOMPARE(runLine({"restore", data("none.db"), "--data", data("again")}).status, 1);
    std::set<std::string> epochs;
    for (const char* name : {"again", "once more"}) {
      const auto restored = runLine({"restore", copy, "--data", data(name)});
      QVERIFY2(restored.status == 0, restored.err.c_str());
      QVERIFY(restored.out.find("fingerprint") != std::string::npos);
      QVERIFY(runLine({"office", "list", "--data", data(name)}).out.find("east") == 0);
      const auto store = openStore({data(name)});
      QVERIFY((*store)->read([&](Reading& reading) -> core::Result<void> {
        epochs.insert(reading.epoch());
        return {};
      }));
    }
    QCOMPARE(epochs.size(), 2U);
    std::ofstream(data("torn.db")) << std::string(8192, 'x');
    QCOMPARE(runLine({"restore", data("torn.db"), "--data", data("torn")}).status, 1);
    QCOMPARE(runLine({"user", "list", "--data", data("torn")}).status, 1);
  }

  void shouldNameTheBrokenPackage() {
    const std::string folder = data("resources");
    QDir().mkpath(QString::fromStdString(folder + "/procedures/half"));
    std::ofstream(folder + "/procedures/half/definition.json") << "{";
    const auto outcome = runLine({"procedure", "check", "--resources", folder});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.find("refused: half: ") != std::string::npos);
  }
};

QTEST_APPLESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
