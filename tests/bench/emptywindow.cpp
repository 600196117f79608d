// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cachefile.h"

#include <QApplication>
#include <QEvent>
#include <QStandardItemModel>
#include <QTableView>

#include <cstdlib>
#include <iostream>

namespace {

/// Says when it has been painted, like app/desk/startmark.
template <class Painted>
class Window : public Painted {
protected:
  void paintEvent(QPaintEvent* event) override {
    Painted::paintEvent(event);
    if (m_said) return;
    m_said = true;
    QMetaObject::invokeMethod(
        this, [] { std::cout << "painted" << std::endl; }, Qt::QueuedConnection);
  }

private:
  bool m_said = false;
};

/// Opens an encrypted file as the desk does, with the key in hexadecimal.
bool opens(const char* path, const char* hex) {
  madoguchi::storage::CacheFile file{path, {}, {}};
  const auto bytes = QByteArray::fromHex(hex);
  std::copy_n(bytes.begin(), std::min<std::size_t>(file.key.size(), static_cast<std::size_t>(bytes.size())),
              file.key.begin());
  return madoguchi::storage::openForReading(file).has_value();
}

/// As many rows as the desk shows at first, without anything that makes a desk of them.
void fill(QStandardItemModel& model) {
  constexpr int kRows = 30;
  constexpr int kColumns = 8;
  for (int row = 0; row < kRows; ++row)
    for (int column = 0; column < kColumns; ++column)
      model.setItem(row, column,
                    new QStandardItem(QStringLiteral("窓口　花子 %1").arg(row * kColumns + column)));
}

template <class Shown>
int show(Shown& window) {
  window.resize(1440, 900);
  window.show();
  return QApplication::exec();
}

} // namespace

/// emptywindow [FILE KEY]: the least that a desk with an encrypted cache can do at its start.
/// emptywindow table: the least that any program with a table of text can.
int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc > 2 && !opens(argv[1], argv[2])) return 1;
  if (argc == 2) {
    QStandardItemModel model;
    fill(model);
    Window<QTableView> table;
    table.setModel(&model);
    return show(table);
  }
  Window<QWidget> window;
  return show(window);
}
