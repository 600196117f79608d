// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/evidencelist.h"

#include "models/errortext.h"
#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kMostLines = 4; // seen at once

} // namespace

EvidenceList::EvidenceList(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_list(new QListWidget(this)),
      m_mark(new QPushButton(icon(QStringLiteral("mark"), context.theme.colours().text), tr("Mark a place …"),
                             this)),
      m_remove(new QPushButton(tr("Take the mark away"), this)) {
  m_list->setObjectName(QStringLiteral("evidence"));
  m_list->setAccessibleName(tr("Places marked as evidence. Enter goes there."));
  m_list->setWordWrap(true);
  m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_list->installEventFilter(this);
  m_mark->setObjectName(QStringLiteral("markEvidence"));
  m_remove->setObjectName(QStringLiteral("unmarkEvidence"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_mark);
  buttons->addWidget(m_remove);
  buttons->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(space::kTight);
  layout->addWidget(m_list);
  layout->addLayout(buttons);
  connect(m_list, &QListWidget::itemClicked, this, &EvidenceList::choose);
  connect(m_list, &QListWidget::currentRowChanged, this, &EvidenceList::refreshButtons);
  connect(m_mark, &QPushButton::clicked, this, [this] { Q_EMIT markingWanted(m_criterion); });
  connect(m_remove, &QPushButton::clicked, this, &EvidenceList::takeAway);
}

void EvidenceList::show(const core::CriterionId& criterion) {
  const core::CaseState* state = m_context.opened.state();
  const core::Procedure* procedure = m_context.opened.procedure();
  const int row = criterion == m_criterion ? m_list->currentRow() : 0;
  m_criterion = criterion;
  m_marks.clear();
  m_list->clear();
  if (state != nullptr && procedure != nullptr)
    for (const models::NumberedMark& known : models::numberedMarks(*state, *procedure))
      if (known.criterion == criterion) {
        m_marks.push_back(known);
        m_list->addItem(
            QStringLiteral("%1  %2").arg(known.number).arg(models::markText(state->documents, known.mark)));
      }
  m_list->setVisible(!m_marks.empty());
  m_remove->setVisible(!m_marks.empty());
  m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
  const int lines = qBound(1, m_list->count(), kMostLines);
  const int high = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + space::kSmall);
  m_list->setFixedHeight(lines * high + 2 * m_list->frameWidth());
  refreshButtons();
}

void EvidenceList::refreshButtons() {
  const auto refusal = m_context.opened.check(core::MarkEvidence{m_criterion, {}, {}});
  m_mark->setEnabled(!refusal);
  m_mark->setToolTip(refusal ? models::errorText(refusal->code)
                             : tr("On a page of a document, with the mouse or the keyboard"));
  m_remove->setEnabled(!refusal && current() != nullptr);
}

const models::NumberedMark* EvidenceList::current() const {
  const int row = m_list->currentRow();
  return row >= 0 && row < static_cast<int>(m_marks.size()) ? &m_marks[static_cast<std::size_t>(row)]
                                                            : nullptr;
}

void EvidenceList::choose() {
  if (const models::NumberedMark* chosen = current()) Q_EMIT markChosen(chosen->mark);
}

void EvidenceList::takeAway() {
  const models::NumberedMark* chosen = current();
  if (chosen != nullptr && m_remove->isEnabled())
    m_context.opened.perform(core::MarkEvidence{m_criterion, {}, {chosen->mark}});
}

bool EvidenceList::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return choose(), true;
    if (key == Qt::Key_Delete) return takeAway(), true;
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace madoguchi::ui
