// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/holidays.h"

#include "core/base/json.h"

namespace madoguchi::core {

namespace {

constexpr std::chrono::days kOneDay{1};

bool isYearEnd(Date date) {
  const std::chrono::year_month_day day{date};
  const auto month = static_cast<unsigned>(day.month());
  const auto number = static_cast<unsigned>(day.day());
  return (month == 12 && number >= 29) || (month == 1 && number <= 3);
}

bool isWeekend(Date date) {
  const std::chrono::weekday day{date};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

Result<std::string> textOf(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_string() || value->get_string().empty())
    return failure(ErrorCode::FileBroken, "holiday table: no text \"" + std::string(key) + "\"");
  return std::string(value->get_string());
}

Result<Date> dateOf(const json::object& object, std::string_view key) {
  return textOf(object, key).and_then([](const std::string& text) -> Result<Date> {
    return parseDate(text).map_error([&](const Error&) {
      return Error{ErrorCode::FileBroken, "holiday table: no date \"" + text + "\""};
    });
  });
}

} // namespace

Result<HolidayTable> HolidayTable::parse(std::string_view jsonText) {
  const auto document = parseJson(jsonText);
  if (!document) return tl::unexpected(document.error());
  const auto broken = [](const char* what) {
    return failure(ErrorCode::FileBroken, std::string("holiday table: ") + what);
  };
  const json::object* root = document->if_object();
  if (root == nullptr) return broken("not an object");
  HolidayTable table;
  const auto first = dateOf(*root, "first");
  if (!first) return tl::unexpected(first.error());
  const auto last = dateOf(*root, "last");
  if (!last) return tl::unexpected(last.error());
  if (*last < *first) return broken("the last day lies before the first");
  table.m_first = *first;
  table.m_last = *last;
  const json::value* days = root->if_contains("days");
  if (days == nullptr || !days->is_array()) return broken("no array \"days\"");
  for (const json::value& row : days->get_array()) {
    if (!row.is_object()) return broken("a day is not an object");
    const auto date = dateOf(row.get_object(), "date");
    if (!date) return tl::unexpected(date.error());
    auto ja = textOf(row.get_object(), "ja");
    if (!ja) return tl::unexpected(ja.error());
    auto en = textOf(row.get_object(), "en");
    if (!en) return tl::unexpected(en.error());
    if (*date < table.m_first || *date > table.m_last) return broken("a day outside first and last");
    if (!table.m_national.empty() && *date <= table.m_national.rbegin()->first)
      return broken("days not in ascending order");
    table.m_national.emplace_hint(table.m_national.end(), *date, Name{std::move(*ja), std::move(*en)});
  }
  return table;
}

Result<void> HolidayTable::covers(Date date) const {
  if (date < m_first || date > m_last)
    return failure(ErrorCode::HolidayTableEnded, toText(date) + " lies outside the holiday table, " +
                                                     toText(m_first) + " to " + toText(m_last));
  return {};
}

Result<bool> HolidayTable::isOfficeHoliday(Date date) const {
  if (const auto covered = covers(date); !covered) return tl::unexpected(covered.error());
  return isWeekend(date) || isYearEnd(date) || m_national.count(date) > 0;
}

Result<std::optional<HolidayReason>> HolidayTable::officeHoliday(Date date) const {
  if (const auto covered = covers(date); !covered) return tl::unexpected(covered.error());
  if (const auto found = m_national.find(date); found != m_national.end())
    return HolidayReason{HolidayKind::National, found->second.ja, found->second.en};
  if (isYearEnd(date))
    return HolidayReason{HolidayKind::YearEnd, "年末年始の休日", "Year-end and New Year closing"};
  if (std::chrono::weekday{date} == std::chrono::Saturday)
    return HolidayReason{HolidayKind::Weekend, "土曜日", "Saturday"};
  if (isWeekend(date)) return HolidayReason{HolidayKind::Weekend, "日曜日", "Sunday"};
  return std::nullopt;
}

Result<Date> HolidayTable::nextOfficeDay(Date date) const {
  for (;; date += kOneDay) {
    const auto holiday = isOfficeHoliday(date);
    if (!holiday) return tl::unexpected(holiday.error());
    if (!*holiday) return date;
  }
}

} // namespace madoguchi::core
