// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page of the desk with made-up data: madoguchi-shots FOLDER [LANGUAGE LOOK SCALE
// [WIDTHxHEIGHT]]. Without the last ones it starts itself for each language, look, scale and width of the
// window, because a scale holds for a process; with some of them ("ja light"), for those that have them.
#include "tests/shots/paperpages.h"
#include "tests/shots/shots.h"

#include <QApplication>
#include <QProcess>

#include <algorithm>
#include <array>
#include <iostream>

namespace {

// At 200 % a window has what half of a screen's pixels leave to it: the narrow one is that of a small PC.
constexpr std::array<QSize, 3> kWindows{QSize(1024, 700), madoguchi::tests::kUsualWindow, QSize(2560, 1440)};

bool shootOne(const QString& program, const QStringList& arguments) {
  QProcess child;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(arguments.at(3).toInt() / 100.0));
  child.setProcessEnvironment(environment);
  child.setProcessChannelMode(QProcess::ForwardedChannels);
  child.start(program, arguments);
  child.waitForFinished(-1);
  return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

/// `only`: of language, look and scale, those that are wanted; all where there is none.
int shootAll(const QString& program, const QString& folder, const QStringList& only) {
  for (const QString& language : {QStringLiteral("ja"), QStringLiteral("en")})
    for (const QString& look : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")})
      for (const QString& scale : {QStringLiteral("100"), QStringLiteral("150"), QStringLiteral("200")})
        for (const QSize& window : kWindows) {
          const QStringList set{language, look, scale};
          const bool wanted = std::all_of(only.begin(), only.end(),
                                          [&set](const QString& word) { return set.contains(word); });
          if (!wanted) continue;
          const QString size = QStringLiteral("%1x%2").arg(window.width()).arg(window.height());
          if (!shootOne(program, {folder, language, look, scale, size})) return 1;
        }
  return 0;
}

QSize sizeOf(const QString& text) {
  const QStringList sides = text.split(QChar(u'x'));
  return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

} // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QStringList arguments = QApplication::arguments();
  if (arguments.size() < 2 || arguments.size() > 6) {
    std::cerr << "usage: madoguchi-shots FOLDER [LANGUAGE LOOK SCALE [WIDTHxHEIGHT]]\n";
    return 2;
  }
  const QDir folder(arguments.at(1));
  if (!folder.mkpath(QStringLiteral("."))) return 1;
  const QSize window = sizeOf(arguments.value(5));
  if (window.isEmpty())
    return shootAll(QApplication::applicationFilePath(), arguments.at(1), arguments.mid(2));
  const int count =
      madoguchi::tests::takeShots({arguments.at(2), arguments.at(3), arguments.at(4), window}, folder,
                                  [] { return std::make_unique<madoguchi::tests::PaperPages>(); });
  std::cout << count << " pictures in " << arguments.at(1).toStdString() << '\n';
  return 0;
}
