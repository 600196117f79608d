// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchsupport.h"
#include "tests/bench/marked.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <cstdlib>
#include <optional>

namespace madoguchi::bench {

namespace {

constexpr int kCases = 1'000'000;
constexpr int kTimes = 7;

struct Started {
  double millis = 0;
  double megabytes = 0; ///< its own share of memory once it has said so (PSS)
};

/// From the start of a process to its first line.
Started startOf(const QString& program, const QStringList& arguments) {
  Started started;
  for (int i = 0; i < kTimes; ++i) {
    std::optional<Marked> process;
    const double millis = millisOf([&] { static_cast<void>(process.emplace(program, arguments).line()); });
    started.millis = i == 0 ? millis : std::min(started.millis, millis);
    started.megabytes = megabytesOf(process->id());
  }
  return started;
}

/// Processor time of a process in ticks.
qint64 ticksOf(qint64 process) {
  QFile file(QStringLiteral("/proc/%1/stat").arg(process));
  if (!file.open(QFile::ReadOnly)) return 0;
  // The name before them may hold anything but ends with the last bracket (proc(5)).
  const auto fields = file.readAll().split(')').back().split(' ');
  return fields.at(12).toLongLong() + fields.at(13).toLongLong();
}

/// From the click on the icon to the painted rows, where the session has begun with an unseen desk: the first
/// click after that, when it has nothing more to do. In a session folder of this run.
double openingOf(const QStringList& arguments) {
  constexpr int kQuietMillis = 300;
  double least = 0;
  for (int i = 0; i < kTimes; ++i) {
    Marked desk(QStringLiteral("madoguchi"), QStringList(arguments) << QStringLiteral("--ready"));
    if (desk.line() != "ready") throw std::runtime_error("the unseen desk was not ready");
    for (qint64 before = -1, now = 0; before != now; now = ticksOf(desk.id())) {
      before = now;
      QThread::msleep(kQuietMillis);
    }
    std::optional<Marked> click;
    const double millis = millisOf([&] {
      click.emplace(QStringLiteral("madoguchi"), arguments);
      if (desk.line() != "firstRows") throw std::runtime_error("the desk showed nothing");
    });
    least = i == 0 ? millis : std::min(least, millis);
  }
  return least;
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
  const QStringList arguments{QStringLiteral("--demonstration"), QStringLiteral("--profile"), made.folder};
  const Started desk = startOf(QStringLiteral("madoguchi"), arguments);
  const double opening = openingOf(arguments);
  report("opening a desk that is ready, to the painted rows, over an empty window that opens the file",
         opening, opened.millis);
  report("start of a desk to the first painted rows, over an empty window", desk.millis, empty.millis);
  report("start of a desk to the first painted rows, over an empty window that opens the file", desk.millis,
         opened.millis);
  report("(for comparison: a bare table of thirty rows of text, over an empty window)", table.millis,
         empty.millis);
  report("memory at the first painted rows, over an empty window", desk.megabytes - empty.megabytes,
         kMostMegabytes, "MB");
}

} // namespace

} // namespace madoguchi::bench

/// startbench [cases]; QT_QPA_PLATFORM=xcb measures on a display instead
int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QCoreApplication application(argc, argv);
  const QTemporaryDir session;
  qputenv("XDG_RUNTIME_DIR", session.path().toUtf8());
  return madoguchi::bench::exitCodeOf("startbench", [&] {
    madoguchi::bench::benchStart(argc > 1 ? std::atoi(argv[1]) : madoguchi::bench::kCases);
  });
}
