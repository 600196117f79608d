// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "tests/fuzz/fuzztarget.h"

namespace madoguchi::fuzz {

namespace {

// A pointer, a line break, and a document.
void run(std::string_view input) {
  const auto [pointer, text] = split(input);
  auto document = core::parseJson(text);
  if (!document) return;
  const std::string canonical = core::canonicalJson(*document);
  const auto again = core::parseJson(canonical);
  require(again.has_value(), "canonical JSON is JSON");
  require(core::canonicalJson(*again) == canonical, "canonical JSON is canonical");
  // Pointers come out of JSON, and so are UTF-8.
  if (!core::parseJson(core::canonicalJson(core::json::string(pointer)))) return;
  const bool wasThere = core::valueAt(*document, pointer) != nullptr;
  const core::json::value news = "新";
  const auto set = core::setValueAt(*document, pointer, news);
  if (!set) return;
  require(wasThere || core::canonicalJson(*document) != canonical, "a value that was set is there");
  require(core::parseJson(core::canonicalJson(*document), 128).has_value(),
          "a document can be read again after a value was set");
}

std::vector<std::string> seeds() {
  return {
      "/a/0/"
      "b\n{\"a\":[{\"b\":null}],\"b\":\"\\u7a93\\ud842\\udfb7\",\"c\":-1.5e-3,\"d\":18446744073709551615}",
      "\n\"\\\"\\\\\\/\\b\\f\\n\\r\\t窓口\"",
      "/1\n[1.7976931348623157e308,5e-324,2.2250738585072011e-308,123456789.123456789,9007199254740993.5,0."
      "3]",
      "/-\n[1,0.1,1e300,-0,true,false,null,{},[],\"\"]",
      "/a~1b/~0\n{\"a/b\":{\"~\":[[[[[]]]]]}}",
      "/x/y/z\n{\"x\":null}",
      "/a\n{\"a\":1,\"a\":2}"};
}

} // namespace

const Target kJson{"json", run, seeds, 20'000};

} // namespace madoguchi::fuzz
