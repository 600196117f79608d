// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/addressfields.h"

#include <initializer_list>
#include <string_view>

namespace madoguchi::models {

namespace {

/// Names of properties without case, hyphens and underlines: "zip_code" → "zipcode".
std::string plain(std::string_view names) {
  std::string name;
  for (const char c : names)
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

AddressPart addressPart(const core::Field& field, const std::string& pointer) {
  if (field.widget == "postalCode") return AddressPart::PostalCode;
  if (field.widget == "address") return AddressPart::Whole;
  if (!field.widget.empty()) return AddressPart::None;
  const std::string name = plain(std::string_view(pointer).substr(pointer.rfind('/') + 1));
  const std::string& title = field.title.ja;
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

AddressPart addressPart(const FormRow& row) {
  if (row.kind != FormRow::Kind::Field || row.field == nullptr) return AddressPart::None;
  const bool isWritten = row.type == FieldType::Line || row.type == FieldType::Text;
  if (row.field->widget.empty() && (!isWritten || row.readOnly)) return AddressPart::None;
  return addressPart(*row.field, row.pointer);
}

bool tellsWhereabouts(const core::Field& field) {
  if (field.widget == "municipality" || field.widget == "phone" || field.widget == "email") return true;
  if (addressPart(field, field.pointer) != AddressPart::None) return true;
  return holds(plain(field.pointer), {"address", "jusho", "phone", "mail"}) ||
         holds(field.title.ja, {"住所", "居所", "所在地", "電話", "メール", "連絡先"});
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
