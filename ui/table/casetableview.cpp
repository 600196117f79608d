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

#include <algorithm>
#include <array>
#include <numeric>

namespace madoguchi::ui {

namespace {

using Widths = std::array<int, models::CaseTableModel::kColumnCount>;

/// By column, in digits; all of them stand beside the queues of a window that is 1024 wide, and a number of
/// five digits stands in one line. The short day of an era needs less room than an English one.
constexpr Widths kJapanese{20, 17, 20, 10, 18, 11, 11, 9};
constexpr Widths kEnglish{20, 16, 19, 12, 18, 12, 10, 9};
constexpr double kNarrowest = 0.98; ///< times those, where all of them have room then; else they are scrolled
constexpr double kWidest = 1.5;     ///< on a wide screen

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
  restoreColumns();
  applyDensity();

  connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &CaseTableView::showHeaderMenu);
  connect(
      horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (m_restoringColumns || column == models::CaseTableModel::Flags) return;
        m_context.desk.ports.preferences.setValue(
            keyOf("sort"), QStringList{QString::number(column), QString::number(static_cast<int>(order))});
        Q_EMIT sortChanged(models::CaseTableModel::sortColumn(column), order == Qt::DescendingOrder);
      });
  connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
    // The last one has what is left, whoever makes the window larger.
    if (const auto shown = shownColumns(); !shown.empty() && shown.back() != column) rememberColumns();
  });
  connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &CaseTableView::rememberColumns);
  connect(&context.desk.table, &models::CaseTableModel::keysAboutToBeReplaced, this,
          &CaseTableView::keepPlace);
  connect(&context.desk.table, &models::CaseTableModel::keysReplaced, this, &CaseTableView::restorePlace);
  connect(&context.desk.table, &models::CaseTableModel::loaded, this, &CaseTableView::goToSought);
  connect(&context.opened, &models::OpenCase::changed, this, &CaseTableView::goToSought);
  connect(&context.desk.table, &QAbstractItemModel::rowsRemoved, this, [this] { m_restoring = false; });
  connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT opened(currentCase()); });
}

QString CaseTableView::keyOf(const char* what) const {
  return QStringLiteral("table/%1/%2").arg(m_place, QString::fromLatin1(what));
}

void CaseTableView::setPlace(const QString& place, const core::CaseQuery& usual) {
  m_place = place;
  restoreColumns();
  const core::CaseQuery sort = chosenSort().value_or(usual);
  m_restoringColumns = true;
  for (int column = 0; column < models::CaseTableModel::Flags; ++column)
    if (models::CaseTableModel::sortColumn(column) == sort.sort)
      horizontalHeader()->setSortIndicator(column,
                                           sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
  m_restoringColumns = false;
  applyDensity();
}

std::optional<core::CaseQuery> CaseTableView::chosenSort() const {
  const QStringList kept = m_context.desk.ports.preferences.value(keyOf("sort")).toStringList();
  if (kept.size() != 2) return std::nullopt;
  core::CaseQuery sort;
  sort.sort = models::CaseTableModel::sortColumn(kept[0].toInt());
  sort.descending = kept[1].toInt() == static_cast<int>(Qt::DescendingOrder);
  return sort;
}

void CaseTableView::restoreColumns() {
  QHeaderView* header = horizontalHeader();
  const QByteArray columns = m_context.desk.ports.preferences.value(keyOf("columns")).toByteArray();
  m_restoringColumns = true;
  if (columns.isEmpty() || !header->restoreState(columns)) {
    const Widths& widths = models::isJapanese() ? kJapanese : kEnglish;
    const int all = std::accumulate(widths.begin(), widths.end(), 0);
    const double share = double(viewport()->width()) / all / em(this);
    const double unit = em(this) * (share < kNarrowest ? 1 : qMin(share, kWidest));
    for (int column = 0; column < models::CaseTableModel::kColumnCount; ++column) {
      setColumnHidden(column, false);
      header->moveSection(header->visualIndex(column), column);
      setColumnWidth(column, int(unit * widths[static_cast<std::size_t>(column)]));
    }
  }
  m_restoringColumns = false;
}

void CaseTableView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  // Until the user has set them, they share what there is.
  if (m_context.desk.ports.preferences.value(keyOf("columns")).toByteArray().isEmpty()) restoreColumns();
}

void CaseTableView::rememberColumns() {
  if (!m_restoringColumns && !m_place.isEmpty())
    m_context.desk.ports.preferences.setValue(keyOf("columns"), horizontalHeader()->saveState());
}

