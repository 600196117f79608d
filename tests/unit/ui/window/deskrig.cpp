// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/deskrig.h"

#include "ui/window/messagebar.h"

#include <QApplication>
#include <QDialog>
#include <QtTest>

namespace madoguchi::tests {

DeskRig::DeskRig(const std::string& user) : fake(user) {
  m_theme.apply(*qApp);
}

DeskRig::~DeskRig() {
  window.reset();
  desk.reset();
}

void DeskRig::open() {
  desk = std::make_unique<models::Desk>(fake.ports());
  window = std::make_unique<ui::MainWindow>(ui::Context{*desk, m_theme});
  window->show();
  QApplication::setActiveWindow(window.get());
  if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window does not become active");
}

void DeskRig::reopen() {
  window.reset();
  desk.reset();
  open();
}

void DeskRig::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
  ++keys;
  // Without a window manager nobody gives the keyboard back when a dialog has closed.
  if (QApplication::activeWindow() == nullptr) QApplication::setActiveWindow(window.get());
  QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window.get();
  QTest::keyClick(target, key, modifiers);
}

void DeskRig::type(const QString& text) {
  keys += static_cast<int>(text.size());
  QTest::keyClicks(QApplication::focusWidget(), text);
}

QDialog* DeskRig::dialog(const char* name) const {
  QDialog* found = nullptr;
  static_cast<void>(QTest::qWaitFor([&] {
    found = window->findChild<QDialog*>(QString::fromLatin1(name));
    return found != nullptr && found->isActiveWindow();
  }));
  return found;
}

QString DeskRig::message() const {
  return window->findChild<ui::MessageBar*>()->text();
}

bool DeskRig::isIdle() const {
  return !desk->opened.isBusy() && !desk->table.isLoading();
}

} // namespace madoguchi::tests
