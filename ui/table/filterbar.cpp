// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/filterbar.h"

#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <boost/describe.hpp>

namespace madoguchi::ui {

namespace {

// What the choice of due days means.
enum DueChoice { kOverdue = 1, kThisWeek, kLater };

} // namespace

FilterBar::FilterBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_text(new QLineEdit(this)) {
  setRole(this, QStringLiteral("bar"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(space::kSmall, space::kTight, space::kSmall, space::kTight);
  layout->setSpacing(space::kTight);
  m_text->setObjectName(QStringLiteral("filterText"));
  m_text->setPlaceholderText(tr("Filter by name, kana, number or address"));
  m_text->setAccessibleName(tr("Filter by text"));
  m_text->setClearButtonEnabled(true);
  m_text->setMinimumWidth(em(this) * 16);
  m_text->addAction(icon(QStringLiteral("filter"), context.theme.colours().muted),
                    QLineEdit::LeadingPosition);
  layout->addWidget(m_text, 1);
  m_status = addChoice(QStringLiteral("filterStatus"), tr("Status: all"));
  m_procedure = addChoice(QStringLiteral("filterProcedure"), tr("Procedure: all"));
  m_due = addChoice(QStringLiteral("filterDue"), tr("Due: all"));
  m_holder = addChoice(QStringLiteral("filterHolder"), tr("Holder: all"));
  m_flag = addChoice(QStringLiteral("filterFlag"), tr("Flags: all"));
  m_clear =
      plainButton(icon(QStringLiteral("close"), context.theme.colours().text), tr("Clear all filters"), this);
  m_clear->setObjectName(QStringLiteral("filterClear"));
  layout->addWidget(m_clear);
  fillChoices();
  connect(m_text, &QLineEdit::textChanged, this, &FilterBar::changed);
  connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
  connect(&context.desk.ports.references, &models::ReferenceSource::referencesChanged, this, [this] {
    fillChoices();
    setQueue(m_queue);
  });
}

QComboBox* FilterBar::addChoice(const QString& name, const QString& all) {
  auto* choice = new QComboBox(this);
  choice->setObjectName(name);
  choice->setAccessibleName(all.section(QChar(u':'), 0, 0));
  choice->addItem(all);
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice->setMinimumContentsLength(9);
  layout()->addWidget(choice);
  connect(choice, &QComboBox::currentIndexChanged, this, &FilterBar::changed);
  return choice;
}

void FilterBar::fillChoices() {
  m_restoring = true;
  for (QComboBox* choice : {m_status, m_procedure, m_due, m_holder, m_flag})
    while (choice->count() > 1)
      choice->removeItem(1);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::Status>>([this](auto enumerator) {
    m_status->addItem(models::label(enumerator.value), QString::fromLatin1(enumerator.name));
  });
  const auto references = m_context.desk.ports.references.references();
  for (const core::Procedure* procedure : references->openProcedures())
    m_procedure->addItem(models::localText(procedure->title), models::qtext(procedure->id.value));
  m_due->addItem(tr("Overdue"), kOverdue);
  m_due->addItem(tr("Within a week"), kThisWeek);
  m_due->addItem(tr("Later"), kLater);
  m_holder->addItem(tr("Nobody"), QStringLiteral("-"));
  for (const auto& [id, person] : references->people)
    m_holder->addItem(models::personName(*references, id), models::qtext(id.value));
  for (const core::RowFlag flag : {core::RowFlag::Pending, core::RowFlag::Attention, core::RowFlag::Protected,
                                   core::RowFlag::ClockStopped, core::RowFlag::Returned,
                                   core::RowFlag::Appealed, core::RowFlag::Reserved})
    m_flag->addItem(models::label(flag), core::bit(flag));
  m_restoring = false;
}

void FilterBar::setQueue(core::Queue queue) {
  m_queue = queue;
  const QStringList saved =
      m_context.desk.ports.preferences.value(QStringLiteral("filter/%1").arg(static_cast<int>(queue)))
          .toStringList();
  m_restoring = true;
  m_text->setText(saved.value(0));
  const QList<QComboBox*> choices{m_status, m_procedure, m_due, m_holder, m_flag};
  for (qsizetype i = 0; i < choices.size(); ++i) {
    int index = 0;
    for (int item = 1; item < choices[i]->count(); ++item)
      if (!saved.value(i + 1).isEmpty() && choices[i]->itemData(item).toString() == saved.value(i + 1))
        index = item;
    choices[i]->setCurrentIndex(index);
  }
  m_restoring = false;
  m_clear->setEnabled(!isEmpty());
}

core::CaseQuery FilterBar::narrowed(core::CaseQuery query) const {
  query.text = m_text->text().trimmed().toStdString();
  if (m_status->currentIndex() > 0) {
    core::Status status{};
    if (boost::describe::enum_from_string(m_status->currentData().toString().toLatin1().constData(), status))
      query.statuses = {status};
  }
  if (m_procedure->currentIndex() > 0)
    query.procedures = {core::ProcedureId(m_procedure->currentData().toString().toStdString())};
  const core::Date today = models::today(m_context.desk.ports.clock);
  const std::chrono::days week(core::kDueSoonDays);
  switch (m_due->currentData().toInt()) {
  case kOverdue:
    query.dueUntil = today - std::chrono::days(1);
    break;
  case kThisWeek:
    query.dueFrom = today, query.dueUntil = today + week - std::chrono::days(1);
    break;
  case kLater:
    query.dueFrom = today + week;
    break;
  default:
    break;
  }
  if (m_holder->currentIndex() > 0) {
    const QString holder = m_holder->currentData().toString();
    query.holder = holder == QLatin1String("-") ? core::UserId() : core::UserId(holder.toStdString());
  }
  if (m_flag->currentIndex() > 0) query.allOf |= m_flag->currentData().toUInt();
  return query;
}

bool FilterBar::isEmpty() const {
  if (!m_text->text().isEmpty()) return false;
  for (const QComboBox* choice : {m_status, m_procedure, m_due, m_holder, m_flag})
    if (choice->currentIndex() > 0) return false;
  return true;
}

void FilterBar::clear() {
  m_restoring = true;
  m_text->clear();
  for (QComboBox* choice : {m_status, m_procedure, m_due, m_holder, m_flag})
    choice->setCurrentIndex(0);
  m_restoring = false;
  changed();
}

void FilterBar::focusText() {
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void FilterBar::changed() {
  if (m_restoring) return;
  QStringList saved{m_text->text()};
  for (const QComboBox* choice : {m_status, m_procedure, m_due, m_holder, m_flag})
    saved << choice->currentData().toString();
  m_context.desk.ports.preferences.setValue(QStringLiteral("filter/%1").arg(static_cast<int>(m_queue)),
                                            saved);
  m_clear->setEnabled(!isEmpty());
  Q_EMIT filterChanged();
}

} // namespace madoguchi::ui
