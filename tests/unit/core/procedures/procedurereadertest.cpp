// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/procedurereader.h"

#include "core/procedures/formschema.h"
#include "core/text/mynumber.h"
#include "tests/unit/core/procedures/packagefiles.h"

#include <QtTest>

#include <functional>

using namespace madoguchi;
using core::json::value;

namespace {

void addPackageRows() {
  QTest::addColumn<QString>("id");
  for (const std::string& id : tests::packageIds())
    QTest::newRow(id.c_str()) << QString::fromStdString(id);
}

/// Changes one file of a good package.
tests::PackageFiles changed(const std::string& file, const std::function<void(value&)>& change,
                            const std::string& id = "food-business-permit") {
  tests::PackageFiles files = tests::packageFiles(id);
  value document = core::parseJson(files.at(file)).value();
  change(document);
  files[file] = core::canonicalJson(document);
  return files;
}

void set(value& document, const char* pointer, const value& to) {
  if (!core::setValueAt(document, pointer, to)) qFatal("the test names a place that is not there");
}

/// Every pointer of the document to a property that its own schema object requires.
void collectRequired(const core::json::object& schema, const value& root, const value& data,
                     const std::string& pointer, std::vector<std::string>& out) {
  if (const auto* reference = schema.if_contains("$ref")) {
    const auto* target = core::valueAt(root, std::string_view(reference->as_string()).substr(1));
    return collectRequired(target->as_object(), root, data, pointer, out);
  }
  if (const auto* object = data.if_object()) {
    if (const auto* required = schema.if_contains("required"))
      for (const value& name : required->as_array())
        out.push_back(pointer + "/" + std::string(name.as_string()));
    if (const auto* properties = schema.if_contains("properties"))
      for (const auto& pair : properties->as_object())
        if (const auto* inner = object->if_contains(pair.key()))
          collectRequired(pair.value().as_object(), root, *inner, pointer + "/" + std::string(pair.key()),
                          out);
  }
  const auto* items = schema.if_contains("items");
  if (const auto* array = data.if_array(); array != nullptr && items != nullptr && items->is_object())
    for (std::size_t i = 0; i < array->size(); ++i)
      collectRequired(items->as_object(), root, (*array)[i], pointer + "/" + std::to_string(i), out);
}

using Change = std::function<void(value&)>;
struct Broken {
  const char* name;
  const char* file;
  Change change;
  const char* place; ///< how the detail begins
};

Change sets(const char* pointer, const value& to) {
  return [=](value& document) { set(document, pointer, to); };
}

Change removes(const char* pointer) {
  return sets(pointer, nullptr);
}

std::vector<Broken> brokenPackages() {
  using object = core::json::object;
  return {
      {"text without English", "criteria.json", removes("/1/title/en"), "criteria.json#/1/title/en: "},
      {"empty Japanese", "layout.json", sets("/sections/0/fields/0/title/ja", ""),
       "layout.json#/sections/0/fields/0/title/ja: "},
      {"unknown key", "definition.json", sets("/colour", "red"), "definition.json#/colour: unknown key"},
      {"days below one", "definition.json", sets("/clock/days", 0), "definition.json#/clock/days: "},
      {"unknown stop of the clock", "definition.json", sets("/clock/stops/0", "lunch"),
       "definition.json#/clock/stops/0: must be one of"},
      {"number pattern", "definition.json", sets("/numberPattern", "{year}-{seq}"),
       "definition.json#/numberPattern: "},
      {"column that is no field", "definition.json", sets("/tableFields/0", "/facility/colour"),
       "definition.json#/tableFields/0: no field"},
      {"applicant field", "definition.json", sets("/applicantFields", object{{"/party/shoeSize", "/x"}}),
       "definition.json#/applicantFields/~1party~1shoeSize: "},
      {"bad pattern", "form.json", sets("/definitions/phone/pattern", "^[0-9"), "form.json#: "},
      {"no such type", "form.json", sets("/properties/facility/type", "thing"), "form.json#: "},
      {"reference to nothing", "form.json",
       sets("/properties/facility/properties/phone/$ref", "#/definitions/none"), "form.json#: "},
      {"open object", "form.json", removes("/properties/facility/additionalProperties"),
       "form.json#/properties/facility: "},
      {"field without a place", "form.json",
       sets("/properties/facility/properties/colour", object{{"type", "string"}}),
       "layout.json#/sections: the form's field /facility/colour"},
      {"field that takes twelve digits", "form.json",
       sets("/properties/facility/properties/phone", object{{"type", "string"}, {"pattern", "^[0-9]{12}$"}}),
       "form.json#/facility/phone: could take a My Number"},
      {"number without a bound", "form.json",
       sets("/properties/business/properties/seats", object{{"type", "integer"}}),
       "form.json#/business/seats: could take a My Number"},
      {"field named so", "layout.json", sets("/sections/1/fields/0/title/ja", "個人番号"),
       "form.json#/facility/name: could take a My Number"},
      {"layout of no field", "layout.json", sets("/sections/0/fields/0/pointer", "/application/colour"),
       "layout.json#/sections/0/fields/0/pointer: no field"},
      {"value without a label", "layout.json", removes("/sections/0/fields/0/enumLabels/new"),
       "layout.json#/sections/0/fields/0/enumLabels: no label for new"},
      {"condition on a value that never comes", "layout.json",
       sets("/sections/0/fields/1/visibleIf/anyOf/0", "maybe"),
       "layout.json#/sections/0/fields/1/visibleIf/anyOf/0: "},
      {"openness incomplete", "openness.json", removes("/~1facility~1name"),
       "openness.json#: the form's field /facility/name"},
      {"openness of no field", "openness.json", sets("/~1facility~1colour", "public"),
       "openness.json#/~1facility~1colour: no field"},
      {"openness unknown", "openness.json", sets("/~1facility~1name", "perhaps"),
       "openness.json#/~1facility~1name: must be one of"},
      {"criterion twice", "criteria.json", sets("/1/id", "complete"), "criteria.json#/1/id: used twice"},
      {"criterion that cannot fail", "criteria.json", sets("/0/findings/1/effect", "meets"),
       "criteria.json#/0/findings: "},
      {"criterion without an article", "criteria.json", removes("/0/article"), "criteria.json#/0/article: "},
      {"document type", "documents.json", sets("/0/accept/0", "pdf"), "documents.json#/0/accept/0: "},
      {"document condition", "documents.json", sets("/2/condition/pointer", "/nowhere"),
       "documents.json#/2/condition/pointer: no field"},
      {"unknown rank", "route.json", sets("/stages/0/rank", "king"),
       "route.json#/stages/0/rank: must be one of"},
      {"stage twice", "route.json", sets("/stages/1/id", "chief"), "route.json#/stages/1/id: used twice"},
      {"groups descend", "route.json", sets("/stages/1/group", 9), "route.json#/stages/2/group: "},
      {"threshold without an amount", "route.json", sets("/decisions/1/when", object{{"amountBelow", 100}}),
       "route.json#/decisions/1/when: a threshold needs"},
      {"decision by nobody", "route.json", sets("/decisions/1/stage", "emperor"),
       "route.json#/decisions/1/stage: no decision stage"},
      {"outcome without a decision", "route.json", removes("/decisions/1"),
       "route.json#/decisions: nobody decides"},
      {"no notice of refusal", "notices.json", removes("/byOutcome/Refused"),
       "notices.json#/byOutcome: no notice for Refused"},
      {"unknown placeholder", "notices.json", sets("/byOutcome/Granted/paragraphs/0/ja", "{weather}"),
       "notices.json#/byOutcome/Granted/paragraphs/0/ja: unknown placeholder"},
      {"open brace", "notices.json", sets("/byOutcome/Granted/paragraphs/0/ja", "許可{number"),
       "notices.json#/byOutcome/Granted/paragraphs/0/ja: a brace"},
      {"refusal without reasons", "notices.json", removes("/byOutcome/Refused/paragraphs/2"),
       "notices.json#/byOutcome/Refused: "},
      {"appeal text without its variant", "notices.json", removes("/byOutcome/Refused/appeal"),
       "notices.json#/byOutcome/Refused: "},
      {"languages that differ", "notices.json", sets("/byOutcome/Granted/paragraphs/0/en", "Permitted."),
       "notices.json#/byOutcome/Granted/paragraphs/0/en: "},
      {"usual text without English", "corrections.json", removes("/0/text/en"),
       "corrections.json#/0/text/en: "},
      {"usual text with an unknown placeholder", "corrections.json", sets("/0/text/ja", "{weather}"),
       "corrections.json#/0/text/ja: unknown placeholder"},
      {"usual texts that differ", "corrections.json", sets("/0/text/en", "{target} is missing."),
       "corrections.json#/0/text/en: has other placeholders"},
      {"usual text of no field", "corrections.json", sets("/3/field", "/facility/colour"),
       "corrections.json#/3/field: no field"},
      {"usual text of no document", "corrections.json", sets("/0/document", "diary"),
       "corrections.json#/0/document: no document"},
      {"usual text of both", "corrections.json", sets("/0/field", "/facility/name"),
       "corrections.json#/0: is about"},
      {"usual text that names no document", "corrections.json",
       sets("/4/text", object{{"ja", "{document:diary}"}, {"en", "{document:diary}"}}),
       "corrections.json#/4/text/ja: no document"},
      {"sample that is not valid", "sample.json", sets("/facility/phone", "ask me"),
       "sample.json#/facility/phone: "},
  };
}

} // namespace

class ProcedureReaderTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldReadEachPackage_data() { addPackageRows(); }
  void shouldReadEachPackage() {
    QFETCH(QString, id);
    const auto procedure = core::readProcedure(tests::packageFiles(id.toStdString()));
    QVERIFY2(procedure.has_value(), procedure ? "" : procedure.error().detail.c_str());
    QCOMPARE(procedure->id.value, id.toStdString());
    QCOMPARE(procedure->importOnly, id == QLatin1String("imported-log"));
    if (!procedure->importOnly) QVERIFY(procedure->criteria.size() >= 5 && procedure->criteria.size() <= 9);
  }

  void shouldFillNoMoreThanTheFolderHolds() {
    std::size_t folders = 0;
    for (const auto& entry : std::filesystem::directory_iterator(tests::resourcesFolder() + "/procedures"))
      folders += entry.is_directory() ? 1 : 0;
    QCOMPARE(folders, tests::packageIds().size());
  }

  void shouldTakeTheSample_andNoSampleWithoutARequiredField_data() { addPackageRows(); }
  void shouldTakeTheSample_andNoSampleWithoutARequiredField() {
    QFETCH(QString, id);
    const core::Procedure procedure = tests::packaged(id.toStdString());
    const auto schema = core::FormSchema::compile(procedure.form).value();
    const value& sample = procedure.package.at("sample");
    QVERIFY(schema.isValid(sample));
    std::vector<std::string> required;
    collectRequired(procedure.form.as_object(), procedure.form, sample, "", required);
    QVERIFY(!required.empty());
    for (const std::string& pointer : required) {
      value form = sample;
      QVERIFY(core::setValueAt(form, pointer, nullptr).has_value());
      const auto errors = schema.validate(form);
      QVERIFY2(!errors.empty(), pointer.c_str());
      QCOMPARE(errors.front().pointer, pointer);
      QCOMPARE(errors.front().keyword, std::string("required"));
    }
  }

  void shouldDemandConditionalFields() {
    const core::Procedure procedure = tests::packaged("food-business-permit");
    const auto schema = core::FormSchema::compile(procedure.form).value();
    value form = procedure.package.at("sample");
    set(form, "/application/kind", "renewal");
    set(form, "/hygiene/waterTestedOn", nullptr);
    std::vector<std::string> places;
    for (const auto& error : schema.validate(form))
      places.push_back(error.pointer);
    std::sort(places.begin(), places.end());
    const std::vector<std::string> expected{"/application/previousExpiry",
                                            "/application/previousPermitNumber", "/hygiene/waterTestedOn"};
    QCOMPARE(places, expected);
  }

  void shouldComeBackTheSame_whenSentAsJson_data() { addPackageRows(); }
  void shouldComeBackTheSame_whenSentAsJson() {
    QFETCH(QString, id);
    const core::Procedure procedure = tests::packaged(id.toStdString());
    const value sent = core::toJson(procedure);
    const auto text = core::canonicalJson(sent);
    const auto again = core::procedureFromJson(core::parseJson(text).value());
    QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
    QCOMPARE(core::canonicalJson(core::toJson(*again)), text);
    QCOMPARE(again->title.ja, procedure.title.ja);
  }

  void shouldNameFileAndPlace_whenAPackageIsBroken_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Broken& broken : brokenPackages())
      QTest::newRow(broken.name) << index++;
  }
  void shouldNameFileAndPlace_whenAPackageIsBroken() {
    QFETCH(int, index);
    const Broken broken = brokenPackages().at(static_cast<std::size_t>(index));
    const auto procedure = core::readProcedure(changed(broken.file, broken.change));
    QVERIFY(!procedure.has_value());
    QCOMPARE(procedure.error().code, core::ErrorCode::FileBroken);
    const QString detail = QString::fromStdString(procedure.error().detail);
    QVERIFY2(detail.startsWith(QString::fromUtf8(broken.place)), qPrintable(detail));
  }

  void shouldRefuse_whenFilesAreMissingUnknownOrNoJson() {
    auto missing = tests::packageFiles("food-business-permit");
    missing.erase("route.json");
    QCOMPARE(core::readProcedure(missing).error().detail, std::string("route.json#: the file is missing"));
    auto unknown = tests::packageFiles("food-business-permit");
    unknown["extra.json"] = "{}";
    QCOMPARE(core::readProcedure(unknown).error().detail, std::string("extra.json#: unknown file"));
    auto torn = tests::packageFiles("food-business-permit");
    torn["form.json"].resize(100);
    QVERIFY(QString::fromStdString(core::readProcedure(torn).error().detail)
                .startsWith(QStringLiteral("form.json#: ")));
    auto wrongKind = tests::packageFiles("food-business-permit");
    for (auto& file : wrongKind)
      file.second = "[]";
    QVERIFY(!core::readProcedure(wrongKind).has_value());
    QVERIFY(!core::procedureFromJson(value(3)).has_value());
  }

  void shouldDoWithoutUsualTexts_asOlderPackages() {
    auto older = tests::packageFiles("food-business-permit");
    older.erase("corrections.json");
    const auto procedure = core::readProcedure(older);
    QVERIFY2(procedure.has_value(), procedure ? "" : procedure.error().detail.c_str());
    QVERIFY(procedure->corrections.empty());
  }

  void shouldLeaveAloneWhatANewerReleaseAdded_onceItIsPublished() {
    auto newer = tests::packageFiles("food-business-permit");
    core::json::object package;
    for (const auto& [file, text] : newer)
      package[file.substr(0, file.rfind(".json"))] = core::parseJson(text).value();
    package["horoscope"] = core::json::object{};
    QVERIFY(!core::procedureFromJson(package).has_value());
    const auto read = core::procedureFromJson(package, core::PackageState::Published);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
  }

  void shouldProbeWithARealMyNumber() { QVERIFY(core::isMyNumber("123456789018")); }
};

QTEST_APPLESS_MAIN(ProcedureReaderTest)
#include "procedurereadertest.moc"
