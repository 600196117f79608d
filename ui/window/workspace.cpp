// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspace.h"

#include "models/errortext.h"
#include "models/labels.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/casepages.h"
#include "ui/casepages/caseview.h"
#include "ui/table/casetableview.h"
#include "ui/table/filterbar.h"
#include "ui/table/markbar.h"
#include "ui/window/listandcase.h"
#include "ui/window/listcount.h"
#include "ui/window/queuedelegate.h"
#include "ui/work/attentionpage.h"
#include "ui/work/batchpage.h"
#include "ui/work/figurespage.h"
#include "ui/work/outboxpage.h"
#include "ui/work/runbar.h"
#include "ui/work/workloadpage.h"

#include <QListView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

constexpr int kRest = 200; ///< milliseconds on a row before its case opens
const QString kQueueKey = QStringLiteral("window/queue");
const QString kOuterKey = QStringLiteral("window/outer");
const QString kInnerKey = QStringLiteral("window/inner");

} // namespace

Workspace::Workspace(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_queues(new QListView(this)), m_outer(new QSplitter(this)),
      m_inner(new ListAndCase(em(this) * 140, em(this) * 64)), m_stack(new QStackedWidget),
      m_title(titleLabel({})), m_filter(new FilterBar(context)), m_marks(new MarkBar(context)),
      m_table(new CaseTableView(context)), m_case(new CaseView(context)), m_run(new RunBar(context)),
      m_rest(new QTimer(this)) {
  m_queues->setObjectName(QStringLiteral("queueList"));
  m_queues->setAccessibleName(tr("Queues"));
  m_queues->setModel(&context.desk.queues);
  m_queues->setItemDelegate(new QueueDelegate(context.theme, m_queues));
  m_queues->setEditTriggers(QListView::NoEditTriggers);
  m_queues->setAttribute(Qt::WA_InputMethodEnabled, false);
  m_queues->setMouseTracking(true);
  m_queues->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_queues->setMinimumWidth(em(this) * 22);
  buildTable();
  m_stack->addWidget(m_inner);
  m_outer->addWidget(m_queues);
  m_outer->addWidget(m_stack);
  m_outer->setStretchFactor(1, 1);
  m_outer->setChildrenCollapsible(false);
  m_outer->setHandleWidth(1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(0);
  layout->addWidget(m_outer, 1);
  layout->addWidget(m_run);
  connect(m_run, &RunBar::caseWanted, this, &Workspace::openCase);
  m_rest->setSingleShot(true);
  m_rest->setInterval(kRest);

  models::Preferences& preferences = context.desk.ports.preferences;
  m_outer->setSizes({em(this) * 28, 1000});
  m_outer->restoreState(preferences.value(kOuterKey).toByteArray());
  m_inner->setSizes({em(this) * 86, em(this) * 62});
  m_inner->restoreState(preferences.value(kInnerKey).toByteArray());
  connect(m_outer, &QSplitter::splitterMoved, this,
          [this] { m_context.desk.ports.preferences.setValue(kOuterKey, m_outer->saveState()); });
  connect(m_inner, &QSplitter::splitterMoved, this, [this] {
    if (!m_inner->isNarrow()) m_context.desk.ports.preferences.setValue(kInnerKey, m_inner->saveState());
  });
  connectAll();
}

void Workspace::connectAll() {
  connect(m_queues->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (index.isValid()) showRow(index.row());
          });
  // Clicking the queue that is shown leaves the outbox.
  connect(m_queues, &QListView::clicked, this, [this](const QModelIndex& index) { showRow(index.row()); });
  connect(&m_context.desk.queues, &QAbstractItemModel::modelReset, this, [this] {
    if (m_context.desk.queues.rowOfSaved(m_saved) >= 0)
      showSaved(m_saved);
    else
      showQueue(m_queue);
  });
  // Who the user is, and in which offices, becomes known after the first look at the cache.
  connect(&m_context.desk.ports.references, &models::ReferenceSource::referencesChanged, this, [this] {
    if (queryNow() != m_context.desk.table.query()) query();
  });
  connect(&m_context.desk.queues, &models::QueueListModel::countsChanged, this, &Workspace::refreshTitle);
  connect(m_rest, &QTimer::timeout, this, &Workspace::followRow);
  connect(m_table, &CaseTableView::currentCaseChanged, this, [this] {
    m_rowIsAhead = true;
    m_rest->start();
  });
  connect(m_table, &CaseTableView::opened, this, &Workspace::openCurrent);
  connect(m_filter, &FilterBar::filterChanged, this, &Workspace::filterChanged);
  connect(m_filter, &FilterBar::saveWanted, this, &Workspace::saveWanted);
  connect(m_table, &CaseTableView::sortChanged, this, [this](core::SortColumn column, bool descending) {
    m_sorted.emplace();
    m_sorted->sort = column;
    m_sorted->descending = descending;
    query();
  });
  connect(m_marks, &MarkBar::said, this, &Workspace::said);
  connect(m_case, &CaseView::said, this, &Workspace::said);
  connect(m_case, &CaseView::nextWanted, this, &Workspace::goNext);
  connect(m_case, &CaseView::apartWanted, this, &Workspace::openApart);
  connectOpened();
  connect(&m_context.desk.table, &models::CaseTableModel::failed, this, [this](const core::Error& error) {
    Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
  });
  connect(&m_context.desk.table, &models::CaseTableModel::loaded, this, [this] {
    if (m_context.opened.id().empty()) m_rowIsAhead = true;
    m_listed = m_context.desk.table.rowCount();
    refreshTitle();
    m_table->viewport()->update();
  });
  // The user reads the list; meanwhile the first case gets its pages.
  connect(
      m_table, &CaseTableView::rowsPainted, this, [this] { (void)casePages(); }, Qt::QueuedConnection);
  m_queue = static_cast<core::Queue>(m_context.desk.ports.preferences.value(kQueueKey, 0).toInt());
  showQueue(m_queue);
}

void Workspace::connectOpened() {
  connect(&m_context.opened, &models::OpenCase::changed, this, &Workspace::runAwaited);
  // What waited for a case that does not open is not for the one that is opened next.
  connect(&m_context.opened, &models::OpenCase::failed, this, [this] { m_awaited.reset(); });
  connect(&m_context.opened, &models::OpenCase::switched, this, [this] {
    m_inner->setCaseOpen(!m_context.opened.id().empty());
    // Nothing of it arrives here.
    if (m_context.opened.isElsewhere()) runAwaited();
  });
  // While the user reads this case, the next one of the list is read ahead.
  connect(&m_context.opened, &models::OpenCase::changed, this, [this] {
    if (showsList()) m_context.opened.prepare(m_table->nextCase());
  });
}

CasePages& Workspace::casePages() const {
  return m_case->pages();
}

bool Workspace::commit() {
  return m_case->commit();
}

template <class Page>
Page& Workspace::show(Page*& page) {
  if (page == nullptr) {
    page = new Page(m_context);
    connect(page, &Page::said, this, &Workspace::said);
    if constexpr (requires { &Page::caseWanted; })
      connect(page, &Page::caseWanted, this, &Workspace::openCase);
    if constexpr (requires { &Page::handOverWanted; })
      connect(page, &Page::handOverWanted, this, &Workspace::handOverWanted);
    m_stack->addWidget(page);
  }
  m_stack->setCurrentWidget(page);
  return *page;
}

void Workspace::buildTable() {
  auto* middle = new QWidget;
  auto* box = new QVBoxLayout(middle);
  box->setContentsMargins({});
  box->setSpacing(0);
  scaleFont(m_title, type::kTitle);
  m_title->setObjectName(QStringLiteral("queueTitle"));
  m_title->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kTight);
  box->addWidget(m_title);
  box->addWidget(m_filter);
  box->addWidget(m_marks);
  box->addWidget(m_table, 1);
  m_inner->addWidget(middle);
  m_inner->addWidget(m_case);
  m_inner->setChildrenCollapsible(false);
  m_inner->setHandleWidth(1);
  m_inner->setStretchFactor(0, 3);
  m_inner->setStretchFactor(1, 2);
  m_case->setMinimumWidth(em(this) * 50);
}

