// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/window/deskrig.h"

#include "ui/window/messagebar.h"
#include "ui/window/workspace.h"

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
  // The usual window, whatever the screen of the test has room for.
  window->resize(1440, 900);
  window->show();
  QApplication::setActiveWindow(window.get());
  if (!QTest::qWaitForWindowActive(window.get())) qFatal("the window does not become active");
}

void DeskRig::arriveMany(int cases) {
  for (int i = 0; i < cases; ++i)
    fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 3 + i);
}

std::size_t DeskRig::arriveExamined() {
  const std::size_t place = fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
  fake.examine(place);
  return place;
}

void DeskRig::openPlace(std::size_t place) {
  if (window == nullptr) open();
  const core::CaseId id = fake.cases[place].record.state.id;
  window->workspace()->openCase(id);
  if (!QTest::qWaitFor([&] { return shown() != nullptr && shown()->id == id; }))
    qFatal("the case does not open");
}

void DeskRig::openUnassigned(int cases) {
  open();
  window->workspace()->showQueue(core::Queue::Unassigned);
  if (!QTest::qWaitFor([&] { return desk->table.rowCount() == cases; })) qFatal("the list does not come");
  window->workspace()->focusTable();
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
