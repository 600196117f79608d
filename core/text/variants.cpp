// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/variants.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace madoguchi::core {

namespace {

/// The common form first; no character stands in two groups (checked when compiled). Compatibility ideographs
/// (U+F900 and up, such as the old forms of 神 and 福) are not here, Unicode itself maps them.
// clang-format off
constexpr std::u32string_view kGroups[] = {
    U"高髙", U"崎﨑嵜㟢碕", U"辺邉邊", U"斎齋齊斉亝", U"浜濱濵", U"沢澤", U"広廣", U"島嶋嶌", U"桜櫻",
    U"滝瀧", U"関關", U"国國圀囯", U"藤籐", U"徳德", U"吉𠮷", U"富冨", U"峰峯", U"館舘", U"橋𣘺槗",
    U"柳栁桺", U"柏栢", U"竜龍", U"薮藪籔", U"壺壷", U"曽曾", U"栄榮", U"円圓", U"塩鹽", U"奥奧", U"黒黑",
    U"薗園", U"遠逺", U"沖冲", U"野埜", U"淵渊渕", U"脇𦚰", U"梅楳", U"角⻆", U"芦蘆", U"蒋蔣", U"曻昇",
    U"秋穐龝", U"児兒", U"湾灣", U"桑桒", U"杉椙", U"松枩", U"岡崗", U"丘坵", U"岳嶽", U"巌巖巗", U"岩嵓",
    U"峡峽", U"条條", U"侯矦", U"戸戶", U"場塲", U"土圡", U"坂岅", U"村邨", U"町甼", U"庄荘莊", U"蔵藏",
    U"宝寶寳", U"寿壽", U"尭堯", U"弥彌", U"斌彬", U"為爲", U"亀龜", U"鶴靏靍", U"鴎鷗", U"鶯鴬鸎", U"鯵鰺",
    U"駅驛", U"猪豬", U"虎乕", U"兎兔莵", U"静靜", U"青靑", U"清淸", U"真眞", U"慎愼", U"鎮鎭", U"填塡",
    U"顛顚", U"恵惠", U"穂穗", U"聡聰", U"総總", U"窓窻", U"懐懷", U"応應", U"恋戀", U"来來", U"麦麥",
    U"礼禮", U"禄祿", U"緑綠", U"録錄", U"縁緣", U"翻飜", U"弁辨辯瓣辧", U"与與", U"予豫", U"余餘", U"誉譽",
    U"挙擧舉", U"学學斈", U"覚覺", U"楽樂", U"薬藥", U"気氣", U"実實", U"写寫", U"乗乘", U"剰剩", U"浄淨",
    U"争爭", U"県縣", U"区區", U"駆驅", U"欧歐", U"殴毆", U"枢樞", U"号號", U"当當", U"党黨", U"双雙",
    U"叙敍敘", U"台臺", U"呉吳", U"万萬", U"両兩", U"並竝", U"乱亂", U"亜亞", U"伝傳", U"仏佛", U"仮假",
    U"会會", U"価價", U"偽僞", U"備俻", U"内內", U"凛凜", U"処處", U"剣劍劔劒剱釼", U"剤劑", U"効效",
    U"勅敕", U"勲勳勛", U"励勵", U"労勞", U"勧勸", U"匀勻", U"単單", U"厳嚴", U"参參", U"収收", U"営營",
    U"嘱囑", U"囲圍", U"図圖", U"団團", U"圧壓", U"堕墮", U"増增", U"壌壤", U"壊壞", U"壮壯", U"売賣",
    U"変變", U"奨奬獎", U"嬢孃", U"姉姊", U"姫姬", U"寛寬", U"寝寢", U"対對", U"専專", U"尽盡", U"届屆",
    U"属屬", U"屏屛", U"巣巢", U"帯帶", U"帰歸", U"庁廳", U"廃廢", U"弐貳", U"壱壹弌", U"弾彈", U"彦彥",
    U"径徑", U"従從", U"徴徵", U"恒恆", U"悦悅", U"悪惡", U"悩惱", U"戦戰", U"戯戲戱", U"抜拔", U"択擇",
    U"担擔", U"拝拜", U"拠據", U"拡擴", U"捜搜", U"掻搔", U"掲揭", U"揺搖", U"摂攝", U"撃擊", U"教敎",
    U"数數", U"旧舊", U"昼晝", U"晃晄", U"晋晉", U"晩晚", U"暁曉", U"暦曆", U"歴歷", U"栃杤", U"桧檜",
    U"様樣", U"概槪", U"権權", U"横橫", U"検檢", U"欠缺", U"歓歡", U"歩步", U"歯齒", U"歳歲", U"残殘",
    U"毎每", U"涙淚", U"渇渴", U"済濟", U"渉涉", U"渋澁澀", U"渓溪谿", U"温溫", U"湿濕", U"満滿", U"潜潛濳",
    U"灯燈", U"炉爐", U"点點", U"焔焰", U"焼燒", U"犠犧", U"状狀", U"独獨", U"狭狹", U"猟獵", U"献獻",
    U"瑠璢", U"瑶瑤", U"瓶甁", U"画畫劃", U"畳疊疉", U"疎疏", U"痴癡", U"発發", U"盗盜", U"研硏", U"祢禰",
    U"秘祕", U"称稱", U"穏穩", U"窃竊", U"竈竃", U"籠篭", U"粛肅", U"経經", U"絵繪", U"絶絕", U"継繼",
    U"続續", U"緒緖", U"縄繩", U"縦縱", U"繊纖纎", U"纏纒", U"聴聽", U"胆膽", U"脳腦", U"脱脫", U"臓臟",
    U"艶艷豔", U"芸藝", U"茎莖", U"荊荆", U"虚虛", U"虫蟲", U"蛍螢", U"蝉蟬", U"蝿蠅", U"蛎蠣", U"衛衞",
    U"装裝", U"観觀", U"触觸", U"訳譯", U"証證", U"読讀", U"諌諫", U"謡謠", U"譲讓", U"豊豐", U"賎賤",
    U"頼賴", U"践踐", U"転轉", U"軽輕", U"輌輛", U"辞辭", U"逓遞", U"達逹", U"遅遲", U"郎郞", U"郷鄕鄉",
    U"酔醉", U"医醫", U"醸釀", U"釈釋", U"鉄鐵銕鉃", U"銭錢", U"鋳鑄", U"鉱鑛礦", U"鎌鐮", U"閲閱", U"陥陷",
    U"陰隂", U"隠隱", U"随隨", U"険險", U"隣鄰", U"隷隸", U"雑雜襍", U"霊靈", U"頚頸", U"顔顏", U"顕顯",
    U"飲飮", U"餅餠", U"騒騷", U"験驗", U"髪髮", U"鶏鷄雞", U"麹麴", U"麺麵", U"黄黃", U"黙默", U"歿没沒",
    U"灌潅", U"体體躰", U"声聲", U"殻殼", U"粋粹", U"衆眾", U"冴冱", U"凉涼", U"凍涷", U"準凖", U"減减",
    U"決决", U"況况", U"匆怱", U"略畧", U"群羣", U"裏裡", U"盃杯", U"鑑鑒", U"蕋蕊蘂", U"蝋蠟", U"侠俠",
    U"倶俱", U"剥剝", U"叱𠮟", U"呑吞", U"噛嚙", U"嚢囊", U"尓爾", U"屡屢", U"掴摑", U"攅攢", U"桝枡",
    U"楡榆", U"涛濤", U"潴瀦", U"箪簞", U"繋繫", U"莱萊", U"醤醬", U"頬頰", U"鹸鹼", U"撹攪", U"桟棧",
    U"靭靱", U"篠筱", U"瀬瀨", U"甞嘗", U"翠翆", U"舗舖", U"舎舍", U"讃讚", U"褒襃", U"葛𦹀", U"浅淺",
    U"薫薰", U"槙槇", U"遥遙", U"萌萠", U"穣穰", U"亘亙", U"稲稻", U"闘鬪鬭", U"曳曵", U"棲栖", U"稚穉",
    U"糸絲", U"賛贊", U"釜釡", U"槍鎗", U"雁鴈", U"韮韭", U"穎頴", U"騨驒", U"蓑簑", U"紘絋", U"蓋葢盖",
    U"鈎鉤", U"錆銹", U"婿壻聟", U"峨峩", U"庵菴", U"昂昻", U"曹曺", U"潟泻", U"熙煕凞熈", U"珍珎", U"畑畠",
    U"皐皋", U"砺礪", U"磯礒", U"箏筝", U"糾糺", U"耕畊", U"草艸", U"萼蕚", U"解觧", U"跡迹蹟", U"躯軀",
    U"堤隄", U"飾餝", U"鮨鮓", U"蚕蠶", U"間閒", U"刈苅", U"皓晧", U"碁棊", U"奇竒", U"鼠鼡", U"碍礙",
    U"痩瘦", U"潔㓗", U"強强", U"妙玅", U"往徃", U"回囘廻", U"胤𦙍", U"羨羡", U"第㐧", U"職耺", U"喜㐂",
    U"鍛鍜", U"曠昿", U"藁稾", U"藻薻", U"麓梺", U"鳳鳯", U"齢齡", U"眉睂", U"稜棱", U"竪豎", U"脩修",
    U"膳饍", U"舵柁", U"覧覽", U"詠咏", U"讐讎", U"迫廹", U"鋭銳", U"雄䧺", U"面靣", U"須湏", U"風凬",
    U"船舩",
};
// clang-format on

struct Variant {
  char32_t variant;
  char32_t common;
};

constexpr std::size_t variantCount() {
  std::size_t count = 0;
  for (const std::u32string_view group : kGroups)
    count += group.size() - 1;
  return count;
}

constexpr auto sortedVariants() {
  std::array<Variant, variantCount()> variants{};
  std::size_t next = 0;
  for (const std::u32string_view group : kGroups)
    for (const char32_t character : group.substr(1))
      variants[next++] = {character, group.front()};
  std::sort(variants.begin(), variants.end(),
            [](const Variant& a, const Variant& b) { return a.variant < b.variant; });
  return variants;
}

constexpr auto kVariants = sortedVariants();

constexpr const Variant* find(char32_t character) {
  const auto found = std::lower_bound(kVariants.begin(), kVariants.end(), character,
                                      [](const Variant& variant, char32_t c) { return variant.variant < c; });
  return found != kVariants.end() && found->variant == character ? &*found : nullptr;
}

constexpr bool isDisjoint() {
  for (std::size_t i = 1; i < kVariants.size(); ++i)
    if (kVariants[i - 1].variant == kVariants[i].variant) return false;
  for (const std::u32string_view group : kGroups)
    if (find(group.front()) != nullptr) return false;
  return true;
}

static_assert(isDisjoint());

} // namespace

char32_t commonKanji(char32_t character) {
  const Variant* variant = find(character);
  return variant != nullptr ? variant->common : character;
}

} // namespace madoguchi::core
