// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/heldremovalcard.h"

#include "models/datetext.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/actiondialog.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace madoguchi::ui {

QString heldRemovalText(const models::SyncStatus::HeldRemoval& held) {
  return QCoreApplication::translate("HeldRemovalCard", "%1 of the %2 cases on this PC")
      .arg(QLocale().toString(held.cases), QLocale().toString(held.ofCases));
}

HeldRemovalCard::HeldRemovalCard(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_text(valueLabel({}, this)),
      m_allow(new QPushButton(tr("Let them go …"), this)),
      m_keep(new QPushButton(tr("Keep them for now"), this)) {
  setRole(this, QStringLiteral("card"));
  setObjectName(QStringLiteral("heldRemovalCard"));
  m_text->setObjectName(QStringLiteral("heldRemovalText"));
  m_allow->setObjectName(QStringLiteral("removalAllow"));
  m_keep->setObjectName(QStringLiteral("removalKeep"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_keep);
  buttons->addWidget(m_allow);
  buttons->addStretch(1);
  auto* box = new QVBoxLayout(this);
  box->addWidget(titleLabel(tr("Many cases would leave this PC"), this));
  box->addWidget(m_text);
  box->addLayout(buttons);
  connect(m_allow, &QPushButton::clicked, this, &HeldRemovalCard::askAllow);
  connect(m_keep, &QPushButton::clicked, this, &HeldRemovalCard::keep);
  connect(&context.desk.ports.sync, &models::SyncStatusSource::statusChanged, this,
          &HeldRemovalCard::refresh);
  refresh();
}

void HeldRemovalCard::refresh() {
  const auto held = m_context.desk.ports.sync.status().heldRemoval;
  setVisible(held && held->since != m_keptSince);
  if (!held) return;
  QString text =
      tr("The server says that %1 are no longer for you to see: they moved to another office, or your rights "
         "changed. Because that is so many, nothing was removed. Since %2 nothing new is fetched.")
          .arg(heldRemovalText(*held), models::shortMoment(held->since));
  if (held->unsent > 0)
    text += QChar(u'\n') + tr("%n step(s) of yours on these cases are not sent yet. They are not lost: they "
                              "are set aside and stay in the outbox.",
                              nullptr, held->unsent);
  text += QChar(u'\n') + tr("If you expected it (other duties, another office), let them go. If not, keep "
                            "them and ask your administrator.");
  m_text->setText(text);
}

void HeldRemovalCard::reveal() {
  m_keptSince.reset();
  refresh();
  if (isVisible()) m_keep->setFocus(Qt::ShortcutFocusReason);
}

void HeldRemovalCard::askAllow() {
  const auto held = m_context.desk.ports.sync.status().heldRemoval;
  if (!held) return;
  auto* dialog = new ActionDialog(tr("Let these cases go?"), tr("Let them go"), this);
  dialog->explain(tr("%1 leave this PC. On the server nothing is deleted.").arg(heldRemovalText(*held)));
  connect(dialog, &QDialog::accepted, this, [this, held] {
    // What is let go is what was shown; another answer asks again.
    if (m_context.desk.ports.sync.status().heldRemoval != held) return;
    m_context.desk.ports.sync.allowRemoval();
    Q_EMIT said({Message::Severity::Info, tr("The cases are being removed from this PC.")});
  });
  dialog->open();
}

void HeldRemovalCard::keep() {
  if (const auto held = m_context.desk.ports.sync.status().heldRemoval) m_keptSince = held->since;
  refresh();
  Q_EMIT said({Message::Severity::Info,
               tr("All cases stay here. Nothing new is fetched until this is settled; the status line leads "
                  "back to it.")});
}

} // namespace madoguchi::ui