void Workspace::showRow(int row) {
  if (const models::SavedSearch* search = m_context.desk.queues.savedAt(row))
    showSaved(QString(search->id));
  else
    showQueue(m_context.desk.queues.queueAt(row));
}

void Workspace::showSaved(const QString& id) {
  if (const models::SavedSearch* search = m_context.desk.searches.find(id))
    showList(search->queue, search->id);
}

void Workspace::showQueue(core::Queue queue) {
  showList(m_context.desk.queues.rowOf(queue) < 0 ? core::Queue::MyCases : queue, {});
}

void Workspace::showList(core::Queue queue, const QString& saved) {
  const bool another = queue != m_queue || saved != m_saved;
  m_queue = queue;
  m_saved = saved;
  const models::QueueListModel& queues = m_context.desk.queues;
  m_context.desk.ports.preferences.setValue(kQueueKey, static_cast<int>(queue));
  markQueue(queues.index(saved.isEmpty() ? queues.rowOf(queue) : queues.rowOfSaved(saved)));
  if (saved.isEmpty() && queue == core::Queue::ToDecide) {
    show(m_batch).reload();
    return;
  }
  if (saved.isEmpty() && queue == core::Queue::NeedsAttention) {
    show(m_attention);
    return;
  }
  showTable();
  // What is open belongs to the list that was left; keys must not act on what is no longer beside its row.
  if (another && m_case->commit()) m_context.opened.close();
  if (another) m_listed.reset();
  const models::SavedSearch* search = m_context.desk.searches.find(saved);
  m_filter->showFilter(search != nullptr ? search->filter
                                         : models::keptFilter(m_context.desk.ports.drafts, queue));
  m_table->setPlace(saved.isEmpty() ? QStringLiteral("queue%1").arg(static_cast<int>(queue))
                                    : QStringLiteral("saved%1").arg(saved),
                    queues.queryFor(queue));
  m_sorted = m_table->chosenSort();
  query();
}

