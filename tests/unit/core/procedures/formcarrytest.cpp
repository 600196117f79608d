// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/formcarry.h"

#include "tests/support/outsideforms.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <algorithm>

using namespace madoguchi;

namespace {

core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

std::string text(const core::json::value& value) {
  std::string out = core::canonicalJson(value);
  std::replace(out.begin(), out.end(), '"', '\'');
  return out;
}

/// A form of one procedure, with its schema.
struct Form {
  explicit Form(const std::string& schema)
      : procedure(tests::bareProcedure(parsed(schema))),
        compiled(core::FormSchema::compile(procedure.form).value()) {}
  [[nodiscard]] core::json::value fitting(const core::json::value& values) const {
    return core::fittingValues(procedure, &compiled, values);
  }

  core::Procedure procedure;
  core::FormSchema compiled;
};

const std::string kRoad =
    "{'type':'object','properties':{'place':{'type':'object','properties':{'town':{'type':'string'},'road':{"
    "'type':'string'}}},'kind':{'enum':['new','change']},'cars':{'type':'array','items':{'type':'object','"
    "properties':{'plate':{'type':'string'},'load':{'type':'number'}}}}}}";
const std::string kSign = "{'type':'object','properties':{'place':{'type':'object','properties':{'town':{'"
                          "type':'string','maxLength'"
                          ":2}}},'kind':{'enum':['new']},'faces':{'type':'integer'},'cars':{'type':'array','"
                          "items':{'type':'object','"
                          "properties':{'plate':{'type':'string'}}}}}}";

} // namespace

class FormCarryTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldCarryWhatFits_byTheSamePointer() {
    const Form sign(kSign);
    QCOMPARE(text(sign.fitting(parsed("{'place':{'town':'Tachikawa','road':'R16'},'kind':'new'}"))),
             std::string("{'kind':'new','place':{'town':'Tachikawa'}}"));
    // No such choice, no such type, and no part that is left empty.
    QCOMPARE(text(sign.fitting(parsed("{'place':{'road':'R16'},'kind':'change','faces':'two'}"))),
             std::string("{}"));
    QCOMPARE(text(sign.fitting(parsed("{'cars':[{'plate':'a','load':2},{'load':3}]}"))),
             std::string("{'cars':[{'plate':'a'},{}]}"));
    QCOMPARE(text(sign.fitting({})), std::string("{}"));
  }

  void shouldBringEverythingBack_whenNothingWasChangedMeanwhile() {
    const Form sign(kSign);
    const auto all =
        parsed("{'place':{'town':'Tachikawa','road':'R16'},'kind':'change','cars':[{'load':2}]}");
    const auto given = sign.fitting(all);
    QCOMPARE(text(core::withChanges(all, given, given)), text(all));
  }

  void shouldTakeWhatWasWritten_andKeepTheRest() {
    const Form sign(kSign);
    const auto all = parsed("{'place':{'town':'Tachikawa','road':'R16'},'cars':[{'plate':'a','load':2}]}");
    const auto given = sign.fitting(all);
    QCOMPARE(text(core::withChanges(all, given,
                                    parsed("{'place':{'town':'Hino'},'faces':2,'cars':[{'plate':'a'}]}"))),
             std::string("{'cars':[{'load':2,'plate':'a'}],'faces':2,'place':{'road':'R16','town':'Hino'}}"));
    // What was emptied stays so; what was not there to be emptied stays.
    QCOMPARE(text(core::withChanges(all, given, parsed("{'cars':[{'plate':'a'}]}"))),
             std::string("{'cars':[{'load':2,'plate':'a'}],'place':{'road':'R16'}}"));
    QCOMPARE(text(core::withChanges(parsed("{'place':{'town':'Hino'}}"), parsed("{'place':{'town':'Hino'}}"),
                                    parsed("{}"))),
             std::string("{}"));
    QCOMPARE(text(core::withChanges({}, {}, parsed("{'kind':'new'}"))), std::string("{'kind':'new'}"));
    QCOMPARE(text(core::withChanges(parsed("{'place':{'road':'R16'}}"), parsed("{}"),
                                    parsed("{'place':{'town':'Hino'}}"))),
             std::string("{'place':{'road':'R16','town':'Hino'}}"));
  }

  void shouldComeBackToTheFirstForm_throughAnother() {
    const Form road(kRoad);
    const Form sign(kSign);
    const auto written = parsed("{'place':{'town':'Hino','road':'R16'},'kind':'change'}");
    auto all = core::withChanges({}, core::json::object(), written);
    const auto given = sign.fitting(all);
    all = core::withChanges(all, given, parsed("{'place':{'town':'Hino'},'kind':'new'}"));
    QCOMPARE(text(road.fitting(all)), std::string("{'kind':'new','place':{'road':'R16','town':'Hino'}}"));
  }
};

QTEST_APPLESS_MAIN(FormCarryTest)
#include "formcarrytest.moc"
