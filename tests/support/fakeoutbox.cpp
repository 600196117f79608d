// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"

#include <algorithm>

/// What becomes of the commands that wait at a FakeDesk.
namespace madoguchi::tests {

using namespace core;

void FakeDesk::conflict(std::size_t place, FieldConflict clash) {
  OutboxEntry& entry = cases[place].pending.back();
  entry.status = OutboxStatus::Conflicted;
  entry.code = toText(ErrorCode::Conflict);
  entry.conflicts = {std::move(clash)};
  tellChanged(place);
}

void FakeDesk::reject(std::size_t place, ErrorCode code) {
  OutboxEntry& entry = cases[place].pending.back();
  entry.status = OutboxStatus::Rejected;
  entry.code = toText(code);
  tellChanged(place);
}

void FakeDesk::send(std::size_t place) {
  for (OutboxEntry& entry : cases[place].pending) {
    entry.status = OutboxStatus::Sent;
    entry.attempts = 1;
  }
  tellChanged(place);
}

void FakeDesk::takeBack(const CommandId& command, const CaseId& id, const std::optional<CommandBody>& inverse,
                        quint64 request) {
  if (dropUnsent(command, id)) {
    QMetaObject::invokeMethod(
        &commands,
        [this, request, id] {
          Q_EMIT commands.done(request, {{}, id, 0, {}, {}});
        },
        Qt::QueuedConnection);
    return;
  }
  if (inverse) return commands.perform(request, id, 0, *inverse);
  QMetaObject::invokeMethod(
      &commands,
      [this, request] {
        Q_EMIT commands.refused(request, Refusal{ErrorCode::WrongState, {}, {}});
      },
      Qt::QueuedConnection);
}

/// As the store does: only what was never tried, and only the newest of its case.
bool FakeDesk::dropUnsent(const CommandId& command, const CaseId& id) {
  Case* item = find(id);
  if (item == nullptr || item->pending.empty()) return false;
  const OutboxEntry newest = item->pending.back();
  if (newest.command != command || newest.status != OutboxStatus::Waiting || newest.attempts > 0)
    return false;
  item->record = m_before.at(command);
  item->pending.pop_back();
  if (item->pending.empty()) item->base.reset();
  item->gone = item->record.state.id.empty();
  --status.waiting;
  tellChanged(static_cast<std::size_t>(item - cases.data()));
  return true;
}

void FakeDesk::resolve(const CommandId& command) {
  for (std::size_t place = 0; place < cases.size(); ++place) {
    auto& pending = cases[place].pending;
    const auto found = std::find_if(pending.begin(), pending.end(),
                                    [&](const OutboxEntry& entry) { return entry.command == command; });
    if (found == pending.end()) continue;
    pending.erase(found);
    tellChanged(place);
  }
}

} // namespace madoguchi::tests
