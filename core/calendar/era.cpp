// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/era.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>

namespace madoguchi::core {

namespace {

struct EraRow {
  Era era;
  std::string_view name;
  std::string_view shortName;
  char letter;
  Date first;      ///< the day of change
  int yearZero;    ///< Western year of year 1, less one
  bool sharesLast; ///< its last day is the first of the next era
};

constexpr Date dayOf(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

/// Oldest first. 明治 begins here with the solar calendar (明治5年太政官布告337号).
constexpr std::array<EraRow, 5> kEras{{
    {Era::Meiji, "明治", "明", 'M', dayOf(1873, 1, 1), 1867, true},
    {Era::Taisho, "大正", "大", 'T', dayOf(1912, 7, 30), 1911, true},
    {Era::Showa, "昭和", "昭", 'S', dayOf(1926, 12, 25), 1925, false},
    {Era::Heisei, "平成", "平", 'H', dayOf(1989, 1, 8), 1988, false},
    {Era::Reiwa, "令和", "令", 'R', dayOf(2019, 5, 1), 2018, false},
}};

const EraRow& rowOf(Era era) {
  return kEras[static_cast<std::size_t>(era)];
}

bool holds(const EraRow& row, Date date) {
  if (date < row.first) return false;
  if (row.era == kEras.back().era) return true;
  const Date next = kEras[static_cast<std::size_t>(row.era) + 1].first;
  return date < next || (row.sharesLast && date == next);
}

/// One width, small set of signs, no spaces: 「Ｒ７．６．１」 becomes "R7.6.1". Ligatures (㍻, ㋿)
/// become names.
std::string plain(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return {};
  icu::UnicodeString given =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  given = nfkc->normalize(given, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
    const UChar32 c = given.char32At(i);
    if (u_isUWhiteSpace(c)) continue;
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0x30FC)
      kept.append(UChar32{'-'});
    else if (c == 0x30FB)
      kept.append(UChar32{'.'});
    else
      kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

/// Eats what it recognises from the front of a plain text.
class DateReader {
public:
  explicit DateReader(std::string_view text) : m_rest(text) {}

  bool eat(std::string_view word) {
    if (m_rest.substr(0, word.size()) != word) return false;
    m_rest.remove_prefix(word.size());
    return true;
  }

  /// Digits, at least one and at most `most`.
  std::optional<int> number(std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < m_rest.size() && m_rest[digits] >= '0' && m_rest[digits] <= '9') {
      if (++digits > most) return std::nullopt;
      value = value * 10 + (m_rest[digits - 1] - '0');
    }
    if (digits == 0) return std::nullopt;
    m_rest.remove_prefix(digits);
    return value;
  }

  const EraRow* era() {
    for (const EraRow& row : kEras) {
      const std::array<char, 2> letters{row.letter, static_cast<char>(row.letter - 'A' + 'a')};
      if (eat(row.name) || eat(row.shortName) || eat({&letters[0], 1}) || eat({&letters[1], 1})) return &row;
    }
    return nullptr;
  }

  bool separator(std::string_view word) { return eat(word) || eat("-") || eat("/") || eat("."); }

  [[nodiscard]] bool ended() const { return m_rest.empty(); }

private:
  std::string_view m_rest;
};

struct ReadDay {
  const EraRow* era = nullptr;
  int year = 0; ///< of the era, or Western
  int month = 0;
  int day = 0;
};

/// 20250601
std::optional<ReadDay> readCompact(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  DateReader reader(text);
  const auto value = reader.number(8);
  if (!value || !reader.ended()) return std::nullopt;
  return ReadDay{nullptr, *value / 10'000, *value / 100 % 100, *value % 100};
}

std::optional<ReadDay> readParts(std::string_view text) {
  if (const auto compact = readCompact(text)) return compact;
  DateReader reader(text);
  ReadDay read;
  read.era = reader.era();
  const bool firstYear = read.era != nullptr && reader.eat("元");
  const auto year = firstYear ? std::optional<int>(1) : reader.number(read.era != nullptr ? 3 : 4);
  if (!year || (read.era == nullptr && *year < 1000) || !reader.separator("年")) return std::nullopt;
  const auto month = reader.number(2);
  if (!month || !reader.separator("月")) return std::nullopt;
  const auto day = reader.number(2);
  if (!day) return std::nullopt;
  reader.eat("日");
  if (!reader.ended()) return std::nullopt;
  read.year = *year;
  read.month = *month;
  read.day = *day;
  return read;
}

tl::unexpected<DateTextError> refused(DateTextError::Problem problem, std::optional<Date> meant = {}) {
  return tl::unexpected(DateTextError{problem, meant});
}

} // namespace

std::string_view eraName(Era era) {
  return rowOf(era).name;
}

char eraLetter(Era era) {
  return rowOf(era).letter;
}

std::optional<EraYear> eraYearOf(Date date) {
  for (auto row = kEras.rbegin(); row != kEras.rend(); ++row) {
    if (date < row->first) continue;
    return EraYear{row->era, static_cast<int>(std::chrono::year_month_day{date}.year()) - row->yearZero};
  }
  return std::nullopt;
}

std::string toEraText(EraYear year) {
  return std::string(eraName(year.era)) + (year.year == 1 ? "元" : std::to_string(year.year)) + "年";
}

std::string toEraText(Date date, EraStyle style) {
  const std::chrono::year_month_day day{date};
  const auto month = std::to_string(static_cast<unsigned>(day.month()));
  const auto number = std::to_string(static_cast<unsigned>(day.day()));
  const auto year = eraYearOf(date);
  if (style == EraStyle::Short) {
    const auto start = year ? eraLetter(year->era) + std::to_string(year->year)
                            : std::to_string(static_cast<int>(day.year()));
    return start + "." + month + "." + number;
  }
  const auto start = year ? toEraText(*year) : std::to_string(static_cast<int>(day.year())) + "年";
  return start + month + "月" + number + "日";
}

tl::expected<Date, DateTextError> readDateText(std::string_view text) {
  using Problem = DateTextError::Problem;
  constexpr std::size_t kLongest = 200;
  if (text.size() > kLongest) return refused(Problem::NotADate);
  const auto read = readParts(plain(text));
  if (!read) return refused(Problem::NotADate);
  const int year = read->era != nullptr ? read->era->yearZero + read->year : read->year;
  const std::chrono::year_month_day day{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(read->month)},
                                        std::chrono::day{static_cast<unsigned>(read->day)}};
  if (read->year < 1 || !day.ok()) return refused(Problem::NoSuchDay);
  const Date date{day};
  if (read->era == nullptr || holds(*read->era, date)) return date;
  if (date < kEras.front().first) return refused(Problem::BeforeReform);
  return refused(Problem::OutsideEra, date);
}

Error toError(const DateTextError& error) {
  switch (error.problem) {
  case DateTextError::Problem::NotADate:
    return {ErrorCode::InvalidArgument, "not a day in any known notation"};
  case DateTextError::Problem::NoSuchDay:
    return {ErrorCode::InvalidArgument, "no such day in the calendar"};
  case DateTextError::Problem::OutsideEra:
    return {ErrorCode::InvalidArgument, "outside its era; meant " + toEraText(error.meant.value_or(Date{}))};
  case DateTextError::Problem::BeforeReform:
    return {ErrorCode::InvalidArgument, "before the solar calendar (1873-01-01)"};
  }
  return {ErrorCode::InvalidArgument, "not a day"};
}

} // namespace madoguchi::core
