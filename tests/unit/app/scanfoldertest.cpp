// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/scanfolder.h"

#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;

class ScanFolderTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  QString path(const QString& name) const { return m_folder->filePath(name); }
  void write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(content) != content.size())
      qFatal("no file");
  }
  static QStringList names(const app::ScanFolder& tray) {
    QStringList names;
    for (const models::ScannedFile& file : tray.files())
      names << file.name;
    return names;
  }
  [[nodiscard]] std::unique_ptr<app::ScanFolder> tray(const QString& site = {}) const {
    auto made = std::make_unique<app::ScanFolder>(site.isEmpty() ? path(u"none"_qs) : site, 20);
    made->watch(m_folder->path());
    return made;
  }

private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void shouldShowScans_oldOnesAndNewOnes() {
    write(u"old.pdf"_qs, "%PDF");
    const auto tray = this->tray();
    QTRY_COMPARE(names(*tray), QStringList{u"old.pdf"_qs});
    write(u"letter.docx"_qs, "no scan");
    write(u"new.TIFF"_qs, "II*");
    QTRY_COMPARE(names(*tray).size(), 2);
    QVERIFY(names(*tray).contains(u"new.TIFF"_qs));
    QVERIFY(QFile::remove(path(u"old.pdf"_qs)));
    QTRY_COMPARE(names(*tray), QStringList{u"new.TIFF"_qs});
  }

  void shouldWaitForAFile_thatGrows() {
    write(u"growing.pdf"_qs, {});
    const auto tray = this->tray();
    QTRY_VERIFY(!tray->folder().isEmpty());
    QVERIFY(tray->files().isEmpty());
    write(u"growing.pdf"_qs, "%PDF-1.7 whole");
    QTRY_COMPARE(tray->files().size(), 1);
    QCOMPARE(tray->files()[0].size, 14);
    // What is written once more is not offered with its old size.
    write(u"growing.pdf"_qs, " and a page");
    QTRY_VERIFY(tray->files().size() == 1 && tray->files()[0].size == 25);
  }

  void shouldPutAway_andNeverOverwrite() {
    const auto tray = this->tray();
    for (const char* content : {"one", "two"}) {
      write(u"scan.pdf"_qs, content);
      QTRY_COMPARE(tray->files().size(), 1);
      tray->putAway(path(u"scan.pdf"_qs));
      QTRY_VERIFY(tray->files().isEmpty());
    }
    const auto read = [&](const QString& name) {
      QFile file(path(u"done/"_qs + name));
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(read(u"scan.pdf"_qs), QByteArray("one"));
    QCOMPARE(read(u"scan (2).pdf"_qs), QByteArray("two"));
    // Nothing outside the folder is touched.
    QTemporaryDir other;
    QFile foreign(other.filePath(u"foreign.pdf"_qs));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.close();
    tray->putAway(foreign.fileName());
    write(u"last.pdf"_qs, "x");
    QTRY_COMPARE(names(*tray), QStringList{u"last.pdf"_qs});
    QVERIFY(foreign.exists());
  }

  void shouldSay_whenTheFolderCannotBeRead_andComeBackWithIt() {
    const auto tray = std::make_unique<app::ScanFolder>(path(u"none"_qs), 20);
    tray->watch(path(u"later"_qs));
    QTRY_VERIFY(!tray->isReadable());
    QVERIFY(QDir().mkpath(path(u"later"_qs)));
    write(u"later/a.png"_qs, "x");
    tray->watch(path(u"later"_qs));
    QTRY_COMPARE(names(*tray), QStringList{u"a.png"_qs});
    QVERIFY(tray->isReadable());
  }

  void shouldUseTheFolderOfIt_whateverTheUserChooses() {
    QVERIFY(QDir().mkpath(path(u"site"_qs)));
    write(u"site/a.pdf"_qs, "x");
    write(u"mine.pdf"_qs, "x");
    QFile site(path(u"desk.conf"_qs));
    QVERIFY(site.open(QIODevice::WriteOnly));
    site.write("[documents]\nscanFolder=" + path(u"site"_qs).toUtf8() + "\n");
    site.close();
    const auto tray = this->tray(site.fileName());
    QTRY_COMPARE(names(*tray), QStringList{u"a.pdf"_qs});
    QVERIFY(tray->isFixed());
  }
};

QTEST_GUILESS_MAIN(ScanFolderTest)
#include "scanfoldertest.moc"
