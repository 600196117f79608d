// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakedesk.h"
#include "ui/window/mainwindow.h"

#include <QString>

#include <memory>

class QDialog;

namespace madoguchi::tests {

/// The window of the desk over a desk in memory, shown and active, with the keys pressed counted.
class DeskRig {
public:
  explicit DeskRig(const std::string& user = "sato");
  ~DeskRig();

  FakeDesk fake;

  /// Makes the window; cases that are there before are in it at once.
  void open();
  /// So many alike applications come in, and nobody holds them.
  void arriveMany(int cases);
  /// A case that came in and is examined by the user "sato"; its place among the fake's cases.
  std::size_t arriveExamined();
  /// Opens the window where there is none, and in it a case, and waits for it.
  void openPlace(std::size_t place);
  /// Opens the window with the list of unassigned cases, and waits for so many.
  void openUnassigned(int cases);
  void reopen();
  /// Presses a key where the keyboard is.
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
  /// Types into whatever has the keyboard.
  void type(const QString& text);
  template <class Widget>
  [[nodiscard]] Widget* find(const char* name) const {
    return window->findChild<Widget*>(QString::fromLatin1(name));
  }
  /// The dialog that is open, once it is.
  [[nodiscard]] QDialog* dialog(const char* name) const;
  [[nodiscard]] QString message() const;
  [[nodiscard]] const core::CaseState* shown() const { return desk->opened.state(); }
  [[nodiscard]] bool isIdle() const;

  int keys = 0;
  std::unique_ptr<models::Desk> desk;
  std::unique_ptr<ui::MainWindow> window;

private:
  ui::Theme m_theme{ui::Look::Light};
};

} // namespace madoguchi::tests
