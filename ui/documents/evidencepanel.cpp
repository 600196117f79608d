// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/evidencepanel.h"

#include "models/errortext.h"
#include "models/text.h"
#include "ui/basics/widgets.h"
#include "ui/documents/pageview.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace madoguchi::ui {

EvidencePanel::EvidencePanel(const Context& context, PageView& view, QWidget* parent)
    : QFrame(parent), m_context(context), m_view(view), m_hint(mutedLabel({}, this)),
      m_criterion(new QComboBox(this)), m_note(new QLineEdit(this)), m_save(primaryButton(tr("Mark"), this)) {
  setRole(this, QStringLiteral("bar"));
  setObjectName(QStringLiteral("evidencePanel"));
  m_hint->setObjectName(QStringLiteral("evidenceHint"));
  m_criterion->setObjectName(QStringLiteral("evidenceCriterion"));
  m_criterion->setAccessibleName(tr("Evidence for"));
  m_criterion->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_criterion->setMinimumContentsLength(12);
  m_note->setObjectName(QStringLiteral("evidenceNote"));
  m_note->setAccessibleName(tr("Note"));
  m_note->setPlaceholderText(tr("What is seen there (may stay empty)"));
  m_save->setObjectName(QStringLiteral("evidenceSave"));
  auto* cancel = new QPushButton(tr("Cancel"), this);
  cancel->setObjectName(QStringLiteral("evidenceCancel"));
  auto* what = new QHBoxLayout;
  what->addWidget(m_criterion, 1);
  what->addWidget(m_note, 1);
  auto* act = new QHBoxLayout;
  act->addWidget(m_hint, 1);
  act->addWidget(m_save);
  act->addWidget(cancel);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
  layout->addLayout(what);
  layout->addLayout(act);
  hide();
  for (QWidget* part : {static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_criterion)})
    part->installEventFilter(this);

  connect(m_save, &QPushButton::clicked, this, &EvidencePanel::save);
  connect(m_note, &QLineEdit::returnPressed, this, &EvidencePanel::save);
  connect(cancel, &QPushButton::clicked, &view, &PageView::dropFrame);
  connect(&view, &PageView::framePlaced, this, &EvidencePanel::place);
  connect(&view, &PageView::frameDropped, this, &EvidencePanel::end);
  connect(&context.opened, &models::OpenCase::changed, this, &EvidencePanel::refresh);
}

std::vector<models::NumberedMark> EvidencePanel::marks() const {
  const core::CaseState* state = m_context.opened.state();
  const core::Procedure* procedure = m_context.opened.procedure();
  if (state == nullptr || procedure == nullptr) return {};
  return models::numberedMarks(*state, *procedure);
}

void EvidencePanel::setDocument(const core::DocumentId& document) {
  if (document != m_document) m_view.setMarks({});
  m_document = document;
  refresh();
}

void EvidencePanel::refresh() {
  if (m_document.empty() || m_view.pageCount() == 0) return;
  QList<PageMark> onPages;
  for (const models::NumberedMark& known : marks())
    if (known.mark.document == m_document)
      onPages << PageMark{known.mark.page, models::areaOf(known.mark), QString::number(known.number)};
  m_view.setMarks(onPages);
  if (m_wanted && m_wanted->document == m_document) {
    m_view.showPlace(m_wanted->page, models::areaOf(*m_wanted));
    m_wanted.reset();
  }
}

void EvidencePanel::show(const core::EvidenceMark& mark) {
  m_wanted = mark;
  refresh();
}

void EvidencePanel::fillCriteria() {
  const QVariant before = m_criterion->currentData();
  m_criterion->clear();
  if (const core::Procedure* procedure = m_context.opened.procedure())
    for (const core::Criterion& criterion : procedure->criteria)
      m_criterion->addItem(models::localText(criterion.title), models::qtext(criterion.id.value));
  m_criterion->setCurrentIndex(qMax(0, m_criterion->findData(before)));
}

void EvidencePanel::begin(const core::CriterionId& criterion) {
  fillCriteria();
  if (!criterion.empty())
    m_criterion->setCurrentIndex(qMax(0, m_criterion->findData(models::qtext(criterion.value))));
  if (m_view.pageCount() == 0)
    return Q_EMIT refused(tr("Choose a document whose pages are shown; then mark the place in it with M."));
  const core::CriterionId chosen(m_criterion->currentData().toString().toStdString());
  if (const auto why = m_context.opened.check(core::MarkEvidence{chosen, {}, {}}))
    return Q_EMIT refused(models::errorText(why->code));
  m_placed.reset();
  m_save->setEnabled(false);
  m_note->clear();
  m_hint->setText(tr("Draw a frame with the mouse, or move it with the arrow keys and size it with Shift; "
                     "Enter places it, Esc drops it."));
  QFrame::show();
  Q_EMIT marking(true);
  m_view.beginFrame();
  m_view.setAccessibleDescription(m_hint->text());
}

void EvidencePanel::place(int page, const QRectF& area) {
  m_placed = models::markAt(m_document, page, area);
  m_save->setEnabled(true);
  m_hint->setText(tr("Page %1. Say for what it is evidence; Enter marks it.").arg(page + 1));
  m_note->setFocus(Qt::OtherFocusReason);
}

void EvidencePanel::save() {
  if (!m_placed) return;
  core::EvidenceMark mark = *m_placed;
  mark.note = m_note->text().trimmed().toStdString();
  const core::MarkEvidence command{
      core::CriterionId(m_criterion->currentData().toString().toStdString()), {mark}, {}};
  // What is refused is still there to be mended.
  if (const auto why = m_context.opened.check(command)) return Q_EMIT refused(models::errorText(why->code));
  m_context.opened.perform(command);
  m_view.dropFrame();
  m_view.showPlace(mark.page, models::areaOf(mark));
  Q_EMIT marked();
}

bool EvidencePanel::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (!key || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
    return QFrame::eventFilter(watched, event);
  event->accept();
  if (event->type() == QEvent::KeyPress) m_view.dropFrame();
  return true;
}

void EvidencePanel::end() {
  m_placed.reset();
  hide();
  Q_EMIT marking(false);
  m_view.setFocus(Qt::OtherFocusReason);
}

} // namespace madoguchi::ui
