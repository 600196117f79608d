// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batchrun.h"

#include <algorithm>
#include <utility>

namespace madoguchi::models {

namespace {

bool waits(const BatchItem& item) {
  return item.outcome.result == CaseResult::Waiting;
}

core::CommandBody commandFor(const BatchItem& item, const BatchOrder& order) {
  if (order.decision == BatchOrder::Decision::Return)
    return core::ReturnForRevision{item.draftVersion, order.reason};
  return core::Approve{item.draftVersion, item.draftHash, {}};
}

} // namespace

BatchRun::BatchRun(CommandSink& sink, DraftKeeper& drafts, UndoStack& undo, QObject* parent)
    : QObject(parent), m_sink(sink), m_drafts(drafts), m_undo(undo) {
  connect(&sink, &CommandSink::done, this, [this](quint64 request, const CommandDone& done) {
    if (request != m_request) return;
    m_request.reset();
    m_undo.push(done, m_items[m_next].number, m_step);
    setOutcome(m_next, {CaseResult::Done});
    next();
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (request != m_request) return;
    m_request.reset();
    setOutcome(m_next, {CaseResult::Refused, refusal.code});
    next();
  });
  auto kept = BatchMemory(drafts).load();
  if (!kept) return;
  m_order = std::move(kept->order);
  m_items = std::move(kept->items);
  for (std::size_t place = 0; place < m_items.size(); ++place) {
    m_places[m_items[place].caseId] = place;
    // What was under way then waits until its case says what became of it.
    if (m_items[place].outcome.result == CaseResult::Running) m_items[place].outcome = {CaseResult::Waiting};
  }
  count();
  m_restored = std::any_of(m_items.begin(), m_items.end(), waits);
  if (!m_restored) return;
  m_step = m_undo.nextRun();
  m_state = RunState::Paused;
}

void BatchRun::start(BatchOrder order, std::vector<BatchItem> items) {
  if (m_state != RunState::Idle || items.empty()) return;
  m_order = std::move(order);
  const std::vector<BatchItem> before = std::exchange(m_items, std::move(items));
  m_places.clear();
  for (std::size_t place = 0; place < m_items.size(); ++place)
    m_places[m_items[place].caseId] = place;
  m_next = 0;
  m_step = m_undo.nextRun();
  m_state = RunState::Running;
  BatchMemory memory(m_drafts);
  memory.forget();
  memory.keep(m_order, m_items);
  count();
  for (const auto* some : {&before, &std::as_const(m_items)})
    for (const BatchItem& item : *some)
      Q_EMIT outcomeChanged(item.caseId);
  Q_EMIT changed();
  next();
}

void BatchRun::pause() {
  if (m_state != RunState::Running) return;
  m_state = RunState::Paused;
  Q_EMIT changed();
}

void BatchRun::resume() {
  if (m_state != RunState::Paused) return;
  m_state = RunState::Running;
  m_restored = false;
  Q_EMIT changed();
  next();
}

void BatchRun::stop() {
  if (m_state == RunState::Idle) return;
  for (BatchItem& item : m_items)
    if (waits(item)) {
      item.outcome = {CaseResult::Left};
      Q_EMIT outcomeChanged(item.caseId);
    }
  BatchMemory(m_drafts).keep(m_order, m_items);
  count();
  m_state = RunState::Running;
  m_restored = false;
  // The one under way is still answered.
  if (!m_request) return next();
  Q_EMIT changed();
}

void BatchRun::putAway() {
  if (m_state != RunState::Idle) return;
  BatchMemory(m_drafts).forget();
  m_order = {};
  m_items.clear();
  m_places.clear();
  count();
  Q_EMIT changed();
}

void BatchRun::settleDecided(const core::CaseId& id) {
  const auto found = m_places.find(id);
  if (found == m_places.end() || !waits(m_items[found->second])) return;
  setOutcome(found->second, {CaseResult::Done});
  next();
}

void BatchRun::reopen(const core::CaseId& id) {
  const auto found = m_places.find(id);
  if (found != m_places.end() && m_items[found->second].outcome.result == CaseResult::Done)
    setOutcome(found->second, {CaseResult::None});
}

const BatchItem* BatchRun::find(const core::CaseId& id) const {
  const auto found = m_places.find(id);
  return found == m_places.end() ? nullptr : &m_items[found->second];
}

void BatchRun::next() {
  if (m_state == RunState::Idle || m_request) return;
  while (m_next < m_items.size() && !waits(m_items[m_next]))
    ++m_next;
  // Also where it is paused: nothing is left to go on with.
  if (m_next == m_items.size()) {
    m_restored = false;
    m_state = RunState::Idle;
    Q_EMIT changed();
    return;
  }
  if (m_state != RunState::Running) return;
  const BatchItem& item = m_items[m_next];
  setOutcome(m_next, {CaseResult::Running});
  m_request = m_sink.nextRequest();
  m_sink.perform(*m_request, item.caseId, item.version, commandFor(item, m_order));
}

void BatchRun::setOutcome(std::size_t place, CaseOutcome outcome) {
  m_items[place].outcome = outcome;
  // That one is under way is not worth a write: it waits, as long as nothing else is known.
  if (outcome.result != CaseResult::Running) {
    BatchMemory(m_drafts).keepOutcome(m_items, place);
    count();
  }
  Q_EMIT outcomeChanged(m_items[place].caseId);
  if (outcome.result != CaseResult::Running) Q_EMIT changed();
}

void BatchRun::count() {
  const auto those = [this](CaseResult result) {
    return static_cast<std::size_t>(
        std::count_if(m_items.begin(), m_items.end(),
                      [result](const BatchItem& item) { return item.outcome.result == result; }));
  };
  m_refused = those(CaseResult::Refused);
  m_left = those(CaseResult::Left);
  m_waiting = those(CaseResult::Waiting);
  m_finished = those(CaseResult::Done) + m_refused;
}

bool wasDecided(const core::CaseRecord& record, const BatchItem& item, BatchOrder::Decision decision,
                const core::UserId& user) {
  bool decided = false;
  for (const core::Event& event : record.timeline) {
    // A draft that was submitted once more waits for everybody once more.
    if (std::holds_alternative<core::SubmittedForApproval>(event.body)) decided = false;
    if (event.actor != user) continue;
    const auto* approved = std::get_if<core::StageApproved>(&event.body);
    const auto* returned = std::get_if<core::ReturnedForRevision>(&event.body);
    if (decision == BatchOrder::Decision::Approve && approved != nullptr)
      decided = approved->draftVersion == item.draftVersion;
    if (decision == BatchOrder::Decision::Return && returned != nullptr)
      decided = returned->draftVersion == item.draftVersion;
  }
  return decided;
}

} // namespace madoguchi::models
