// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page of the desk with made-up data: madoguchi-shots FOLDER [LANGUAGE LOOK SCALE]. Without
// the last three it starts itself for each language, look and scale, because a scale holds for a process;
// and once in high contrast.
#include "tests/shots/shots.h"

#include <QApplication>
#include <QProcess>

#include <iostream>

namespace {

bool shootOne(const QString& program, const QStringList& arguments) {
  QProcess child;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(arguments.last().toInt() / 100));
  child.setProcessEnvironment(environment);
  child.setProcessChannelMode(QProcess::ForwardedChannels);
  child.start(program, arguments);
  child.waitForFinished(-1);
  return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
}

int shootAll(const QString& program, const QString& folder) {
  for (const char* language : {"ja", "en"})
    for (const char* look : {"light", "dark"})
      for (const char* scale : {"100", "200"})
        if (!shootOne(program, {folder, QString::fromLatin1(language), QString::fromLatin1(look),
                                QString::fromLatin1(scale)}))
          return 1;
  const QStringList contrast{folder, QStringLiteral("ja"), QStringLiteral("contrast"), QStringLiteral("100")};
  return shootOne(program, contrast) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const QStringList arguments = QApplication::arguments();
  if (arguments.size() != 2 && arguments.size() != 5) {
    std::cerr << "usage: madoguchi-shots FOLDER [LANGUAGE LOOK SCALE]\n";
    return 2;
  }
  const QDir folder(arguments.at(1));
  if (!folder.mkpath(QStringLiteral("."))) return 1;
  if (arguments.size() == 2) return shootAll(QApplication::applicationFilePath(), arguments.at(1));
  const int count = madoguchi::tests::takeShots({arguments.at(2), arguments.at(3), arguments.at(4)}, folder);
  std::cout << count << " pictures in " << arguments.at(1).toStdString() << '\n';
  return 0;
}
