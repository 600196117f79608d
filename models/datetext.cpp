// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/datetext.h"

#include "models/text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(DateText)
};

QDate qdate(core::Date day) {
  const std::chrono::year_month_day parts(day);
  return QDate(int(parts.year()), int(unsigned(parts.month())), int(unsigned(parts.day())));
}

QString englishDay(core::Date day, QLatin1String format) {
  return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(qdate(day), QString(format));
}

} // namespace

QString shortDay(core::Date day) {
  if (isJapanese()) return qtext(core::toEraText(day, core::EraStyle::Short));
  return englishDay(day, QLatin1String("d MMM yyyy"));
}

QString longDay(core::Date day) {
  if (!isJapanese()) return englishDay(day, QLatin1String("dddd, d MMMM yyyy"));
  const QString weekday = QLocale(QLocale::Japanese).toString(qdate(day), QStringLiteral("ddd"));
  return qtext(core::toEraText(day)) + QChar(u'（') + weekday + QChar(u'）');
}

QString bothCalendars(core::Date day) {
  return QStringLiteral("%1（%2）").arg(qtext(core::toEraText(day)), qtext(core::toText(day)));
}

QString shortMoment(core::Instant moment) {
  const core::Date day = core::dayInJapan(moment);
  const auto sinceMidnight =
      std::chrono::duration_cast<std::chrono::minutes>(moment - core::startOfDayInJapan(day)).count();
  return QStringLiteral("%1 %2:%3")
      .arg(shortDay(day))
      .arg(sinceMidnight / 60, 2, 10, QChar(u'0'))
      .arg(sinceMidnight % 60, 2, 10, QChar(u'0'));
}

QString daysLeftText(int daysLeft) {
  if (daysLeft == 0) return Say::tr("today");
  if (daysLeft > 0) return Say::tr("%n day(s) left", nullptr, daysLeft);
  return Say::tr("%n day(s) over", nullptr, -daysLeft);
}

QString dayProblem(const core::DateTextError& error) {
  using Problem = core::DateTextError::Problem;
  switch (error.problem) {
  case Problem::NotADate:
    return Say::tr("This is no day. Write 2026-04-01, R8.4.1 or 令和8年4月1日.");
  case Problem::NoSuchDay:
    return Say::tr("There is no such day in the calendar.");
  case Problem::OutsideEra:
    if (!error.meant) return Say::tr("The era did not reach that day.");
    return Say::tr("The era did not reach that day; %1 is meant.").arg(qtext(core::toEraText(*error.meant)));
  case Problem::BeforeReform:
    return Say::tr("Days before 1 January 1873 cannot be entered.");
  }
  return {};
}

QString yen(std::int64_t amount) {
  const QString number = QLocale(QLocale::English).toString(static_cast<qlonglong>(amount));
  return isJapanese() ? number + QChar(u'円') : QChar(u'¥') + number;
}

} // namespace madoguchi::models
