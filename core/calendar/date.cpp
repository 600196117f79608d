// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/date.h"

#include <array>
#include <cstdio>

namespace madoguchi::core {

namespace {

constexpr std::chrono::hours kJapan{9};

/// Reads exactly `digits` digits at `at`; -1 where there are none.
int number(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool charAt(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

} // namespace

Date makeDate(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

Result<Date> parseDate(std::string_view text) {
  const int year = number(text, 0, 4);
  const int month = number(text, 5, 2);
  const int day = number(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || year < 1 || month < 0 || day < 0)
    return failure(ErrorCode::InvalidArgument, "not a date of the form YYYY-MM-DD");
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return failure(ErrorCode::InvalidArgument, "no such day in the calendar");
  return Date{date};
}

std::string toText(Date date) {
  const std::chrono::year_month_day day{date};
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                   static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

Result<Instant> parseInstant(std::string_view text) {
  const auto broken = [] {
    return failure(ErrorCode::InvalidArgument, "not a moment of ISO 8601 with an offset");
  };
  const auto date = parseDate(text.substr(0, std::min<std::size_t>(10, text.size())));
  if (!date) return tl::unexpected(date.error());
  const int hour = number(text, 11, 2);
  const int minute = number(text, 14, 2);
  const int second = number(text, 17, 2);
  if (!(charAt(text, 10, 'T') || charAt(text, 10, ' ')) || !charAt(text, 13, ':') || !charAt(text, 16, ':') ||
      hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return broken();
  std::size_t at = 19;
  int millis = 0;
  if (charAt(text, at, '.')) {
    int scale = 100;
    std::size_t digits = 0;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits, scale /= 10)
      millis += (text[at] - '0') * scale;
    if (digits == 0) return broken();
  }
  std::chrono::minutes offset{0};
  if (charAt(text, at, 'Z')) {
    ++at;
  } else if (charAt(text, at, '+') || charAt(text, at, '-')) {
    const int offsetHours = number(text, at + 1, 2);
    const int offsetMinutes = number(text, at + 4, 2);
    if (offsetHours < 0 || offsetMinutes < 0 || offsetHours > 14 || offsetMinutes > 59 ||
        !charAt(text, at + 3, ':'))
      return broken();
    offset = std::chrono::hours{offsetHours} + std::chrono::minutes{offsetMinutes};
    if (text[at] == '-') offset = -offset;
    at += 6;
  } else {
    return broken();
  }
  if (at != text.size()) return broken();
  const Instant instant = Instant{*date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                          std::chrono::seconds{second} + std::chrono::milliseconds{millis} - offset;
  // Its own text, and that of its day in Japan, must be readable: offsets lead out of the first and last
  // year.
  if (instant < Instant{makeDate(1, 1, 1)} || instant >= startOfDayInJapan(makeDate(10'000, 1, 1)))
    return failure(ErrorCode::InvalidArgument, "a moment out of the calendar");
  return instant;
}

std::string toText(Instant instant) {
  const Date date = std::chrono::floor<std::chrono::days>(instant);
  const std::int64_t millis = (instant - Instant{date}).count();
  std::array<char, 32> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(millis / 3'600'000),
                    static_cast<int>(millis / 60'000 % 60), static_cast<int>(millis / 1000 % 60),
                    static_cast<int>(millis % 1000));
  return toText(date) + std::string(text.data(), static_cast<std::size_t>(length));
}

Date dayInJapan(Instant instant) {
  return std::chrono::floor<std::chrono::days>(instant + kJapan);
}

Instant startOfDayInJapan(Date date) {
  return Instant{date} - kJapan;
}

} // namespace madoguchi::core
