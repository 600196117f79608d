// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/places.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::string_view kTokyo = "東京都";
constexpr std::size_t kPrefectureDigits = 2;

// clang-format off
constexpr std::array<Municipality, 47> kPrefectures{{
    {"010006", "北海道", "ほっかいどう", "Hokkaido"},
    {"020001", "青森県", "あおもりけん", "Aomori"},
    {"030007", "岩手県", "いわてけん", "Iwate"},
    {"040002", "宮城県", "みやぎけん", "Miyagi"},
    {"050008", "秋田県", "あきたけん", "Akita"},
    {"060003", "山形県", "やまがたけん", "Yamagata"},
    {"070009", "福島県", "ふくしまけん", "Fukushima"},
    {"080004", "茨城県", "いばらきけん", "Ibaraki"},
    {"090000", "栃木県", "とちぎけん", "Tochigi"},
    {"100005", "群馬県", "ぐんまけん", "Gunma"},
    {"110001", "埼玉県", "さいたまけん", "Saitama"},
    {"120006", "千葉県", "ちばけん", "Chiba"},
    {"130001", "東京都", "とうきょうと", "Tokyo"},
    {"140007", "神奈川県", "かながわけん", "Kanagawa"},
    {"150002", "新潟県", "にいがたけん", "Niigata"},
    {"160008", "富山県", "とやまけん", "Toyama"},
    {"170003", "石川県", "いしかわけん", "Ishikawa"},
    {"180009", "福井県", "ふくいけん", "Fukui"},
    {"190004", "山梨県", "やまなしけん", "Yamanashi"},
    {"200000", "長野県", "ながのけん", "Nagano"},
    {"210005", "岐阜県", "ぎふけん", "Gifu"},
    {"220001", "静岡県", "しずおかけん", "Shizuoka"},
    {"230006", "愛知県", "あいちけん", "Aichi"},
    {"240001", "三重県", "みえけん", "Mie"},
    {"250007", "滋賀県", "しがけん", "Shiga"},
    {"260002", "京都府", "きょうとふ", "Kyoto"},
    {"270008", "大阪府", "おおさかふ", "Osaka"},
    {"280003", "兵庫県", "ひょうごけん", "Hyogo"},
    {"290009", "奈良県", "ならけん", "Nara"},
    {"300004", "和歌山県", "わかやまけん", "Wakayama"},
    {"310000", "鳥取県", "とっとりけん", "Tottori"},
    {"320005", "島根県", "しまねけん", "Shimane"},
    {"330001", "岡山県", "おかやまけん", "Okayama"},
    {"340006", "広島県", "ひろしまけん", "Hiroshima"},
    {"350001", "山口県", "やまぐちけん", "Yamaguchi"},
    {"360007", "徳島県", "とくしまけん", "Tokushima"},
    {"370002", "香川県", "かがわけん", "Kagawa"},
    {"380008", "愛媛県", "えひめけん", "Ehime"},
    {"390003", "高知県", "こうちけん", "Kochi"},
    {"400009", "福岡県", "ふくおかけん", "Fukuoka"},
    {"410004", "佐賀県", "さがけん", "Saga"},
    {"420000", "長崎県", "ながさきけん", "Nagasaki"},
    {"430005", "熊本県", "くまもとけん", "Kumamoto"},
    {"440001", "大分県", "おおいたけん", "Oita"},
    {"450006", "宮崎県", "みやざきけん", "Miyazaki"},
    {"460001", "鹿児島県", "かごしまけん", "Kagoshima"},
    {"470007", "沖縄県", "おきなわけん", "Okinawa"},
}};

