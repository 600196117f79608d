// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// madoguchi-preview: reads untrusted files for the desk, in a process that may die. It speaks over its
// standard input and output (app/preview/session.h) and ends when the input does.
#include "app/preview/confinement.h"
#include "app/preview/session.h"

#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImageReader>

#include <cstdio>
#include <iostream>

int main(int argc, char** argv) {
  using namespace madoguchi::app::preview;
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  // What is loaded at first use is loaded before the doors close.
  static_cast<void>(QFontDatabase::families());
  static_cast<void>(QImageReader::supportedImageFormats());
  QFile input, output;
  if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered) ||
      !output.open(stdout, QIODevice::WriteOnly))
    return 1;
  if (!confineProcess()) {
    std::cerr << "madoguchi-preview: the system cannot confine this process; nothing is shown\n";
    return 3;
  }
  FrameReader reader;
  Session session;
  for (;;) {
    const auto frame = reader.next();
    if (!frame) return 2;
    if (*frame) {
      const QByteArray answer = write(session.answer(**frame));
      if (output.write(answer) != answer.size() || !output.flush()) return 1;
      continue;
    }
    char buffer[65536];
    const qint64 count = input.read(buffer, sizeof buffer);
    if (count <= 0) return 0;
    reader.add(QByteArray(buffer, static_cast<qsizetype>(count)));
  }
}
