// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources of the repository and fails on every arrow that the architecture does not allow.
#include "tests/architecture/arrows.h"
#include "tests/architecture/sourcescan.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QtTest>

using namespace madoguchi::tests;

namespace {

struct SourceFile {
  QString path;
  QString text;
};

QList<SourceFile> filesBelow(const QStringList& folders, const QStringList& names) {
  const QDir root(QString::fromStdString(resourcesFolder()) + u"/.."_qs);
  QList<SourceFile> files;
  for (const QString& folder : folders) {
    QDirIterator it(root.absoluteFilePath(folder), names, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
      QFile file(it.next());
      if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(file.fileName()));
      files.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
    }
  }
  return files;
}

QStringList productFolders() {
  return {u"core"_qs,   u"generate"_qs, u"protocol"_qs, u"storage"_qs, u"sync"_qs,
          u"models"_qs, u"ui"_qs,       u"app"_qs,      u"server"_qs};
}

QList<SourceFile> sourcesBelow(const QStringList& folders) {
  return filesBelow(folders, {u"*.h"_qs, u"*.cpp"_qs});
}

QList<SourceFile> listsBelow(const QStringList& folders) {
  return filesBelow(folders, {u"CMakeLists.txt"_qs});
}

QHash<QString, QString> foldersOfTargets() {
  QHash<QString, QString> folders;
  for (const auto& [path, text] : listsBelow(productFolders()))
    for (const QString& target : definedTargets(text))
      folders.insert(target, layerOf(path).folder);
  return folders;
}

/// All that is loaded with a program of this build, however deep it lies.
QString librariesOf(const QString& program) {
  QProcess loader;
  loader.start(u"ldd"_qs, {QCoreApplication::applicationDirPath() + u'/' + program});
  if (!loader.waitForFinished(-1) || loader.exitCode() != 0) qFatal("cannot ask %s", qPrintable(program));
  return QString::fromLocal8Bit(loader.readAllStandardOutput());
}

} // namespace

class ArchitectureTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldIncludeOnlyAlongArrows() {
    QStringList found;
    const QList<SourceFile> sources = sourcesBelow(productFolders());
    QVERIFY(!sources.isEmpty());
    for (const auto& [path, text] : sources)
      found += forbiddenIncludes(path, text);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
  }

  void shouldLinkOnlyAlongArrows() {
    QStringList found;
    const QHash<QString, QString> folders = foldersOfTargets();
    QVERIFY(folders.contains(u"core"_qs));
    for (const auto& [path, text] : listsBelow(productFolders()))
      found += forbiddenLinks(path, text, folders);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
  }

  void shouldHaveNoReaderOfPdf_inTheProcessThatMustNotDieOfOne() {
    const QString reader = u"libQt6Pdf"_qs;
    for (const char* program : {"madoguchi-desk", "madoguchi-cli"})
      QVERIFY2(!librariesOf(QString::fromLatin1(program)).contains(reader), program);
    // The oracle can fail: the one that may die has it.
    QVERIFY(librariesOf(u"madoguchi-preview"_qs).contains(reader));
  }

  void shouldAskNoClockAndNoDice_whereCodeIsPure() {
    QStringList found;
    for (const auto& [path, text] : sourcesBelow(productFolders()))
      found += impureCalls(path, text);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
  }

  void shouldCarryLicenceAndStayShort() {
    QStringList found;
    for (const auto& [path, text] : sourcesBelow(productFolders() << u"tests"_qs))
      found += untidiness(path, text);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
  }

  void shouldJudgeInclude_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* path, const char* include, bool allowed) {
      QTest::addRow("%s %s", path, include)
          << QString::fromLatin1(path) << QString::fromLatin1(include) << allowed;
    };
    row("core/a/b.cpp", "<vector>", true);
    row("core/a/b.cpp", "\"core/base/json.h\"", true);
    row("core/a/b.cpp", "<unicode/unistr.h>", true);
    row("core/a/b.cpp", "\"protocol/message.h\"", false);
    row("core/a/b.cpp", "<QString>", false);
    row("core/a/b.cpp", "<fstream>", false);
    row("core/a/b.cpp", "<random>", false);
    row("core/a/b.cpp", "<regex>", false);
    row("core/a/b.cpp", "<sqlite3.h>", false);
    row("core/a/b.cpp", "\"json.h\"", false);
    row("core/a/b.cpp", "\"tests/support/testsupport.h\"", false);
    row("protocol/a.cpp", "\"storage/cache.h\"", false);
    row("storage/a.cpp", "<SQLiteCpp/Database.h>", true);
    row("storage/a.cpp", "<QFile>", false);
    row("sync/engine.cpp", "\"protocol/message.h\"", true);
    row("sync/engine.cpp", "<thread>", false);
    row("sync/engine.cpp", "\"sync/http/transport.h\"", false);
    row("sync/http/transport.cpp", "\"sync/engine.h\"", true);
    row("sync/http/transport.cpp", "<QNetworkReply>", true);
    row("sync/http/transport.cpp", "<QtWidgets/QLabel>", false);
    row("models/table.cpp", "<QAbstractTableModel>", true);
    row("models/table.cpp", "<QLabel>", false);
    row("models/table.cpp", "\"storage/cache.h\"", false);
    row("ui/window.cpp", "\"core/base/ids.h\"", true);
    row("ui/window.cpp", "<QLabel>", true);
    row("ui/window.cpp", "<QThread>", false);
    row("ui/window.cpp", "<QMimeData>", true);
    row("ui/window.cpp", "<QMimeDatabase>", false);
    row("ui/window.cpp", "<QNetworkReply>", false);
    row("ui/window.cpp", "\"app/application.h\"", false);
    row("app/application.cpp", "\"app/workers/store.h\"", true);
    row("app/application.cpp", "<SQLiteCpp/Database.h>", false);
    row("app/application.cpp", "<thread>", false);
    row("app/workers/store.cpp", "<QThread>", true);
    row("server/main.cpp", "<boost/asio/ssl.hpp>", true);
    row("server/main.cpp", "<QString>", false);
    row("server/main.cpp", "\"models/table.h\"", false);
    row("server/verify/main.cpp", "\"server/store.h\"", false);
    row("server/verify/main.cpp", "<unknown/library.h>", false);
  }

  void shouldJudgeInclude() {
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    const QStringList found = forbiddenIncludes(path, u"#pragma once\n#include "_qs + include + u'\n');
    QCOMPARE(found.isEmpty(), allowed);
    if (!allowed) QVERIFY(found.front().startsWith(path + u":2: "_qs));
  }

  void shouldJudgeLink_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("wrong");
    const auto row = [](const char* name, const char* path, const char* list, int wrong) {
      QTest::addRow("%s", name) << QString::fromLatin1(path) << QString::fromLatin1(list) << wrong;
    };
    row("its own libraries", "core/CMakeLists.txt",
        "madoguchi_library(core\n  SOURCES a.cpp\n  USES Boost::json ICU::uc\n  PCH <vector>)\n", 0);
    row("Qt in core", "core/CMakeLists.txt",
        "madoguchi_library(core SOURCES a.cpp USES Boost::json Qt6::Core)", 1);
    row("upwards", "core/CMakeLists.txt", "madoguchi_library(core SOURCES a.cpp USES ui)", 1);
    row("precompiled", "core/CMakeLists.txt", "madoguchi_library(core SOURCES a.cpp PCH <vector> <QString>)",
        1);
    row("by hand", "core/CMakeLists.txt", "target_link_libraries(core PRIVATE Qt6::Core PUBLIC ui) # ui", 2);
    row("an arrow", "ui/CMakeLists.txt", "madoguchi_library(ui SOURCES a.cpp USES core Qt6::Widgets)", 0);
    row("unknown", "ui/CMakeLists.txt", "target_link_libraries(ui PRIVATE foo::bar)", 1);
  }

  void shouldJudgeLink() {
    QFETCH(QString, path);
    QFETCH(QString, list);
    QFETCH(int, wrong);
    const QHash<QString, QString> folders{{u"core"_qs, u"core"_qs}, {u"ui"_qs, u"ui"_qs}};
    QCOMPARE(forbiddenLinks(path, list, folders).size(), wrong);
  }

  void shouldFindTargets() {
    const QString list = u"madoguchi_library(core SOURCES a.cpp)\nadd_executable(desk main.cpp) # comment"_qs;
    QCOMPARE(definedTargets(list), QStringList({u"core"_qs, u"desk"_qs}));
  }

  void shouldFindImpureCall() {
    QCOMPARE(impureCalls(u"core/a.cpp"_qs, u"auto t = std::chrono::system_clock::now();"_qs).size(), 1);
    QVERIFY(impureCalls(u"core/a.cpp"_qs, u"// never system_clock::now() here"_qs).isEmpty());
    QVERIFY(impureCalls(u"sync/http/a.cpp"_qs, u"auto t = std::chrono::system_clock::now();"_qs).isEmpty());
  }

  void shouldFindUntidiness() {
    const QString header = u"// Madoguchi - x\n// SPDX-License-Identifier: GPL-3.0-or-later\n"_qs;
    QVERIFY(untidiness(u"core/a.cpp"_qs, header).isEmpty());
    QCOMPARE(untidiness(u"core/a.cpp"_qs, u"int a;\n"_qs).size(), 1);
    QCOMPARE(untidiness(u"core/a.cpp"_qs, header + QString(399, u'\n')).size(), 1);
    QCOMPARE(untidiness(u"core/a.cpp"_qs, header + u"// TO"
                                                   "DO later\n"_qs)
                 .size(),
             1);
  }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "architecturetest.moc"
