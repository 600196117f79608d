// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/startmark.h"

#include "ui/table/casetableview.h"

#include <QEvent>

#include <iostream>

namespace madoguchi::app {

namespace {

void say(const char* what) {
  std::cout << what << std::endl;
}

/// Waits for the paint that is seen. Goes with the table, or when it has said so.
class SeenMark final : public QObject {
public:
  explicit SeenMark(ui::CaseTableView& table) : QObject(&table), m_table(table) {
    table.viewport()->installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint || !m_table.isVisible()) return false;
    watched->removeEventFilter(this);
    // When the paint is over, with all of the window.
    QMetaObject::invokeMethod(
        this,
        [this] {
          say("firstRows");
          deleteLater();
        },
        Qt::QueuedConnection);
    return false;
  }

private:
  ui::CaseTableView& m_table;
};

} // namespace

void markStart(ui::CaseTableView& table) {
  if (!qEnvironmentVariableIsSet("MADOGUCHI_START_MARK")) return;
  QObject::connect(&table, &ui::CaseTableView::rowsPainted, [&table] {
    if (table.isVisible()) return say("firstRows");
    say("ready");
    new SeenMark(table);
  });
}

} // namespace madoguchi::app
