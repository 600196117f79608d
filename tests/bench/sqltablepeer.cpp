// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchsupport.h"
#include "tests/bench/scrolling.h"

#include <QApplication>
#include <QSqlDatabase>
#include <QSqlTableModel>

#include <iostream>

/// sqltablepeer PLAINFILE: the same rows in Qt's own table model and view, in a process of its own because of
/// the system's SQLite library. Prints: milliseconds to the first painted rows, to another order, p99 of a
/// frame after a jump, p99 until the visible rows are there.
int main(int argc, char** argv) {
  using namespace madoguchi;
  QApplication application(argc, argv);
  if (argc < 2) return 2;
  auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
  database.setDatabaseName(QString::fromLocal8Bit(argv[1]));
  if (!database.open()) return 1;
  QTableView view;
  QSqlTableModel model(nullptr, database);
  view.resize(1440, 900);
  const double first = bench::millisOf([&] {
    model.setTable(QStringLiteral("cases"));
    model.setSort(model.fieldIndex(QStringLiteral("due_day")), Qt::AscendingOrder);
    model.select();
    view.setModel(&model);
    view.show();
    view.viewport()->repaint();
  });
  // It knows its rows only once it has fetched them; without that the scroll bar ends at 256.
  const double all = bench::millisOf([&] {
    while (model.canFetchMore())
      model.fetchMore();
  });
  const double sorted = bench::millisOf([&] {
    model.setSort(model.fieldIndex(QStringLiteral("name_key")), Qt::AscendingOrder);
    model.select();
    view.viewport()->repaint();
    while (model.canFetchMore())
      model.fetchMore();
  });
  const auto jumps = bench::jumpAbout(
      view, [] { return true; }, [] { QApplication::processEvents(); });
  std::cout << first + all << ' ' << sorted << ' ' << bench::p99Of(jumps.frames) << ' '
            << bench::p99Of(jumps.fills) << ' ' << model.rowCount() << std::endl;
  return 0;
}
