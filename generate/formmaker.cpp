// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/formmaker.h"

#include "core/calendar/fiscalyear.h"
#include "core/codes/municipality.h"
#include "core/procedures/formfields.h"
#include "generate/nametables.h"
#include "generate/people.h"

#include <algorithm>
#include <cstdlib>

namespace madoguchi::generate {

namespace {

namespace json = core::json;

constexpr int kTrials = 6;   ///< values of a leaf that must all be valid before it is varied
constexpr int kAttempts = 4; ///< forms that may turn out invalid before the choices are left alone
constexpr std::uint64_t kTrialSeed = 1;
constexpr std::chrono::days kLead{30}; ///< from the application to what it asks for
constexpr int kRecentDays = 730;       ///< older days of a sample are birthdays and the like

json::value jsonText(const std::string& text) {
  return json::value(json::string(text));
}

std::string fullAddress(const core::Address& address) {
  const core::Municipality* municipality = core::tokyoMunicipality(address.municipality);
  std::string text = "東京都";
  if (municipality != nullptr) text += municipality->ja;
  return text + address.town + address.rest;
}

std::string parentOf(const std::string& pointer) {
  return pointer.substr(0, pointer.rfind('/'));
}

std::string lastToken(const std::string& pointer) {
  std::string token = pointer.substr(pointer.rfind('/') + 1);
  std::transform(token.begin(), token.end(), token.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return token;
}

/// The pointer comes from the sample itself, so it leads somewhere.
void replace(json::value& form, const std::string& pointer, const json::value& value) {
  static_cast<void>(core::setValueAt(form, pointer, value));
}

std::int64_t integerOr(const json::object& schema, const char* key, std::int64_t otherwise) {
  const json::value* value = schema.if_contains(key);
  return value != nullptr && value->is_int64() ? value->get_int64() : otherwise;
}

} // namespace

FormMaker::FormMaker(const core::Procedure& procedure) : m_procedure(procedure) {
  const json::value* sample = procedure.package.if_contains("sample");
  auto schema = core::FormSchema::compile(procedure.form);
  if (sample == nullptr || !sample->is_object() || !schema || !schema->isValid(*sample)) return;
  m_schema = *schema;
  m_sample = *sample;
  collect(m_sample, "", "");
  m_anchorDay = anchorDay();
  m_leaves.erase(std::remove_if(m_leaves.begin(), m_leaves.end(), [&](Leaf& leaf) { return !prove(leaf); }),
                 m_leaves.end());
}

void FormMaker::collect(const json::value& value, const std::string& pointer, const std::string& starred) {
  if (const auto* object = value.if_object()) {
    for (const auto& [key, member] : *object)
      collect(member, core::appendedPointer(pointer, key), core::appendedPointer(starred, key));
    return;
  }
  if (const auto* array = value.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i)
      collect((*array)[i], pointer + "/" + std::to_string(i), starred + "/*");
    return;
  }
  const auto fields = core::formFields(m_procedure.form);
  if (!fields) return;
  const auto field = std::find_if(fields->begin(), fields->end(),
                                  [&](const core::FormField& known) { return known.pointer == starred; });
  if (field == fields->end()) return;
  if (auto leaf = leafOf(value, pointer, *field->schema, starred == m_procedure.amountField))
    m_leaves.push_back(std::move(*leaf));
}

std::optional<FormMaker::Leaf> FormMaker::leafOf(const json::value& value, const std::string& pointer,
                                                 const json::object& schema, bool isAmount) const {
  Leaf leaf;
  leaf.pointer = pointer;
  if (const json::value* choices = schema.if_contains("enum"); choices != nullptr && choices->is_array()) {
    leaf.choices.assign(choices->get_array().begin(), choices->get_array().end());
    return leaf;
  }
  if (value.is_int64()) {
    const std::int64_t now = value.get_int64();
    const bool isYear = lastToken(pointer).ends_with("year");
    leaf.kind = isYear ? Kind::FiscalYear : Kind::Number;
    leaf.step = std::max<std::int64_t>(1, integerOr(schema, "multipleOf", isAmount ? 1'000 : 1));
    leaf.low = std::max(integerOr(schema, "minimum", now / 2), now - std::abs(now) / 2);
    leaf.high = std::min(integerOr(schema, "maximum", now * 2), now + std::abs(now));
    if (isAmount && m_procedure.usualRange) {
      leaf.low = std::max(leaf.low, m_procedure.usualRange->from / 2);
      leaf.high = m_procedure.usualRange->to + m_procedure.usualRange->to / 5;
    }
    return leaf;
  }
  if (!value.is_string() || schema.contains("const")) return std::nullopt;
  if (const auto day = core::parseDate(std::string_view(value.get_string()))) {
    leaf.kind = Kind::Day;
    leaf.day = *day;
    return leaf;
  }
  const auto kind = kindOfName(pointer);
  if (!kind) return std::nullopt;
  leaf.kind = *kind;
  for (const std::string& reading : {pointer + "Kana", parentOf(pointer) + "/kana"}) {
    if (core::valueAt(m_sample, reading) != nullptr) leaf.kanaPointer = reading;
  }
  return leaf;
}

std::optional<FormMaker::Kind> FormMaker::kindOfName(const std::string& pointer) {
  const std::string token = lastToken(pointer);
  const std::string parent = lastToken(parentOf(pointer));
  if (token.ends_with("name")) {
    for (const std::string_view person :
         {"student", "person", "manager", "supervisor", "owner", "guardian"}) {
      if (pointer.find(person) != std::string::npos) return Kind::PersonName;
    }
    for (const std::string_view firm : {"facility", "shop", "trade", "store", "business"}) {
      if (token.starts_with(firm) || parent == firm) return Kind::Firm;
    }
  }
  if (token == "municipality" && parent.ends_with("address")) return Kind::AddressParts;
  if (token.ends_with("address") || token.ends_with("location") || token.ends_with("place"))
    return Kind::Address;
  if (token.ends_with("phone") || token.ends_with("tel")) return Kind::Phone;
  return std::nullopt;
}

bool FormMaker::prove(Leaf& leaf) const {
  if (leaf.kind == Kind::Choice) {
    const auto breaks = [&](const json::value& choice) {
      json::value form = m_sample;
      return !core::setValueAt(form, leaf.pointer, choice) || !m_schema->isValid(form);
    };
    leaf.choices.erase(std::remove_if(leaf.choices.begin(), leaf.choices.end(), breaks), leaf.choices.end());
    return leaf.choices.size() > 1;
  }
  if (leaf.kind == Kind::Number) {
    leaf.low = (leaf.low + leaf.step - 1) / leaf.step;
    leaf.high /= leaf.step;
    if (leaf.low >= leaf.high) return false;
  }
  Random random(kTrialSeed);
  for (int i = 0; i < kTrials; ++i) {
    json::value form = m_sample;
    vary(form, leaf, random, core::makeDate(2025, 4, 1) + std::chrono::days{i * 61});
    if (!m_schema->isValid(form)) return false;
  }
  return true;
}

core::Date FormMaker::anchorDay() const {
  core::Date newest{};
  std::optional<core::Date> first;
  for (const Leaf& leaf : m_leaves) {
    if (leaf.kind != Kind::Day) continue;
    newest = std::max(newest, leaf.day);
    const std::string token = lastToken(leaf.pointer);
    const bool begins = token.starts_with("from") || token.starts_with("start") || token.starts_with("open");
    if (begins && (!first || leaf.day < *first)) first = leaf.day;
  }
  return first.value_or(newest);
}

core::Date FormMaker::shifted(core::Date day, Random& random, core::Date arrivedOn) const {
  if (m_anchorDay - day > std::chrono::days{kRecentDays})
    return day - std::chrono::days{random.between(0, 700)};
  return arrivedOn + kLead + (day - m_anchorDay);
}

void FormMaker::varyName(json::value& form, const Leaf& leaf, Random& random) {
  std::string name;
  std::string kana;
  if (leaf.kind == Kind::Firm) {
    const NameWord& word = random.pick(firmNames());
    name = word.text;
    kana = word.kana;
  } else {
    const core::PersonName person = makePersonName(random);
    name = person.display;
    kana = person.kana;
  }
  replace(form, leaf.pointer, jsonText(name));
  if (!leaf.kanaPointer.empty()) replace(form, leaf.kanaPointer, jsonText(kana));
}

void FormMaker::varyAddress(json::value& form, const Leaf& leaf, Random& random) const {
  const core::Address address = makeAddress(random);
  const std::string parent = parentOf(leaf.pointer);
  const auto setPart = [&](const char* key, const std::string& text) {
    const std::string pointer = parent + "/" + key;
    if (core::valueAt(m_sample, pointer) != nullptr) replace(form, pointer, jsonText(text));
  };
  setPart("municipality", address.municipality);
  setPart("postalCode", address.postalCode.substr(0, 3) + "-" + address.postalCode.substr(3));
  setPart("town", address.town);
  setPart("block", address.rest);
  if (!address.building.empty()) setPart("building", address.building);
}

void FormMaker::vary(json::value& form, const Leaf& leaf, Random& random, core::Date arrivedOn) const {
  const auto set = [&](const std::string& pointer, const json::value& value) {
    replace(form, pointer, value);
  };
  switch (leaf.kind) {
  case Kind::Choice:
    return set(leaf.pointer, random.pick(leaf.choices));
  case Kind::Number: {
    const auto width = static_cast<std::uint64_t>(leaf.high - leaf.low + 1);
    return set(leaf.pointer, (leaf.low + static_cast<std::int64_t>(random.below(width))) * leaf.step);
  }
  case Kind::Day:
    return set(leaf.pointer, jsonText(core::toText(shifted(leaf.day, random, arrivedOn))));
  case Kind::FiscalYear:
    return set(leaf.pointer, core::fiscalYearOf(arrivedOn));
  case Kind::Firm:
  case Kind::PersonName:
    return varyName(form, leaf, random);
  case Kind::AddressParts:
    return varyAddress(form, leaf, random);
  case Kind::Address:
    return set(leaf.pointer, jsonText(fullAddress(makeAddress(random))));
  case Kind::Phone:
    return set(leaf.pointer, jsonText(makePhone(random)));
  }
}

json::object FormMaker::make(Random& random, core::Date arrivedOn) const {
  if (!m_schema) return m_sample.as_object();
  for (int attempt = 0; attempt <= kAttempts; ++attempt) {
    json::value form = m_sample;
    for (const Leaf& leaf : m_leaves) {
      // Choices may exclude each other; the last attempt leaves them alone.
      if (leaf.kind == Kind::Choice && (attempt == kAttempts || random.chance(40))) continue;
      vary(form, leaf, random, arrivedOn);
    }
    if (m_schema->isValid(form)) return form.as_object();
  }
  return m_sample.as_object();
}

} // namespace madoguchi::generate
