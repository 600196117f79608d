// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/attachbar.h"

#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace madoguchi::ui {

AttachBar::AttachBar(models::AttachmentQueue& queue, QWidget* parent)
    : QFrame(parent), m_queue(queue), m_text(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_mask(new QPushButton(tr("Strike it out and attach"), this)),
      m_leaveOut(new QPushButton(tr("Do not attach"), this)),
      m_cancel(new QPushButton(tr("Stop after this one"), this)) {
  setRole(this, QStringLiteral("bar"));
  setObjectName(QStringLiteral("attachBar"));
  m_text->setWordWrap(true);
  m_text->setObjectName(QStringLiteral("attachText"));
  m_progress->setAccessibleName(tr("Files attached"));
  m_progress->setTextVisible(false);
  m_progress->setMaximumHeight(fontMetrics().height() / 2);
  m_mask->setObjectName(QStringLiteral("attachMasked"));
  m_leaveOut->setObjectName(QStringLiteral("attachLeaveOut"));
  m_cancel->setObjectName(QStringLiteral("attachCancel"));
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {m_mask, m_leaveOut, m_cancel})
    buttons->addWidget(button);
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
  layout->addWidget(m_text);
  layout->addWidget(m_progress);
  layout->addLayout(buttons);
  connect(m_mask, &QPushButton::clicked, &queue, &models::AttachmentQueue::mask);
  connect(m_leaveOut, &QPushButton::clicked, &queue, &models::AttachmentQueue::leaveOut);
  connect(m_cancel, &QPushButton::clicked, &queue, &models::AttachmentQueue::cancel);
  connect(&queue, &models::AttachmentQueue::changed, this, &AttachBar::refresh);
  refresh();
}

void AttachBar::refresh() {
  const bool asked = m_leaveOut->isVisible();
  const bool asks = m_queue.asks();
  setVisible(m_queue.isBusy());
  m_mask->setVisible(asks);
  m_leaveOut->setVisible(asks);
  m_cancel->setVisible(!asks && m_queue.total() - m_queue.done() > 1);
  m_progress->setVisible(!asks);
  m_progress->setRange(0, m_queue.total());
  m_progress->setValue(m_queue.done());
  if (asks)
    m_text->setText(tr("“%1” holds an Individual Number (My Number), which has no place in a case. It can be "
                       "attached with the number struck out; the file on this PC stays as it is. Your choice "
                       "is recorded.")
                        .arg(m_queue.currentName()));
  else
    m_text->setText(tr("Checking and attaching %1 of %2: %3")
                        .arg(m_queue.done() + 1)
                        .arg(m_queue.total())
                        .arg(m_queue.currentName()));
  if (asks && !asked) m_leaveOut->setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi::ui
