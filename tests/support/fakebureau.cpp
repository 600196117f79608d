// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakebureau.h"

#include "core/procedures/procedurereader.h"
#include "tests/support/testsupport.h"

#include <QtGlobal>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace madoguchi::tests {

using namespace core;

namespace {

std::string readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Actor personOf(const char* id, const char* rank, std::initializer_list<Role> roles) {
  Actor actor{UserId(id), rank, {}};
  for (const Role role : roles)
    actor.grants.push_back(Grant{role, OfficeId("bureau"), std::nullopt, true});
  return actor;
}

} // namespace

const std::vector<FakePerson>& people() {
  static const std::vector<FakePerson> all{
      {personOf("sato", "staff", {Role::Clerk}), {"佐藤 美咲", "SATO Misaki"}},
      {personOf("kato", "staff", {Role::Clerk}), {"加藤 健", "KATO Ken"}},
      {personOf("suzuki", "chief", {Role::Clerk, Role::Approver}), {"鈴木 一郎", "SUZUKI Ichiro"}},
      {personOf("tanaka", "manager", {Role::Approver, Role::Supervisor}), {"田中 由美", "TANAKA Yumi"}},
      {personOf("yamada", "director", {Role::Approver}), {"山田 隆", "YAMADA Takashi"}},
      {personOf("ono", "head", {Role::Approver}), {"小野 恵", "ONO Megumi"}},
      {personOf("kimura", "chief", {Role::Approver}), {"木村 亮", "KIMURA Ryo"}},
      {personOf("hayashi", "manager", {Role::Approver}), {"林 直子", "HAYASHI Naoko"}},
      {personOf("ito", "legal", {Role::Approver}), {"伊藤 誠", "ITO Makoto"}},
      {personOf("mori", "staff", {Role::Auditor}), {"森 さくら", "MORI Sakura"}}};
  return all;
}

void readReferences(models::References& references) {
  const std::filesystem::path resources = resourcesFolder();
  references.holidays = HolidayTable::parse(readFile(resources / "calendar/holidays-jp.json")).value();
  references.appealTexts = readAppealTexts(readFile(resources / "notices/appeal.json")).value();
  references.offices =
      OfficeTree({{OfficeId("bureau"), {}, "健康環境局", "Bureau of Health and Environment", "健環"},
                  {OfficeId("food"), OfficeId("bureau"), "食品衛生課", "Food Hygiene Section", "健食"},
                  {OfficeId("road"), OfficeId("bureau"), "道路管理課", "Road Section", "道管"}});
  for (const auto& folder : std::filesystem::directory_iterator(resources / "procedures")) {
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(folder))
      files[file.path().filename().string()] = readFile(file.path());
    auto procedure = readProcedure(files);
    if (!procedure) qFatal("%s", procedure.error().detail.c_str());
    references.procedures[{procedure->id, procedure->version}] =
        std::make_shared<const Procedure>(*procedure);
  }
  for (const auto& [actor, name] : people())
    references.people[actor.id] = {actor.id, name.first, name.second, actor.rank, OfficeId("food")};
}

} // namespace madoguchi::tests
