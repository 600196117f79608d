// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/nametables.h"

#include <array>

namespace madoguchi::generate {

namespace {

constexpr auto kFirmNames = std::to_array<NameWord>({
    {"あさぎり", "アサギリ"},   {"かざみどり", "カザミドリ"}, {"ほしあかり", "ホシアカリ"},
    {"青嶺", "アオミネ"},       {"翠嵐", "スイラン"},         {"白帆", "シラホ"},
    {"銀杏丸", "イチョウマル"}, {"汐路", "シオジ"},           {"東雲堂", "シノノメドウ"},
    {"琥珀", "コハク"},         {"つむぎ野", "ツムギノ"},     {"ひなた坂", "ヒナタザカ"},
    {"七つ星", "ナナツボシ"},   {"花筏", "ハナイカダ"},       {"丹頂", "タンチョウ"},
    {"風待", "カゼマチ"},       {"まどか", "マドカ"},         {"若竹", "ワカタケ"},
    {"夕凪", "ユウナギ"},       {"千歳屋", "チトセヤ"},       {"雲雀", "ヒバリ"},
    {"水鏡", "ミズカガミ"},     {"椿山堂", "チンザンドウ"},   {"鶴の木", "ツルノキ"},
    {"月見草", "ツキミソウ"},   {"紅葉橋", "モミジバシ"},     {"朝凪", "アサナギ"},
    {"瑠璃川", "ルリカワ"},     {"麦秋", "バクシュウ"},       {"こもれび", "コモレビ"},
});

constexpr auto kTownNames = std::to_array<std::string_view>({
    "翠ヶ原", "汐見野", "朝霧台",   "風待町",   "星見坂",   "雲雀野台", "琥珀町", "花陰町",
    "鈴掛野", "茜野",   "小夜坂",   "瑠璃ヶ丘", "夕凪町",   "月影台",   "霞草町", "紅葉橋台",
    "椿ヶ原", "蛍沢町", "若鮎町",   "白樺坂",   "つむぎ野", "ひなた坂", "銀杏台", "柿の葉町",
    "笹舟町", "千鳥坂", "桐の花台", "水鏡町",   "虹の谷",   "麦笛町",
});

} // namespace

std::span<const NameWord> firmNames() {
  return kFirmNames;
}

std::span<const std::string_view> townNames() {
  return kTownNames;
}

} // namespace madoguchi::generate
