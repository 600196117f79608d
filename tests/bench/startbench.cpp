// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <cstdlib>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 1'000'000;
constexpr int kTimes = 7;
constexpr double kMegabytes = 150;
constexpr int kPatienceMillis = 60'000;

struct Started {
  double millis = 0;
  double megabytes = 0; ///< its own share of memory once it has said so (PSS)
};

double megabytesOf(qint64 process) {
  QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
  if (!file.open(QFile::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith("Pss:")) return line.mid(4).trimmed().split(' ').front().toDouble() / 1024;
  return 0;
}

/// From the start of a process to its first line.
Started startOf(const QString& program, const QStringList& arguments) {
  Started started;
  started.millis = millisOf(
      [&] {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MADOGUCHI_START_MARK"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
        QByteArray said;
        while (!said.contains('\n')) {
          if (!process.waitForReadyRead(kPatienceMillis))
            throw std::runtime_error(program.toStdString() + " painted nothing");
          said += process.readAllStandardOutput();
        }
        started.megabytes = megabytesOf(process.processId());
        process.kill();
        process.waitForFinished();
      },
      kTimes);
  return started;
}

void benchStart(int cases) {
  const auto made = benchProfile(cases);
  std::printf("# %d cases in the encrypted cache%s; platform %s; no server reachable; best of %d\n", cases,
              made.wasThere ? " (kept from an earlier run)" : "",
              qEnvironmentVariable("QT_QPA_PLATFORM").toUtf8().constData(), kTimes);
  const QString file = QString::fromStdString(storage::cacheFileOf(made.profile).path.string());
  const Started empty = startOf(QStringLiteral("emptywindow"), {});
  const Started opened =
      startOf(QStringLiteral("emptywindow"), {file, QString::fromStdString(core::toHex(made.profile.key))});
  const Started table = startOf(QStringLiteral("emptywindow"), {QStringLiteral("table")});
  const Started desk = startOf(QStringLiteral("madoguchi"),
                               {QStringLiteral("--demonstration"), QStringLiteral("--profile"), made.folder});
  report("start to the first painted rows, over an empty window", desk.millis, empty.millis);
  report("start to the first painted rows, over an empty window that opens the file", desk.millis,
         opened.millis);
  report("(for comparison: a bare table of thirty rows of text, over an empty window)", table.millis,
         empty.millis);
  report("memory at the first painted rows, over an empty window", desk.megabytes - empty.megabytes,
         kMegabytes, "MB");
}

} // namespace

} // namespace madoguchi::bench

/// startbench [cases]; QT_QPA_PLATFORM=xcb measures on a display instead
int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QCoreApplication application(argc, argv);
  return madoguchi::bench::exitCodeOf("startbench", [&] {
    madoguchi::bench::benchStart(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
