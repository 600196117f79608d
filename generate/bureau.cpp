// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/bureau.h"

#include "core/base/uuid.h"
#include "core/calendar/date.h"
#include "generate/people.h"

#include <algorithm>
#include <array>
#include <set>

namespace madoguchi::generate {

namespace {

using core::Role;

struct OfficeRow {
  const char* key;
  const char* parent;
  const char* ja;
  const char* en;
  const char* symbol;
};

constexpr auto kOffices = std::to_array<OfficeRow>({
    {"bureau", "", "生活環境局", "Bureau of Living Environment", "生環"},
    {"general", "bureau", "総務部", "General Affairs Division", "生総"},
    {"permits", "bureau", "許認可部", "Permits Division", "生許"},
    {"disclosure", "general", "情報公開課", "Information Disclosure Section", "情公"},
    {"tuition", "general", "修学支援課", "Tuition Support Section", "修支"},
    {"food", "permits", "食品監視課", "Food Safety Section", "食監"},
    {"advertising", "permits", "屋外広告物課", "Outdoor Advertisement Section", "広物"},
    {"roads", "permits", "道路管理課", "Road Administration Section", "道管"},
    {"waste", "permits", "産業廃棄物対策課", "Industrial Waste Section", "産廃"},
});

struct SubjectRow {
  const char* word; ///< of a procedure's id
  const char* office;
};

constexpr auto kSubjects = std::to_array<SubjectRow>({
    {"food", "food"},
    {"advertis", "advertising"},
    {"road", "roads"},
    {"waste", "waste"},
    {"tuition", "tuition"},
    {"disclosure", "disclosure"},
});

struct StaffRow {
  const char* office;
  const char* post; ///< of the login
  const char* rank;
  std::vector<Role> roles;
};

/// 40: eight above the sections, five in each section, and a second chief in two of them, who can decide for
/// an absent manager what the first chief has already given an opinion on (代決).
std::vector<StaffRow> staffRows() {
  std::vector<StaffRow> rows{
      {"bureau", "head", "head", {Role::Approver}},
      {"bureau", "coordinator", "manager", {Role::Approver}}, // 協議: consent from outside the section
      {"bureau", "legal1", "legal", {Role::Approver}},
      {"bureau", "legal2", "legal", {Role::Approver}},
      {"bureau", "auditor", "staff", {Role::Auditor}},
      {"bureau", "admin", "staff", {Role::Administrator}},
      {"general", "director", "director", {Role::Approver}},
      {"permits", "director", "director", {Role::Approver}},
  };
  for (const char* section : {"disclosure", "tuition", "food", "advertising", "roads", "waste"}) {
    rows.push_back({section, "manager", "manager", {Role::Supervisor, Role::Approver}});
    rows.push_back({section, "chief", "chief", {Role::Clerk, Role::Supervisor, Role::Approver}});
    for (const char* post : {"clerk1", "clerk2", "clerk3"})
      rows.push_back({section, post, "staff", {Role::Clerk}});
  }
  for (const char* section : {"tuition", "food"})
    rows.push_back({section, "chief2", "chief", {Role::Clerk, Role::Supervisor, Role::Approver}});
  return rows;
}

class BureauMaker {
public:
  explicit BureauMaker(std::uint64_t seed) : m_random(seed, kStream) {}

  GeneratedBureau make() {
    for (const OfficeRow& row : kOffices) {
      const core::OfficeId id(nextId());
      m_bureau.officeByKey[row.key] = id;
      m_bureau.offices.push_back({id, officeOf(row.parent), row.ja, row.en, row.symbol});
    }
    for (const StaffRow& row : staffRows())
      addStaff(row);
    m_bureau.intake.id = core::UserId(nextId());
    m_bureau.intake.rank = "staff";
    m_bureau.intake.grants.push_back({Role::Intake, officeOf("bureau"), std::nullopt, true});
    return std::move(m_bureau);
  }

private:
  static constexpr std::uint64_t kStream = 0xB0;

  void addStaff(const StaffRow& row) {
    GeneratedStaff staff;
    staff.login = std::string(row.office) + "." + row.post;
    staff.office = officeOf(row.office);
    do
      staff.name = makePersonName(m_random);
    while (!m_names.insert(staff.name.display).second);
    staff.actor.id = core::UserId(nextId());
    staff.actor.rank = row.rank;
    // Persons under protection are handled by one clerk of each section, and whoever decides.
    const bool protectedToo = staff.actor.rank != "staff" || staff.login.ends_with(".clerk1");
    for (const Role role : row.roles)
      staff.actor.grants.push_back({role, staff.office, std::nullopt, protectedToo});
    m_bureau.staff.push_back(std::move(staff));
  }

  core::OfficeId officeOf(const std::string& key) const {
    const auto found = m_bureau.officeByKey.find(key);
    return found == m_bureau.officeByKey.end() ? core::OfficeId{} : found->second;
  }

  std::string nextId() {
    const core::Instant start = core::startOfDayInJapan(core::makeDate(2024, 4, 1));
    return core::makeUuid7(start.time_since_epoch().count(), m_random.bytes());
  }

  Random m_random;
  GeneratedBureau m_bureau;
  std::set<std::string> m_names;
};

} // namespace

const GeneratedStaff* GeneratedBureau::find(const std::string& login) const {
  const auto found = std::find_if(staff.begin(), staff.end(),
                                  [&](const GeneratedStaff& person) { return person.login == login; });
  return found == staff.end() ? nullptr : &*found;
}

core::OfficeId GeneratedBureau::sectionFor(const core::ProcedureId& procedure) const {
  for (const SubjectRow& subject : kSubjects) {
    if (procedure.value.find(subject.word) != std::string::npos) return officeByKey.at(subject.office);
  }
  return {};
}

GeneratedBureau makeBureau(std::uint64_t seed) {
  return BureauMaker(seed).make();
}

} // namespace madoguchi::generate
