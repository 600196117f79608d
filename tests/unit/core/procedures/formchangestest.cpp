// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formchanges.h"

#include "core/procedures/formfields.h"
#include "tests/support/outsideforms.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace madoguchi;

namespace {

core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

std::string text(const core::FormMigration& migration) {
  std::string out;
  for (const core::FormChange& change : migration.changes) {
    constexpr const char* kSigns = "+-~";
    out += kSigns[static_cast<int>(change.kind)] + change.pointer;
    for (const std::string& word : change.words)
      out += " " + word;
    out += "\n";
  }
  for (const std::string& pointer : migration.homeless)
    out += "? " + pointer + "\n";
  std::set<std::string> broken;
  for (const core::FormError& error : migration.newlyBroken)
    broken.insert("! " + error.pointer + " " + error.keyword + "\n");
  for (const std::string& line : broken)
    out += line;
  return out;
}

core::FormMigration between(const core::Procedure& from, const core::Procedure& to,
                            const core::json::value& form) {
  return core::formMigration(from, core::FormSchema::compile(from.form).value(), to,
                             core::FormSchema::compile(to.form).value(), form);
}

const std::string kOld =
    "{'type':'object','required':['name'],'properties':{'name':{'type':'string','maxLength':40},'"
    "kind':{'enum':['a','b']},'fax':{'type':'string'},'cars':{'type':'array','items':{'type':'"
    "object','properties':{'plate':{'type':'string'}}}}}}";
const std::string kNew =
    "{'type':'object','required':['name','mail'],'properties':{'name':{'type':'string','maxLength'"
    ":4},'mail':{'type':'string'},'kind':{'enum':['a','c']},'cars':{'type':'array','items':{'"
    "type':'object','required':['plate'],'properties':{'plate':{'type':'string'},'owner':{'type':"
    "'string'}}}}}}";

} // namespace

class FormChangesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldTellWhatDiffers_andWhatWouldBreak() {
    const auto from = tests::bareProcedure(parsed(kOld));
    const auto to = tests::bareProcedure(parsed(kNew));
    const auto form = parsed("{'name':'Yamada','kind':'b','fax':'1','cars':[{'plate':'x'},{}]}");
    QCOMPARE(text(between(from, to, form)), std::string("~/name maxLength\n"
                                                        "+/mail\n"
                                                        "~/kind enum\n"
                                                        "~/cars/*/plate required\n"
                                                        "+/cars/*/owner\n"
                                                        "-/fax\n"
                                                        "? /fax\n"
                                                        "! /cars/1/plate required\n"
                                                        "! /kind enum\n"
                                                        "! /mail required\n"
                                                        "! /name maxLength\n"));
  }

  void shouldTellNothing_whenNothingDiffers() {
    const auto from = tests::bareProcedure(parsed(kOld));
    QCOMPARE(text(between(from, from, parsed("{'name':'Yamada','odd':true}"))), std::string("? /odd\n"));
    // What was wrong before is no matter of the version.
    QCOMPARE(text(between(from, from, parsed("{'kind':'z'}"))), std::string());
  }

  void shouldTellWhichCriteriaDiffer() {
    core::Criterion papers;
    papers.id = core::CriterionId("papers");
    core::Criterion room = papers;
    room.id = core::CriterionId("room");
    core::Criterion water = papers;
    water.id = core::CriterionId("water");
    core::Procedure from = tests::bareProcedure(parsed("{}"));
    from.criteria = {papers, room};
    core::Procedure to = from;
    QVERIFY(core::criterionChanges(from, to).empty());
    papers.findings.push_back({"met", {}, core::FindingEffect::Meets});
    to.criteria = {water, papers};
    using Kind = core::FormChange::Kind;
    const std::vector<core::CriterionChange> expected{
        {Kind::Added, water.id}, {Kind::Changed, papers.id}, {Kind::Removed, room.id}};
    QVERIFY(core::criterionChanges(from, to) == expected);
  }

  void shouldListAFormThatContainsItself() {
    const auto form =
        parsed("{'definitions':{'person':{'type':'object','properties':{'name':{'type':'string'},'parent'"
               ":{'$ref':'#/definitions/person'},'children':{'type':'array','items':{'$ref':'#/"
               "definitions/person'}}}}},'type':'object','properties':{'who':{'$ref':'#/definitions/"
               "person'}}}");
    std::string pointers;
    const auto fields = core::formFields(form).value();
    for (const core::FormField& field : fields)
      pointers += field.pointer + " ";
    QCOMPARE(pointers, std::string("/who/name /who/parent /who/children "));
  }

  void shouldCompareRealVersions_ofOneForm() {
    const auto forms = tests::outsideForms();
    if (forms.empty()) return; // outside material
    const auto named = [&](const char* name) {
      return std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.name == name; });
    };
    const auto old = named("odp v0.2.1");
    const auto now = named("odp v0.6.0");
    for (const auto& example : old->examples) {
      const auto same = between(old->procedure, old->procedure, example.value);
      QVERIFY(same.changes.empty() && same.newlyBroken.empty());
      const auto migration = between(old->procedure, now->procedure, example.value);
      QVERIFY2(!migration.newlyBroken.empty() || !migration.homeless.empty(), example.name.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(FormChangesTest)
#include "formchangestest.moc"
