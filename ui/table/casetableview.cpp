// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/casetableview.h"

#include "models/text.h"
#include "ui/basics/widgets.h"
#include "ui/table/casedelegate.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace madoguchi::ui {

namespace {

const QString kColumnsKey = QStringLiteral("table/columns");
const QString kCompactKey = QStringLiteral("table/compact");

} // namespace

CaseTableView::CaseTableView(const Context& context, QWidget* parent)
    : QTableView(parent), m_context(context), m_delegate(new CaseDelegate(context.theme, this)) {
  setObjectName(QStringLiteral("caseTable"));
  setAccessibleName(tr("Cases of the queue"));
  setModel(&context.desk.table);
  setItemDelegate(m_delegate);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  // Nothing is written here, so an input method has no business with its keys.
  setAttribute(Qt::WA_InputMethodEnabled, false);
  setTabKeyNavigation(false);
  setShowGrid(false);
  setAlternatingRowColors(true);
  setWordWrap(false);
  setFrameShape(NoFrame);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  setHorizontalScrollMode(ScrollPerPixel);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setStretchLastSection(true);
  horizontalHeader()->setSectionsMovable(true);
  horizontalHeader()->setSectionsClickable(true);
  horizontalHeader()->setSortIndicatorShown(true);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  setCompact(context.desk.ports.preferences.value(kCompactKey, false).toBool());

  const QByteArray columns = context.desk.ports.preferences.value(kColumnsKey).toByteArray();
  if (columns.isEmpty() || !horizontalHeader()->restoreState(columns)) {
    const int unit = em(this);
    const int widths[] = {15, 17, 21, 13, 16, 12, 13, 20};
    for (int column = 0; column < models::CaseTableModel::kColumnCount; ++column)
      setColumnWidth(column, unit * widths[column]);
    horizontalHeader()->setSortIndicator(models::CaseTableModel::Due, Qt::AscendingOrder);
  }

  connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &CaseTableView::showHeaderMenu);
  connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
          [this](int column, Qt::SortOrder order) {
            if (column != models::CaseTableModel::Flags)
              Q_EMIT sortChanged(models::CaseTableModel::sortColumn(column), order == Qt::DescendingOrder);
          });
  connect(horizontalHeader(), &QHeaderView::sectionResized, this, &CaseTableView::rememberColumns);
  connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &CaseTableView::rememberColumns);
  connect(&context.desk.table, &models::CaseTableModel::keysAboutToBeReplaced, this,
          &CaseTableView::keepPlace);
  connect(&context.desk.table, &models::CaseTableModel::keysReplaced, this, &CaseTableView::restorePlace);
  connect(&context.desk.table, &QAbstractItemModel::rowsRemoved, this, [this] { m_restoring = false; });
  connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT opened(currentCase()); });
}

void CaseTableView::setCompact(bool compact) {
  m_delegate->setCompact(compact);
  verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(fontMetrics()));
  m_context.desk.ports.preferences.setValue(kCompactKey, compact);
}

void CaseTableView::rememberColumns() {
  m_context.desk.ports.preferences.setValue(kColumnsKey, horizontalHeader()->saveState());
}

core::CaseId CaseTableView::currentCase() const {
  const core::CaseListRow* row = m_context.desk.table.caseAt(currentRow());
  return row == nullptr ? core::CaseId() : row->id;
}

void CaseTableView::goTo(int row) {
  const int last = model()->rowCount() - 1;
  if (last < 0) return;
  setCurrentIndex(model()->index(qBound(0, row, last), qMax(0, currentIndex().column())));
}

bool CaseTableView::goToNext() {
  const int next = m_left || currentRow() < 0 ? qMax(0, currentRow()) : currentRow() + 1;
  if (next >= model()->rowCount()) return false;
  m_left = false;
  if (next == currentRow())
    Q_EMIT currentCaseChanged();
  else
    goTo(next);
  return true;
}

void CaseTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (!m_restoring) Q_EMIT currentCaseChanged();
}

void CaseTableView::rowsAboutToBeRemoved(const QModelIndex& parent, int first, int last) {
  // Here and not by a signal, because the view moves the current row before any slot of ours is called: the
  // user did not go there, and the opened case stays open.
  if (currentRow() >= first && currentRow() <= last) {
    m_left = true;
    m_restoring = true;
  }
  QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void CaseTableView::keepPlace() {
  m_restoring = true;
  m_keptRow = currentRow();
  m_keptKey = m_context.desk.table.keyAt(m_keptRow);
}

void CaseTableView::restorePlace() {
  const int row = m_context.desk.table.rowOf(m_keptKey);
  m_left = row < 0 && m_keptKey >= 0;
  goTo(row >= 0 ? row : qMax(0, m_keptRow));
  m_restoring = false;
}

void CaseTableView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT opened(currentCase());
    return;
  }
  QTableView::keyPressEvent(event);
}

void CaseTableView::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (model()->rowCount() > 0) return;
  QPainter painter(viewport());
  painter.setPen(m_context.theme.colours().muted);
  const bool loading = m_context.desk.table.isLoading();
  painter.drawText(viewport()->rect().adjusted(space::kLarge, space::kLarge, -space::kLarge, -space::kLarge),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                   loading ? tr("Loading …") : property("emptyText").toString());
}

void CaseTableView::showHeaderMenu(const QPoint& at) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (int column = 0; column < model()->columnCount(); ++column) {
    QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(column));
    action->setEnabled(column != models::CaseTableModel::Number);
    connect(action, &QAction::toggled, this, [this, column](bool shown) {
      setColumnHidden(column, !shown);
      rememberColumns();
    });
  }
  menu->addSeparator();
  QAction* compact = menu->addAction(tr("Compact rows"));
  compact->setCheckable(true);
  compact->setChecked(m_context.desk.ports.preferences.value(kCompactKey, false).toBool());
  connect(compact, &QAction::toggled, this, &CaseTableView::setCompact);
  menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace madoguchi::ui
