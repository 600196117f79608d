// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/profilekeys.h"

#include "app/profile/demonstrationkeystore.h"
#include "app/profile/sealedwork.h"
#include "protocol/messages.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace madoguchi;
using app::DemonstrationKeyStore;
using app::LeasedSecrets;
using app::ProfileKeys;
using core::ErrorCode;
using namespace std::chrono_literals;

namespace {

const core::Instant kNow = *core::parseInstant("2026-06-01T00:00:00Z");
const core::Instant kEnd = kNow + 72h;
const std::string kFirst(64, 'a');
const std::string kSecond(64, 'b');
const QString kName = QStringLiteral("d/u/key");
const QString kPin = QStringLiteral("482915");

/// A key store that is not there.
class NoKeyStore final : public app::KeyStore {
public:
  core::Result<std::optional<QByteArray>> read(const QString&) override { return none(); }
  core::Result<void> write(const QString&, const QByteArray&) override { return none(); }
  core::Result<void> remove(const QString&) override { return none(); }

private:
  static tl::unexpected<core::Error> none() { return core::failure(ErrorCode::KeyStoreMissing); }
};

std::string codeOf(const core::Result<app::DataKey>& key) {
  return key ? "ok" : std::string(core::toText(key.error().code));
}

/// A PC with one profile.
struct Pc {
  QTemporaryDir folder;
  DemonstrationKeyStore store{folder.filePath(QStringLiteral("keys"))};
  std::filesystem::path profile = folder.filePath(QStringLiteral("profile")).toStdString();

