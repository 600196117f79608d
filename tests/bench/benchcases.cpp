// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchcases.h"

#include "core/base/uuid.h"

namespace madoguchi::bench {

namespace {

core::CaseId idOf(int i) {
  std::array<std::uint8_t, 10> random{};
  for (std::size_t byte = 0; byte < 4; ++byte)
    random[byte + 2] = static_cast<std::uint8_t>(i >> (24 - 8 * byte));
  return core::CaseId(core::makeUuid7(1'780'000'000'000 + i, random));
}

} // namespace

core::CaseRecord benchCase(int i, const Home& home) {
  static const char* const kFamilies[] = {"佐藤", "鈴木", "髙橋", "田中", "渡邊", "伊藤", "山本", "中村"};
  static const char* const kGiven[] = {"花子", "太郎", "一", "美咲", "健", "由美子", "翔太", "さくら"};
  core::CaseRecord record;
  core::CaseState& state = record.state;
  state.id = idOf(i);
  state.version = 2;
  state.homeOffice = state.office = home.office;
  state.procedure = home.procedure;
  state.procedureVersion = home.procedureVersion;
  state.number = "令8窓口第" + std::to_string(i) + "号";
  state.status = static_cast<core::Status>(i % 8);
  state.arrivedAt = core::Instant(std::chrono::milliseconds(1'750'000'000'000 + i * 600'000LL));
  state.arrivedOn = core::dayInJapan(state.arrivedAt);
  state.applicant.party.name = {
      std::string(kFamilies[i % 8]) + "　" + kGiven[i / 8 % 8], {}, "タナカ　ハナコ"};
  state.applicant.party.address = {
      "1638001", "131041", "西新宿", std::to_string(i % 9 + 1) + "丁目8番1号", {}};
  state.holder = core::UserId("clerk-" + std::to_string(i % 40));
  state.form = core::json::object{{"facility", "まどぐち食堂" + std::to_string(i)},
                                  {"foods", "定食、丼物、麺類"},
                                  {"seats", i % 60},
                                  {"manager", "窓口 花子"}};
  if (state.status == core::Status::AwaitingCorrection)
    state.rounds.push_back(
        {{{"/manager", {}, "氏名を確かめてください。"}}, state.arrivedOn, state.arrivedOn, {}, {}});
  core::Event registered;
  registered.command = core::CommandId(state.id.value);
  registered.actor = state.holder;
  registered.at = state.arrivedAt;
  registered.body = core::CaseRegistered{state.number};
  record.timeline = {registered};
  return record;
}

} // namespace madoguchi::bench
