// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/devices.h"

#include "core/sync/sealed.h"
#include "server/identity/recovery.h"
#include "tests/support/testsupport.h"
#include "tests/unit/server/serverworld.h"

#include <QtTest>

#include <sodium.h>

using namespace madoguchi;
using namespace madoguchi::server;
using namespace madoguchi::tests;
using namespace std::chrono_literals;

namespace {

protocol::SignIn asUser(const std::string& user, const std::string& lease = {}) {
  return {user, kPassword, core::DeviceId("device-" + user), "窓口1", "test", lease};
}

std::string codeOf(const core::Result<Caller>& caller) {
  return caller ? "ok" : std::string(core::toText(caller.error().code));
}

struct Bureau : ServerWorld {
  Devices devices{*store, [this] { return now; }};
  RecoveryService recovery{*store, commands, [this] { return now; }};

  Bureau() {
    if (!ensureRecoveryKeys(*store)) throw std::runtime_error("no recovery keys");
  }
  protocol::Session session(const std::string& user, const std::string& lease = {}) {
    auto begun = signIn.signIn(asUser(user, lease));
    if (!begun) throw std::runtime_error(begun.error().detail);
    return std::move(*begun);
  }
  /// A note that the clerk's client sealed.
  std::string sealedNote(const protocol::Session& session, const std::string& login, const core::CaseId& id,
                         const std::string& text, std::int64_t seq) {
    const auto made = command(login, id, state(id).version, core::AddNote{text});
    return sealedBox(
        {core::UserId(login), core::DeviceId("device-" + login), seq, itemOf(made).payload, {}, {}, {}},
        session);
  }
};

} // namespace

class DevicesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QVERIFY(sodium_init() >= 0); }

  void shouldOpenWhatTheDeviceHolds_alsoWhenAnAnswerWasLost() {
    Bureau bureau;
    const auto first = bureau.session("clerk1").lease;
    QVERIFY(first.opens.empty());
    QCOMPARE(first.secret.size(), std::size_t{64});
    QVERIFY(first.until == bureau.now + 72h);
    // WHEN the device names what it wrapped its key with
    const auto second = bureau.session("clerk1", protocol::leaseId(first.secret)).lease;
    QCOMPARE(second.opens, first.secret);
    QVERIFY(second.secret != first.secret);
    // AND that answer is lost
    const auto third = bureau.session("clerk1", protocol::leaseId(first.secret)).lease;
    QCOMPARE(third.opens, first.secret);
    QCOMPARE(third.secret, second.secret);
    // THEN both it and the next one open
    const auto fourth = bureau.session("clerk1", protocol::leaseId(second.secret)).lease;
    QCOMPARE(fourth.opens, second.secret);
    // AND the first is forgotten by now
    QVERIFY(bureau.session("clerk1", protocol::leaseId(first.secret)).lease.opens.empty());
  }

  void shouldLeaseForLonger_whenAnAbsenceWasGranted() {
    Bureau bureau;
    (void)bureau.session("clerk1");
    const core::DeviceId device("device-clerk1");
    QVERIFY(!bureau.devices.grant(device, "clerk1", std::chrono::days{31}).has_value());
    QVERIFY(!bureau.devices.grant(core::DeviceId("another"), "", std::chrono::days{3}).has_value());
    QVERIFY(bureau.devices.grant(device, "clerk1", std::chrono::days{30}).has_value());
    const auto granted = bureau.now;
    bureau.now += 2h;
    QVERIFY(bureau.session("clerk1").lease.until == granted + std::chrono::days{30});
    bureau.now += std::chrono::days{29};
    QVERIFY(bureau.session("clerk1").lease.until == bureau.now + 72h);
  }

  void shouldTellARevokedDevice_alsoLongAfterItsSession() {
    Bureau bureau;
    const auto session = bureau.session("clerk1");
    const ClaimedDevice claimed{core::DeviceId("device-clerk1"), core::UserId("clerk1")};
    QCOMPARE(codeOf(bureau.signIn.authenticate(session.token, "r", claimed)), std::string("ok"));
    std::set<core::ScopeName> woken;
    bureau.store->setListener([&](const auto& seqs) {
      for (const auto& [scope, seq] : seqs)
        woken.insert(scope);
    });
    QVERIFY(bureau.devices.setRevoked(claimed.device, {}, true).has_value());
    // THEN a held request is woken, and told
    QVERIFY(woken.contains(core::userScope(claimed.user)));
    QCOMPARE(codeOf(bureau.signIn.authenticate(session.token, "r")), std::string("AccountDisabled"));
    bureau.now += std::chrono::days{10};
    QCOMPARE(codeOf(bureau.signIn.authenticate("no token", "r", claimed)), std::string("AccountDisabled"));
    QVERIFY(!bureau.signIn.signIn(asUser("clerk1")).has_value());
    // AND nothing opens its cache, also when it is let in again
    QVERIFY(bureau.devices.setRevoked(claimed.device, {}, false).has_value());
    QVERIFY(bureau.session("clerk1", protocol::leaseId(session.lease.secret)).lease.opens.empty());
    // AND others never heard of it
    QCOMPARE(codeOf(bureau.signIn.authenticate("no token", "r")), std::string("NotSignedIn"));
  }

  void shouldTellAUser_whoseAccessHasEnded() {
    Bureau bureau;
    const auto session = bureau.session("clerk1");
    QVERIFY(bureau.accounts.disable("clerk1").has_value());
    const ClaimedDevice claimed{core::DeviceId("device-clerk1"), core::UserId("clerk1")};
    QCOMPARE(codeOf(bureau.signIn.authenticate(session.token, "r", claimed)), std::string("AccountDisabled"));
  }

  void shouldKnowWhatEachDeviceHolds() {
    Bureau bureau;
    (void)bureau.session("clerk1");
    const std::set<core::ScopeName> held{"global", "office/east/food/ordinary"};
    bureau.now += 1h;
    QVERIFY(bureau.devices.note(bureau.caller("clerk1"), held).has_value());
    auto listed = bureau.devices.list();
    QVERIFY(listed.has_value());
    QCOMPARE(listed->size(), std::size_t{1});
    QCOMPARE(listed->front().login, std::string("clerk1"));
    QCOMPARE(listed->front().device.scopes,
             (std::vector<core::ScopeName>{"global", "office/east/food/ordinary"}));
    QVERIFY(listed->front().device.lastSeen == bureau.now);
    // AND the same again within minutes costs no write
    bureau.now += 1min;
    QVERIFY(bureau.devices.note(bureau.caller("clerk1"), held).has_value());
    QVERIFY(bureau.devices.list()->front().device.lastSeen == bureau.now - 1min);
  }

  void shouldApplySealedCommandsOnce_asTheirUsers() {
    Bureau bureau;
    const auto session = bureau.session("clerk1");
    const auto id = bureau.taken("clerk1");
    const std::string late = bureau.sealedNote(session, "clerk1", id, "あと", 12);
    const std::string early = bureau.sealedNote(session, "clerk1", id, "まえ", 7);
    const std::string draft = sealedBox(
        {core::UserId("clerk1"), core::DeviceId("device-clerk1"), 0, {}, "case/1/form:/name", "打ちかけ", {}},
        session);
    const auto recovered = bureau.recovery.recover({late, early, draft, "no box at all"}, {});
    QVERIFY(recovered.has_value());
    QVERIFY(recovered->answers[0].kind == core::AnswerKind::Merged); // the early one came first
    QVERIFY(recovered->answers[1].kind == core::AnswerKind::Applied);
    QVERIFY(recovered->answers[3].kind == core::AnswerKind::Rejected);
    QCOMPARE(recovered->drafts.at("case/1/form:/name"), std::string("打ちかけ"));
    const auto notes = bureau.state(id).notes;
    QCOMPARE(notes.size(), std::size_t{2});
    QCOMPARE(notes[0].text, std::string("まえ"));
    QCOMPARE(notes[1].by.value, std::string("clerk1"));
    // AND again they do nothing
    QVERIFY(bureau.recovery.recover({late, early}, bureau.caller("clerk1")).has_value());
    QCOMPARE(bureau.state(id).notes.size(), std::size_t{2});
  }

  void shouldSettleNothing_whenACommandGotNoAnswer() {
    Bureau bureau;
    const auto session = bureau.session("clerk1");
    const auto broken = bureau.taken("clerk1");
    const auto good = bureau.taken("clerk1");
    const std::vector<std::string> files{bureau.sealedNote(session, "clerk1", broken, "a", 1),
                                         bureau.sealedNote(session, "clerk1", good, "b", 2)};
    const core::CaseRow whole = bureau.row(broken);
    const auto put = [&](const core::CaseRow& row) {
      return bureau.store->write([&](Writing& writing) -> core::Result<void> {
        writing.putCases({{row, core::OfficeId("east")}});
        return {};
      });
    };
    // WHEN one of two cannot be decided now
    core::CaseRow unreadable = whole;
    unreadable.timeline = "[";
    QVERIFY(put(unreadable).has_value());
    for (int again = 0; again < 2; ++again)
      QVERIFY(!bureau.recovery.recover(files, bureau.caller("clerk1")).has_value());
    // THEN both come again, and each gets an answer of its own
    QVERIFY(put(whole).has_value());
    const auto recovered = bureau.recovery.recover(files, bureau.caller("clerk1"));
    QVERIFY(recovered.has_value());
    for (const auto& answer : recovered->answers)
      QVERIFY(answer.kind == core::AnswerKind::Applied);
    QVERIFY(!(recovered->answers[0].command == recovered->answers[1].command));
    QCOMPARE(bureau.state(broken).notes.size(), std::size_t{1});
    QCOMPARE(bureau.state(good).notes.size(), std::size_t{1});
  }

  void shouldRefuseWhatProvesNobodys() {
    Bureau bureau;
    const auto session = bureau.session("clerk1");
    const auto id = bureau.taken("clerk1");
    // WHEN somebody seals in another's name, or brings another's
    auto forged = session;
    forged.sealKey = std::string(64, '0');
    const auto mine = bureau.sealedNote(session, "clerk1", id, "a", 1);
    const auto answers = bureau.recovery.recover({bureau.sealedNote(forged, "clerk1", id, "b", 2)}, {});
    QCOMPARE(answers->answers[0].code, std::string("NotPermitted"));
    const auto others = bureau.recovery.recover({mine}, bureau.caller("clerk2"));
    QCOMPARE(others->answers[0].code, std::string("NotPermitted"));
    QVERIFY(bureau.state(id).notes.empty());
  }

  void shouldNeedTheKeysFile_whenItWasTakenOut() {
    Bureau bureau;
    const auto session = bureau.session("clerk1");
    const auto id = bureau.taken("clerk1");
    RecoveryKeys keys;
    QVERIFY(bureau.store
                ->read([&](Reading& reading) -> core::Result<void> {
                  keys = recoveryKeys(reading);
                  return {};
                })
                .has_value());
    QVERIFY(removeRecoverySecret(*bureau.store).has_value());
    const auto box = bureau.sealedNote(session, "clerk1", id, "a", 1);
    QCOMPARE(std::string(core::toText(bureau.recovery.recover({box}, {}).error().code)),
             std::string("NotFound"));
    const auto recovered = bureau.recovery.recover({box}, {}, keys.secretKey);
    QVERIFY(recovered && recovered->answers[0].kind == core::AnswerKind::Applied);
    // AND clients go on sealing to the same key
    QCOMPARE(bureau.session("clerk1").recoveryKey, keys.publicKey);
  }
};

QTEST_GUILESS_MAIN(DevicesTest)
#include "devicestest.moc"
