// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/caseview.h"

#include "core/cases/caseclock.h"
#include "models/clocktext.h"
#include "models/errortext.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/caseheader.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/clockdialog.h"

#include <QLabel>
#include <QVBoxLayout>

namespace madoguchi::ui {

CaseView::CaseView(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_header(new CaseHeader(context, this)),
      m_instead(new QWidget(this)), m_hint(mutedLabel({}, m_instead)),
      m_goThere(new QPushButton(tr("Go to its window"), m_instead)) {
  setObjectName(QStringLiteral("caseView"));
  m_goThere->setObjectName(QStringLiteral("goToWindow"));
  m_hint->setObjectName(QStringLiteral("caseHint"));
  m_hint->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
  auto* instead = new QVBoxLayout(m_instead);
  instead->setContentsMargins(space::kMedium, space::kLarge, space::kMedium, 0);
  instead->setSpacing(space::kMedium);
  instead->addWidget(m_hint);
  instead->addWidget(m_goThere, 0, Qt::AlignHCenter);
  instead->addStretch(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(m_instead, 1);
  connect(m_header, &CaseHeader::dueClicked, this, &CaseView::showClock);
  connect(m_header, &CaseHeader::missingClicked, this, [this] { pages().showMissing(); });
  connect(m_goThere, &QPushButton::clicked, this,
          [this] { m_context.desk.apart.open(m_context.opened.id()); });
  connect(&context.opened, &models::OpenCase::switched, this, &CaseView::showParts);
  showParts();
}

CasePages& CaseView::pages() {
  if (m_pages != nullptr) return *m_pages;
  m_pages = new CasePages(m_context, this);
  connect(m_pages, &CasePages::said, this, &CaseView::said);
  connect(m_pages, &CasePages::nextWanted, this, &CaseView::nextWanted);
  connect(m_pages, &CasePages::apartWanted, this, &CaseView::apartWanted);
  qobject_cast<QVBoxLayout*>(layout())->addWidget(m_pages, 1);
  m_pages->setVisible(m_instead->isHidden());
  return *m_pages;
}

void CaseView::showParts() {
  const bool elsewhere = m_context.opened.isElsewhere();
  const bool shown = !elsewhere && !m_context.opened.id().empty();
  m_hint->setText(elsewhere ? tr("This case is open in a window of its own. When that window closes, it is "
                                 "here again.")
                            : tr("Enter opens the case of the current row, N goes on to the next one."));
  m_instead->setVisible(!shown);
  m_goThere->setVisible(elsewhere);
  if (shown || m_pages != nullptr) pages().setVisible(shown);
}

bool CaseView::commit() {
  return m_pages == nullptr || m_pages->commit();
}

void CaseView::showClock() {
  const models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || opened.procedure() == nullptr) return;
  const auto clock =
      core::caseClock(*opened.state(), *opened.procedure(), opened.references()->holidays, opened.today());
  if (!clock) return Q_EMIT said({Message::Severity::Error, models::errorText(clock.error().code)});
  auto* dialog = new ClockDialog(models::clockSummary(*clock), models::clockLines(clock->terms), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

} // namespace madoguchi::ui
