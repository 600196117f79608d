// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchtext.h"

#include "core/codes/municipality.h"
#include "core/text/bigrams.h"
#include "core/text/fold.h"

#include <string_view>

namespace madoguchi::storage {

namespace {

constexpr std::size_t kMaxWords = 8;
constexpr std::size_t kMaxFormText = 4'096; ///< bytes of one form field that are indexed
constexpr int kMaxFormDepth = 16;

std::vector<std::string>& of(SearchTexts& texts, core::SearchField field) {
  return texts[static_cast<std::size_t>(field)];
}

void add(std::vector<std::string>& texts, std::string text) {
  if (!text.empty()) texts.push_back(std::move(text));
}

void addName(SearchTexts& texts, const core::Party& party) {
  auto& names = of(texts, core::SearchField::Name);
  add(names, party.name.display);
  if (party.name.jis != party.name.display) add(names, party.name.jis);
  add(names, party.representative);
  add(of(texts, core::SearchField::Kana), party.name.kana);
}

void addAddress(SearchTexts& texts, const core::Address& address) {
  auto& addresses = of(texts, core::SearchField::Address);
  std::string whole;
  if (const auto* municipality = core::tokyoMunicipality(address.municipality)) whole = municipality->ja;
  add(addresses, whole + address.town + address.rest);
  add(addresses, address.building);
  add(addresses, address.postalCode);
}

void addFormTexts(const core::json::value& value, std::vector<std::string>& texts, int depth) {
  if (depth > kMaxFormDepth) return;
  if (const auto* text = value.if_string()) {
    if (text->size() <= kMaxFormText) add(texts, std::string(text->data(), text->size()));
  } else if (const auto* array = value.if_array()) {
    for (const auto& item : *array)
      addFormTexts(item, texts, depth + 1);
  } else if (const auto* object = value.if_object()) {
    for (const auto& pair : *object)
      addFormTexts(pair.value(), texts, depth + 1);
  }
}

} // namespace

SearchTexts searchTexts(const core::CaseState& state) {
  SearchTexts texts;
  addName(texts, state.applicant.party);
  if (state.applicant.agent) addName(texts, *state.applicant.agent);
  add(of(texts, core::SearchField::Number), state.number);
  if (state.decision) add(of(texts, core::SearchField::Number), state.decision->documentNumber);
  if (state.visibility == core::Visibility::Protected) return texts;
  addAddress(texts, state.applicant.party.address);
  if (state.applicant.agent) addAddress(texts, state.applicant.agent->address);
  addFormTexts(state.form, of(texts, core::SearchField::Form), 0);
  return texts;
}

std::string indexedForm(const std::vector<std::string>& texts) {
  std::string form;
  for (const std::string& text : texts)
    core::appendIndexBigrams(core::foldForSearch(text), form);
  return form;
}

SearchForms searchForms(const SearchTexts& texts) {
  SearchForms forms;
  for (std::size_t field = 0; field < kSearchFields; ++field)
    forms[field] = indexedForm(texts[field]);
  return forms;
}

std::vector<std::string> wordsOf(const std::string& typed) {
  constexpr std::string_view kWideSpace = "\u3000";
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < typed.size();) {
    const bool wide = typed.compare(i, kWideSpace.size(), kWideSpace) == 0;
    const bool narrow = typed[i] == ' ' || typed[i] == '\t' || typed[i] == '\n' || typed[i] == '\r';
    if (wide || narrow) {
      if (!words.back().empty()) words.emplace_back();
      i += wide ? kWideSpace.size() : 1;
    } else {
      words.back().push_back(typed[i++]);
    }
  }
  if (words.back().empty()) words.pop_back();
  if (words.size() > kMaxWords) words.resize(kMaxWords);
  return words;
}

std::string matchExpression(const std::string& typed) {
  std::string expression;
  for (const std::string& word : wordsOf(typed)) {
    const auto query = core::queryBigrams(core::foldForSearch(word));
    if (query.tokens.empty()) continue;
    expression.append(expression.empty() ? "\"" : " \"");
    for (const std::string& token : query.tokens) {
      for (const char c : token)
        expression.append(c == '"' ? 2 : 1, c);
      expression.push_back(' ');
    }
    expression.back() = '"';
    if (query.prefix) expression.append(" *");
  }
  return expression;
}

} // namespace madoguchi::storage
