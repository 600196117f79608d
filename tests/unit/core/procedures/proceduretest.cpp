// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/procedure.h"

#include "core/procedures/formfields.h"
#include "core/procedures/formschema.h"
#include "core/procedures/pattern.h"
#include "core/procedures/uri.h"
#include "tests/unit/core/procedures/packagefiles.h"

#include <QtTest>

using namespace madoguchi;

namespace {

QString route(const core::Procedure& procedure, const char* outcome,
              std::optional<std::int64_t> amount = {}) {
  QStringList out;
  for (const core::Stage* stage : core::stagesFor(procedure, outcome, amount))
    out += QString::fromStdString(stage->id);
  return out.join(QLatin1Char(' '));
}

} // namespace

class ProcedureTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldChooseTheDecider_byOutcomeAndAmount() {
    const core::Procedure grant = tests::packaged("tuition-support-grant");
    QCOMPARE(route(grant, "Granted", 299'999), QStringLiteral("chief manager"));
    QCOMPARE(route(grant, "Granted", 300'000), QStringLiteral("chief accounting manager-opinion director"));
    QCOMPARE(route(grant, "Granted", 1'000'000),
             QStringLiteral("chief accounting manager-opinion director-opinion head"));
    QCOMPARE(route(grant, "Refused", 100), QStringLiteral("chief legal manager-opinion director"));
    QCOMPARE(route(grant, "Granted"), QStringLiteral("chief manager-opinion director-opinion head"));
    const core::Procedure food = tests::packaged("food-business-permit");
    QCOMPARE(route(food, "Granted"), QStringLiteral("chief manager"));
    QCOMPARE(route(food, "Dismissed"), QStringLiteral("chief legal manager-opinion director"));
  }

  void shouldAllowDecidingForAbsent_withinItsLimits() {
    const core::Procedure grant = tests::packaged("tuition-support-grant");
    const core::Stage* director = core::stage(grant, "director");
    QVERIFY(core::mayDecideForAbsent(grant, *director, "manager", "Granted", 400'000));
    QVERIFY(!core::mayDecideForAbsent(grant, *director, "chief", "Granted", 400'000));
    QVERIFY(!core::mayDecideForAbsent(grant, *director, "manager", "Granted", 500'000));
    QVERIFY(!core::mayDecideForAbsent(grant, *director, "manager", "Refused", 400'000));
    QVERIFY(!core::mayDecideForAbsent(grant, *core::stage(grant, "head"), "director", "Granted", 1));
    QVERIFY(!core::mayDecideForAbsent(grant, *core::stage(grant, "manager-opinion"), "chief", "Granted", 1));
  }

  void shouldFindFieldsByConcretePointers() {
    const core::Procedure waste = tests::packaged("industrial-waste-collection-permit");
    QCOMPARE(core::field(waste, "/vehicles/12/plate")->title.ja, std::string("自動車登録番号"));
    QCOMPARE(core::field(waste, "/vehicles")->title.en, std::string("List of vehicles"));
    QVERIFY(core::field(waste, "/vehicles/plate") == nullptr);
    const core::json::value& sample = waste.package.at("sample");
    const auto& condition = core::field(waste, "/vehicles/1/leaseUntil")->visibleIf;
    QVERIFY(!core::holds(*condition, sample, "/vehicles/0/leaseUntil"));
    QVERIFY(core::holds(*condition, sample, "/vehicles/1/leaseUntil"));
  }

  void shouldAskForDocuments_asTheFormSays() {
    const core::Procedure food = tests::packaged("food-business-permit");
    core::json::value form = food.package.at("sample");
    const auto names = [&] {
      QStringList out;
      for (const auto* kind : core::requiredDocuments(food, form))
        out += QString::fromStdString(kind->id);
      return out.join(QLatin1Char(' '));
    };
    QCOMPARE(names(), QStringLiteral("floor-plan manager-certificate water-test"));
    QVERIFY(core::setValueAt(form, "/hygiene/water", "public").has_value());
    QVERIFY(core::setValueAt(form, "/business/form", "vehicle").has_value());
    QCOMPARE(names(), QStringLiteral("floor-plan manager-certificate vehicle-inspection"));
  }

  void shouldReadTheAmount() {
    const core::Procedure grant = tests::packaged("tuition-support-grant");
    QCOMPARE(core::amountOf(grant, grant.package.at("sample")), std::optional<std::int64_t>(249'200));
    QVERIFY(!core::amountOf(grant, core::json::object{}));
    QVERIFY(!core::amountOf(tests::packaged("food-business-permit"), core::json::object{}));
  }

  void shouldListFieldsInOrder() {
    const core::Procedure waste = tests::packaged("industrial-waste-collection-permit");
    const auto fields = core::formFields(waste.form).value();
    const auto at = [&](const char* pointer) {
      return std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.pointer == pointer; });
    };
    QVERIFY(at("/vehicles") < at("/vehicles/*/plate"));
    QVERIFY(at("/vehicles/*/plate")->required);
    QVERIFY(!at("/vehicles/*/leaseUntil")->required);
    QVERIFY(at("/vehicles/*/leaseUntil")->schema->contains("format")); // behind its $ref
    QVERIFY(at("/office") == fields.end());
  }

  void shouldMatchByCodePoint_asEcmaScriptDoes() {
    const auto matches = [](const char* pattern, const char* text) {
      return core::Pattern::compile(pattern).value().isFoundIn(text);
    };
    QVERIFY(matches("^.{1,2}$", "東京"));
    QVERIFY(matches("^.$", "𠮷"));
    QVERIFY(!matches("^[ぁ-ん]+$", "カタカナ"));
    QVERIFY(!matches("^\\d+$", "１２"));
    QVERIFY(matches("^[\\d-]+$", "03-5321"));
    QVERIFY(!matches("^a$", "a\n"));
    QVERIFY(matches("^[[&]+$", "[&"));
    QVERIFY(!core::Pattern::compile(std::string(5'000, 'a')).has_value());
  }

  void shouldResolveUris() {
    QCOMPARE(core::resolveUri("http://a/b/c/d?q", "g"), std::string("http://a/b/c/g"));
    QCOMPARE(core::resolveUri("http://a/b/c/d", "../g"), std::string("http://a/b/g"));
    QCOMPARE(core::resolveUri("http://a/b/c/d", "/g/./h/"), std::string("http://a/g/h/"));
    QCOMPARE(core::resolveUri("http://a/b", "//h/x"), std::string("http://h/x"));
    QCOMPARE(core::resolveUri("http://a/b", "urn:x"), std::string("urn:x"));
    QCOMPARE(core::splitFragment("x#/a%25b").second, std::string("/a%b"));
  }
};

QTEST_APPLESS_MAIN(ProcedureTest)
#include "proceduretest.moc"