void Workspace::markQueue(const QModelIndex& index) {
  const QSignalBlocker quiet(m_queues->selectionModel());
  m_queues->setCurrentIndex(index);
  m_queues->viewport()->update();
}

const models::ListFilter& Workspace::filter() const {
  return m_filter->filter();
}

bool Workspace::showsList() const {
  return m_stack->currentWidget() == m_inner;
}

QWidget* Workspace::page() const {
  return m_stack->currentWidget();
}

QString Workspace::listName() const {
  const models::SavedSearch* search = m_context.desk.searches.find(m_saved);
  return search != nullptr ? search->name : models::label(m_queue);
}

void Workspace::filterChanged() {
  // A saved search stays as it was saved until it is saved again.
  if (m_saved.isEmpty()) models::keepFilter(m_context.desk.ports.drafts, m_queue, m_filter->filter());
  query();
}

void Workspace::showTable() {
  m_stack->setCurrentWidget(m_inner);
  const models::QueueListModel& queues = m_context.desk.queues;
  markQueue(queues.index(m_saved.isEmpty() ? queues.rowOf(m_queue) : queues.rowOfSaved(m_saved)));
}

core::CaseQuery Workspace::queryNow() const {
  core::CaseQuery query =
      m_filter->filter().narrowed(m_context.desk.queues.queryFor(m_queue), m_context.opened.today());
  if (m_sorted) {
    query.sort = m_sorted->sort;
    query.descending = m_sorted->descending;
  }
  return query;
}

void Workspace::query() {
  m_table->setProperty("emptyText", m_filter->filter().isEmpty()
                                        ? models::emptyQueueText(m_queue)
                                        : tr("No case of this queue fits the filter. Clear it to see all."));
  m_context.desk.table.setQuery(queryNow());
  refreshTitle();
}

void Workspace::refreshTitle() {
  m_title->setText(QStringLiteral("%1　%2").arg(
      listName(), listCount(m_context.desk, m_queue, m_saved, filter(), m_listed)));
}

void Workspace::goDown() {
  if (m_stack->currentWidget() == m_inner) m_table->goTo(m_table->currentRow() + 1);
}

void Workspace::goUp() {
  if (m_stack->currentWidget() == m_inner) m_table->goTo(m_table->currentRow() - 1);
}

void Workspace::showOutbox() {
  markQueue({});
  show(m_outbox).setFocus();
}

void Workspace::showHeldRemoval() {
  showQueue(core::Queue::NeedsAttention);
  show(m_attention).showHeldRemoval();
}

void Workspace::showWorkload() {
  markQueue({});
  show(m_workload).setFocus();
}

void Workspace::showFigures() {
  markQueue({});
  show(m_figures).setFocus();
}

void Workspace::focusTable() {
  // From the outbox or the workload back to the list that was left.
  const QWidget* page = m_stack->currentWidget();
  if (page == m_outbox || page == m_workload || page == m_figures) showList(m_queue, m_saved);
  if (showsList())
    m_table->setFocus(Qt::ShortcutFocusReason);
  else
    m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::focusFilter() {
  showTable();
  m_filter->focusText();
}

} // namespace madoguchi::ui
