// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace madoguchi;

class JsonTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldRefuseDuplicateKeys() {
    QVERIFY(core::parseJson(R"({"a":1,"b":{"a":2}})").has_value());
    QVERIFY(!core::parseJson(R"({"a":1,"a":2})").has_value());
    QVERIFY(!core::parseJson(R"({"a":1,"\u0061":2})").has_value());
  }

  void shouldRefuseWhatIsTooDeep() {
    QVERIFY(core::parseJson(std::string(60, '[') + std::string(60, ']')).has_value());
    QVERIFY(!core::parseJson(std::string(100'000, '[')).has_value());
    QVERIFY(!core::parseJson(std::string(70, '[') + std::string(70, ']')).has_value());
  }

  void shouldSortKeys_whenCanonical() {
    const auto value = core::parseJson(R"({"b":[1,{"z":null,"a":"窓"}],"a":1.5})");
    QCOMPARE(core::canonicalJson(*value), std::string(R"({"a":1.5E0,"b":[1,{"a":"窓","z":null}]})"));
  }

  void shouldKeepNumbersThroughTheirText() {
    std::mt19937_64 random(5);
    for (int i = 0; i < 20'000; ++i) {
      std::string digits = random() % 2 == 0 ? "-0." : "1.";
      for (std::size_t count = 1 + random() % 30; count > 0; --count)
        digits.push_back(static_cast<char>('0' + random() % 10));
      const std::string text = digits + "e" + std::to_string(static_cast<int>(random() % 600) - 300);
      const auto value = core::parseJson(text);
      QVERIFY2(value.has_value(), text.c_str());
      const auto again = core::parseJson(core::canonicalJson(*value));
      QVERIFY2(again.has_value() && *again == *value, text.c_str());
    }
    for (const char* text : {"1e400", "-1e400", "[0,{\"a\":9e999}]"})
      QVERIFY2(!core::parseJson(text).has_value(), text);
  }

  void shouldReadAndWriteAtPointers() {
    auto value = *core::parseJson(R"({"a":{"b/c":[1,2]}})");
    QVERIFY(core::valueAt(value, "/a/b~1c/1") != nullptr);
    QVERIFY(core::valueAt(value, "/a/b~1c/2") == nullptr);
    QVERIFY(core::setValueAt(value, "/a/x/y", "new").has_value());
    QVERIFY(core::setValueAt(value, "/a/b~1c/-", 3).has_value());
    QVERIFY(core::setValueAt(value, "/a/b~1c/0", nullptr).has_value());
    QVERIFY(!core::setValueAt(value, "/a/x/y/z", 1).has_value());
    std::string pointer;
    for (int i = 0; i < 100'000; ++i)
      pointer += "/d";
    QVERIFY(!core::setValueAt(value, pointer, 1).has_value());
    QCOMPARE(core::canonicalJson(value), std::string(R"({"a":{"b/c":[2,3],"x":{"y":"new"}}})"));
  }

  void shouldAgreeWithTheParserSuite() {
    const auto data = tests::sharedData();
    if (!data) return; // the suite is outside material and may be absent
    int accepted = 0;
    int refused = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(*data + "/hostile/nst_json_testsuite2")) {
      const std::string name = entry.path().filename().string();
      if (!entry.is_regular_file() || entry.path().extension() != ".json" || name[0] == 'i') continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::stringstream text;
      text << file.rdbuf();
      const bool good = core::parseJson(text.str(), 600).has_value();
      // RFC 8259 lets a reader refuse duplicate keys, and we do.
      if (name.rfind("y_object_duplicated_key", 0) == 0) {
        QVERIFY2(!good, name.c_str());
        ++accepted;
        continue;
      }
      QVERIFY2(good == (name[0] == 'y'), name.c_str());
      (good ? accepted : refused) += 1;
    }
    QCOMPARE(accepted, 95);
    QCOMPARE(refused, 188);
  }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "jsontest.moc"
