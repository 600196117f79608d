// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/log.h"
#include "tests/e2e/deskclient.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QStringEncoder>
#include <QtTest>

using namespace madoguchi;
using tests::DeskClient;
using tests::ServerProcess;

namespace {

const QString kPassword = QStringLiteral("a-long-test-password");
const QString kCanary = QStringLiteral("漏洩カナリア"); // each is this and a number
constexpr int kCanaries = 1'000;

QList<QByteArray> spellings() {
  QStringEncoder little(QStringConverter::Utf16LE);
  QStringEncoder big(QStringConverter::Utf16BE);
  return {kCanary.toUtf8(), little(kCanary), big(kCanary), kCanary.toUtf8().toBase64().chopped(2)};
}

/// The files below a folder that show a canary; `read` counts all.
QStringList leaks(const QString& folder, int& read) {
  QStringList found;
  QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (!file.open(QFile::ReadOnly)) continue;
    ++read;
    const QByteArray content = file.readAll();
    for (const QByteArray& spelling : spellings())
      if (content.contains(spelling) || file.fileName().toUtf8().contains(spelling)) {
        found << file.fileName();
        qWarning("%s", qPrintable(file.fileName()));
      }
  }
  return found;
}

} // namespace

/// T14: what records hold is found in no file of the client.
class CanaryTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowNoCanary_inAnyFileOfTheClient() {
    QTemporaryDir folder;
    const QString temp = folder.filePath(QStringLiteral("temp"));
    const QString profile = folder.filePath(QStringLiteral("profile"));
    QVERIFY(QDir().mkpath(temp) && QDir().mkpath(profile));
    ServerProcess server; // in a folder of its own, elsewhere
    qputenv("TMPDIR", temp.toUtf8());
    QVERIFY(app::startLog((profile + QStringLiteral("/log")).toStdString()));
    QVERIFY(server.run({QStringLiteral("generate"), QStringLiteral("--cases"), QStringLiteral("60"),
                        QStringLiteral("--seed"), QStringLiteral("7")}));
    QVERIFY(server.run({QStringLiteral("user"), QStringLiteral("passwd"), QStringLiteral("food.clerk1")},
                       kPassword));
    QVERIFY(server.start());
    int read = 0;
    {
      // GIVEN a thousand canaries in notes, and more in a document, a draft and a search
      DeskClient clerk(server, profile);
      QVERIFY(clerk.signIn(QStringLiteral("food.clerk1"), kPassword));
      QVERIFY(clerk.sync().settled);
      const auto rows = clerk.queue(core::Queue::Office);
      QVERIFY(!rows.empty());
      constexpr int kPerNote = 20;
      for (int note = 0; note < kCanaries / kPerNote; ++note) {
        QString text;
        for (int i = 0; i < kPerNote; ++i)
          text += kCanary + QString::number(note * kPerNote + i) + u' ';
        const auto& id = rows[static_cast<std::size_t>(note) % rows.size()].id;
        QVERIFY(clerk.perform(id, core::AddNote{text.trimmed().toStdString()}));
      }
      QVERIFY(clerk.storeBlob(kCanary.repeated(20'000).toUtf8()));
      clerk.client().drafts().keep(rows[0].id, {{QStringLiteral("/memo"), kCanary}});
      core::CaseQuery query;
      query.text = kCanary.toStdString();
      (void)clerk.rows(query);
      // THEN none is found while the outbox is full
      QCOMPARE(leaks(folder.path(), read), QStringList());
      QVERIFY(clerk.sync().settled);
      QVERIFY(clerk.outbox().empty());
      int kept = 0;
      for (const auto& row : rows)
        for (const auto& one : clerk.state(row.id).notes)
          kept += static_cast<int>(QString::fromStdString(one.text).count(kCanary));
      QCOMPARE(kept, kCanaries);
      // AND none with the write-ahead log beside the database
      QVERIFY(QFile::exists(clerk.userFolder() + QStringLiteral("/cache.db-wal")));
      QCOMPARE(leaks(folder.path(), read), QStringList());
    }
    // AND none after the session
    QCOMPARE(leaks(folder.path(), read), QStringList());
    QVERIFY(read > 10);
    qInfo("%d canaries: 0 found, %d files read", kCanaries, read);
  }

  void shouldFindACanary_whereThereIsOne() {
    QTemporaryDir folder;
    QStringEncoder little(QStringConverter::Utf16LE);
    int read = 0;
    for (const QByteArray& bytes : {QByteArray("x" + kCanary.toUtf8() + "7"), QByteArray(little(kCanary))}) {
      QFile file(folder.filePath(QStringLiteral("leak")));
      QVERIFY(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
      file.close();
      QVERIFY(!leaks(folder.path(), read).isEmpty());
    }
  }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "canarytest.moc"
