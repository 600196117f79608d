// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkrun.h"

#include "core/cases/label.h"
#include "models/bulkmemory.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(Bulk)
};

// Few enough that a row read ahead is rarely out of date when its turn comes.
constexpr std::size_t kPage = 64;

} // namespace

BulkRun::BulkRun(CaseSource& source, CommandSink& sink, ReferenceSource& references, DraftKeeper& drafts,
                 UndoStack& undo, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_sink(sink), m_references(references), m_drafts(drafts),
      m_undo(undo), m_texts(source) {
  connect(&source, &CaseSource::rowsLoaded, this, &BulkRun::takePage);
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (generation != m_generation) return;
    m_generation.reset();
    m_state = RunState::Paused;
    Q_EMIT runChanged();
    Q_EMIT failed(error);
  });
  connect(&source, &CaseSource::changed, this,
          [this](const core::ChangeSet& changes) { m_texts.refresh(changes.changed); });
  connect(&m_texts, &CaseRows::rowsChanged, this, [this] {
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Applicant));
  });
  connect(&sink, &CommandSink::done, this, [this](quint64 request, const CommandDone& done) {
    if (request != m_request) return;
    m_request.reset();
    m_version = done.version;
    m_undo.push(done, m_name, m_run);
    if (m_commands.empty())
      settle(CaseResult::Done);
    else
      send();
    step();
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (request != m_request) return;
    m_request.reset();
    m_commands.clear();
    settle(CaseResult::Refused, refusal.code);
    step();
  });
  restore();
}

void BulkRun::restore() {
  BulkMemory memory(m_drafts);
  auto left = memory.load();
  if (!left) return;
  memory.keep(left->order, left->keys);
  m_order = std::move(left->order);
  m_keys = std::move(left->keys);
  m_outcomes.resize(m_keys.size(), {CaseResult::Waiting});
  m_run = m_undo.nextRun();
  m_state = RunState::Paused;
  m_restored = true;
}

void BulkRun::start(const BulkOrder& order, Keys keys) {
  if (m_state != RunState::Idle || keys.empty()) return;
  beginResetModel();
  m_order = order;
  m_keys = std::move(keys);
  m_outcomes.assign(m_keys.size(), {CaseResult::Waiting});
  m_refusedPlaces.clear();
  m_next = m_refused = m_unchanged = 0;
  m_page.clear();
  m_restored = false;
  m_run = m_undo.nextRun();
  m_state = RunState::Running;
  endResetModel();
  BulkMemory(m_drafts).keep(m_order, m_keys);
  Q_EMIT runChanged();
  step();
}

void BulkRun::pause() {
  if (m_state != RunState::Running) return;
  m_state = RunState::Paused;
  Q_EMIT runChanged();
}

void BulkRun::resume() {
  if (m_state != RunState::Paused) return;
  m_state = RunState::Running;
  // What was read ahead may have grown old.
  m_page.clear();
  Q_EMIT runChanged();
  step();
}

void BulkRun::stop() {
  if (m_state == RunState::Idle) return;
  for (std::size_t place = m_next; place < m_outcomes.size(); ++place)
    if (m_outcomes[place].result == CaseResult::Waiting) m_outcomes[place].result = CaseResult::Left;
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, Result), index(rowCount() - 1, Result));
  if (!m_request) return finish();
  // The one under way is still answered.
  m_state = RunState::Running;
  Q_EMIT runChanged();
}

void BulkRun::step() {
  while (m_state == RunState::Running && !m_request && !m_generation) {
    if (m_next >= m_keys.size() || m_outcomes[m_next].result == CaseResult::Left) return finish();
    if (m_next < m_pageFirst || m_next >= m_pageFirst + m_page.size()) return requestPage();
    begin(m_page[m_next - m_pageFirst]);
  }
}

void BulkRun::requestPage() {
  m_page.clear();
  const auto first = m_keys.begin() + static_cast<std::ptrdiff_t>(m_next);
  const auto count = std::min(kPage, m_keys.size() - m_next);
  m_generation = m_source.nextGeneration();
  m_source.requestRows({first, first + static_cast<std::ptrdiff_t>(count)}, *m_generation);
}

void BulkRun::takePage(quint64 generation, const std::vector<core::CaseListRow>& rows) {
  if (generation != m_generation) return;
  m_generation.reset();
  m_page = rows;
  m_pageFirst = m_next;
  step();
}

void BulkRun::begin(const core::CaseListRow& row) {
  if (row.id.empty()) return settle(CaseResult::Refused, core::ErrorCode::NoSuchCase);
  m_commands = commandsFor(row);
  if (m_commands.empty()) return settle(CaseResult::Unchanged);
  m_current = row.id;
  m_name = row.number.empty() ? row.applicant : row.number;
  m_version = row.version;
  m_outcomes[m_next].result = CaseResult::Running;
  repaint(m_next);
  send();
}

