// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/taskpanel.h"

#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QVBoxLayout>

namespace madoguchi::ui {

using models::TrainingTasks;

TaskPanel::TaskPanel(const Context& context, QWidget* parent)
    : QDockWidget(tr("Practice tasks"), parent), m_tasks(*context.desk.ports.training), m_list(new QListView),
      m_title(titleLabel({})), m_howTo(new QLabel), m_count(mutedLabel({})), m_progress(new QProgressBar),
      m_go(primaryButton(tr("Show me where"))) {
  setObjectName(QStringLiteral("taskPanel"));
  setFeatures(QDockWidget::DockWidgetClosable);
  setAllowedAreas(Qt::RightDockWidgetArea);
  auto* body = new QWidget;
  auto* layout = new QVBoxLayout(body);
  layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kMedium);
  layout->setSpacing(space::kSmall);
  m_count->setObjectName(QStringLiteral("taskCount"));
  m_progress->setMaximum(TrainingTasks::kTaskCount);
  m_progress->setTextVisible(false);
  m_progress->setMaximumHeight(space::kSmall);
  m_progress->setAccessibleName(tr("Tasks done"));
  m_list->setObjectName(QStringLiteral("taskList"));
  m_list->setAccessibleName(tr("Practice tasks"));
  m_list->setModel(&m_tasks);
  m_list->setUniformItemSizes(true);
  m_list->setSpacing(2);
  // No higher than its tasks, so that what to do stands right below.
  const int row = m_list->sizeHintForRow(0) + 2 * m_list->spacing();
  m_list->setMaximumHeight(TrainingTasks::kTaskCount * row + space::kMedium);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_title->setWordWrap(true);
  m_howTo->setObjectName(QStringLiteral("taskHowTo"));
  m_howTo->setWordWrap(true);
  m_howTo->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_go->setObjectName(QStringLiteral("taskPlace"));
  auto* again = linkButton(tr("Begin again"));
  again->setObjectName(QStringLiteral("tasksAgain"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_go);
  buttons->addStretch(1);
  buttons->addWidget(again);
  layout->addLayout(makeTitle(context.theme, body));
  layout->addWidget(m_count);
  layout->addWidget(m_progress);
  layout->addWidget(m_list, 100);
  layout->addWidget(m_title);
  layout->addWidget(m_howTo);
  layout->addLayout(buttons);
  layout->addStretch(1);
  body->setMinimumWidth(em(this) * 34);
  setWidget(body);
  // The title is a part of the body, so that Tab goes through both as they are read.
  setTitleBarWidget(new QWidget(this));
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TaskPanel::refresh);
  const auto go = [this] {
    if (const auto queue = TrainingTasks::place(chosen())) Q_EMIT placeWanted(*queue);
  };
  connect(m_go, &QPushButton::clicked, this, go);
  connect(m_list, &QListView::activated, this, go);
  connect(again, &QPushButton::clicked, &m_tasks, &TrainingTasks::restart);
  connect(&m_tasks, &TrainingTasks::done, this, [this](TrainingTasks::Task task) {
    Q_EMIT said({Message::Severity::Done, tr("Task done: %1").arg(m_tasks.title(task))});
    if (const auto next = m_tasks.next(); next && chosen() == task) choose(*next);
  });
  connect(&m_tasks, &TrainingTasks::progressed, this, &TaskPanel::refresh);
  connect(&m_tasks, &QAbstractItemModel::modelReset, this, [this] { choose(TrainingTasks::Take); });
  choose(m_tasks.next().value_or(TrainingTasks::Take));
}

TrainingTasks::Task TaskPanel::chosen() const {
  return static_cast<TrainingTasks::Task>(qMax(0, m_list->currentIndex().row()));
}

void TaskPanel::choose(TrainingTasks::Task task) {
  m_list->setCurrentIndex(m_tasks.index(task));
  refresh();
}

QLayout* TaskPanel::makeTitle(const Theme& theme, QWidget* body) {
  auto* line = new QHBoxLayout;
  line->addWidget(titleLabel(windowTitle(), body), 1);
  auto* close = plainButton(icon(QStringLiteral("close"), theme.colours().text),
                            tr("Hide the tasks (Shift+F9 shows them again)"), body);
  close->setObjectName(QStringLiteral("tasksHide"));
  line->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  return line;
}

void TaskPanel::refresh() {
  const int done = m_tasks.doneCount();
  m_progress->setValue(done);
  m_count->setText(m_tasks.next() ? tr("%1 of %2 tasks done").arg(done).arg(TrainingTasks::kTaskCount)
                                  : tr("All tasks are done. Well done!"));
  m_title->setText(m_tasks.title(chosen()));
  m_howTo->setText(m_tasks.howTo(chosen()));
  m_go->setEnabled(TrainingTasks::place(chosen()).has_value());
}

} // namespace madoguchi::ui
