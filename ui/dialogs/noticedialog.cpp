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

NoticeDialog::NoticeDialog(const Context& context, Kind kind, const QByteArray& pdf, QWidget* parent)
    : Dialog(parent), m_layout(new QVBoxLayout(this)), m_buttons(new QDialogButtonBox(this)) {
  const bool isToIssue = kind == Kind::ToIssue;
  setObjectName(QStringLiteral("noticeDialog"));
  setWindowTitle(isToIssue ? tr("Issue the notice") : tr("The notice as it was issued"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* view = new NoticePreview(context, this);
  view->setPdf(pdf);
  m_buttons->setStandardButtons(isToIssue ? QDialogButtonBox::Cancel : QDialogButtonBox::Close);
  auto* save = new QPushButton(tr("Save as PDF …"), this);
  save->setObjectName(QStringLiteral("saveNotice"));
  auto* print = new QPushButton(tr("Print …"), this);
  print->setObjectName(QStringLiteral("printNotice"));
  print->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
  for (QPushButton* button : {print, save}) {
    button->setAutoDefault(false);
    m_buttons->addButton(button, QDialogButtonBox::ActionRole);
  }
  print->setDefault(!isToIssue);
  m_layout->setSpacing(space::kSmall);
  m_layout->addWidget(view, 1);
  QPushButton* first = isToIssue ? addIssuing() : print;
  m_layout->addWidget(m_buttons);
  resize(em(this) * 100, fontMetrics().height() * 44);
  first->setFocus();
  connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(save, &QPushButton::clicked, this, &NoticeDialog::saveWanted);
  connect(print, &QPushButton::clicked, this, &NoticeDialog::printWanted);
}

QPushButton* NoticeDialog::addIssuing() {
  m_channel = new QComboBox(this);
  m_channel->setObjectName(QStringLiteral("noticeChannel"));
  for (const core::Channel channel :
       {core::Channel::Post, core::Channel::Counter, core::Channel::Email, core::Channel::Online})
    m_channel->addItem(models::label(channel), static_cast<int>(channel));
  auto* how = new QHBoxLayout;
  auto* label = new QLabel(tr("Sent by"), this);
  m_channel->setAccessibleName(label->text());
  how->addWidget(label);
  how->addWidget(m_channel);
  how->addStretch(1);
  m_layout->addLayout(how);
  auto* issue = primaryButton(tr("Issue"), this);
  issue->setObjectName(QStringLiteral("accept"));
  issue->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
  issue->setDefault(true);
  m_buttons->addButton(issue, QDialogButtonBox::AcceptRole);
  return issue;
}

core::Channel NoticeDialog::channel() const {
  return static_cast<core::Channel>(m_channel->currentData().toInt());
}

} // namespace madoguchi::ui
