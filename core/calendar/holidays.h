// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::core {

/// Why an office is closed on a day. A day that is several of these is named by the first that holds.
enum class HolidayKind {
  National, ///< 国民の祝日に関する法律, art. 3: holidays, substitute holidays, citizens' holidays
  YearEnd,  ///< 29 December to 3 January
  Weekend,  ///< Saturday and Sunday
};

struct HolidayReason {
  HolidayKind kind = HolidayKind::Weekend;
  std::string nameJa; ///< 元日, 年末年始の休日, 土曜日
  std::string nameEn;

  bool operator==(const HolidayReason&) const = default;
};

/// The days on which public offices are closed (地方自治法 4条の2, 行政機関の休日に関する法律 1条). National
/// holidays are announced only some years ahead, so the table has a first and a last day, and outside them
/// every question is answered with HolidayTableEnded: nothing is guessed. A value; reading it is thread-safe.
class HolidayTable {
public:
  /// Reads resources/calendar/holidays-jp.json:
  /// {"first": "2019-01-01", "last": "2027-12-31", "days": [{"date": …, "ja": …, "en": …}, …]}, the days in
  /// ascending order. Errors: Malformed, FileBroken.
  [[nodiscard]] static Result<HolidayTable> parse(std::string_view jsonText);

  [[nodiscard]] Date firstDay() const { return m_first; }
  [[nodiscard]] Date lastDay() const { return m_last; }

  [[nodiscard]] Result<bool> isOfficeHoliday(Date date) const;
  /// Nothing on a day when the office is open.
  [[nodiscard]] Result<std::optional<HolidayReason>> officeHoliday(Date date) const;
  /// The day itself when the office is open, else the first later day when it is.
  [[nodiscard]] Result<Date> nextOfficeDay(Date date) const;

private:
  struct Name {
    std::string ja;
    std::string en;
  };

  [[nodiscard]] Result<void> covers(Date date) const;

  Date m_first{};
  Date m_last{};
  std::map<Date, Name> m_national;
};

} // namespace madoguchi::core
