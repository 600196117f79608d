// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/datakey.h"

#include "app/profile/demonstrationkeystore.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using app::DemonstrationKeyStore;

namespace {

/// A key store that is not there.
class NoKeyStore final : public app::KeyStore {
public:
  core::Result<std::optional<QByteArray>> read(const QString&) override { return none(); }
  core::Result<void> write(const QString&, const QByteArray&) override { return none(); }
  core::Result<void> remove(const QString&) override { return none(); }

private:
  static tl::unexpected<core::Error> none() { return core::failure(core::ErrorCode::KeyStoreMissing); }
};

} // namespace

class DataKeyTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  [[nodiscard]] std::filesystem::path profile(const char* name) const {
    return m_folder.filePath(QString::fromLatin1(name)).toStdString();
  }
  [[nodiscard]] DemonstrationKeyStore keys() const {
    return DemonstrationKeyStore(m_folder.filePath(u"keys"_qs));
  }

private Q_SLOTS:
  void shouldGiveTheSameKeyAgain_andAnotherToAnotherProfile() {
    auto store = keys();
    const auto first = app::openDataKey(store, u"d/a/key"_qs, profile("a"));
    const auto again = app::openDataKey(store, u"d/a/key"_qs, profile("a"));
    const auto other = app::openDataKey(store, u"d/b/key"_qs, profile("b"));
    QVERIFY(first && again && other);
    QVERIFY(*first == *again);
    QVERIFY(*first != *other);
  }

  void shouldKeepTheKeyOutOfTheProfile() {
    auto store = keys();
    const auto key = app::openDataKey(store, u"d/c/key"_qs, profile("c"));
    QVERIFY(key.has_value());
    QFile file(QString::fromStdString((profile("c") / "key.wrapped").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray raw(reinterpret_cast<const char*>(key->data()), static_cast<qsizetype>(key->size()));
    QVERIFY(!file.readAll().contains(raw));
  }

  void shouldRefuse_whenThereIsNoKeyStore() {
    NoKeyStore store;
    const auto key = app::openDataKey(store, u"d/e/key"_qs, profile("e"));
    QVERIFY(!key.has_value());
    QVERIFY(key.error().code == core::ErrorCode::KeyStoreMissing);
    QVERIFY(!std::filesystem::exists(profile("e") / "key.wrapped"));
  }

  void shouldRefuse_whenOneHalfIsGoneOrForeign() {
    auto store = keys();
    QVERIFY(app::openDataKey(store, u"d/f/key"_qs, profile("f")).has_value());
    const auto secret = store.read(u"d/f/key"_qs);
    QVERIFY(store.remove(u"d/f/key"_qs).has_value());
    QVERIFY(app::openDataKey(store, u"d/f/key"_qs, profile("f")).error().code ==
            core::ErrorCode::StorageCorrupt);
    QVERIFY(store.write(u"d/f/key"_qs, QByteArray(32, 'x')).has_value());
    QVERIFY(app::openDataKey(store, u"d/f/key"_qs, profile("f")).error().code ==
            core::ErrorCode::StorageCorrupt);
    // AND nothing was made anew over it
    QVERIFY(store.write(u"d/f/key"_qs, **secret).has_value());
    QVERIFY(app::openDataKey(store, u"d/f/key"_qs, profile("f")).has_value());
  }

  void shouldNotMakeANewKey_overACacheThatLostIts() {
    auto store = keys();
    std::filesystem::create_directories(profile("g"));
    QFile cache(QString::fromStdString((profile("g") / "cache.db").string()));
    QVERIFY(cache.open(QIODevice::WriteOnly));
    QVERIFY(app::openDataKey(store, u"d/g/key"_qs, profile("g")).error().code ==
            core::ErrorCode::StorageCorrupt);
  }
};

QTEST_GUILESS_MAIN(DataKeyTest)
#include "datakeytest.moc"
