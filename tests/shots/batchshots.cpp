// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/batchshots.h"

#include "ui/dialogs/pindialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workspace.h"
#include "ui/work/batchpage.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace madoguchi::tests {

namespace {

void markAll(models::BatchModel& batch) {
  for (int group = 0; group < batch.rowCount(); ++group) {
    const QModelIndex parent = batch.index(group, 0);
    for (int row = 0; row < batch.rowCount(parent); ++row)
      batch.setData(batch.index(row, 0, parent), Qt::Checked, Qt::CheckStateRole);
  }
}

} // namespace

void shootBatch(const Camera& camera, FakeDesk& fake, const ui::Theme& theme, const QSize& size) {
  if (!fake.session.setPin(QStringLiteral("482915"))) qFatal("the PIN is not taken");
  {
    models::Desk desk(fake.ports());
    ui::MainWindow window(ui::Context{desk, theme});
    window.resize(size);
    window.show();
    window.workspace()->showQueue(core::Queue::ToDecide);
    camera.settle();
    markAll(desk.batch);
    ui::BatchPage& page = *window.workspace()->batchPage();
    page.askApprove();
    camera.settle();
    auto* asked = window.findChild<QDialog*>(QStringLiteral("actionDialog"));
    asked->findChild<QLineEdit*>(QStringLiteral("signature"))->setText(QStringLiteral("111111"));
    asked->findChild<QPushButton*>(QStringLiteral("accept"))->click();
    camera.takeDialog(window, QStringLiteral("batch-sign"));
    page.askReturn();
    camera.takeDialog(window, QStringLiteral("batch-return"));
    QObject::connect(&desk.batch, &models::BatchModel::runChanged, &desk.batch, [&desk] {
      if (desk.batch.finished() == 2) desk.batch.pause();
    });
    desk.batch.approve();
    camera.settle();
  }
  // The program has ended.
  models::Desk desk(fake.ports());
  ui::MainWindow window(ui::Context{desk, theme});
  window.resize(size);
  window.show();
  window.workspace()->showQueue(core::Queue::ToDecide);
  camera.take(window, QStringLiteral("batch-interrupted"));
  window.workspace()->batchPage()->pauseOrGoOn();
  camera.takeDialog(window, QStringLiteral("batch-go-on"));
  desk.batch.stop();
  camera.take(window, QStringLiteral("batch-stopped"));
  (new ui::PinDialog(ui::Context{desk, theme}, &window))->open();
  camera.takeDialog(window, QStringLiteral("choose-pin"));
}

} // namespace madoguchi::tests
