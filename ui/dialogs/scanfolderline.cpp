// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/scanfolderline.h"

#include "models/ports/scantray.h"
#include "ui/basics/widgets.h"

#include <QDir>
#include <QFileDialog>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

void watch(const Context& context, const QString& folder) {
  context.desk.ports.preferences.setValue(QStringLiteral("scanFolder"), folder);
  context.desk.ports.scans->watch(folder);
}

} // namespace

void askScanFolder(const Context& context, QWidget* parent) {
  auto* dialog = new QFileDialog(parent, ScanFolderLine::tr("Folder of the scanner"),
                                 context.desk.ports.scans->folder());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [context](const QString& folder) { watch(context, folder); });
  dialog->open();
}

ScanFolderLine::ScanFolderLine(const Context& context, QWidget* parent)
    : QWidget(parent), m_scans(*context.desk.ports.scans), m_place(mutedLabel({}, this)),
      m_choose(new QPushButton(tr("Choose the &folder …"), this)),
      m_none(new QPushButton(tr("&Watch none"), this)) {
  m_place->setObjectName(QStringLiteral("settingsScanPlace"));
  m_choose->setObjectName(QStringLiteral("settingsScanFolder"));
  m_none->setObjectName(QStringLiteral("settingsScanNone"));
  auto* buttons = new QHBoxLayout;
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(space::kTight);
  layout->addLayout(buttons); // in one line with the title that a form puts before it
  layout->addWidget(m_place);
  for (QPushButton* button : {m_choose, m_none}) {
    button->setAutoDefault(false);
    buttons->addWidget(button);
  }
  buttons->addStretch(1);
  connect(m_choose, &QPushButton::clicked, this, [this, context] { askScanFolder(context, this); });
  connect(m_none, &QPushButton::clicked, this, [context] { watch(context, {}); });
  connect(&m_scans, &models::ScanTray::changed, this, &ScanFolderLine::refresh);
  refresh();
}

void ScanFolderLine::refresh() {
  const QString folder = QDir::toNativeSeparators(m_scans.folder());
  QString said = folder;
  if (folder.isEmpty())
    said = tr("No folder is watched.");
  else if (!m_scans.isReadable())
    said = tr("%1 cannot be read.").arg(folder);
  else if (m_scans.isFixed())
    said = tr("%1 (fixed by your administration)").arg(folder);
  m_place->setText(said);
  m_choose->setVisible(!m_scans.isFixed());
  m_none->setVisible(!m_scans.isFixed() && !folder.isEmpty());
}

} // namespace madoguchi::ui
