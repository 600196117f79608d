// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocktext.h"

#include "models/datetext.h"
#include "models/labels.h"
#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ClockText)
};

QString holidayText(const core::ClockTerm& term) {
  if (!term.holiday) return Say::tr("Office holidays");
  switch (term.holiday->kind) {
  case core::HolidayKind::National:
    return localText(term.holiday->nameJa, term.holiday->nameEn);
  case core::HolidayKind::YearEnd:
    return Say::tr("Year-end holidays");
  case core::HolidayKind::Weekend:
    return Say::tr("Weekend");
  }
  return {};
}

QString whatText(const core::ClockTerm& term) {
  const QString stop = term.stop ? label(*term.stop) : QString();
  switch (term.kind) {
  case core::ClockTerm::Kind::Start:
    return Say::tr("Start; a period of %n day(s)", nullptr, term.days);
  case core::ClockTerm::Kind::Stop:
    return term.open ? Say::tr("Stopped until today: %1").arg(stop) : Say::tr("Stopped: %1").arg(stop);
  case core::ClockTerm::Kind::Running:
    return Say::tr("Not taken out: %1").arg(stop);
  case core::ClockTerm::Kind::Holiday:
    return Say::tr("Holiday: %1").arg(holidayText(term));
  case core::ClockTerm::Kind::MonthEnd:
    return Say::tr("No such day in the month: its last day");
  case core::ClockTerm::Kind::Moved:
    return Say::tr("Moved to an office day: %1").arg(holidayText(term));
  case core::ClockTerm::Kind::End:
    return Say::tr("Last day");
  }
  return {};
}

QString whenText(const core::ClockTerm& term) {
  if (term.from == term.to) return shortDay(term.from);
  return QStringLiteral("%1 – %2").arg(shortDay(term.from), shortDay(term.to));
}

} // namespace

std::vector<ClockLine> clockLines(const std::vector<core::ClockTerm>& terms) {
  std::vector<ClockLine> lines;
  lines.reserve(terms.size());
  for (const core::ClockTerm& term : terms)
    lines.push_back({whatText(term), whenText(term),
                     term.days == 0 ? QString() : QStringLiteral("+%1").arg(term.days),
                     localText(term.article, term.articleEn)});
  return lines;
}

QString clockSummary(const core::ClockExplanation& explanation) {
  const QString day = longDay(explanation.dueOn);
  if (explanation.stopped)
    return Say::tr("The clock stands still, %n day(s) left. If it went on today: due on %1", nullptr,
                   explanation.daysLeft)
        .arg(day);
  if (explanation.overdueDays > 0)
    return Say::tr("Due on %1, %n day(s) over", nullptr, explanation.overdueDays).arg(day);
  return Say::tr("Due on %1, %n day(s) of the period left", nullptr, explanation.daysLeft).arg(day);
}

} // namespace madoguchi::models
