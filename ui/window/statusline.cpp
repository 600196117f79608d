// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"

#include "models/datetext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace madoguchi::ui {

using models::SyncStatus;

StatusLine::StatusLine(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_sign(new QLabel(this)), m_link(new QLabel(this)),
      m_sync(plainButton(icon(QStringLiteral("sync"), context.theme.colours().text), tr("Synchronise now"),
                         this)),
      m_waiting(linkButton({}, this)), m_attention(linkButton({}, this)), m_held(linkButton({}, this)),
      m_progress(new QProgressBar(this)), m_user(mutedLabel({}, this)) {
  setRole(this, QStringLiteral("statusLine"));
  m_link->setObjectName(QStringLiteral("linkState"));
  m_waiting->setObjectName(QStringLiteral("waiting"));
  m_attention->setObjectName(QStringLiteral("attention"));
  m_held->setObjectName(QStringLiteral("heldRemoval"));
  m_sync->setObjectName(QStringLiteral("syncNow"));
  m_user->setObjectName(QStringLiteral("user"));
  m_user->setWordWrap(false);
  // On a narrow screen the longest words give way; the tool tip has them all.
  m_link->setMinimumWidth(em(this) * 20);
  m_progress->setMaximumWidth(em(this) * 24);
  m_progress->setMaximumHeight(fontMetrics().height());
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(space::kMedium, 2, space::kMedium, 2);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_sign);
  layout->addWidget(m_link);
  layout->addWidget(m_sync);
  layout->addWidget(m_progress);
  layout->addWidget(m_waiting);
  layout->addWidget(m_attention);
  layout->addWidget(m_held);
  layout->addStretch(1);
  layout->addWidget(m_user);
  connect(m_waiting, &QPushButton::clicked, this, &StatusLine::outboxWanted);
  connect(m_attention, &QPushButton::clicked, this, &StatusLine::attentionWanted);
  connect(m_held, &QPushButton::clicked, this, &StatusLine::heldRemovalWanted);
  connect(m_sync, &QToolButton::clicked, this, [this] { m_context.desk.ports.sync.syncNow(); });
  connect(&context.desk.ports.sync, &models::SyncStatusSource::statusChanged, this, &StatusLine::refresh);
  connect(&context.desk.ports.references, &models::ReferenceSource::referencesChanged, this,
          &StatusLine::refresh);
  connect(&context.desk.ports.session, &models::SessionSource::stateChanged, this, &StatusLine::refresh);
  refresh();
}

QString StatusLine::linkText() const {
  if (m_context.desk.ports.training != nullptr) return tr("Practice office: nothing leaves this PC");
  const SyncStatus status = m_context.desk.ports.sync.status();
  QString text;
  switch (status.link) {
  case SyncStatus::Link::Offline:
    text = tr("Offline: your work is kept here");
    break;
  case SyncStatus::Link::Connecting:
    text = tr("Connecting …");
    break;
  case SyncStatus::Link::Online:
    text = status.syncing ? tr("Online, synchronising …") : tr("Online");
    break;
  }
  if (status.lastSync) text += tr(" · last synchronised %1").arg(models::shortMoment(*status.lastSync));
  return text;
}

void StatusLine::refresh() {
  const SyncStatus status = m_context.desk.ports.sync.status();
  const Colours& colours = m_context.theme.colours();
  const bool online = status.link == SyncStatus::Link::Online;
  const int size = fontMetrics().height();
  m_sign->setPixmap(icon(online ? QStringLiteral("online") : QStringLiteral("offline"),
                         online ? colours.ok : colours.warning)
                        .pixmap(size, size));
  m_link->setText(linkText());
  m_link->setToolTip(status.problem ? models::errorText(*status.problem) : m_link->text());
  m_waiting->setText(status.waiting == 0 ? tr("Outbox: empty")
                                         : tr("Outbox: %n waiting", nullptr, status.waiting));
  m_attention->setVisible(status.needsAttention > 0);
  m_attention->setText(tr("! %n need(s) attention", nullptr, status.needsAttention));
  m_held->setVisible(status.heldRemoval.has_value());
  if (status.heldRemoval)
    m_held->setText(tr("! %n case(s) would leave this PC", nullptr, status.heldRemoval->cases));
  m_progress->setVisible(status.syncing && status.total > 0);
  m_progress->setMaximum(qMax(1, status.total));
  m_progress->setValue(status.done);
  const auto references = m_context.desk.ports.references.references();
  const core::UserId& me = references->me.id;
  m_user->setText(me.empty() ? QString()
                             : QStringLiteral("%1　%2").arg(models::personName(*references, me),
                                                            models::rankLabel(references->me.rank)));
}

} // namespace madoguchi::ui