std::deque<core::CommandBody> BulkRun::commandsFor(const core::CaseListRow& row) const {
  switch (m_order.action) {
  case BulkOrder::Action::Take: {
    std::deque<core::CommandBody> commands;
    if (row.status == core::Status::Arrived || row.status == core::Status::Transferred)
      commands.emplace_back(core::RegisterCase{});
    const core::UserId me = m_references.references()->me.id;
    if (row.holder != me) commands.emplace_back(core::AssignCase{me, row.holder});
    return commands;
  }
  case BulkOrder::Action::Release:
    if (row.holder.empty()) return {};
    return {core::ReleaseCase{}};
  case BulkOrder::Action::Assign: {
    if (m_order.assignees.empty()) return {};
    const core::UserId& to = m_order.assignees[m_next % m_order.assignees.size()];
    const bool isOne =
        std::find(m_order.assignees.begin(), m_order.assignees.end(), row.holder) != m_order.assignees.end();
    // Who holds it already is one of those who shall: it is not passed round.
    if (isOne) return {};
    return {core::AssignCase{to, row.holder}};
  }
  case BulkOrder::Action::Label: {
    core::LabelCase command;
    for (const std::string& label : m_order.add)
      if (!core::holdsLabel(row.labels, label)) command.add.push_back(label);
    for (const std::string& label : m_order.remove)
      if (core::holdsLabel(row.labels, label)) command.remove.push_back(label);
    if (command.add.empty() && command.remove.empty()) return {};
    return {std::move(command)};
  }
  }
  return {};
}

void BulkRun::send() {
  const core::CommandBody body = m_commands.front();
  m_commands.pop_front();
  m_request = m_sink.nextRequest();
  m_sink.perform(*m_request, m_current, m_version, body);
}

void BulkRun::settle(CaseResult result, core::ErrorCode code) {
  m_outcomes[m_next] = {result, code};
  if (result == CaseResult::Unchanged) ++m_unchanged;
  if (result == CaseResult::Refused) {
    ++m_refused;
    const int row = static_cast<int>(m_refusedPlaces.size());
    if (m_onlyRefused) beginInsertRows({}, row, row);
    m_refusedPlaces.push_back(m_next);
    if (m_onlyRefused) endInsertRows();
  }
  repaint(m_next);
  ++m_next;
  BulkMemory(m_drafts).forgetDone(m_next);
  Q_EMIT runChanged();
}

void BulkRun::finish() {
  BulkMemory(m_drafts).forget();
  m_generation.reset();
  m_state = RunState::Idle;
  m_restored = false;
  Q_EMIT runChanged();
  Q_EMIT finishedAll();
}

void BulkRun::setOnlyRefused(bool only) {
  if (only == m_onlyRefused) return;
  beginResetModel();
  m_onlyRefused = only;
  endResetModel();
}

void BulkRun::repaint(std::size_t place) {
  if (m_onlyRefused) return;
  const int row = static_cast<int>(place);
  Q_EMIT dataChanged(index(row, Result), index(row, Result));
}

std::size_t BulkRun::placeOf(int row) const {
  return m_onlyRefused ? m_refusedPlaces[static_cast<std::size_t>(row)] : static_cast<std::size_t>(row);
}

int BulkRun::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return static_cast<int>(m_onlyRefused ? m_refusedPlaces.size() : m_keys.size());
}

int BulkRun::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumnCount;
}

QVariant BulkRun::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const std::size_t place = placeOf(index.row());
  const CaseOutcome& outcome = m_outcomes[place];
  if (role == ResultRole) return static_cast<int>(outcome.result);
  const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
  if (isText && index.column() == Result) return caseResultText(outcome);
  if (!isText && role != CaseIdRole) return {};
  const core::CaseListRow* row = m_texts.find(m_keys[place]);
  if (row == nullptr) {
    const std::size_t first = place / CaseRows::kPage * CaseRows::kPage;
    const std::size_t last = std::min(first + CaseRows::kPage, m_keys.size());
    m_texts.want({m_keys.begin() + static_cast<std::ptrdiff_t>(first),
                  m_keys.begin() + static_cast<std::ptrdiff_t>(last)});
    return isText && index.column() == Number ? Say::tr("Loading …") : QString();
  }
  if (role == CaseIdRole) return qtext(row->id.value);
  if (index.column() == Applicant) return qtext(row->applicant);
  return row->number.empty() ? Say::tr("(no number yet)") : qtext(row->number);
}

QVariant BulkRun::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical || role != Qt::DisplayRole) return {};
  switch (section) {
  case Number:
    return Say::tr("Number");
  case Applicant:
    return Say::tr("Applicant");
  case Result:
    return Say::tr("Result");
  default:
    return {};
  }
}

} // namespace madoguchi::models
