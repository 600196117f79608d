// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decider.h"

#include <algorithm>
#include <tuple>

namespace madoguchi::core {

namespace {

constexpr int kMostPages = 100'000;
constexpr int kFarthest = 1'000'000; // 35 m from a corner of the page

auto placeOf(const EvidenceMark& mark) {
  return std::tie(mark.document, mark.page, mark.top, mark.left, mark.height, mark.width, mark.note);
}

bool within(int value, int from, int to) {
  return value >= from && value <= to;
}

bool isOnAPage(const EvidenceMark& mark) {
  return within(mark.page, 0, kMostPages) && within(mark.left, 0, kFarthest) &&
         within(mark.top, 0, kFarthest) && within(mark.width, 1, kFarthest) &&
         within(mark.height, 1, kFarthest);
}

bool holds(const std::vector<EvidenceMark>& marks, const EvidenceMark& mark) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](const EvidenceMark& known) { return isSameMark(known, mark); });
}

} // namespace

bool isBefore(const EvidenceMark& one, const EvidenceMark& other) {
  return placeOf(one) < placeOf(other);
}

bool isSameMark(const EvidenceMark& one, const EvidenceMark& other) {
  return placeOf(one) == placeOf(other);
}

Decided Decider::operator()(const MarkEvidence& command) const {
  MADOGUCHI_CHECK(editor());
  MADOGUCHI_CHECK(status({Status::Registered, Status::Examining, Status::AwaitingCorrection}));
  if (criterion(*m_context.procedure, command.criterion) == nullptr)
    return refuse(ErrorCode::NoSuchCriterion, command.criterion.value);
  if (command.add.size() > kMostMarks || command.remove.size() > kMostMarks)
    return refuse(ErrorCode::TooLarge, "marks in one command");
  std::vector<EvidenceMark> now;
  if (const auto found = m_state->findings.find(command.criterion); found != m_state->findings.end())
    now = found->second.marks;
  // What somebody else did already is done: only the rest becomes an event.
  EvidenceMarked event{command.criterion, {}, {}};
  for (const auto& mark : command.remove) {
    if (!holds(now, mark)) continue;
    std::erase_if(now, [&](const EvidenceMark& known) { return isSameMark(known, mark); });
    event.removed.push_back(mark);
  }
  for (const auto& mark : command.add) {
    if (!isOnAPage(mark)) return refuse(ErrorCode::InvalidArgument, "no place on a page");
    if (!mark.note.empty()) MADOGUCHI_CHECK(text(mark.note, ErrorCode::InvalidArgument));
    const bool there =
        std::any_of(m_state->documents.begin(), m_state->documents.end(), [&](const CaseDocument& document) {
          return document.id == mark.document && !document.detached;
        });
    if (!there) return refuse(ErrorCode::NoSuchDocument);
    if (holds(now, mark)) continue;
    now.push_back(mark);
    event.added.push_back(mark);
  }
  if (now.size() > kMostMarks) return refuse(ErrorCode::TooLarge, "marks of one criterion");
  std::vector<EventBody> events;
  if (event.added.empty() && event.removed.empty()) return events;
  beginExamining(events);
  events.emplace_back(std::move(event));
  return events;
}

} // namespace madoguchi::core
