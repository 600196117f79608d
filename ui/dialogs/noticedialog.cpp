// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/noticedialog.h"

#include "models/labels.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/notice/noticepreview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace madoguchi::ui {

NoticeDialog::NoticeDialog(const QByteArray& pdf, QWidget* parent)
    : Dialog(parent), m_channel(new QComboBox(this)) {
  setObjectName(QStringLiteral("noticeDialog"));
  setWindowTitle(tr("Issue the notice"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* view = new NoticePreview(this);
  view->setPdf(pdf);
  m_channel->setObjectName(QStringLiteral("noticeChannel"));
  for (const core::Channel channel :
       {core::Channel::Post, core::Channel::Counter, core::Channel::Email, core::Channel::Online})
    m_channel->addItem(models::label(channel), static_cast<int>(channel));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  auto* issue = primaryButton(tr("Issue"), this);
  issue->setObjectName(QStringLiteral("accept"));
  issue->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  issue->setDefault(true);
  buttons->addButton(issue, QDialogButtonBox::AcceptRole);
  auto* save = new QPushButton(tr("Save as PDF …"), this);
  save->setObjectName(QStringLiteral("saveNotice"));
  auto* print = new QPushButton(tr("Print …"), this);
  print->setObjectName(QStringLiteral("printNotice"));
  print->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
  for (QPushButton* button : {print, save}) {
    button->setAutoDefault(false);
    buttons->addButton(button, QDialogButtonBox::ActionRole);
  }
  auto* how = new QHBoxLayout;
  how->addWidget(new QLabel(tr("Sent by"), this));
  how->addWidget(m_channel);
  how->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(view, 1);
  layout->addLayout(how);
  layout->addWidget(buttons);
  resize(em(this) * 100, fontMetrics().height() * 44);
  issue->setFocus();
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(save, &QPushButton::clicked, this, &NoticeDialog::saveWanted);
  connect(print, &QPushButton::clicked, this, &NoticeDialog::printWanted);
}

core::Channel NoticeDialog::channel() const {
  return static_cast<core::Channel>(m_channel->currentData().toInt());
}

} // namespace madoguchi::ui
