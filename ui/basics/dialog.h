// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/onscreen.h"
#include "ui/basics/readingorder.h"

#include <QDialog>
#include <QShowEvent>

namespace madoguchi::ui {

/// What each dialog is: Tab goes through it as it is read, and it is never larger than the screen.
class Dialog : public QDialog {
public:
  using QDialog::QDialog;

protected:
  bool focusNextPrevChild(bool next) override {
    return passTab(*this, next) || QDialog::focusNextPrevChild(next);
  }
  void showEvent(QShowEvent* event) override {
    if (!event->spontaneous()) resize(onScreen(*this, size()));
    QDialog::showEvent(event);
  }
};

} // namespace madoguchi::ui
