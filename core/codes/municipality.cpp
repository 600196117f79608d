// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/municipality.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::size_t kDigits = 5;
constexpr std::string_view kFirstPrefecture = "01";
constexpr std::string_view kLastPrefecture = "47";

// clang-format off
constexpr std::array<Municipality, 62> kTokyo{{
    {"131016", "千代田区", "ちよだく", "Chiyoda City"},
    {"131024", "中央区", "ちゅうおうく", "Chuo City"},
    {"131032", "港区", "みなとく", "Minato City"},
    {"131041", "新宿区", "しんじゅくく", "Shinjuku City"},
    {"131059", "文京区", "ぶんきょうく", "Bunkyo City"},
    {"131067", "台東区", "たいとうく", "Taito City"},
    {"131075", "墨田区", "すみだく", "Sumida City"},
    {"131083", "江東区", "こうとうく", "Koto City"},
    {"131091", "品川区", "しながわく", "Shinagawa City"},
    {"131105", "目黒区", "めぐろく", "Meguro City"},
    {"131113", "大田区", "おおたく", "Ota City"},
    {"131121", "世田谷区", "せたがやく", "Setagaya City"},
    {"131130", "渋谷区", "しぶやく", "Shibuya City"},
    {"131148", "中野区", "なかのく", "Nakano City"},
    {"131156", "杉並区", "すぎなみく", "Suginami City"},
    {"131164", "豊島区", "としまく", "Toshima City"},
    {"131172", "北区", "きたく", "Kita City"},
    {"131181", "荒川区", "あらかわく", "Arakawa City"},
    {"131199", "板橋区", "いたばしく", "Itabashi City"},
    {"131202", "練馬区", "ねりまく", "Nerima City"},
    {"131211", "足立区", "あだちく", "Adachi City"},
    {"131229", "葛飾区", "かつしかく", "Katsushika City"},
    {"131237", "江戸川区", "えどがわく", "Edogawa City"},
    {"132012", "八王子市", "はちおうじし", "Hachioji City"},
    {"132021", "立川市", "たちかわし", "Tachikawa City"},
    {"132039", "武蔵野市", "むさしのし", "Musashino City"},
    {"132047", "三鷹市", "みたかし", "Mitaka City"},
    {"132055", "青梅市", "おうめし", "Ome City"},
    {"132063", "府中市", "ふちゅうし", "Fuchu City"},
    {"132071", "昭島市", "あきしまし", "Akishima City"},
    {"132080", "調布市", "ちょうふし", "Chofu City"},
    {"132098", "町田市", "まちだし", "Machida City"},
    {"132101", "小金井市", "こがねいし", "Koganei City"},
    {"132110", "小平市", "こだいらし", "Kodaira City"},
    {"132128", "日野市", "ひのし", "Hino City"},
    {"132136", "東村山市", "ひがしむらやまし", "Higashimurayama City"},
    {"132144", "国分寺市", "こくぶんじし", "Kokubunji City"},
    {"132152", "国立市", "くにたちし", "Kunitachi City"},
    {"132187", "福生市", "ふっさし", "Fussa City"},
    {"132195", "狛江市", "こまえし", "Komae City"},
    {"132209", "東大和市", "ひがしやまとし", "Higashiyamato City"},
    {"132217", "清瀬市", "きよせし", "Kiyose City"},
    {"132225", "東久留米市", "ひがしくるめし", "Higashikurume City"},
    {"132233", "武蔵村山市", "むさしむらやまし", "Musashimurayama City"},
    {"132241", "多摩市", "たまし", "Tama City"},
    {"132250", "稲城市", "いなぎし", "Inagi City"},
    {"132276", "羽村市", "はむらし", "Hamura City"},
    {"132284", "あきる野市", "あきるのし", "Akiruno City"},
    {"132292", "西東京市", "にしとうきょうし", "Nishitokyo City"},
    {"133035", "瑞穂町", "みずほまち", "Mizuho Town"},
    {"133051", "日の出町", "ひのでまち", "Hinode Town"},
    {"133078", "檜原村", "ひのはらむら", "Hinohara Village"},
    {"133086", "奥多摩町", "おくたままち", "Okutama Town"},
    {"133612", "大島町", "おおしままち", "Oshima Town"},
    {"133621", "利島村", "としまむら", "Toshima Village"},
    {"133639", "新島村", "にいじまむら", "Niijima Village"},
    {"133647", "神津島村", "こうづしまむら", "Kozushima Village"},
    {"133817", "三宅村", "みやけむら", "Miyake Village"},
    {"133825", "御蔵島村", "みくらじまむら", "Mikurajima Village"},
    {"134015", "八丈町", "はちじょうまち", "Hachijo Town"},
    {"134023", "青ヶ島村", "あおがしまむら", "Aogashima Village"},
    {"134210", "小笠原村", "おがさわらむら", "Ogasawara Village"},
}};
// clang-format on

} // namespace

std::optional<char> municipalityCheckDigit(std::string_view fiveDigits) {
  if (fiveDigits.size() != kDigits) return std::nullopt;
  int sum = 0;
  int weight = 6;
  for (const char digit : fiveDigits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    sum += (digit - '0') * weight--;
  }
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

bool isMunicipalityCode(std::string_view code) {
  if (code.size() != kDigits + 1 || municipalityCheckDigit(code.substr(0, kDigits)) != code.back())
    return false;
  const std::string_view prefecture = code.substr(0, 2);
  return prefecture >= kFirstPrefecture && prefecture <= kLastPrefecture;
}

std::span<const Municipality> tokyoMunicipalities() {
  return kTokyo;
}

const Municipality* tokyoMunicipality(std::string_view code) {
  const auto found = std::lower_bound(kTokyo.begin(), kTokyo.end(), code,
                                      [](const Municipality& m, std::string_view c) { return m.code < c; });
  return found != kTokyo.end() && found->code == code ? &*found : nullptr;
}

} // namespace madoguchi::core