bool CaseTableView::isCompact() const {
  return m_context.desk.ports.preferences.value(keyOf("compact"), false).toBool();
}

void CaseTableView::setCompact(bool compact) {
  m_context.desk.ports.preferences.setValue(keyOf("compact"), compact);
  applyDensity();
}

void CaseTableView::applyDensity() {
  m_delegate->setCompact(isCompact());
  verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight(fontMetrics()));
  viewport()->update();
}

std::vector<int> CaseTableView::shownColumns() const {
  std::vector<int> columns;
  for (int place = 0; place < horizontalHeader()->count(); ++place)
    if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column))
      columns.push_back(column);
  return columns;
}

void CaseTableView::showColumn(int column, bool shown) {
  setColumnHidden(column, !shown);
  rememberColumns();
}

void CaseTableView::moveColumn(int column, int to) {
  horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), to);
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

void CaseTableView::seek(const core::CaseId& id) {
  m_sought = id;
  goToSought();
}

void CaseTableView::goToSought() {
  const models::OpenedCase* opened = m_context.opened.opened();
  if (opened == nullptr || opened->record.state.id != m_sought) return;
  const models::CaseTableModel& table = m_context.desk.table;
  const int row = table.rowOf(opened->key);
  if (row < 0 && table.isLoading()) return;
  m_sought = {};
  if (row < 0) return;
  m_left = false;
  m_anchor = -1;
  m_restoring = true;
  goTo(row);
  m_restoring = false;
}

int CaseTableView::nextRow() const {
  return m_left || currentRow() < 0 ? qMax(0, currentRow()) : currentRow() + 1;
}

core::CaseId CaseTableView::nextCase() const {
  const core::CaseListRow* row = m_context.desk.table.caseAt(nextRow());
  return row == nullptr ? core::CaseId() : row->id;
}

bool CaseTableView::goToNext() {
  const int next = nextRow();
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
  if (m_restoring) return;
  m_sought = {};
  Q_EMIT currentCaseChanged();
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
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT opened(currentCase());
    return;
  }
  if (event->key() == Qt::Key_Space) return toggleMark();
  if (shift && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
    const int step = event->key() == Qt::Key_Down ? 1 : -1;
    if (m_anchor < 0) m_anchor = currentRow();
    extendMarks(qBound(0, currentRow() + step, model()->rowCount() - 1));
    return;
  }
  m_anchor = -1;
  QTableView::keyPressEvent(event);
}

void CaseTableView::mousePressEvent(QMouseEvent* event) {
  const QModelIndex index = indexAt(event->pos());
  if (event->button() == Qt::LeftButton && index.isValid()) {
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
      if (m_anchor < 0) m_anchor = qMax(0, currentRow());
      return extendMarks(index.row());
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
      models::CaseTableModel& table = m_context.desk.table;
      table.setMarked(index.row(), index.row(), !table.isMarked(index.row()));
      m_anchor = index.row();
      return;
    }
    m_anchor = index.row();
  }
  QTableView::mousePressEvent(event);
}

void CaseTableView::extendMarks(int row) {
  m_context.desk.table.setMarked(qMin(m_anchor, row), qMax(m_anchor, row), true);
  goTo(row);
}

void CaseTableView::toggleMark() {
  const int row = currentRow();
  if (row < 0) return;
  models::CaseTableModel& table = m_context.desk.table;
  table.setMarked(row, row, !table.isMarked(row));
  m_anchor = row;
  if (row + 1 < table.rowCount()) goTo(row + 1);
}

bool CaseTableView::showsRows() const {
  const auto& cases = m_context.desk.table;
  if (cases.rowCount() == 0) return false;
  const auto state = cases.data(cases.index(0, 0), models::CaseTableModel::StateRole);
  return state.toInt() != static_cast<int>(models::RowState::Loading);
}

void CaseTableView::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (!m_rowsPainted && showsRows()) {
    m_rowsPainted = true;
    // When the paint is over, with all of the window.
    QMetaObject::invokeMethod(this, &CaseTableView::rowsPainted, Qt::QueuedConnection);
  }
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
    connect(action, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
  }
  menu->addSeparator();
  QAction* compact = menu->addAction(tr("Compact rows"));
  compact->setCheckable(true);
  compact->setChecked(isCompact());
  connect(compact, &QAction::toggled, this, &CaseTableView::setCompact);
  menu->popup(horizontalHeader()->mapToGlobal(at));
}

} // namespace madoguchi::ui
