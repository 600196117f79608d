// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands as they come from clients, and cases as they come from servers and caches.
#include "core/cases/casecodec.h"
#include "core/cases/invariants.h"
#include "core/desk/casesummary.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/support/caseworld.h"

#include <algorithm>
#include <random>

namespace madoguchi::fuzz {

namespace {

using namespace madoguchi::core;

/// A case of each kind, and the bureau that it lives in; made once, used by copy.
struct Bureau {
  tests::CaseWorld world;
  std::vector<CaseRecord> records{world.arrived(),  world.onPaper(),   world.registered(), world.taken(),
                                  world.examined(), world.submitted(), world.decided(),    world.closed()};

  static Bureau& get() {
    static Bureau bureau;
    return bureau;
  }
};

const Actor& actorOf(const Bureau& bureau, const Command& command) {
  for (const Actor& person : bureau.world.people)
    if (person.id == command.actor) return person;
  return bureau.world.person("clerk1");
}

void requireReadable(const CaseRecord& record) {
  const CaseText text = toText(record);
  const auto again = caseRecordFrom(text.state, text.timeline);
  require(again.has_value(), "a stored case can be read again");
  require(again->state == record.state, "a case is the same after it was stored");
  require(toText(*again) == text, "the texts of a case are canonical");
}

void tryOn(const CaseRecord& before, Command command, const Bureau& bureau) {
  CaseRecord record = before;
  command.caseId = before.state.id;
  const auto done = execute(record, command, bureau.world.context(actorOf(bureau, command)));
  if (!done || *done == 0) {
    require(record.state == before.state, "a refused command changes nothing");
    return;
  }
  require(!brokenInvariant(record), "the invariants of a case hold");
  require(!brokenTransition(before.state, record.state), "what never changes did not");
  require(replay(record.state.id, record.timeline) == record.state, "the timeline tells the state");
  requireReadable(record);
}

void runCommand(std::string_view input) {
  const auto value = parseJson(input);
  const auto command = value ? commandFrom(*value) : Result<Command>(failure(ErrorCode::Malformed, {}));
  if (!command) return;
  const auto again = commandFrom(toJson(*command));
  require(again.has_value() && *again == *command, "a command is the same after a journey");
  const Bureau& bureau = Bureau::get();
  for (const CaseRecord& record : bureau.records)
    tryOn(record, *command, bureau);
  if (std::holds_alternative<ReceiveOnline>(command->body) ||
      std::holds_alternative<ReceiveOnPaper>(command->body)) {
    CaseRecord none;
    if (execute(none, *command, bureau.world.context(actorOf(bureau, *command)))) requireReadable(none);
  }
}

std::vector<std::string> commandSeeds() {
  tests::CaseWorld world;
  std::mt19937_64 random(22);
  std::vector<std::string> seeds;
  for (const CaseRecord& record : Bureau::get().records)
    for (int i = 0; i < 12; ++i) {
      const Actor& actor = world.people[random() % world.people.size()];
      seeds.push_back(canonicalJson(
          toJson(world.command(record, actor, tests::randomCommand(record.state, world, actor, random)))));
    }
  ReceiveOnPaper receive;
  receive.procedure = world.procedure.id;
  receive.office = OfficeId("east");
  receive.stampedOn = dayInJapan(world.now);
  receive.applicant.party.name = {"山崎　花子", {}, "ヤマザキ　ハナコ"};
  receive.form = json::object{{"owner", json::object{{"name", "窓口亭"}}}, {"seats", json::array{1, 2}}};
  const FieldEdit edit{"/a/b/c", {}, json::array{json::array{json::object{{"d", 1}}}}};
  for (const CommandBody& body : {CommandBody(receive), CommandBody(EditForm{{edit}})})
    seeds.push_back(
        canonicalJson(toJson(world.command(Bureau::get().records[3], world.person("clerk1"), body))));
  std::sort(seeds.begin(), seeds.end());
  seeds.erase(std::unique(seeds.begin(), seeds.end()), seeds.end());
  return seeds;
}

// The two texts of a case, one a line.
void runCaseRow(std::string_view input) {
  const auto [state, timeline] = split(input);
  const auto record = caseRecordFrom(state, timeline);
  if (!record) return;
  requireReadable(*record);
  Bureau& bureau = Bureau::get();
  CaseSummarizer summarizer(bureau.world.holidays, dayInJapan(bureau.world.now));
  (void)summarizer.summarize(record->state, &bureau.world.procedure);
  (void)replay(record->state.id, record->timeline);
  (void)brokenInvariant(*record);
  // And on it goes: what the server sent is what the user works on.
  CaseRecord next = *record;
  const Actor& clerk = bureau.world.person("clerk1");
  (void)execute(next, bureau.world.command(*record, clerk, AddNote{"窓口で"}), bureau.world.context(clerk));
}

std::vector<std::string> caseRowSeeds() {
  std::vector<std::string> seeds;
  for (const CaseRecord& record : Bureau::get().records) {
    const CaseText text = toText(record);
    seeds.push_back(text.state + "\n" + text.timeline);
  }
  return seeds;
}

} // namespace

const Target kCommand{"command", runCommand, commandSeeds, 1'500};
const Target kCaseRow{"caserow", runCaseRow, caseRowSeeds, 1'500};

} // namespace madoguchi::fuzz