constexpr std::array<Municipality, 51> kCities{{
    {"011002", "北海道札幌市", "さっぽろし", "Sapporo City"},
    {"022012", "青森県青森市", "あおもりし", "Aomori City"},
    {"032018", "岩手県盛岡市", "もりおかし", "Morioka City"},
    {"041009", "宮城県仙台市", "せんだいし", "Sendai City"},
    {"052019", "秋田県秋田市", "あきたし", "Akita City"},
    {"062014", "山形県山形市", "やまがたし", "Yamagata City"},
    {"072010", "福島県福島市", "ふくしまし", "Fukushima City"},
    {"082015", "茨城県水戸市", "みとし", "Mito City"},
    {"092011", "栃木県宇都宮市", "うつのみやし", "Utsunomiya City"},
    {"102016", "群馬県前橋市", "まえばしし", "Maebashi City"},
    {"111007", "埼玉県さいたま市", "さいたまし", "Saitama City"},
    {"121002", "千葉県千葉市", "ちばし", "Chiba City"},
    {"141003", "神奈川県横浜市", "よこはまし", "Yokohama City"},
    {"141305", "神奈川県川崎市", "かわさきし", "Kawasaki City"},
    {"141500", "神奈川県相模原市", "さがみはらし", "Sagamihara City"},
    {"151009", "新潟県新潟市", "にいがたし", "Niigata City"},
    {"162019", "富山県富山市", "とやまし", "Toyama City"},
    {"172014", "石川県金沢市", "かなざわし", "Kanazawa City"},
    {"182010", "福井県福井市", "ふくいし", "Fukui City"},
    {"192015", "山梨県甲府市", "こうふし", "Kofu City"},
    {"202011", "長野県長野市", "ながのし", "Nagano City"},
    {"212016", "岐阜県岐阜市", "ぎふし", "Gifu City"},
    {"221007", "静岡県静岡市", "しずおかし", "Shizuoka City"},
    {"221309", "静岡県浜松市", "はままつし", "Hamamatsu City"},
    {"231002", "愛知県名古屋市", "なごやし", "Nagoya City"},
    {"242012", "三重県津市", "つし", "Tsu City"},
    {"252018", "滋賀県大津市", "おおつし", "Otsu City"},
    {"261009", "京都府京都市", "きょうとし", "Kyoto City"},
    {"271004", "大阪府大阪市", "おおさかし", "Osaka City"},
    {"271403", "大阪府堺市", "さかいし", "Sakai City"},
    {"281000", "兵庫県神戸市", "こうべし", "Kobe City"},
    {"292010", "奈良県奈良市", "ならし", "Nara City"},
    {"302015", "和歌山県和歌山市", "わかやまし", "Wakayama City"},
    {"312011", "鳥取県鳥取市", "とっとりし", "Tottori City"},
    {"322016", "島根県松江市", "まつえし", "Matsue City"},
    {"331007", "岡山県岡山市", "おかやまし", "Okayama City"},
    {"341002", "広島県広島市", "ひろしまし", "Hiroshima City"},
    {"352039", "山口県山口市", "やまぐちし", "Yamaguchi City"},
    {"362018", "徳島県徳島市", "とくしまし", "Tokushima City"},
    {"372013", "香川県高松市", "たかまつし", "Takamatsu City"},
    {"382019", "愛媛県松山市", "まつやまし", "Matsuyama City"},
    {"392014", "高知県高知市", "こうちし", "Kochi City"},
    {"401005", "福岡県北九州市", "きたきゅうしゅうし", "Kitakyushu City"},
    {"401307", "福岡県福岡市", "ふくおかし", "Fukuoka City"},
    {"412015", "佐賀県佐賀市", "さがし", "Saga City"},
    {"422011", "長崎県長崎市", "ながさきし", "Nagasaki City"},
    {"431001", "熊本県熊本市", "くまもとし", "Kumamoto City"},
    {"442011", "大分県大分市", "おおいたし", "Oita City"},
    {"452017", "宮崎県宮崎市", "みやざきし", "Miyazaki City"},
    {"462012", "鹿児島県鹿児島市", "かごしまし", "Kagoshima City"},
    {"472018", "沖縄県那覇市", "なはし", "Naha City"},
}};
// clang-format on

bool beginsWith(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

bool endsWith(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

template <class List>
const Municipality* withCode(const List& list, std::string_view code) {
  const auto found = std::lower_bound(list.begin(), list.end(), code,
                                      [](const Municipality& m, std::string_view c) { return m.code < c; });
  return found != list.end() && found->code == code ? &*found : nullptr;
}

template <class List, class Matches>
const Municipality* firstOf(const List& list, Matches matches) {
  const auto found = std::find_if(list.begin(), list.end(), matches);
  return found == list.end() ? nullptr : &*found;
}

} // namespace

std::span<const Municipality> prefectures() {
  return kPrefectures;
}

std::span<const Municipality> citiesOutsideTokyo() {
  return kCities;
}

const Municipality* prefectureOf(std::string_view code) {
  if (code.size() < kPrefectureDigits) return nullptr;
  const std::string_view number = code.substr(0, kPrefectureDigits);
  return firstOf(kPrefectures, [number](const Municipality& m) { return beginsWith(m.code, number); });
}

const Municipality* knownPlace(std::string_view code) {
  if (const Municipality* tokyos = tokyoMunicipality(code)) return tokyos;
  if (const Municipality* city = withCode(kCities, code)) return city;
  return withCode(kPrefectures, code);
}

const Municipality* placeNamed(std::string_view name) {
  const bool inTokyo = name.size() > kTokyo.size() && beginsWith(name, kTokyo);
  const std::string_view here = inTokyo ? name.substr(kTokyo.size()) : name;
  const auto isCalled = [](std::string_view wanted) {
    return [wanted](const Municipality& m) { return m.ja == wanted || m.en == wanted; };
  };
  if (const Municipality* found = firstOf(tokyoMunicipalities(), isCalled(here))) return found;
  if (const Municipality* found = firstOf(kPrefectures, isCalled(name))) return found;
  return firstOf(kCities, [name](const Municipality& m) {
    return m.ja == name || m.en == name || m.ja.substr(prefectureOf(m.code)->ja.size()) == name;
  });
}

const Municipality* prefectureNamedIn(std::string_view municipality) {
  return firstOf(kPrefectures,
                 [municipality](const Municipality& m) { return beginsWith(municipality, m.ja); });
}

CodedPlace codedPlace(std::string_view municipality) {
  if (beginsWith(municipality, kTokyo)) {
    // A district or an island may stand before the name: 東京都西多摩郡瑞穂町.
    const std::string_view name = municipality.substr(kTokyo.size());
    if (const Municipality* found =
            firstOf(tokyoMunicipalities(), [name](const Municipality& m) { return endsWith(name, m.ja); }))
      return {found};
  }
  const Municipality* found =
      firstOf(kCities, [municipality](const Municipality& m) { return beginsWith(municipality, m.ja); });
  if (found == nullptr) found = prefectureNamedIn(municipality);
  if (found == nullptr) return {nullptr, std::string(municipality)};
  return {found, std::string(municipality.substr(found->ja.size()))};
}

} // namespace madoguchi::core
