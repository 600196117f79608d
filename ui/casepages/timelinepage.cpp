// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/timelinepage.h"

#include "models/statetext.h"
#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"
#include "ui/casepages/asitwasdialog.h"
#include "ui/casepages/caselist.h"
#include "ui/casepages/timelinedelegate.h"

#include <QComboBox>
#include <QListView>
#include <QVBoxLayout>

namespace madoguchi::ui {

TimelinePage::TimelinePage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_group(new QComboBox(this)), m_person(new QComboBox(this)),
      m_count(mutedLabel({}, this)), m_list(new QListView(this)),
      m_asItWas(new QPushButton(tr("The case as it was then …"), this)) {
  m_list->setObjectName(QStringLiteral("timeline"));
  m_list->setAccessibleName(tr("What happened to the case"));
  m_list->setModel(&context.timeline);
  m_list->setItemDelegate(new TimelineDelegate(context.theme, m_list));
  m_list->setResizeMode(QListView::Adjust);
  m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
  m_list->setEditTriggers(QListView::NoEditTriggers);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_group->setObjectName(QStringLiteral("timelineGroup"));
  m_group->setAccessibleName(tr("What it is about"));
  m_group->addItem(tr("Everything"), -1);
  for (int i = 0; i < models::kEventGroupCount; ++i)
    m_group->addItem(models::label(static_cast<models::EventGroup>(i)), i);
  m_person->setObjectName(QStringLiteral("timelinePerson"));
  m_person->setAccessibleName(tr("Who did it"));
  for (QComboBox* box : {m_group, m_person})
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_count->setObjectName(QStringLiteral("timelineCount"));
  m_count->setWordWrap(false);
  m_asItWas->setObjectName(QStringLiteral("asItWasButton"));
  m_asItWas->setToolTip(tr("Enter on an entry does the same."));
  m_asItWas->setAutoDefault(false);
  auto* tools = new QWidget(this);
  auto* bar = new WrapLayout(tools);
  bar->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
  bar->addWidget(m_group);
  bar->addWidget(m_person);
  bar->addWidget(m_count);
  bar->addWidget(m_asItWas);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(0);
  layout->addWidget(tools);
  layout->addWidget(m_list, 1);
  passFocusOn(this, m_list);
  connect(m_group, &QComboBox::currentIndexChanged, this, &TimelinePage::filter);
  connect(m_person, &QComboBox::currentIndexChanged, this, &TimelinePage::filter);
  connect(m_list, &QListView::activated, this, &TimelinePage::showAsItWas);
  connect(m_asItWas, &QPushButton::clicked, this, &TimelinePage::showAsItWas);
  connect(&context.timeline, &QAbstractItemModel::modelReset, this, &TimelinePage::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, [this] {
    m_filling = true;
    m_group->setCurrentIndex(0);
    m_filling = false;
  });
  refresh();
}

void TimelinePage::refresh() {
  const models::TimelineModel& timeline = m_context.timeline;
  m_filling = true;
  const QString chosen = m_person->currentData().toString();
  m_person->clear();
  m_person->addItem(tr("By everybody"), QString());
  for (const auto& [id, name] : timeline.people())
    m_person->addItem(name, models::qtext(id.value));
  m_person->setCurrentIndex(qMax(0, m_person->findData(chosen)));
  m_filling = false;
  const bool all = timeline.rowCount() == timeline.total();
  m_count->setText(all ? QString() : tr("%1 of %2").arg(timeline.rowCount()).arg(timeline.total()));
  m_asItWas->setEnabled(timeline.rowCount() > 0);
  m_list->setCurrentIndex(timeline.index(0));
}

void TimelinePage::filter() {
  if (m_filling) return;
  const int group = m_group->currentData().toInt();
  m_context.timeline.setFilter(group < 0 ? std::nullopt
                                         : std::optional(static_cast<models::EventGroup>(group)),
                               core::UserId(m_person->currentData().toString().toStdString()));
}

const QAbstractItemModel& TimelinePage::listModel() const {
  return m_context.timeline;
}

ShownList TimelinePage::shownList() const {
  using models::TimelineModel;
  const TimelineModel& timeline = m_context.timeline;
  ShownList list = caseList(m_context.opened, tr("Timeline"));
  std::vector<models::ListColumn> columns{{tr("When"), 0, TimelineModel::WhenRole},
                                          {tr("Who"), 0, TimelineModel::WhoRole},
                                          {tr("What"), 0, Qt::DisplayRole}};
  if (!list.hidesOffice) columns.push_back({tr("Particulars"), 0, TimelineModel::DetailsRole});
  models::ListRows rows = models::rowsOf(timeline, columns);
  for (int row = 0; row < timeline.rowCount(); ++row)
    if (timeline.index(row).data(TimelineModel::PendingRole).toBool())
      rows.rows[static_cast<std::size_t>(row)].front().text += QChar(u'\n') + tr("(not sent yet)");
  list.rows = std::make_shared<const models::ListRows>(std::move(rows));
  return list;
}

void TimelinePage::showAsItWas() {
  const QModelIndex index = m_list->currentIndex();
  if (!index.isValid()) return;
  const auto then = m_context.timeline.stateAfter(index.data(models::TimelineModel::EventRole).toInt());
  if (!then) return;
  const auto references = m_context.opened.references();
  const QString when =
      tr("After: %1 (%2, %3)")
          .arg(index.data().toString(), index.data(models::TimelineModel::WhenRole).toString(),
               index.data(models::TimelineModel::WhoRole).toString());
  (new AsItWasDialog(when, models::stateText(*then, *references),
                     models::stateText(*m_context.opened.state(), *references), this))
      ->open();
}

} // namespace madoguchi::ui
