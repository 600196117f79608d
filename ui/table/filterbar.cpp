// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/filterbar.h"

#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <boost/describe.hpp>

namespace madoguchi::ui {

namespace {

const QString kNobody = QStringLiteral("-");

using Due = models::ListFilter::Due;

/// Chooses the item with this value; the first, which means all, where there is none or nothing is wanted.
template <class Value>
void choose(QComboBox* choice, const std::optional<Value>& wanted) {
  const int index = wanted ? choice->findData(QVariant::fromValue(*wanted)) : 0;
  choice->setCurrentIndex(qMax(0, index));
}

} // namespace

FilterBar::FilterBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_text(new QLineEdit(this)) {
  setRole(this, QStringLiteral("bar"));
  auto* layout = new WrapLayout(this);
  layout->setContentsMargins(space::kSmall, space::kTight, space::kSmall, space::kTight);
  m_text->setObjectName(QStringLiteral("filterText"));
  m_text->setPlaceholderText(tr("Filter this list"));
  m_text->setToolTip(tr("Filter by name, kana, number or address"));
  m_text->setAccessibleName(tr("Filter by text"));
  offerClearing(m_text, tr("Clear the text"));
  m_text->setMinimumWidth(em(this) * 20);
  m_text->addAction(icon(QStringLiteral("filter"), context.theme.colours().muted), QLineEdit::LeadingPosition)
      ->setText(m_text->accessibleName());
  layout->addWidget(m_text);
  m_status = addChoice(QStringLiteral("filterStatus"), tr("Status: all"));
  m_procedure = addChoice(QStringLiteral("filterProcedure"), tr("Procedure: all"));
  m_due = addChoice(QStringLiteral("filterDue"), tr("Due: all"));
  m_holder = addChoice(QStringLiteral("filterHolder"), tr("Holder: all"));
  m_flag = addChoice(QStringLiteral("filterFlag"), tr("Flags: all"));
  m_save = plainButton(icon(QStringLiteral("filter-save"), context.theme.colours().text),
                       tr("Keep this search under a name"), this);
  m_save->setObjectName(QStringLiteral("filterSave"));
  m_clear =
      plainButton(icon(QStringLiteral("close"), context.theme.colours().text), tr("Clear all filters"), this);
  m_clear->setObjectName(QStringLiteral("filterClear"));
  // The two stay together where the line is full.
  auto* ends = new QWidget(this);
  auto* pair = new QHBoxLayout(ends);
  pair->setContentsMargins({});
  pair->setSpacing(0);
  pair->addWidget(m_save);
  pair->addWidget(m_clear);
  layout->addWidget(ends);
  fillChoices();
  connect(m_text, &QLineEdit::textChanged, this, &FilterBar::changed);
  connect(m_save, &QToolButton::clicked, this, &FilterBar::saveWanted);
  connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
  const auto refill = [this] {
    fillChoices();
    // A choice that was not known before may be known now.
    showFilter(models::ListFilter(m_filter));
  };
  connect(&context.desk.ports.references, &models::ReferenceSource::referencesChanged, this, refill);
  connect(&context.desk.labels, &models::LabelBook::changed, this, refill);
}

QComboBox* FilterBar::addChoice(const QString& name, const QString& all) {
  auto* choice = new QComboBox(this);
  choice->setObjectName(name);
  choice->setAccessibleName(all.section(QChar(u':'), 0, 0));
  choice->addItem(all);
  choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice->setMinimumContentsLength(8);
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
  m_due->addItem(tr("Overdue"), static_cast<int>(Due::Overdue));
  m_due->addItem(tr("Within a week"), static_cast<int>(Due::ThisWeek));
  m_due->addItem(tr("Later"), static_cast<int>(Due::Later));
  m_holder->addItem(tr("Nobody"), kNobody);
  for (const auto& [id, person] : references->people)
    m_holder->addItem(models::personName(*references, id), models::qtext(id.value));
  for (const core::RowFlag flag : {core::RowFlag::Pending, core::RowFlag::Attention, core::RowFlag::Protected,
                                   core::RowFlag::ClockStopped, core::RowFlag::Returned,
                                   core::RowFlag::Appealed, core::RowFlag::Reserved})
    m_flag->addItem(models::label(flag), core::bit(flag));
  for (const QString& label : m_context.desk.labels.labels())
    m_flag->addItem(models::labelText(label.toStdString()), label);
  m_restoring = false;
}

void FilterBar::showFilter(const models::ListFilter& filter) {
  const auto text = [](const auto& id) { return std::optional(models::qtext(id.value)); };
  m_restoring = true;
  m_filter = filter;
  if (m_text->text().trimmed() != models::qtext(filter.text)) m_text->setText(models::qtext(filter.text));
  std::optional<QString> status;
  if (filter.status) status = QString::fromLatin1(boost::describe::enum_to_string(*filter.status, ""));
  choose(m_status, status);
  choose(m_procedure, filter.procedure.empty() ? std::nullopt : text(filter.procedure));
  choose(m_due, filter.due == Due::Any ? std::nullopt : std::optional(static_cast<int>(filter.due)));
  std::optional<QString> holder;
  if (filter.holder) holder = filter.holder->empty() ? kNobody : *text(*filter.holder);
  choose(m_holder, holder);
  if (filter.label.empty())
    choose(m_flag, filter.flags == 0 ? std::nullopt : std::optional<uint>(filter.flags));
  else
    showLabel(models::qtext(filter.label));
  m_restoring = false;
  m_clear->setEnabled(!filter.isEmpty());
  m_save->setEnabled(!filter.isEmpty());
}

void FilterBar::showLabel(const QString& label) {
  // A list may be narrowed to one that no case bears any more.
  if (m_flag->findData(label) < 0) m_flag->addItem(models::labelText(label.toStdString()), label);
  choose(m_flag, std::optional(label));
}

models::ListFilter FilterBar::read() const {
  models::ListFilter filter;
  filter.text = m_text->text().trimmed().toStdString();
  core::Status status{};
  if (m_status->currentIndex() > 0 &&
      boost::describe::enum_from_string(m_status->currentData().toString().toLatin1().constData(), status))
    filter.status = status;
  if (m_procedure->currentIndex() > 0)
    filter.procedure = core::ProcedureId(m_procedure->currentData().toString().toStdString());
  filter.due = static_cast<Due>(m_due->currentData().toInt());
  if (m_holder->currentIndex() > 0) {
    const QString holder = m_holder->currentData().toString();
    filter.holder = holder == kNobody ? core::UserId() : core::UserId(holder.toStdString());
  }
  // Flags are numbers, labels texts.
  const QVariant flag = m_flag->currentData();
  if (flag.typeId() == QMetaType::QString)
    filter.label = flag.toString().toStdString();
  else
    filter.flags = flag.toUInt();
  return filter;
}

void FilterBar::clear() {
  showFilter({});
  changed();
}

void FilterBar::focusText() {
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void FilterBar::changed() {
  if (m_restoring) return;
  m_filter = read();
  const bool isEmpty = m_filter.isEmpty();
  m_clear->setEnabled(!isEmpty);
  m_save->setEnabled(!isEmpty);
  Q_EMIT filterChanged();
}

} // namespace madoguchi::ui
