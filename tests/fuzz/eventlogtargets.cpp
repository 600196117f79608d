// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Event logs of other systems, and the mapping that gives their words a meaning.
#include "server/eventlog/csvlog.h"
#include "server/eventlog/importplan.h"
#include "server/eventlog/xeslog.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/support/testsupport.h"

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::server;

const std::string& shippedMapping() {
  static const std::string text = tests::readFile(tests::resourcesFolder() + "/import/receipt.mapping.json");
  return text;
}

void planned(const EventLog& log, const Mapping& mapping) {
  const auto plan = mapLog(log, mapping);
  if (!plan) return;
  const ImportSummary summary = summaryOf(*plan);
  require(summary.cases == log.traces.size() && summary.steps == log.eventCount(),
          "a plan has every case and every step of the log");
}

// A mapping in one line (an empty one means the shipped), a line break, and the log.
void runCsv(std::string_view input) {
  const auto [mappingText, text] = split(input);
  const auto mapping = parseMapping(mappingText.empty() ? std::string_view(shippedMapping()) : mappingText);
  TextSource source(text);
  const auto log = readCsvLog(source);
  if (mapping && log) planned(*log, *mapping);
}

std::vector<std::string> csvSeeds() {
  const std::string header = "case:concept:name,case:startdate,case:deadline,case:enddate,case:channel,"
                             "case:responsible,concept:name,org:resource,org:group,time:timestamp\n";
  const std::string lines =
      "c1,2011-10-11 13:42:22+02:00,2011-12-06,2011-10-20 10:00:00+02:00,Desk,R1,Confirmation of receipt,"
      "R1,Group 1,2011-10-11 13:45:40.276000+02:00\r\n"
      "c2,,,,Internet,,\"said \"\"so\"\",\nthen\",,EMPTY,2012-02-29 00:00:00-03:30\r\n"
      "c1,2011-10-11 13:42:22+02:00,2011-12-06,2011-10-20 10:00:00+02:00,Desk,R1,"
      "T02 Check confirmation of receipt,R2,窓口,2011-10-12T13:45:40Z\r\n";
  const std::string mapping =
      R"({"attributes":{"start":"startdate","deadline":"deadline"},"channels":{"Desk":"Counter"},)"
      R"("topOffice":{"nameJa":"局","nameEn":"Bureau"},"activities":{"a":{"step":"AddNote","status":"Examining"}},)"
      R"("groups":{"EMPTY":null,"g":{"nameJa":"課","nameEn":"Section","symbol":"課"}},)"
      R"("resources":{"R1":{"login":"r1","name":"一"},"R2":null},"loginPrefix":"x.","unknownGroups":"Refuse"})";
  return {"\n" + header + lines, "\n\xEF\xBB\xBF" + header + lines, mapping + "\n" + header + lines,
          mapping + "\n" + "time:timestamp,concept:name,case:concept:name\n2020-01-01T00:00:00Z,a,c\n"};
}

void runXes(std::string_view input) {
  TextSource source(input);
  const auto log = readXesLog(source);
  static const Mapping mapping = parseMapping(shippedMapping()).value();
  if (log) planned(*log, mapping);
}

std::vector<std::string> xesSeeds() {
  const std::string event =
      R"(<event><string key="concept:name" value="Confirmation of receipt"/><string key="org:resource" value="R1"/>)"
      R"(<string key="org:group" value="窓口 &amp; &#x7a93;"/><string key="lifecycle:transition" value="complete"/>)"
      R"(<date key="time:timestamp" value="2011-10-11T13:45:40.276+02:00"/></event>)";
  const std::string trace =
      R"(<trace><string key="concept:name" value="c1"/><date key="startdate" value="2011-10-11T13:42:22+02:00"/>)"
      R"(<int key="n" value="1"/><float key="f" value="12.50"><string key="nested" value="x"/></float>)"
      R"(<boolean key="b" value="true"/><id key="i" value="u"/><list key="l"><values/></list>)";
  const std::string log =
      R"(<log xes.version="1.0" xmlns="http://www.xes-standard.org/"><extension name="Time" prefix="time" uri="u"/>)"
      R"(<global scope="event"><string key="concept:name" value="U"/></global><classifier name="A" keys="concept:name"/>)";
  return {"<?xml version='1.0' encoding='UTF-8'?>" + log + trace + event + event + "</trace></log>",
          log + trace + event + "</trace>" + "<trace/>" + trace + "</trace></log>",
          "<!DOCTYPE log [<!ENTITY a 'b'>]><log>&a;</log>", "<log><!-- x --><![CDATA[y]]><?z?></log>"};
}

} // namespace

const Target kCsv{"csv", runCsv, csvSeeds, 2'500};
const Target kXes{"xes", runXes, xesSeeds, 5'000};

} // namespace madoguchi::fuzz
