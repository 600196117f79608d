// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/fieldtext.h"

#include "core/calendar/era.h"
#include "core/codes/places.h"
#include "core/procedures/schemarefs.h"

#include <array>
#include <charconv>

namespace madoguchi::core {

namespace {

constexpr std::string_view kField = "field:";

/// The shortest digits that name the number; Boost.JSON would write 2.1E0.
std::string decimalText(double number) {
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return {buffer.data(), end.ptr};
}

std::string withThousands(std::string digits) {
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3; at -= 3)
    digits.insert(at - 3, 1, ',');
  return digits;
}

class Printer {
public:
  Printer(const Field& field, NoticeLanguage language)
      : m_field(field), m_japanese(language == NoticeLanguage::Japanese) {}

  std::string print(const json::value& value) const {
    if (const auto* text = value.if_string()) return printText(std::string(*text));
    if (const auto* flag = value.if_bool()) return printFlag(*flag);
    if (value.is_number()) return printNumber(value);
    std::string out;
    if (const auto* array = value.if_array())
      for (const json::value& item : *array) {
        if (!item.is_string()) return {};
        out.append(out.empty() ? "" : m_japanese ? "、" : ", ").append(print(item));
      }
    return out;
  }

private:
  [[nodiscard]] const std::string& in(const LocalText& text) const { return m_japanese ? text.ja : text.en; }

  [[nodiscard]] std::string printText(const std::string& text) const {
    const auto label = m_field.enumLabels.find(text);
    if (label != m_field.enumLabels.end()) return in(label->second);
    if (m_field.widget == "municipality") {
      const Municipality* known = knownPlace(text);
      return known == nullptr ? text : std::string(m_japanese ? known->ja : known->en);
    }
    if (m_field.widget != "date" || !m_japanese) return text;
    const auto day = parseDate(text);
    return day ? toEraText(*day) : text;
  }

  [[nodiscard]] std::string printFlag(bool flag) const {
    if (m_japanese) return flag ? "はい" : "いいえ";
    return flag ? "Yes" : "No";
  }

  [[nodiscard]] std::string printNumber(const json::value& value) const {
    const json::value whole = withWholeNumbers(value);
    std::string text = whole.is_double() ? decimalText(whole.get_double()) : json::serialize(whole);
    if (m_field.widget == "money" && !whole.is_double()) text = withThousands(text);
    const std::string& unit = in(m_field.unit);
    return unit.empty() ? text : text + (m_japanese ? "" : " ") + unit;
  }

  const Field& m_field;
  bool m_japanese;
};

} // namespace

std::string fieldText(const Field& field, const json::value& value, NoticeLanguage language) {
  return Printer(field, language).print(value);
}

std::map<std::string, std::string> noticeFields(const Procedure& procedure, std::string_view outcome,
                                                const json::value& form, NoticeLanguage language) {
  std::map<std::string, std::string> out;
  const auto notice = procedure.notices.byOutcome.find(std::string(outcome));
  if (notice == procedure.notices.byOutcome.end()) return out;
  for (const LocalText& paragraph : notice->second.paragraphs) {
    const auto names = placeholdersOf(paragraph.ja);
    if (!names) continue;
    for (const std::string& name : *names) {
      if (name.rfind(kField, 0) != 0) continue;
      const std::string pointer = name.substr(kField.size());
      const Field* wanted = field(procedure, pointer);
      const json::value* value = valueAt(form, pointer);
      out[pointer] =
          wanted != nullptr && value != nullptr ? fieldText(*wanted, *value, language) : std::string();
    }
  }
  return out;
}

} // namespace madoguchi::core
