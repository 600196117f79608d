// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::server;
using namespace madoguchi::tests;

namespace {

protocol::SignIn asUser(const std::string& user, const std::string& password = kPassword) {
  return {user, password, core::DeviceId("device-" + user), "窓口1", "test"};
}

std::string codeOf(const core::Result<protocol::Session>& session) {
  return session ? "ok" : std::string(core::toText(session.error().code));
}

} // namespace

class SignInTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldKnowTheCaller_whenSignedIn() {
    ServerWorld world;
    const auto session = world.signIn.signIn(asUser("clerk1"));
    QVERIFY(session.has_value());
    QVERIFY(session->expiresAt == world.now + std::chrono::hours{12});
    const auto caller = world.signIn.authenticate(session->token, "r");
    QVERIFY(caller.has_value());
    QVERIFY(caller->actor == world.actor("clerk1"));
    QCOMPARE(caller->device.value, std::string("device-clerk1"));
  }

  void shouldEndTheSession_whenItsTimeIsOverOrItIsSignedOut() {
    ServerWorld world;
    const auto one = world.signIn.signIn(asUser("clerk1"));
    const auto two = world.signIn.signIn(asUser("clerk1"));
    QVERIFY(world.signIn.signOut(one->token).has_value());
    QVERIFY(!world.signIn.authenticate(one->token, {}).has_value());
    QVERIFY(world.signIn.authenticate(two->token, {}).has_value());
    world.now += std::chrono::hours{12};
    QVERIFY(!world.signIn.authenticate(two->token, {}).has_value());
    QVERIFY(!world.signIn.authenticate("", {}).has_value());
  }

  void shouldLoseEverySession_whenPasswordChangesOrAccessEnds() {
    ServerWorld world;
    const auto session = world.signIn.signIn(asUser("clerk1"));
    QVERIFY(world.accounts.setPassword("clerk1", "a new password").has_value());
    QVERIFY(!world.signIn.authenticate(session->token, {}).has_value());
    QCOMPARE(codeOf(world.signIn.signIn(asUser("clerk1"))), std::string("WrongCredentials"));
    const auto fresh = world.signIn.signIn(asUser("clerk1", "a new password"));
    QVERIFY(fresh.has_value());
    QVERIFY(world.accounts.disable("clerk1").has_value());
    QVERIFY(!world.signIn.authenticate(fresh->token, {}).has_value());
    QCOMPARE(codeOf(world.signIn.signIn(asUser("clerk1", "a new password"))), std::string("AccountDisabled"));
  }

  void shouldWaitLongerAndLonger_whenPasswordsAreGuessed() {
    for (const char* login : {"clerk1", "nobody.at.all"}) {
      ServerWorld world;
      for (int i = 0; i < 3; ++i)
        QCOMPARE(codeOf(world.signIn.signIn(asUser(login, "wrong password"))),
                 std::string("WrongCredentials"));
      QCOMPARE(codeOf(world.signIn.signIn(asUser(login, "wrong password"))), std::string("WrongCredentials"));
      QCOMPARE(codeOf(world.signIn.signIn(asUser(login))), std::string("TooManyAttempts"));
      world.now += std::chrono::seconds{2};
      QCOMPARE(codeOf(world.signIn.signIn(asUser(login, "wrong password"))), std::string("WrongCredentials"));
      world.now += std::chrono::seconds{2};
      QCOMPARE(codeOf(world.signIn.signIn(asUser(login))), std::string("TooManyAttempts"));
      world.now += std::chrono::minutes{15};
      QCOMPARE(codeOf(world.signIn.signIn(asUser(login))),
               std::string(login) == "clerk1" ? std::string("ok") : std::string("WrongCredentials"));
    }
  }

  void shouldHoldNoSecretInTheDatabase_whenSignedIn() {
    ServerWorld world;
    const auto session = world.signIn.signIn(asUser("clerk1"));
    for (const char* suffix : {"", "-wal"}) {
      QFile file(QString::fromStdString(world.databaseFile() + suffix));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray bytes = file.readAll();
      QVERIFY(!bytes.contains(session->token.c_str()));
      QVERIFY(!bytes.contains(kPassword));
    }
  }

  void shouldRefuseBadAccounts_andChangeNothing() {
    ServerWorld world;
    const std::size_t before = world.accounts.list()->size();
    Accounts::NewAccount good{
        {{}, "新人", {}, "staff", core::OfficeId("east"), false}, "fresh", {}, "long enough"};
    auto upper = good;
    upper.login = "Fresh";
    auto taken = good;
    taken.login = "clerk1";
    auto rank = good;
    rank.person.rank = "king";
    auto nowhere = good;
    nowhere.grants.push_back({core::Role::Clerk, core::OfficeId("nowhere"), std::nullopt, false});
    auto brief = good;
    brief.password = "short";
    for (const auto& bad : {upper, taken, rank, nowhere, brief})
      QVERIFY(!world.accounts.add({good, bad}).has_value());
    QVERIFY(!world.accounts.add({good, good}).has_value());
    QCOMPARE(world.accounts.list()->size(), before);
    QVERIFY(world.accounts.add({good}).has_value());
  }
};

QTEST_APPLESS_MAIN(SignInTest)
#include "signintest.moc"
