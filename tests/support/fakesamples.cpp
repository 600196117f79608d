// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedesk.h"

#include <array>

namespace madoguchi::tests {

using namespace core;

namespace {

struct Name {
  const char* display;
  const char* kana;
};

// Fictitious; some with variant characters and long names, because screens have to stand them.
constexpr std::array<Name, 18> kNames{{
    {"渡邉 さゆり", "ワタナベ サユリ"},
    {"株式会社みどり屋", "カブシキガイシャミドリヤ"},
    {"髙橋 健太郎", "タカハシ ケンタロウ"},
    {"特定非営利活動法人多摩川の自然とまちづくりを考える市民の会",
     "トクテイヒエイリカツドウホウジンタマガワノシゼントマチヅクリヲカンガエルシミンノカイ"},
    {"山﨑 翔", "ヤマサキ ショウ"},
    {"齋藤 文", "サイトウ アヤ"},
    {"株式会社東都クリーンサービス", "カブシキガイシャトウトクリーンサービス"},
    {"𠮷田 花子", "ヨシダ ハナコ"},
    {"濵田 修", "ハマダ オサム"},
    {"広告のアサヒ堂", "コウコクノアサヒドウ"},
    {"小林 真央", "コバヤシ マオ"},
    {"中村建設工業株式会社", "ナカムラケンセツコウギョウカブシキガイシャ"},
    {"葛\U000E0100城 玲", "カツラギ レイ"},
    {"松本 大輔", "マツモト ダイスケ"},
    {"有限会社さくら食堂", "ユウゲンガイシャサクラショクドウ"},
    {"岡田 千尋", "オカダ チヒロ"},
    {"石井 拓海", "イシイ タクミ"},
    {"近藤 陽子", "コンドウ ヨウコ"},
}};

constexpr std::array<const char*, 6> kProcedures{
    "food-business-permit",  "outdoor-advertisement-permit", "road-occupation-permit",
    "tuition-support-grant", "disclosure-request",           "industrial-waste-collection-permit"};

std::size_t arriveNext(FakeDesk& desk, const char* procedure, int daysAgo) {
  const Name& name = kNames[desk.cases.size() % kNames.size()];
  return desk.arrive(procedure, name.display, name.kana, daysAgo);
}

void take(FakeDesk& desk, std::size_t place, const std::string& clerk) {
  desk.act(place, clerk, RegisterCase{});
  desk.act(place, clerk, AssignCase{UserId(clerk), {}});
}

void refuse(FakeDesk& desk, std::size_t place) {
  desk.examine(place, "kato");
  const CaseState& state = desk.cases[place].record.state;
  const Procedure* procedure = desk.references->procedure(state.procedure, 1);
  const Criterion& last = procedure->criteria.back();
  SetCriterion failed{last.id,      state.findings.at(last.id).finding,
                      {},           "現地調査で基準を満たさないことを確認した。",
                      last.article, {}};
  for (const Finding& finding : last.findings)
    if (finding.effect == FindingEffect::Fails) failed.finding = finding.id;
  desk.act(place, "kato", failed);
  DraftDecision draft;
  draft.outcome = last.formal ? Outcome::Dismissed : Outcome::Refused;
  draft.reasons = {{last.id, failed.fact, last.article}};
  desk.submit(place, draft, "kato");
}

} // namespace

void fillWithSamples(FakeDesk& desk) {
  for (int i = 0; i < 8; ++i)
    arriveNext(desk, kProcedures[static_cast<std::size_t>(i) % 6], i * 3);
  for (int i = 0; i < 7; ++i)
    take(desk, arriveNext(desk, kProcedures[static_cast<std::size_t>(i) % 6], 2 + i * 5), "sato");
  for (int i = 0; i < 3; ++i)
    desk.examine(arriveNext(desk, kProcedures[static_cast<std::size_t>(i)], 4 + i), "sato");
  const std::size_t waiting = arriveNext(desk, "food-business-permit", 9);
  take(desk, waiting, "sato");
  desk.act(waiting, "sato", AddNote{"電話で図面の縮尺を確認。来週中に差し替え予定とのこと。"});
  desk.act(waiting, "sato",
           RequestCorrection{
               {{"/facility/floorArea", {}, "施設の面積が図面と一致しません。確認のうえ訂正してください。"}},
               dayInJapan(desk.now),
               dayInJapan(desk.now) + std::chrono::days(14)});
  for (int i = 0; i < 6; ++i) {
    const std::size_t place = arriveNext(desk, "food-business-permit", 5 + i);
    desk.examine(place, "kato");
    desk.submit(place, {}, "kato");
  }
  const std::size_t conditional = arriveNext(desk, "outdoor-advertisement-permit", 8);
  desk.examine(conditional, "kato");
  DraftDecision withConditions;
  withConditions.outcome = Outcome::GrantedWithConditions;
  withConditions.conditions = {"許可の期間は2年とする。"};
  desk.submit(conditional, withConditions, "kato");
  refuse(desk, arriveNext(desk, "food-business-permit", 11));
  for (int i = 0; i < 3; ++i) {
    const std::size_t place = arriveNext(desk, "food-business-permit", 12 + i);
    desk.examine(place, "sato");
    desk.submit(place, {}, "sato");
    desk.decide(place);
    if (i == 0) continue;
    desk.act(place, "sato", IssueNotice{dayInJapan(desk.now), Channel::Post, BlobId(std::string(64, 'a'))});
    if (i == 2) desk.act(place, "sato", CloseCase{});
  }
}

} // namespace madoguchi::tests