  [[nodiscard]] ProfileKeys keys() { return {store, kName, profile, ProfileKeys::PinCost::Cheapest}; }
  [[nodiscard]] QByteArray file() const {
    QFile file(QString::fromStdString((profile / "key.wrapped").string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
};

} // namespace

class ProfileKeysTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldWrapTheSameKeyAnew_whenTheLeaseIsRenewed() {
    Pc pc;
    const auto made = pc.keys().renew({{}, kFirst, kEnd}, kNow);
    QVERIFY(made.has_value());
    QCOMPARE(pc.keys().heldLease(), protocol::leaseId(kFirst));
    const QByteArray before = pc.file();
    // WHEN the server leases another secret
    const auto renewed = pc.keys().renew({kFirst, kSecond, kEnd + 24h}, kNow + 24h);
    // THEN the key is the same, and only the second opens it
    QVERIFY(renewed.has_value());
    QVERIFY(*renewed == *made);
    QVERIFY(pc.file() != before);
    QCOMPARE(pc.keys().heldLease(), protocol::leaseId(kSecond));
    QVERIFY(pc.keys().leaseUntil() == kEnd + 24h);
    QCOMPARE(codeOf(pc.keys().renew({kFirst, kSecond, kEnd}, kNow)), std::string("StorageCorrupt"));
    QVERIFY(pc.keys().renew({kSecond, kFirst, kEnd}, kNow).has_value());
  }

  void shouldKeepKeyAndSecretOutOfTheProfile() {
    Pc pc;
    const auto key = pc.keys().renew({{}, kFirst, kEnd}, kNow);
    QVERIFY(key.has_value());
    const QByteArray raw(reinterpret_cast<const char*>(key->data()), static_cast<qsizetype>(key->size()));
    for (const QByteArray& secret : {raw, raw.toHex(), QByteArray::fromStdString(kFirst)})
      QVERIFY(!pc.file().contains(secret));
  }

  void shouldOpenOffline_untilTheLeaseEnds() {
    Pc pc;
    const auto made = pc.keys().renew({{}, kFirst, kEnd}, kNow);
    const auto offline = pc.keys().unlock({}, kEnd - 1ms);
    QVERIFY(offline && *offline == *made);
    // THEN not after it, nor when the clock is put back again
    QCOMPARE(codeOf(pc.keys().unlock({}, kEnd)), std::string("NotSignedIn"));
    QCOMPARE(codeOf(pc.keys().unlock({}, kNow)), std::string("NotSignedIn"));
    QVERIFY(!pc.keys().mayUnlock(kNow));
    // AND the server opens it again
    const auto online = pc.keys().renew({kFirst, kSecond, kEnd + 72h}, kEnd);
    QVERIFY(online && *online == *made);
  }

  void shouldNotGetLonger_whenTheClockGoesBack() {
    Pc pc;
    QVERIFY(pc.keys().renew({{}, kFirst, kEnd}, kNow).has_value());
    QVERIFY(pc.keys().tick(kEnd - 1h));
    QVERIFY(pc.keys().tick(kNow));
    QVERIFY(pc.keys().mayUnlock(kNow));
    QVERIFY(!pc.keys().tick(kEnd));
    QVERIFY(!pc.keys().tick(kNow));
  }

  void shouldOpenByThePinAlone_whenOneWasChosen() {
    Pc pc;
    auto keys = pc.keys();
    const auto made = keys.renew({{}, kFirst, kEnd}, kNow);
    for (const auto* weak : {u"12345", u"111111", u"123456", u"987654"})
      QVERIFY(!keys.setPin(QString::fromUtf16(weak)).has_value());
    QVERIFY(keys.setPin(kPin).has_value());
    QVERIFY(pc.keys().hasPin());
    QCOMPARE(codeOf(pc.keys().unlock({}, kNow)), std::string("WrongCredentials"));
    QVERIFY(*pc.keys().unlock(kPin, kNow) == *made);
    // AND after the lease was renewed without it
    QVERIFY(pc.keys().renew({kFirst, kSecond, kEnd + 24h}, kNow + 24h).has_value());
    QVERIFY(*pc.keys().unlock(kPin, kNow + 25h) == *made);
  }

  void shouldLeaveOnlyTheServer_whenThePinWasWrongTooOften() {
    Pc pc;
    auto keys = pc.keys();
    const auto made = keys.renew({{}, kFirst, kEnd}, kNow);
    QVERIFY(keys.setPin(kPin).has_value());
    for (int i = 1; i < ProfileKeys::kMaxTries; ++i)
      QCOMPARE(codeOf(pc.keys().unlock(QStringLiteral("000001"), kNow)), std::string("WrongCredentials"));
    QCOMPARE(codeOf(pc.keys().unlock(QStringLiteral("000001"), kNow)), std::string("TooManyAttempts"));
    QCOMPARE(codeOf(pc.keys().unlock(kPin, kNow)), std::string("NotSignedIn"));
    // THEN a sign-in brings it back, with the same PIN
    QVERIFY(*pc.keys().renew({kFirst, kSecond, kEnd}, kNow) == *made);
    QVERIFY(*pc.keys().unlock(kPin, kNow) == *made);
    // AND a right one in between starts the count anew
    QVERIFY(!pc.keys().unlock(QStringLiteral("000001"), kNow).has_value());
    QVERIFY(pc.keys().unlock(kPin, kNow).has_value());
    for (int i = 1; i < ProfileKeys::kMaxTries; ++i)
      QCOMPARE(codeOf(pc.keys().unlock(QStringLiteral("000001"), kNow)), std::string("WrongCredentials"));
  }

  void shouldRefuse_whenThereIsNoKeyStore() {
    Pc pc;
    NoKeyStore store;
    ProfileKeys keys(store, kName, pc.profile, ProfileKeys::PinCost::Cheapest);
    QCOMPARE(codeOf(keys.renew({{}, kFirst, kEnd}, kNow)), std::string("KeyStoreMissing"));
    QVERIFY(!std::filesystem::exists(pc.profile / "key.wrapped"));
  }

  void shouldRefuse_whenOneHalfIsGoneOrForeign() {
    Pc pc;
    QVERIFY(pc.keys().renew({{}, kFirst, kEnd}, kNow).has_value());
    const auto half = pc.store.read(kName);
    QVERIFY(pc.store.remove(kName).has_value());
    QCOMPARE(codeOf(pc.keys().unlock({}, kNow)), std::string("StorageCorrupt"));
    QCOMPARE(codeOf(pc.keys().renew({kFirst, kSecond, kEnd}, kNow)), std::string("StorageCorrupt"));
    QVERIFY(pc.store.write(kName, QByteArray(32, 'x')).has_value());
    QCOMPARE(codeOf(pc.keys().renew({kFirst, kSecond, kEnd}, kNow)), std::string("StorageCorrupt"));
    // AND nothing was made anew over it
    QVERIFY(pc.store.write(kName, **half).has_value());
    QVERIFY(pc.keys().renew({kFirst, kSecond, kEnd}, kNow).has_value());
  }

  void shouldOpenWithWhatLiesHere_whenTheServerForgotTheLease() {
    Pc pc;
    const auto made = pc.keys().renew({{}, kFirst, kEnd}, kNow);
    const auto again = pc.keys().renew({{}, kSecond, kEnd}, kNow);
    QVERIFY(again && *again == *made);
  }

  void shouldNotMakeANewKey_overACacheThatLostIts() {
    Pc pc;
    std::filesystem::create_directories(pc.profile);
    std::ofstream(pc.profile / "cache.db") << "?";
    QCOMPARE(codeOf(pc.keys().renew({{}, kFirst, kEnd}, kNow)), std::string("StorageCorrupt"));
    QVERIFY(pc.keys().begin({{}, kFirst, kEnd}, kNow).has_value());
  }

  void shouldKeepOnlySealedWork_whenAProfileIsWiped() {
    Pc pc;
    QVERIFY(pc.keys().renew({{}, kFirst, kEnd}, kNow).has_value());
    std::filesystem::create_directories(pc.profile / "sealed");
    std::filesystem::create_directories(pc.profile / "blobs");
    for (const char* name : {"cache.db", "cache.db-wal", "blobs/x", "sealed/0000000000000002.sealed",
                             "sealed/0000000000000010.sealed", "sealed/half.sealed.part"})
      std::ofstream(pc.profile / name) << name;
    app::wipeProfile(pc.profile, kNow);
    const auto left = app::sealedWork(pc.profile);
    QCOMPARE(left.size(), std::size_t{2});
    QCOMPARE(left[0].filename().string(), std::string("0000000000000002.sealed"));
    for (const char* name : {"cache.db", "cache.db-wal", "blobs", "sealed", "key.wrapped"})
      QVERIFY(!std::filesystem::exists(pc.profile / name));
    // AND the server's answers settle them
    app::settleSealedWork(left[0], true);
    app::settleSealedWork(left[1], false);
    QVERIFY(app::sealedWork(pc.profile).empty());
    QVERIFY(!std::filesystem::exists(left[0]));
  }
};

QTEST_GUILESS_MAIN(ProfileKeysTest)
#include "profilekeystest.moc"
