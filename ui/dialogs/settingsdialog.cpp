// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "models/datetext.h"
#include "models/text.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/newsswitches.h"
#include "ui/dialogs/roomlines.h"
#include "ui/dialogs/scanfolderline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

QComboBox* languageBox(QWidget* parent) {
  auto* language = new QComboBox(parent);
  language->setObjectName(QStringLiteral("language"));
  for (const auto& [title, value] : SettingsDialog::languages())
    language->addItem(title, value);
  language->setCurrentIndex(models::isJapanese() ? 0 : 1);
  return language;
}

QComboBox* lookBox(const models::Preferences& preferences, QWidget* parent) {
  auto* look = new QComboBox(parent);
  look->setObjectName(QStringLiteral("look"));
  for (const auto& [title, value] : SettingsDialog::looks())
    look->addItem(title, value);
  look->setCurrentIndex(
      qMax(0, look->findData(preferences.value(QStringLiteral("look"), QStringLiteral("auto")))));
  return look;
}

/// How long this PC serves without the server, and how old what lies here is: to read only.
QLabel* offlineLabel(const models::Desk& desk, QWidget* parent) {
  const auto until = desk.ports.session.offlineUntil();
  const auto last = desk.ports.sync.status().lastSync;
  auto* label = new QLabel(parent);
  label->setObjectName(QStringLiteral("settingsOffline"));
  label->setTextFormat(Qt::PlainText);
  label->setText((until ? SettingsDialog::tr("This PC can be used until %1.").arg(models::shortMoment(*until))
                        : SettingsDialog::tr("How long this PC can be used is not known here.")) +
                 u'\n' +
                 (last ? SettingsDialog::tr("What lies here is of %1.").arg(models::shortMoment(*last))
                       : SettingsDialog::tr("Nothing has been fetched yet.")));
  return label;
}

/// To another dialog; no wider than its words.
QPushButton* stepButton(const QString& name, const QString& title, QWidget* parent) {
  auto* button = new QPushButton(title, parent);
  button->setObjectName(name);
  button->setAutoDefault(false);
  button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  return button;
}

} // namespace

QList<SettingsDialog::Choice> SettingsDialog::languages() {
  return {{QStringLiteral("日本語"), QStringLiteral("ja")},
          {QStringLiteral("English"), QStringLiteral("en")}};
}

QList<SettingsDialog::Choice> SettingsDialog::looks() {
  return {{tr("Like the system"), QStringLiteral("auto")},
          {tr("Light"), QStringLiteral("light")},
          {tr("Dark"), QStringLiteral("dark")},
          {tr("High contrast"), QStringLiteral("contrast")}};
}

SettingsDialog::SettingsDialog(const Context& context, QWidget* parent) : Dialog(parent) {
  setObjectName(QStringLiteral("settingsDialog"));
  setWindowTitle(tr("Settings"));
  setAttribute(Qt::WA_DeleteOnClose);
  models::Preferences& preferences = context.desk.ports.preferences;

  QComboBox* language = languageBox(this);
  QComboBox* look = lookBox(preferences, this);
  QCheckBox* ready = switchBox(preferences, QStringLiteral("stayReady"),
                               tr("Stay &ready when the window is closed: send, fetch, open at once"), this);
  QPushButton* keys = stepButton(QStringLiteral("changeKeys"), tr("Change &keys …"), this);
  QPushButton* pin = stepButton(QStringLiteral("choosePin"), tr("Choose a &PIN …"), this);

  auto* form = new QFormLayout;
  form->addRow(tr("&Language"), language);
  form->addRow(tr("L&ook"), look);
  form->addRow(tr("Notifications"), new NewsSwitches(preferences, this));
  // A practice office ends with its window.
  ready->setVisible(context.desk.ports.training == nullptr);
  if (context.desk.ports.training == nullptr) form->addRow(tr("Closing"), ready);
  form->addRow(tr("Keys"), keys);
  if (context.desk.ports.scans != nullptr) form->addRow(tr("Scanner"), new ScanFolderLine(context, this));
  pin->setVisible(context.desk.ports.training == nullptr);
  if (context.desk.ports.training == nullptr) form->addRow(tr("Unlocking"), pin);
  if (context.desk.ports.training == nullptr)
    form->addRow(tr("Without the server"), offlineLabel(context.desk, this));
  if (context.desk.ports.room != nullptr) form->addRow(tr("Room on this PC"), new RoomLines(context, this));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(form);
  layout->addWidget(mutedLabel(tr("Columns, density and filters are set in each list, and remembered there. "
                                  "When this PC locks is fixed by your administration."),
                               this));
  layout->addWidget(buttons);
  resize(em(this) * 64, sizeHint().height());

  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  // The window that this belongs to goes with the old language and the old look.
  connect(language, &QComboBox::activated, this, [this, language] {
    const QString wanted = language->currentData().toString();
    reject();
    Q_EMIT languageWanted(wanted);
  });
  connect(look, &QComboBox::activated, this, [this, look] {
    const QString wanted = look->currentData().toString();
    reject();
    Q_EMIT lookWanted(wanted);
  });
  connect(keys, &QPushButton::clicked, this, [this] {
    reject();
    Q_EMIT keysWanted();
  });
  connect(pin, &QPushButton::clicked, this, [this] {
    reject();
    Q_EMIT pinWanted();
  });
}

} // namespace madoguchi::ui
