// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/people.h"

#include "core/base/uuid.h"
#include "core/codes/municipality.h"
#include "generate/bureau.h"
#include "generate/nametables.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <fstream>
#include <set>
#include <sstream>

using namespace madoguchi;
using core::Role;

class PeopleTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldMakeTheSamePeople_whenTheSeedIsTheSame() {
    generate::Random one(5);
    generate::Random two(5);
    generate::Random other(6);
    const auto first = generate::makeApplicant(one, core::PartyKind::Person);
    QVERIFY(first == generate::makeApplicant(two, core::PartyKind::Person));
    QVERIFY(!(first == generate::makeApplicant(other, core::PartyKind::Person)));
  }

  void shouldReachNobody() {
    generate::Random random(1);
    for (int i = 0; i < 2'000; ++i) {
      const core::Party party = i % 2 == 0 ? generate::makePerson(random) : generate::makeFirm(random);
      QVERIFY(party.phone.starts_with("03-0") || party.phone.starts_with("090-0"));
      QVERIFY(party.address.postalCode.starts_with("209") && party.address.postalCode.size() == 7);
      QVERIFY(party.email.empty() || party.email.ends_with("@example.jp"));
      QVERIFY(core::isMunicipalityCode(party.address.municipality));
      QVERIFY(!party.name.kana.empty() && !party.name.jis.empty());
    }
  }

  void shouldHaveNamesBeyondJis() {
    generate::Random random(2);
    int beyond = 0;
    for (int i = 0; i < 2'000; ++i) {
      const core::PersonName name = generate::makePersonName(random);
      if (name.display != name.jis) ++beyond;
    }
    QVERIFY(beyond > 40 && beyond < 400);
  }

  void shouldInventTowns() {
    const auto data = tests::sharedData();
    if (!data) return;
    std::ostringstream real;
    real << std::ifstream(*data + "/japan/zipcode_tokyo.tsv").rdbuf();
    QVERIFY(real.str().find("永田町") != std::string::npos);
    for (const std::string_view town : generate::townNames())
      QVERIFY2(real.str().find(town) == std::string::npos, std::string(town).c_str());
    QVERIFY(real.str().find("\n209") == std::string::npos);
  }

  void shouldMakeABureau() {
    const auto bureau = generate::makeBureau(1);
    QCOMPARE(bureau.offices.size(), std::size_t{9});
    QCOMPARE(bureau.staff.size(), std::size_t{40});
    const core::OfficeTree tree(bureau.offices);
    const core::OfficeId top = bureau.officeByKey.at("bureau");
    std::set<std::string> logins;
    std::set<core::UserId> ids;
    std::set<std::string> ranks;
    std::set<Role> roles;
    for (const generate::GeneratedStaff& staff : bureau.staff) {
      logins.insert(staff.login);
      ids.insert(staff.actor.id);
      ranks.insert(staff.actor.rank);
      QVERIFY(core::isUuid(staff.actor.id.value));
      QVERIFY(tree.isWithin(staff.office, top));
      for (const core::Grant& grant : staff.actor.grants)
        roles.insert(grant.role);
    }
    QCOMPARE(logins.size(), std::size_t{40});
    QCOMPARE(ids.size(), std::size_t{40});
    QVERIFY((ranks == std::set<std::string>{"chief", "director", "head", "legal", "manager", "staff"}));
    QVERIFY((roles == std::set<Role>{Role::Clerk, Role::Supervisor, Role::Approver, Role::Auditor,
                                     Role::Administrator}));
    QVERIFY(bureau.find("food.chief2") != nullptr && bureau.find("waste.chief2") == nullptr);
    QVERIFY(core::hasRole(bureau.find("permits.director")->actor, Role::Approver, tree,
                          bureau.officeByKey.at("food"), core::ProcedureId("any"), true));
  }

  void shouldMakeTheSameBureau_whenTheSeedIsTheSame() {
    const auto one = generate::makeBureau(3);
    const auto two = generate::makeBureau(3);
    QVERIFY(one.offices == two.offices && one.officeByKey == two.officeByKey && one.intake == two.intake);
    for (std::size_t i = 0; i < one.staff.size(); ++i) {
      QVERIFY(one.staff[i].actor == two.staff[i].actor);
      QVERIFY(one.staff[i].name == two.staff[i].name);
    }
    QVERIFY(!(generate::makeBureau(4).staff[0].actor.id == one.staff[0].actor.id));
  }
};

QTEST_APPLESS_MAIN(PeopleTest)
#include "peopletest.moc"
