// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchtext.h"

#include "core/codes/places.h"
#include "core/text/bigrams.h"
#include "core/text/fold.h"

#include <algorithm>
#include <string_view>

namespace madoguchi::storage {

namespace {

constexpr std::size_t kMaxWords = 8;
constexpr std::size_t kMaxFormText = 4'096; ///< bytes of one form field that are indexed
constexpr int kMaxFormDepth = 16;

using Places = std::vector<SearchPlace>;

void add(Places& places, core::SearchField field, const std::string& text) {
  if (!text.empty()) places.push_back({field, text});
}

void addName(Places& places, const core::Party& party) {
  const auto field =
      party.kind == core::PartyKind::Organisation ? core::SearchField::Organisation : core::SearchField::Name;
  add(places, field, party.name.display);
  if (party.name.jis != party.name.display) add(places, field, party.name.jis);
  add(places, core::SearchField::Name, party.representative);
  add(places, core::SearchField::Kana, party.name.kana);
}

void addAddress(Places& places, const core::Address& address) {
  std::string whole;
  if (const auto* municipality = core::knownPlace(address.municipality)) whole = municipality->ja;
  add(places, core::SearchField::Address, whole + address.town + address.rest);
  add(places, core::SearchField::Address, address.building);
  add(places, core::SearchField::Address, address.postalCode);
}

void addFormTexts(const core::json::value& value, Places& places, int depth) {
  if (depth > kMaxFormDepth) return;
  if (const auto* text = value.if_string()) {
    if (text->size() <= kMaxFormText)
      add(places, core::SearchField::Form, std::string(text->data(), text->size()));
  } else if (const auto* array = value.if_array()) {
    for (const auto& item : *array)
      addFormTexts(item, places, depth + 1);
  } else if (const auto* object = value.if_object()) {
    for (const auto& pair : *object)
      addFormTexts(pair.value(), places, depth + 1);
  }
}

std::size_t columnOf(core::SearchField field) {
  switch (field) {
  case core::SearchField::Name:
  case core::SearchField::Organisation:
    return 0;
  case core::SearchField::Kana:
    return 1;
  case core::SearchField::Number:
    return 2;
  case core::SearchField::Address:
    return 3;
  default:
    return 4;
  }
}

} // namespace

std::vector<SearchPlace> searchPlaces(const core::CaseState& state) {
  Places places;
  addName(places, state.applicant.party);
  if (state.applicant.agent) addName(places, *state.applicant.agent);
  add(places, core::SearchField::Number, state.number);
  if (state.decision) add(places, core::SearchField::Number, state.decision->documentNumber);
  if (state.visibility != core::Visibility::Protected) {
    addAddress(places, state.applicant.party.address);
    if (state.applicant.agent) addAddress(places, state.applicant.agent->address);
    addFormTexts(state.form, places, 0);
    for (const core::Note& note : state.notes)
      if (note.text.size() <= kMaxFormText) add(places, core::SearchField::Note, note.text);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const SearchPlace& a, const SearchPlace& b) { return a.field < b.field; });
  return places;
}

SearchTexts searchTexts(const core::CaseState& state) {
  SearchTexts texts;
  for (SearchPlace& place : searchPlaces(state))
    texts[columnOf(place.field)].push_back(std::move(place.text));
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

namespace {

/// The tokens as a phrase; nothing where there are none.
std::string phraseOf(const std::string& folded) {
  const auto query = core::queryBigrams(folded);
  if (query.tokens.empty()) return {};
  std::string phrase = "\"";
  for (const std::string& token : query.tokens) {
    for (const char c : token)
      phrase.append(c == '"' ? 2 : 1, c);
    phrase.push_back(' ');
  }
  phrase.back() = '"';
  if (query.prefix) phrase.append(" *");
  return phrase;
}

} // namespace

std::string matchExpression(const std::string& typed) {
  std::string expression;
  for (const std::string& word : wordsOf(typed)) {
    std::string phrase = phraseOf(core::foldForSearch(word));
    if (phrase.empty()) continue;
    if (const auto part = core::foldAsPlacePart(word)) phrase = "(" + phrase + " OR " + phraseOf(*part) + ")";
    expression.append(expression.empty() ? "" : " AND ").append(phrase);
  }
  return expression;
}

} // namespace madoguchi::storage
