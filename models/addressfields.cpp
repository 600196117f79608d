// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addressfields.h"

#include <initializer_list>
#include <string_view>

namespace madoguchi::models {

namespace {

/// The name of the field without case, hyphens and underlines: "zip_code" → "zipcode".
std::string plainName(const std::string& pointer) {
  std::string name;
  for (const char c : pointer.substr(pointer.rfind('/') + 1))
    if (c != '_' && c != '-' && c != ' ') name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

bool isOneOf(const std::string& name, std::initializer_list<std::string_view> names) {
  for (const std::string_view known : names)
    if (name == known) return true;
  return false;
}

bool holds(const std::string& title, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (title.find(word) != std::string::npos) return true;
  return false;
}

} // namespace

AddressPart addressPart(const FormRow& row) {
  if (row.kind != FormRow::Kind::Field || row.field == nullptr) return AddressPart::None;
  if (row.field->widget == "postalCode") return AddressPart::PostalCode;
  if (row.field->widget == "address") return AddressPart::Whole;
  const bool isWritten = row.type == FieldType::Line || row.type == FieldType::Text;
  if (!row.field->widget.empty() || !isWritten || row.readOnly) return AddressPart::None;
  const std::string name = plainName(row.pointer);
  const std::string& title = row.field->title.ja;
  if (isOneOf(name, {"postalcode", "postcode", "zipcode", "zip", "yubinbango"}) || holds(title, {"郵便番号"}))
    return AddressPart::PostalCode;
  if (isOneOf(name, {"prefecture", "todofuken"}) || title == "都道府県") return AddressPart::Prefecture;
  if (isOneOf(name, {"municipality", "city", "shikuchoson"}) || holds(title, {"市区町村"}))
    return AddressPart::Municipality;
  if (isOneOf(name, {"town", "choiki"}) || holds(title, {"町名", "町域"})) return AddressPart::Town;
  if (isOneOf(name, {"address", "streetaddress", "addressline1", "jusho"}) || title == "住所" ||
      title == "所在地")
    return AddressPart::Whole;
  return AddressPart::None;
}

std::pair<std::string, std::string> prefectureAndRest(const std::string& municipality) {
  constexpr std::size_t kCharacter = 3; // bytes of UTF-8
  const auto ends = [&](std::size_t characters, std::string_view with) {
    const std::size_t at = (characters - 1) * kCharacter;
    return municipality.size() > at && municipality.compare(at, kCharacter, with) == 0;
  };
  // Three have four characters: 神奈川県, 和歌山県, 鹿児島県.
  const std::size_t characters = ends(3, "都") || ends(3, "道") || ends(3, "府") || ends(3, "県") ? 3
                                 : ends(4, "県")                                                  ? 4
                                                                                                  : 0;
  return {municipality.substr(0, characters * kCharacter), municipality.substr(characters * kCharacter)};
}

} // namespace madoguchi::models
