// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/scantraydialog.h"

#include "models/datetext.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/sizetext.h"
#include "models/text.h"
#include "ui/basics/dayedit.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/scanfolderline.h"
#include "ui/documents/scanpreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace madoguchi::ui {

ScanTrayDialog::ScanTrayDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_place(mutedLabel({}, this)),
      m_folder(new QPushButton(tr("Choose the folder …"), this)), m_list(new QListWidget(this)),
      m_preview(new ScanPreview(context, this)), m_day(new DayEdit(this)), m_kind(new QComboBox(this)),
      m_compared(new QCheckBox(tr("I compared every page with the &paper: complete and legible"), this)),
      m_attach(new QPushButton(this)), m_new(primaryButton(tr("&New case on paper …"), this)) {
  setObjectName(QStringLiteral("scanTrayDialog"));
  setWindowTitle(tr("Scans that wait"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_place->setObjectName(QStringLiteral("scanPlace"));
  m_folder->setObjectName(QStringLiteral("scanFolder"));
  m_folder->setAutoDefault(false);
  m_list->setObjectName(QStringLiteral("scans"));
  m_list->setAccessibleName(tr("Scans that wait"));
  m_list->setWordWrap(true);
  m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
  auto* split = new QSplitter(this);
  split->addWidget(makeChoices());
  split->addWidget(m_preview);
  connect(m_preview, &ScanPreview::shown, this, &ScanTrayDialog::refreshButtons);
  split->setChildrenCollapsible(false);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_attach->setObjectName(QStringLiteral("attachScan"));
  m_attach->setAutoDefault(false);
  m_new->setObjectName(QStringLiteral("accept"));
  m_new->setAutoDefault(false);
  buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
  buttons->addButton(m_attach, QDialogButtonBox::ActionRole);
  buttons->addButton(m_new, QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(split, 1);
  layout->addWidget(buttons);
  resize(em(this) * 130, fontMetrics().height() * 38);

  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_folder, &QPushButton::clicked, this, [this] { askScanFolder(m_context, this); });
  connect(m_list, &QListWidget::currentRowChanged, this, [this] {
    // Another paper was looked at.
    m_compared->setChecked(false);
    m_preview->show(current());
    refreshButtons();
  });
  connect(m_day, &DayEdit::dayChanged, this, &ScanTrayDialog::refreshButtons);
  connect(m_attach, &QPushButton::clicked, this, &ScanTrayDialog::attach);
  connect(m_new, &QPushButton::clicked, this, [this] {
    const QString path = current();
    const core::Date day = m_day->day().value();
    accept();
    Q_EMIT newCaseWanted(path, day);
  });
  connect(context.desk.ports.scans, &models::ScanTray::changed, this, &ScanTrayDialog::refresh);
  connect(&context.opened, &models::OpenCase::changed, this, &ScanTrayDialog::refreshButtons);
  refresh();
  (m_list->count() > 0 ? static_cast<QWidget*>(m_list) : m_folder)->setFocus();
}

QWidget* ScanTrayDialog::makeChoices() {
  m_day->setObjectName(QStringLiteral("scanDay"));
  m_day->setAccessibleTitle(tr("Day on the receipt stamp"));
  m_day->setDay(models::today(m_context.desk.ports.clock));
  m_kind->setObjectName(QStringLiteral("scanKind"));
  m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_kind->setMinimumContentsLength(14);
  if (const core::Procedure* procedure = m_context.opened.procedure())
    for (const core::DocumentKind& known : procedure->documents)
      m_kind->addItem(models::localText(known.title), models::qtext(known.id));
  m_kind->addItem(models::documentKindTitle(nullptr, {}), QString());
  m_compared->setObjectName(QStringLiteral("scanCompared"));
  m_compared->setToolTip(
      tr("Without this tick the scan waits for a second look; a colleague marks it as verified."));
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->addRow(tr("Day on the stamp"), m_day);
  form->addRow(tr("Kind of document"), m_kind);
  auto* choices = new QWidget;
  auto* box = new QVBoxLayout(choices);
  box->setContentsMargins(0, 0, space::kSmall, 0);
  auto* place = new QHBoxLayout;
  place->addWidget(m_place, 1);
  place->addWidget(m_folder);
  box->addLayout(place);
  box->addWidget(m_list, 1);
  box->addLayout(form);
  box->addWidget(m_compared);
  return choices;
}

QString ScanTrayDialog::current() const {
  const QListWidgetItem* item = m_list->currentItem();
  return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void ScanTrayDialog::refresh() {
  const models::ScanTray& tray = *m_context.desk.ports.scans;
  m_folder->setVisible(!tray.isFixed());
  if (tray.folder().isEmpty())
    m_place->setText(tr("Choose the folder into which the scanner puts its files."));
  else if (!tray.isReadable())
    m_place->setText(tr("The folder %1 cannot be read. Scans in it are not lost.").arg(tray.folder()));
  else if (tray.files().isEmpty())
    m_place->setText(tr("Nothing waits in %1. What is scanned appears here by itself.").arg(tray.folder()));
  else
    m_place->setText(
        tr("%n scan(s) in %1", nullptr, static_cast<int>(tray.files().size())).arg(tray.folder()));
  const QString before = current();
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  for (const models::ScannedFile& file : tray.files()) {
    auto* item = new QListWidgetItem(
        QStringLiteral("%1\n%2 · %3")
            .arg(file.name,
                 models::shortMoment(core::Instant(std::chrono::milliseconds(file.at.toMSecsSinceEpoch()))),
                 models::sizeText(file.size)),
        m_list);
    item->setData(Qt::UserRole, file.path);
    if (file.path == before) m_list->setCurrentItem(item);
  }
  if (m_list->currentRow() < 0 && m_list->count() > 0) m_list->setCurrentRow(0);
  if (current() != before) m_compared->setChecked(false);
  m_preview->show(current());
  refreshButtons();
}

void ScanTrayDialog::refreshButtons() {
  const models::OpenCase& opened = m_context.opened;
  const auto day = m_day->day();
  const bool chosen = !current().isEmpty() && day && *day <= models::today(m_context.desk.ports.clock);
  const core::AttachDocument trial{core::DocumentId("-"), {}, "-", {}, 1, core::BlobId(std::string(64, '0'))};
  const auto refusal = opened.check(trial);
  const QString number = opened.state() == nullptr ? QString() : models::qtext(opened.state()->number);
  m_attach->setText(number.isEmpty() ? tr("&Attach to the open case") : tr("&Attach to %1").arg(number));
  m_attach->setEnabled(chosen && !refusal);
  m_attach->setToolTip(refusal ? models::errorText(refusal->code) : QString());
  m_kind->setEnabled(!refusal);
  m_new->setEnabled(chosen);
  // Nobody has compared what cannot be seen.
  m_compared->setEnabled(chosen && m_preview->pageCount() > 0);
  if (!m_compared->isEnabled()) m_compared->setChecked(false);
}

void ScanTrayDialog::attach() {
  Q_EMIT attachWanted(current(), m_kind->currentData().toString().toStdString(),
                      {m_day->day().value(), m_compared->isChecked()});
}

} // namespace madoguchi::ui
