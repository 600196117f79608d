// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newsswitches.h"

#include "models/desknews.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QCheckBox>
#include <QGridLayout>

namespace madoguchi::ui {

namespace {

constexpr int kColumns = 2;

} // namespace

QCheckBox* switchBox(models::Preferences& preferences, const QString& key, const QString& title,
                     QWidget* parent) {
  auto* box = new QCheckBox(title, parent);
  box->setObjectName(key);
  box->setChecked(preferences.value(key, true).toBool());
  QObject::connect(box, &QCheckBox::toggled, parent,
                   [&preferences, key](bool on) { preferences.setValue(key, on); });
  return box;
}

NewsSwitches::NewsSwitches(models::Preferences& preferences, QWidget* parent) : QWidget(parent) {
  QCheckBox* all = switchBox(preferences, QStringLiteral("notifications"),
                             tr("&Tell by a notification of the desktop what waits for me"), this);
  auto* kinds = new QGridLayout;
  kinds->setContentsMargins(space::kLarge, 0, 0, 0);
  kinds->setColumnStretch(kColumns, 1);
  int at = 0;
  for (const models::DeskNews::Kind kind : models::DeskNews::kKinds) {
    QCheckBox* box =
        switchBox(preferences, models::DeskNews::preference(kind), models::DeskNews::title(kind), this);
    box->setEnabled(all->isChecked());
    connect(all, &QCheckBox::toggled, box, &QWidget::setEnabled);
    kinds->addWidget(box, at / kColumns, at % kColumns);
    ++at;
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(space::kTight);
  layout->addWidget(all); // in one line with the title that a form puts before it
  layout->addLayout(kinds);
}

} // namespace madoguchi::ui
