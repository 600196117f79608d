// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cachefile.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <cstdlib>
#include <iostream>

namespace {

/// An empty window that says when it has been painted, like app/desk/startmark.
class Window : public QWidget {
protected:
  void paintEvent(QPaintEvent*) override {
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

} // namespace

/// emptywindow [FILE KEY]: the least that a desk with an encrypted cache can do at its start.
int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc > 2 && !opens(argv[1], argv[2])) return 1;
  Window window;
  window.resize(1440, 900);
  window.show();
  return QApplication::exec();
}
