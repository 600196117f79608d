// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batchmarks.h"

#include "models/text.h"

namespace madoguchi::models {

namespace {

// No case has this id.
const core::CaseId kPlace("desk:batchMarks");

QString nameOf(const BatchCase& item) {
  return qtext(item.state->id.value);
}

QString choiceOf(const BatchCase& item, bool marked) {
  return (marked ? QChar(u'+') : QChar(u'-')) + qtext(item.state->draft->hash);
}

} // namespace

BatchMarks::BatchMarks(DraftKeeper& drafts) : m_drafts(drafts), m_chosen(drafts.drafts(kPlace)) {}

bool BatchMarks::isMarked(const BatchCase& item) const {
  const bool proposed = item.unlike.empty();
  if (m_chosen.isEmpty()) return proposed;
  return m_chosen.value(nameOf(item)) == choiceOf(item, !proposed) ? !proposed : proposed;
}

void BatchMarks::mark(const std::vector<const BatchCase*>& items, bool marked) {
  for (const BatchCase* item : items)
    if (marked == item->unlike.empty())
      m_chosen.remove(nameOf(*item));
    else
      m_chosen.insert(nameOf(*item), choiceOf(*item, marked));
  keep();
}

void BatchMarks::keepOnly(const std::vector<BatchGroup>& listed) {
  QMap<QString, QString> left;
  for (const BatchGroup& group : listed)
    for (const BatchCase& item : group.cases)
      if (item.state->draft && isMarked(item) != item.unlike.empty())
        left.insert(nameOf(item), choiceOf(item, isMarked(item)));
  m_chosen = left;
  keep();
}

void BatchMarks::keep() {
  m_drafts.keep(kPlace, m_chosen);
}

} // namespace madoguchi::models
