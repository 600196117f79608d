// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as a file: a person is told when it was not written.
#include "models/errortext.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/workspace.h"

#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;

namespace {

/// The outbox, with a command that waits.
struct Rig : tests::DeskRig {
  Rig() {
    arriveMany(1);
    fake.status.link = models::SyncStatus::Link::Offline;
    if (!fake.perform(fake.cases[0].record.state.id, core::RegisterCase{})) qFatal("not performed");
    open();
    window->workspace()->showOutbox();
    if (!QTest::qWaitFor([this] { return desk->outbox.rowCount() == 1; })) qFatal("the outbox is empty");
  }
  /// As the user does who chooses this file.
  void exportTo(const QString& path) {
    find<QPushButton>("outboxExport")->click();
    auto* files = window->findChild<QFileDialog*>();
    Q_EMIT files->fileSelected(path);
    files->reject();
  }

  QTemporaryDir folder;
};

} // namespace

class OutboxPageTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldWriteTheOutbox() {
    Rig rig;
    const QString path = rig.folder.filePath(u"outbox.json"_qs);
    rig.exportTo(path);
    QTRY_VERIFY(!rig.message().isEmpty());
    QCOMPARE(rig.fake.journal.back(), std::string("export"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("RegisterCase"));
  }

  void shouldSayWhy_whenTheFileCannotBeWritten() {
    Rig rig;
    rig.exportTo(rig.folder.filePath(u"no/such/folder/outbox.json"_qs));
    QTRY_VERIFY2(rig.message().endsWith(models::errorText(core::ErrorCode::StorageFailed)),
                 qPrintable(rig.message()));
  }

  void shouldSayWhy_andWriteNothing_whenItCannotBeRecorded() {
    Rig rig;
    const QString path = rig.folder.filePath(u"outbox.json"_qs);
    rig.exportTo(path);
    const quint64 request = rig.fake.journalSource.nextRequest() - 1;
    Q_EMIT rig.fake.journalSource.failed(request, {core::ErrorCode::StorageFull, {}});
    QVERIFY2(rig.message().endsWith(models::errorText(core::ErrorCode::StorageFull)),
             qPrintable(rig.message()));
    QCoreApplication::processEvents();
    QVERIFY(!QFile::exists(path));
  }
};

QTEST_MAIN(OutboxPageTest)
#include "outboxpagetest.moc"
