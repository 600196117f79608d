// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formschema.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace madoguchi;

namespace {

core::json::value fileAt(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return core::parseJson(text.str()).value_or(nullptr);
}

std::map<std::string, core::json::value> remoteDocuments(const std::string& folder) {
  std::map<std::string, core::json::value> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const auto relative = std::filesystem::relative(entry.path(), folder).generic_string();
    out["http://localhost:1234/" + relative] = fileAt(entry.path());
  }
  return out;
}

/// The groups that need the metaschema, which nobody fetches.
const std::set<std::string> kKnownFailures{"definitions: validate definition against metaschema",
                                           "ref: remote ref, containing refs itself"};

struct Score {
  int passed = 0;
  int failed = 0;
  std::set<std::string> failedGroups;
};

Score runSuite(const std::string& folder, const std::string& draft, const core::json::value& defaultDraft) {
  const auto remotes = remoteDocuments(folder + "/remotes");
  Score score;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/tests/" + draft)) {
    if (entry.path().extension() != ".json") continue;
    const core::json::value groups = fileAt(entry.path());
    for (const auto& group : groups.as_array()) {
      auto definition = group.at("schema");
      if (definition.is_object() && !defaultDraft.is_null()) definition.as_object()["$schema"] = defaultDraft;
      const auto schema = core::FormSchema::compile(definition, remotes);
      for (const auto& test : group.at("tests").as_array()) {
        const auto& data = test.at("data");
        const bool wanted = test.at("valid").as_bool();
        const bool good =
            schema && schema->validate(data).empty() == wanted && schema->isValid(data) == wanted;
        (good ? score.passed : score.failed) += 1;
        if (!good)
          score.failedGroups.insert(entry.path().stem().string() + ": " +
                                    std::string(group.at("description").as_string()));
      }
    }
  }
  return score;
}

QStringList lines(const std::set<std::string>& items) {
  QStringList out;
  for (const std::string& item : items)
    out += QString::fromStdString(item);
  return out;
}

/// JSON with ' for ", which spares the escapes (moc 6.4 loses its way in raw strings).
core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

core::FormSchema compiled(const std::string& text) {
  return core::FormSchema::compile(parsed(text)).value();
}

std::string errorsOf(const core::FormSchema& schema, const std::string& text) {
  std::string out;
  for (const auto& error : schema.validate(parsed(text)))
    out += error.pointer + " " + error.keyword + " " + core::canonicalJson(error.params) + "\n";
  std::replace(out.begin(), out.end(), '"', '\'');
  return out;
}

} // namespace

class FormSchemaTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldPassTheOfficialSuite_whenDraft7() {
    const auto data = tests::sharedData();
    if (!data) return; // the suite is outside material and may be absent
    const Score score = runSuite(*data + "/json-schema-test-suite", "draft7", nullptr);
    QCOMPARE(lines(score.failedGroups), lines(kKnownFailures));
    QCOMPARE(score.passed, 923);
    QCOMPARE(score.failed, 4);
  }

  void shouldPassTheOfficialSuite_whenDraft4() {
    const auto data = tests::sharedData();
    if (!data) return;
    const Score score =
        runSuite(*data + "/json-schema-test-suite", "draft4", "http://json-schema.org/draft-04/schema#");
    QCOMPARE(lines(score.failedGroups), lines(kKnownFailures));
    QCOMPARE(score.passed, 614);
    QCOMPARE(score.failed, 4);
  }

  void shouldCompileRealForms_andTakeTheirExamples() {
    const auto data = tests::sharedData();
    if (!data) return;
    int schemas = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*data + "/forms/vets")) {
      const std::string name = entry.path().filename().string();
      if (name.find("-schema.json") == std::string::npos) continue;
      const auto schema = core::FormSchema::compile(fileAt(entry.path()));
      QVERIFY2(schema.has_value(), schema ? "" : (name + ": " + schema.error().detail).c_str());
      ++schemas;
    }
    QCOMPARE(schemas, 20);
    const auto large = core::FormSchema::compile(fileAt(*data + "/forms/odp/v0.2.1/submission.json"));
    QVERIFY2(large.has_value(), large ? "" : large.error().detail.c_str());
    for (const auto& entry : std::filesystem::directory_iterator(*data + "/forms/odp/examples-v0.2.1")) {
      const auto errors = large->validate(fileAt(entry.path()));
      QVERIFY2(errors.empty(), errors.empty() ? "" : (errors[0].pointer + " " + errors[0].keyword).c_str());
    }
  }

  void shouldTellWhereAndWhy() {
    const auto schema =
        compiled("{'type':'object','additionalProperties':false,'required':['name'],'properties':{'name':{'"
                 "type':'string','maxLength':2},'day':{'type':'string','format':'date'},'cars':{'type':'"
                 "array','items':{'type':'object','required':['plate'],'properties':{'plate':{'type':'string'"
                 ",'pattern':'^[ぁ-ん]{2}$'}}}}}}");
    QCOMPARE(errorsOf(schema, "{'name':'東京'}"), std::string());
    QCOMPARE(errorsOf(schema, "{'name':'東京都'}"), std::string("/name maxLength {'limit':2}\n"));
    QCOMPARE(errorsOf(schema, "{}"), std::string("/name required {'property':'name'}\n"));
    QCOMPARE(errorsOf(schema, "{'name':3,'a/b':1}"),
             std::string("/name type {'types':['string']}\n/a~1b additionalProperties {'property':'a/b'}\n"));
    QCOMPARE(errorsOf(schema, "{'name':'東','day':'2026-02-29'}"),
             std::string("/day format {'format':'date'}\n"));
    QCOMPARE(errorsOf(schema, "{'name':'東','cars':[{'plate':'ああ'},{'plate':'アア'},{}]}"),
             std::string("/cars/1/plate pattern {'pattern':'^[ぁ-ん]{2}$'}\n"
                         "/cars/2/plate required {'property':'plate'}\n"));
  }

  void shouldFollowConditions() {
    const auto schema =
        compiled("{'properties':{'kind':{'enum':['person','organisation']}},'if':{'properties':{'kind':{'"
                 "const':'organisation'}},'required':['kind']},'then':{'required':['representative']}}");
    QCOMPARE(errorsOf(schema, "{'kind':'person'}"), std::string());
    QCOMPARE(errorsOf(schema, "{'kind':'organisation'}"),
             std::string("/representative required {'property':'representative'}\n"));
    QCOMPARE(errorsOf(schema, "{'kind':'cat'}"), std::string("/kind enum {}\n"));
  }

  void shouldTakeTwoPointZeroForAnInteger() {
    const auto schema = compiled("{'type':'integer','maximum':3}");
    QCOMPARE(errorsOf(schema, "2.0"), std::string());
    QCOMPARE(errorsOf(schema, "2.5"), std::string(""
                                                  " type {'types':['integer']}\n"));
    QCOMPARE(errorsOf(schema, "4"), std::string(" maximum {'limit':3}\n"));
  }

  void shouldRefuseBrokenSchemas_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no schema") << QByteArray("[]");
    QTest::newRow("bad pattern") << QByteArray("{'pattern':'['}");
    QTest::newRow("bad pattern of names") << QByteArray("{'patternProperties':{'(':{}}}");
    QTest::newRow("pattern with a NUL") << QByteArray("{'pattern':'^[a-z\\u00000-9]$'}");
    QTest::newRow("pattern of names with a NUL") << QByteArray("{'patternProperties':{'a\\u0000':{}}}");
    QTest::newRow("unknown type") << QByteArray("{'type':'text'}");
    QTest::newRow("negative length") << QByteArray("{'maxLength':-1}");
    QTest::newRow("properties no object") << QByteArray("{'properties':[]}");
    QTest::newRow("required no list") << QByteArray("{'required':true}");
    QTest::newRow("multiple of nothing") << QByteArray("{'multipleOf':0}");
    QTest::newRow("enum no list") << QByteArray("{'enum':'a'}");
    QTest::newRow("reference to nothing") << QByteArray("{'properties':{'a':{'$ref':'#/definitions/none'}}}");
    QTest::newRow("reference to the network") << QByteArray("{'$ref':'http://example.org/schema.json'}");
    QTest::newRow("circle") << QByteArray("{'definitions':{'a':{'$ref':'#/definitions/b'},'b':{'$ref':'#/"
                                          "definitions/a'}},'properties':{'x':{'$ref':'#/definitions/a'}}}");
    QTest::newRow("itself") << QByteArray("{'$ref':'#'}");
  }
  void shouldRefuseBrokenSchemas() {
    QFETCH(QByteArray, text);
    const auto schema = core::FormSchema::compile(parsed(text.toStdString()));
    QVERIFY(!schema.has_value());
    QVERIFY(!schema.error().detail.empty());
  }

  void shouldSurvive_whenTheSchemaGoesRoundForEver() {
    const auto schema = compiled("{'allOf':[{'$ref':'#'}]}");
    QCOMPARE(errorsOf(schema, "1"), std::string(" depth {}\n"));
    core::json::value deep = core::json::object{};
    for (int i = 0; i < 400; ++i)
      deep = core::json::object{{"not", deep}};
    QVERIFY(!core::FormSchema::compile(deep).has_value());
  }

  void shouldSurvive_whenTextAndPatternAreHostile() {
    const auto schema = compiled("{'pattern':'^(a+)+$'}");
    const core::json::value text(std::string(40, 'a').append("!"));
    QVERIFY(!schema.isValid(text));
    QVERIFY(schema.isValid(core::json::value(std::string(30'000, 'a'))));
  }
};

QTEST_APPLESS_MAIN(FormSchemaTest)
#include "formschematest.moc"
