// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/caseheader.h"

#include "core/cases/caseclock.h"
#include "models/clocktext.h"
#include "models/errortext.h"
#include "models/labels.h"
#include "models/missingparts.h"
#include "models/names.h"
#include "models/outboxmodel.h"
#include "models/text.h"
#include "ui/basics/keys.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

CaseHeader::CaseHeader(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_number(mutedLabel({}, this)), m_applicant(titleLabel({}, this)),
      m_procedure(mutedLabel({}, this)), m_status(new QLabel(this)), m_holder(new QLabel(this)),
      m_due(linkButton({}, this)), m_missing(linkButton({}, this)), m_sync(new QLabel(this)),
      m_labels(new QLabel(this)) {
  setObjectName(QStringLiteral("caseHeader"));
  setRole(this, QStringLiteral("caseHeader"));
  scaleFont(m_applicant, type::kTitle);
  m_applicant->setObjectName(QStringLiteral("caseApplicant"));
  m_number->setObjectName(QStringLiteral("caseNumber"));
  m_status->setObjectName(QStringLiteral("caseStatus"));
  m_holder->setObjectName(QStringLiteral("caseHolder"));
  m_due->setObjectName(QStringLiteral("caseDue"));
  m_missing->setObjectName(QStringLiteral("caseMissing"));
  m_sync->setObjectName(QStringLiteral("caseSync"));
  m_applicant->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_applicant->setWordWrap(true);
  m_labels->setObjectName(QStringLiteral("caseLabels"));
  m_labels->setTextFormat(Qt::PlainText);
  m_labels->setWordWrap(true);

  auto* top = new QHBoxLayout;
  top->addWidget(m_applicant, 1);
  top->addWidget(m_sync);
  auto* second = new QHBoxLayout;
  second->setSpacing(space::kMedium);
  m_number->setWordWrap(false);
  second->addWidget(m_number);
  second->addWidget(m_procedure, 1);
  auto* third = new QHBoxLayout;
  third->setSpacing(space::kMedium);
  third->addWidget(m_status);
  third->addWidget(m_holder);
  third->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  layout->setSpacing(space::kTight);
  layout->addLayout(top);
  layout->addLayout(second);
  layout->addLayout(third);
  layout->addWidget(m_labels);
  auto* links = new QWidget(this);
  auto* wrapped = new WrapLayout(links);
  wrapped->setContentsMargins({});
  wrapped->setSpacing(space::kMedium);
  wrapped->addWidget(m_due);
  wrapped->addWidget(m_missing);
  layout->addWidget(links);

  connect(m_due, &QPushButton::clicked, this, &CaseHeader::dueClicked);
  connect(m_missing, &QPushButton::clicked, this, &CaseHeader::missingClicked);
  connect(&context.opened, &models::OpenCase::changed, this, &CaseHeader::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, &CaseHeader::refresh);
  refresh();
}

void CaseHeader::refresh() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  for (QLabel* label : {m_number, m_procedure, m_status, m_holder, m_sync})
    label->clear();
  m_due->setVisible(state != nullptr);
  showMissing();
  m_labels->setVisible(state != nullptr && !state->labels.empty());
  if (state == nullptr) {
    m_applicant->setText(opened.id().empty()    ? tr("No case is open")
                         : opened.isElsewhere() ? tr("In a window of its own")
                                                : tr("Loading …"));
    return;
  }
  const auto references = opened.references();
  m_applicant->setText(models::qtext(state->applicant.party.name.display));
  m_number->setText(state->number.empty() ? tr("(no number yet)") : models::qtext(state->number));
  m_procedure->setText(models::procedureTitle(*references, state->procedure, state->procedureVersion));
  m_status->setText(tr("Status: %1").arg(models::label(state->status)));
  m_status->setToolTip(models::statusHelp(state->status));
  m_holder->setText(state->holder.empty()
                        ? tr("Nobody holds it")
                        : tr("Holder: %1").arg(models::personName(*references, state->holder)));
  QStringList labels;
  for (const std::string& label : state->labels)
    labels << models::labelText(label);
  m_labels->setText(labels.join(QStringLiteral("  ")));
  m_labels->setAccessibleName(tr("Labels: %1").arg(labels.join(QStringLiteral(", "))));
  showDue();
  m_due->setToolTip(tr("Show how this day is computed"));
  m_sync->setText(syncText());
  setRole(m_sync, QStringLiteral("muted"));
}

void CaseHeader::showDue() {
  const models::OpenCase& opened = m_context.opened;
  if (opened.procedure() == nullptr) {
    m_due->setText(tr("Due day not known: the procedure is missing here"));
    return setStyleProperty(m_due, "late", false);
  }
  const auto clock =
      core::caseClock(*opened.state(), *opened.procedure(), opened.references()->holidays, opened.today());
  m_due->setText(clock ? models::clockSummary(*clock) : models::errorText(clock.error().code));
  setStyleProperty(m_due, "late", clock && clock->overdueDays > 0);
}

void CaseHeader::showMissing() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  const bool matters =
      state != nullptr && opened.procedure() != nullptr && models::isBeforeDraft(state->status);
  m_missing->setVisible(matters);
  if (!matters) return;
  const std::vector<models::MissingPart> parts = models::missingParts(opened);
  QStringList lines;
  for (const models::MissingPart& part : parts)
    lines << models::missingLine(part);
  m_missing->setText(models::missingSummary(parts));
  m_missing->setAccessibleDescription(lines.join(QChar(u'\n')));
  const QKeySequence key = keyOf(m_context, QStringLiteral("missing"), kMissingKey);
  lines << withKey(parts.empty() ? tr("Go to the draft") : tr("Go to the first thing that is missing"), key);
  m_missing->setToolTip(lines.join(QChar(u'\n')));
}

QString CaseHeader::syncText() const {
  const auto& pending = m_context.opened.opened()->pending;
  if (pending.empty()) return tr("✓ Synchronised");
  const bool attention = std::any_of(pending.begin(), pending.end(), [](const core::OutboxEntry& entry) {
    return models::needsPerson(entry.status);
  });
  if (attention) return tr("! Needs attention");
  return tr("↑ %n step(s) not sent yet", nullptr, static_cast<int>(pending.size()));
}

} // namespace madoguchi::ui
