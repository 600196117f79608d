// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/systemkeystore.h"

#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;

/// Run by tests/e2e/keystore.sh under dbus-run-session with gnome-keyring; with the argument "missing" where
/// there is no key store at all.
class SystemKeyStoreTest : public QObject {
  Q_OBJECT
  app::SystemKeyStore m_store;

private Q_SLOTS:
  void shouldKeepAnyBytes_untilTheyAreRemoved() {
    QByteArray secret;
    for (int byte = 0; byte < 256; ++byte)
      secret.append(static_cast<char>(byte));
    const QString name = u"device/佐藤/key"_qs;
    QVERIFY(m_store.remove(name).has_value());
    const auto before = m_store.read(name);
    QVERIFY2(before.has_value(), before ? "" : before.error().detail.c_str());
    QVERIFY(!before->has_value());
    QVERIFY(m_store.write(name, secret).has_value());
    QVERIFY(m_store.write(u"device/鈴木/key"_qs, "other").has_value());
    QCOMPARE(m_store.read(name)->value_or(QByteArray()), secret);
    QVERIFY(m_store.remove(name).has_value());
    QVERIFY(!m_store.read(name)->has_value());
    QVERIFY(m_store.remove(u"device/鈴木/key"_qs).has_value());
  }
};

/// The same class where nothing answers.
class MissingKeyStoreTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldSayThatThereIsNone() {
    app::SystemKeyStore store;
    QVERIFY(store.read(u"x"_qs).error().code == core::ErrorCode::KeyStoreMissing);
    QVERIFY(store.write(u"x"_qs, "secret").error().code == core::ErrorCode::KeyStoreMissing);
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const bool missing = argc > 1 && qstrcmp(argv[1], "missing") == 0;
  if (missing) {
    MissingKeyStoreTest test;
    return QTest::qExec(&test, QStringList{QString::fromLocal8Bit(argv[0])});
  }
  SystemKeyStoreTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "systemkeystoretest.moc"
