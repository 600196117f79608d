// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::core {

enum class Era { Meiji, Taisho, Showa, Heisei, Reiwa };

/// 明治 … 令和, and the letter M, T, S, H or R.
[[nodiscard]] std::string_view eraName(Era era);
[[nodiscard]] char eraLetter(Era era);

struct EraYear {
  Era era = Era::Reiwa;
  int year = 1; ///< 1 is 元年

  bool operator==(const EraYear&) const = default;
};

/// The era in force on a day (元号法; the day of change belongs to the new era). None before 1 January 1873
/// (明治6年): the calendar was lunisolar until then, and its days are not computed here.
[[nodiscard]] std::optional<EraYear> eraYearOf(Date date);

enum class EraStyle {
  Full,  ///< 令和7年4月1日, 令和元年5月1日
  Short, ///< R7.4.1
};

/// A day as people read it. Before 1873 the Western year is written (1872年5月1日).
[[nodiscard]] std::string toEraText(Date date, EraStyle style = EraStyle::Full);

/// 令和7年, 令和元年.
[[nodiscard]] std::string toEraText(EraYear year);

/// Why a text is no day. What a person reads is made from `problem` and `meant`.
struct DateTextError {
  enum class Problem {
    NotADate,     ///< no known way to write a day
    NoSuchDay,    ///< 令和7年2月30日
    OutsideEra,   ///< 平成31年6月1日: the era had ended, or not begun; `meant` is the day that was meant
    BeforeReform, ///< before 明治6年1月1日 (1873-01-01), see eraYearOf
  };
  Problem problem = Problem::NotADate;
  std::optional<Date> meant; ///< its right era name is toEraText(*meant)

  bool operator==(const DateTextError&) const = default;
};

/// Reads a day as people type it: 令和7年6月1日, 令和元年5月1日, 令7.6.1, R7/6/1, r7-6-1, 2025年6月1日,
/// 2025-06-01, 2025/6/1, 2025.6.1, 20250601; digits, letters and signs of full or half width, spaces
/// anywhere. The day on which an era changed is read under both names (大正15年12月25日 is 昭和元年12月25日,
/// by the decrees of 1912 and 1926); from 1989 on the old era ends the day before.
[[nodiscard]] tl::expected<Date, DateTextError> readDateText(std::string_view text);

/// The same failure as an Error (InvalidArgument), for places where no suggestion can be shown.
[[nodiscard]] Error toError(const DateTextError& error);

} // namespace madoguchi::core
