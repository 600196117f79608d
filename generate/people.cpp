// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/people.h"

#include "core/codes/municipality.h"
#include "generate/nametables.h"

#include <array>

namespace madoguchi::generate {

namespace {

using core::PartyKind;

struct FirmForm {
  std::string_view text;
  bool before = false; ///< 株式会社X, or X株式会社
};

constexpr auto kFirmForms = std::to_array<FirmForm>({
    {"株式会社", true},
    {"株式会社", false},
    {"株式会社", true},
    {"有限会社", true},
    {"合同会社", false},
    {"一般社団法人", true},
    {"特定非営利活動法人", true},
});

constexpr auto kTrades = std::to_array<NameWord>({
    {"フーズ", "フーズ"},
    {"食品", "ショクヒン"},
    {"製菓", "セイカ"},
    {"建設", "ケンセツ"},
    {"工務店", "コウムテン"},
    {"広告社", "コウコクシャ"},
    {"看板工業", "カンバンコウギョウ"},
    {"環境サービス", "カンキョウサービス"},
    {"運輸", "ウンユ"},
    {"商店", "ショウテン"},
    {"水産", "スイサン"},
    {"設備", "セツビ"},
});

constexpr auto kBuildings = std::to_array<std::string_view>({"コーポ", "ハイツ", "メゾン", "パレス", "ビル"});

std::string digits(Random& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += static_cast<char>('0' + random.between(0, 9));
  return text;
}

std::string_view jisOf(const NameWord& word) {
  return word.jis.empty() ? word.text : word.jis;
}

} // namespace

core::PersonName makePersonName(Random& random) {
  const NameWord& surname = random.pick(surnames());
  const NameWord& given = random.pick(givenNames());
  core::PersonName name;
  name.display.append(surname.text).append("　").append(given.text);
  name.jis.append(jisOf(surname)).append("　").append(jisOf(given));
  name.kana.append(surname.kana).append("　").append(given.kana);
  return name;
}

core::Address makeAddress(Random& random) {
  core::Address address;
  address.postalCode = "209" + digits(random, 4);
  address.municipality = std::string(random.pick(core::tokyoMunicipalities()).code);
  address.town = std::string(random.pick(townNames())) + std::to_string(random.between(1, 6)) + "丁目";
  address.rest = std::to_string(random.between(1, 30)) + "番" + std::to_string(random.between(1, 25)) + "号";
  if (random.chance(35)) {
    address.building = std::string(random.pick(firmNames()).text);
    address.building.append(random.pick(kBuildings));
    address.building += std::to_string(random.between(1, 9) * 100 + random.between(1, 8));
    address.building += "号室";
  }
  return address;
}

std::string makePhone(Random& random) {
  // Neither a local exchange in Tokyo nor a mobile number begins with 0.
  std::string number = random.chance(50) ? "03-0" : "090-0";
  number += digits(random, 3);
  number += '-';
  return number += digits(random, 4);
}

core::Party makePerson(Random& random) {
  core::Party party;
  party.kind = PartyKind::Person;
  party.name = makePersonName(random);
  party.address = makeAddress(random);
  party.phone = makePhone(random);
  if (random.chance(70)) party.email = "user" + digits(random, 6) + "@example.jp";
  return party;
}

core::Party makeFirm(Random& random) {
  const FirmForm& form = random.pick(kFirmForms);
  const NameWord& stem = random.pick(firmNames());
  const NameWord& trade = random.pick(kTrades);
  core::Party party;
  party.kind = PartyKind::Organisation;
  if (form.before) party.name.display += form.text;
  party.name.display.append(stem.text).append(trade.text);
  if (!form.before) party.name.display += form.text;
  party.name.jis = party.name.display;
  party.name.kana.append(stem.kana).append(trade.kana);
  party.representative = makePersonName(random).display;
  party.address = makeAddress(random);
  party.phone = makePhone(random);
  party.email = "office" + digits(random, 6) + "@example.jp";
  return party;
}

core::Applicant makeApplicant(Random& random, PartyKind kind) {
  core::Applicant applicant;
  applicant.party = kind == PartyKind::Person ? makePerson(random) : makeFirm(random);
  if (random.below(8) == 0) applicant.agent = makePerson(random);
  return applicant;
}

} // namespace madoguchi::generate
