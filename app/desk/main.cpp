// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/application.h"
#include "app/profile/memoryprotection.h"
#include "app/start/textoptions.h"
#include "models/errortext.h"

#include <QApplication>
#include <QMessageBox>

#include <iostream>

int main(int argc, char** argv) {
  using namespace madoguchi;
  if (app::asksForText(argc, argv)) {
    const QCoreApplication plain(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("madoguchi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
    static_cast<void>(app::parseDeskOptions(QCoreApplication::arguments()));
    return 0;
  }
  app::protectMemory();
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("madoguchi"));
  QApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("madoguchi"));
  // The window is exchanged when somebody signs out or changes the language; between the two there is none.
  QApplication::setQuitOnLastWindowClosed(false);
  const app::DeskOptions options = app::parseDeskOptions(QApplication::arguments());
  auto desk = app::Application::make(options);
  if (!desk) {
    std::cerr << "madoguchi: " << core::toText(desk.error().code) << ": " << desk.error().detail << '\n';
    if (options.ready) return 1; // nobody has asked for anything yet
    ui::Language language;
    language.use(options.language.isEmpty() ? ui::Language::ofSystem() : options.language);
    QMessageBox::critical(nullptr, QStringLiteral("Madoguchi"), models::errorText(desk.error().code));
    return 1;
  }
  // Not quit(): that closes windows, which may mean no more than to hide them.
  QObject::connect(
      desk->get(), &app::Application::ended, &application, [] { QCoreApplication::exit(); },
      Qt::QueuedConnection);
  (*desk)->start();
  return QApplication::exec();
}
