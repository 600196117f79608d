// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formmodel.h"
#include "tests/support/outsideforms.h"
#include "tests/support/testsupport.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include <set>

using namespace madoguchi;
using namespace madoguchi::models;

namespace {

using Kind = FormRow::Kind;

core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

/// A form of one own schema in a model.
struct Shown {
  explicit Shown(const std::string& schemaText, const std::string& value = "{}")
      : procedure(tests::bareProcedure(parsed(schemaText))),
        schema(core::FormSchema::compile(procedure.form).value()) {
    model.show(procedure, &schema, parsed(value), {});
  }

  [[nodiscard]] const FormRow* row(const std::string& pointer, Kind kind = Kind::Field) const {
    for (const FormRow& known : model.rows())
      if (known.pointer == pointer && known.kind == kind) return &known;
    return nullptr;
  }
  [[nodiscard]] std::string form() const {
    std::string text = core::canonicalJson(model.form());
    std::replace(text.begin(), text.end(), '"', '\'');
    return text;
  }
  [[nodiscard]] QStringList labels(const std::string& pointer) const {
    QStringList out;
    const FormOptions options = model.optionsOf(*row(pointer));
    for (const FormOption& option : *options)
      out << option.label;
    return out;
  }

  core::Procedure procedure;
  core::FormSchema schema;
  FormModel model;
};

void openAll(FormModel& model) {
  for (bool more = true; more;) {
    more = false;
    for (const FormRow& row : std::vector(model.rows()))
      if (row.closable && !row.open && model.valueAt(row.pointer) != nullptr) {
        model.setOpen(row.pointer, true);
        more = true;
      }
  }
}

/// The pointers of all plain values, and of empty lists and objects.
void leaves(const core::json::value& value, const std::string& pointer, std::vector<std::string>& out) {
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    for (const auto& pair : *object)
      leaves(pair.value(), core::appendedPointer(pointer, pair.key()), out);
  } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
    for (std::size_t i = 0; i < array->size(); ++i)
      leaves((*array)[i], pointer + "/" + std::to_string(i), out);
  } else {
    out.push_back(pointer);
  }
}

/// What stands on the screen: fields, and heads of parts and lists.
struct Pointers {
  explicit Pointers(const FormModel& model) {
    for (const FormRow& row : model.rows()) {
      all.insert(row.pointer);
      if (row.kind == Kind::Field) fields.insert(row.pointer);
    }
  }

  /// Its own line, or that of a list or object that is one answer.
  [[nodiscard]] bool show(std::string pointer) const {
    if (all.count(pointer) > 0) return true;
    for (; !pointer.empty(); pointer.resize(pointer.rfind('/')))
      if (fields.count(pointer) > 0) return true;
    return false;
  }

  std::set<std::string> all;
  std::set<std::string> fields;
};

} // namespace

class SchemaFormTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::English)); }

  void shouldShowAndJudgeForms_thatNobodyHereWrote() {
    std::size_t forms = 0;
    std::size_t examples = 0;
    for (const tests::OutsideForm& form : tests::outsideForms()) {
      const auto schema = core::FormSchema::compile(form.procedure.form);
      QVERIFY2(schema, form.name.c_str());
      FormModel model;
      model.show(form.procedure, &*schema, core::json::object(), {});
      QVERIFY2(model.rowCount() > 3, form.name.c_str());
      for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY2(!model.index(row).data(FormModel::TitleRole).toString().isEmpty(), form.name.c_str());
      ++forms;
      for (const auto& example : form.examples) {
        model.clear();
        model.show(form.procedure, &*schema, example.value, {});
        QVERIFY2(model.errors().empty() == example.valid, example.name.c_str());
        openAll(model);
        const Pointers shown(model);
        std::vector<std::string> values;
        leaves(example.value, {}, values);
        for (const std::string& pointer : values)
          QVERIFY2(shown.show(pointer), (example.name + ": " + pointer).c_str());
        ++examples;
      }
    }
    if (forms > 0) QCOMPARE(forms, std::size_t{22});
    if (forms > 0) QCOMPARE(examples, std::size_t{14});
  }

  void shouldStayWhole_whenPartsAreOpenedAndEdited() {
    for (const tests::OutsideForm& form : tests::outsideForms()) {
      if (form.name.find("odp v0.6.0") == std::string::npos && form.name.find("21-686C") == std::string::npos)
        continue;
      const auto schema = core::FormSchema::compile(form.procedure.form);
      FormModel model;
      const QAbstractItemModelTester tester(&model);
      model.show(form.procedure, &*schema, core::json::object(), {});
      // WHEN each folded part of the first screens is opened, each choice turned and each list given an entry
      for (int turn = 0; turn < 40; ++turn) {
        const std::vector<FormRow> rows = model.rows();
        const FormRow& row = rows[static_cast<std::size_t>(turn * 7) % rows.size()];
        if (row.closable) model.setOpen(row.pointer, true);
        if (row.kind == Kind::Choice)
          model.take(row.pointer, *row.choice, row.choice->alternatives.size() - 1);
        if (row.kind == Kind::Add) model.addItem(row.pointer);
      }
      QVERIFY(model.rowCount() > 3);
      QVERIFY(model.form().is_object());
    }
  }

  void shouldFollowReferences_recursiveOnesOnlyWhenOpened() {
    Shown shown(
        "{'definitions':{'person':{'type':'object','properties':{'name':{'type':'string'},'parent':{'$ref':'#"
        "/definitions/person'},'children':{'type':'array','items':{'$ref':'#/definitions/person'}}}}},'"
        "type':'object','properties':{'applicant':{'$ref':'#/definitions/person','title':'Who applies'}}}");
    const FormRow* head = shown.row("/applicant", Kind::Section);
    QVERIFY(head != nullptr && head->open);
    QVERIFY(shown.row("/applicant/name") != nullptr);
    // The part inside the part is where it would never end.
    QVERIFY(!shown.row("/applicant/parent/parent", Kind::Group)->open);
    QVERIFY(shown.row("/applicant/parent/parent/name") == nullptr);
    // WHEN it is opened, and an entry is added below
    shown.model.setOpen("/applicant/parent/parent", true);
    QVERIFY(shown.row("/applicant/parent/parent/name") != nullptr);
    shown.model.addItem("/applicant/parent/children");
    shown.model.setValue("/applicant/parent/children/0/name", "Hana");
    QCOMPARE(shown.form(), std::string("{'applicant':{'parent':{'children':[{'name':'Hana'}]}}}"));
    QCOMPARE(shown.model.index(0).data(FormModel::TitleRole).toString(), u"Who applies"_qs);
  }

  void shouldSwitchBetweenAlternatives() {
    Shown shown(
        "{'type':'object','properties':{'by':{'oneOf':[{'title':'A person','type':'object','properties':{'"
        "kind':{'const':'person'},'name':{'type':'string'},'age':{'type':'integer'}},'required':['kind','"
        "name'"
        "]},{'title':'A "
        "firm','type':'object','properties':{'kind':{'const':'firm'},'name':{'type':'string'},'"
        "number':{'type':'string'}},'required':['kind','number'],'additionalProperties':false}]}}}",
        "{'by':{'kind':'person','name':'Hana','age':30}}");
    const FormRow* choice = shown.row("/by", Kind::Choice);
    QVERIFY(choice != nullptr);
    QCOMPARE(choice->taken, std::size_t{0});
    QCOMPARE((*shown.model.alternativesOf(*choice))[1].label, u"A firm"_qs);
    QVERIFY(shown.row("/by/age") != nullptr);
    QSignalSpy edited(&shown.model, &FormModel::edited);
    shown.model.take("/by", *choice->choice, 1);
    // THEN what fits stays, the mark changes, and one edit says so
    QCOMPARE(shown.form(), std::string("{'by':{'kind':'firm','name':'Hana'}}"));
    QCOMPARE(edited.count(), 1);
    QVERIFY(shown.row("/by/number") != nullptr);
    QVERIFY(shown.row("/by/age") == nullptr);
    QCOMPARE(shown.model.errorAt("/by").isEmpty(), false);
    shown.model.setValue("/by/number", "T1");
    QVERIFY(shown.model.errors().empty());
  }

  void shouldChooseTheAlternativeThatFits() {
    const std::string schema =
        "{'type':'object','properties':{'address':{'type':'object','properties':{'country':{'"
        "type':'string'}},'oneOf':[{'properties':{'country':{'enum':['JP']},'prefecture':{'"
        "type':'string'}}},{'properties':{'country':{'not':{'enum':['JP']}},'state':{'type':'"
        "string'}}}]}}}";
    QVERIFY(Shown(schema, "{'address':{'country':'JP'}}").row("/address/prefecture") != nullptr);
    QVERIFY(Shown(schema, "{'address':{'country':'FR'}}").row("/address/state") != nullptr);
  }

  void shouldMergeAllOf_andIgnoreAlternativesThatOnlyAsk() {
    Shown shown(
        "{'type':'object','allOf':[{'properties':{'a':{'type':'string'}},'required':['a']},{'properties':{'b'"
        ":{'allOf':[{'type':'string'},{'maxLength':300}]}}}],'anyOf':[{'required':['a']},{'required':['b']}]"
        "}");
    QVERIFY(shown.row("/a")->required);
    QVERIFY(shown.row("/b")->type == FieldType::Text);
    QVERIFY(shown.row({}, Kind::Choice) == nullptr);
  }

  void shouldShowFieldsOfABranch_whileItsConditionHolds() {
    Shown shown("{'type':'object','properties':{'kind':{'enum':['person','firm']}},'if':{'properties':{'kind'"
                ":{'const'"
                ":'firm'}},'required':['kind']},'then':{'properties':{'number':{'type':'string'}},'required':"
                "['number'"
                "]},'else':{'properties':{'birth':{'type':'string','format':'date'}}}}");
    QVERIFY(shown.row("/birth")->type == FieldType::Date);
    QVERIFY(shown.row("/number") == nullptr);
    shown.model.setValue("/kind", "firm");
    QVERIFY(shown.row("/birth") == nullptr);
    QVERIFY(shown.row("/number")->required);
  }

  void shouldFollowDependencies() {
    Shown shown(
        "{'type':'object','properties':{'card':{'type':'string'},'name':{'type':'string'}},'dependencies':{'"
        "card':{'properties':{'address':{'type':'string'}}},'name':['card']}}");
    QVERIFY(shown.row("/address") == nullptr);
    QVERIFY(!shown.row("/card")->required);
    shown.model.setValue("/name", "Hana");
    QVERIFY(shown.row("/card")->required);
    shown.model.setValue("/card", "1");
    QVERIFY(shown.row("/address") != nullptr);
  }

  void shouldOfferEnumerations_inTheirOwnWords() {
    Shown shown(
        "{'type':'object','properties':{'state':{'enum':['JP','FR'],'enumNames':['Japan','France']},'flag':{'"
        "oneOf':[{'const':1,'title':'One'},{'const':2,'title':'Two'}]},'kind':{'anyOf':[{'type':'object','"
        "properties':{'value':{'const':'a'},'description':{'const':'Alpha'}},'required':['value','"
        "description'"
        "]},{'type':'object','properties':{'value':{'const':'b'},'description':{'const':'Beta'}},'required':["
        "'"
        "value','description']}]}}}");
    QCOMPARE(shown.labels("/state"), QStringList({u"Japan"_qs, u"France"_qs}));
    QCOMPARE(shown.labels("/flag"), QStringList({u"One"_qs, u"Two"_qs}));
    QCOMPARE(shown.labels("/kind"), QStringList({u"Alpha"_qs, u"Beta"_qs}));
    shown.model.setValue("/kind", (*shown.model.optionsOf(*shown.row("/kind")))[1].value);
    QVERIFY(shown.model.errors().empty());
    QCOMPARE(shown.model.textOf(*shown.row("/kind"), *shown.model.valueAt("/kind")), u"Beta"_qs);
  }

  void shouldKnowHowEachFieldIsEdited() {
    Shown shown("{'type':'object','properties':{'day':{'type':'string','format':'date'},'at':{'type':'string'"
                ",'format'"
                ":'date-time'},'n':{'type':['integer','null']},'yes':{'type':'boolean'},'many':{'type':'"
                "array','items'"
                ":{'enum':['a','b']}},'free':{},'both':{'type':['string','number']},'long':{'type':'string','"
                "maxLength"
                "':900},'never':false,'any':true,'fixed':{'type':'string','readOnly':true,'default':'x'}}}");
    QVERIFY(shown.row("/day")->type == FieldType::Date);
    QVERIFY(shown.row("/at")->type == FieldType::Moment);
    QVERIFY(shown.row("/n")->type == FieldType::Number);
    QVERIFY(shown.row("/yes")->type == FieldType::YesNo);
    QVERIFY(shown.row("/many")->type == FieldType::Choices);
    QVERIFY(shown.row("/free")->type == FieldType::Any);
    QVERIFY(shown.row("/both")->type == FieldType::Any);
    QVERIFY(shown.row("/any")->type == FieldType::Any);
    QVERIFY(shown.row("/long")->type == FieldType::Text);
    QVERIFY(shown.row("/never") == nullptr);
    QVERIFY(shown.row("/fixed")->readOnly);
  }

  void shouldMoveAndFillEntries_eachAsOneEditOfTheList() {
    Shown shown(
        "{'type':'object','properties':{'names':{'type':'array','items':{'type':'string'}},'rows':{'type':'"
        "array','items':{'type':'object','properties':{'n':{'type':'integer','default':7},'cells':{'type':'"
        "array','items':{'type':'string'}}}}}}}",
        "{'names':['a','b','c']}");
    QSignalSpy edited(&shown.model, &FormModel::edited);
    QVERIFY(shown.model.moveItem("/names/2", -1));
    QVERIFY(!shown.model.moveItem("/names/0", -1));
    QCOMPARE(shown.form(), std::string("{'names':['a','c','b']}"));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(shown.row("/names/1")->item, 2);
    shown.model.addItem("/rows");
    shown.model.addItem("/rows/0/cells");
    shown.model.setValue("/rows/0/cells/0", "x");
    shown.model.removeItem("/names/0");
    QCOMPARE(shown.form(), std::string("{'names':['c','b'],'rows':[{'cells':['x'],'n':7}]}"));
  }

  void shouldFillTuples_andTakeEmptiedPartsAway() {
    Shown shown("{'type':'object','properties':{'box':{'type':'array','items':[{'type':'number'},{'type':'"
                "number'}]},'"
                "office':{'type':'object','properties':{'name':{'type':'string'}},'required':['name']}}}");
    shown.model.setValue("/box/1", 2);
    QCOMPARE(shown.form(), std::string("{'box':[null,2]}"));
    shown.model.setValue("/box/1", core::json::value());
    shown.model.setValue("/office/name", "Main");
    shown.model.setValue("/office/name", core::json::value());
    QCOMPARE(shown.form(), std::string("{}"));
    QVERIFY(shown.model.errors().empty());
  }

  void shouldLetMembersBeNamed_whereTheSchemaLeavesThemOpen() {
    Shown shown("{'type':'object','properties':{'notes':{'type':'object','patternProperties':{'^n':{'type':'"
                "integer'}}"
                ",'additionalProperties':{'type':'string'}}},'additionalProperties':false}",
                "{'odd':1}");
    // What nobody asked for is shown, so that it can go.
    QVERIFY(shown.row("/odd") != nullptr);
    QVERIFY(!shown.model.errorAt("/odd").isEmpty());
    shown.model.setValue("/odd", core::json::value());
    QVERIFY(shown.row("/notes", Kind::AddMember) != nullptr);
    QVERIFY(shown.model.addMember("/notes", u"colour"_qs));
    QVERIFY(!shown.model.addMember("/notes", u"colour"_qs));
    QVERIFY(shown.row("/notes/colour") != nullptr);
    shown.model.setValue("/notes/n1", 3);
    QVERIFY(shown.row("/notes/n1")->type == FieldType::Number);
    QVERIFY(shown.model.errors().empty());
  }

  void shouldTellFoldedErrors_andUnfoldThem() {
    Shown shown("{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'object','"
                "properties':{'"
                "c':{'type':'integer'}}}}}}}",
                "{'a':{'b':{'c':'x'}}}");
    shown.model.setOpen("/a", false);
    QCOMPARE(shown.model.rowCount(), 1);
    QVERIFY(!shown.model.index(0).data(FormModel::ErrorRole).toString().isEmpty());
    QVERIFY(shown.model.reveal("/a/b/c"));
    QVERIFY(shown.row("/a/b/c") != nullptr);
    QVERIFY(!shown.model.reveal("/a/b/c"));
  }

  void shouldMakeNamesReadable() {
    QCOMPARE(readableName("veteranFullName"), std::string("Veteran full name"));
    QCOMPARE(readableName("date_of_birth"), std::string("Date of birth"));
    QCOMPARE(readableName("hasVAFile"), std::string("Has VA file"));
    QCOMPARE(readableName("line1"), std::string("Line1"));
    QCOMPARE(readableName("氏名"), std::string("氏名"));
  }
};

QTEST_GUILESS_MAIN(SchemaFormTest)
#include "schemaformtest.moc"
