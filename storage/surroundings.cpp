// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/surroundings.h"

#include "core/base/codec.h"
#include "core/procedures/procedurereader.h"
#include "core/text/fold.h"
#include "storage/settings.h"

#include <charconv>

namespace madoguchi::storage {

namespace {

using ProcedureKey = std::pair<core::ProcedureId, int>;

template <class T>
std::optional<T> readDocument(const std::string& document) {
  const auto value = core::parseJson(document);
  if (!value) return std::nullopt;
  auto item = core::codec::read<T>(*value);
  return item ? std::optional<T>(std::move(*item)) : std::nullopt;
}

/// "food-permit@2"
std::optional<ProcedureKey> procedureKey(const std::string& key) {
  const auto at = key.rfind('@');
  if (at == std::string::npos) return std::nullopt;
  int version = 0;
  const char* end = key.data() + key.size();
  const auto [stop, error] = std::from_chars(key.data() + at + 1, end, version);
  if (error != std::errc() || stop != end) return std::nullopt;
  return ProcedureKey{core::ProcedureId(key.substr(0, at)), version};
}

void addProcedure(Surroundings& around, const Surroundings* known, const std::string& key,
                  const std::string& document) {
  const auto name = procedureKey(key);
  if (!name) return;
  if (known != nullptr)
    if (const auto found = known->procedures.find(*name); found != known->procedures.end()) {
      around.procedures.insert(*found);
      return;
    }
  const auto value = core::parseJson(document);
  if (!value) return;
  auto read = core::procedureFromJson(*value, core::PackageState::Published);
  if (!read) return;
  around.procedures.emplace(*name, std::make_shared<const core::Procedure>(std::move(*read)));
}

} // namespace

const core::Procedure* Surroundings::procedure(const core::ProcedureId& id, int version) const {
  const auto found = procedures.find({id, version});
  return found == procedures.end() ? nullptr : found->second.get();
}

const core::FormSchema* Surroundings::formOf(const core::Procedure& procedure) const {
  const auto [form, isNew] = m_forms.try_emplace({procedure.id, procedure.version});
  if (isNew)
    if (auto compiled = core::FormSchema::compile(procedure.form)) form->second = std::move(*compiled);
  return form->second ? &*form->second : nullptr;
}

core::Context Surroundings::contextOf(const core::CaseState& state, const core::Command& command) const {
  ProcedureKey key{state.procedure, state.procedureVersion};
  if (const auto* paper = std::get_if<core::ReceiveOnPaper>(&command.body))
    key = {paper->procedure, paper->procedureVersion};
  core::Context context{me, offices, nullptr, holidays, command.madeAt};
  context.procedure = procedure(key.first, key.second);
  context.absences = &absences;
  if (context.procedure != nullptr) context.form = formOf(*context.procedure);
  // A procedure whose form this version cannot check is one that it does not know.
  if (context.form == nullptr) context.procedure = nullptr;
  if (const auto* move = std::get_if<core::MoveToVersion>(&command.body)) {
    context.moveTo = procedure(state.procedure, move->to);
    if (context.moveTo != nullptr && formOf(*context.moveTo) == nullptr) context.moveTo = nullptr;
  }
  return context;
}

Surroundings readSurroundings(Database& database, const Surroundings* known) {
  Surroundings around;
  std::vector<core::Office> offices;
  std::vector<core::Attendance> attendances;
  {
    Use rows = database.use("SELECT entity, key, document FROM refs ORDER BY entity, key");
    while (rows.step()) {
      const std::string entity = rows.text(0);
      const std::string document = rows.text(2);
      if (entity == "office") {
        if (auto office = readDocument<core::Office>(document)) offices.push_back(std::move(*office));
      } else if (entity == "user") {
        if (auto person = readDocument<core::Person>(document)) {
          const core::UserId id = person->id;
          around.people.emplace(id, std::move(*person));
        }
      } else if (entity == "attendance") {
        if (auto attendance = readDocument<core::Attendance>(document))
          attendances.push_back(std::move(*attendance));
      } else if (entity == "holidays") {
        if (auto table = core::HolidayTable::parse(document)) around.holidays = std::move(*table);
      } else if (entity == "procedure") {
        addProcedure(around, known, rows.text(1), document);
      }
    }
  }
  around.offices = core::OfficeTree(std::move(offices));
  around.absences = core::absenceBook(around.people, attendances);
  if (const std::string actor = settingOf(database, kActorSetting); !actor.empty())
    if (auto me = readDocument<core::Actor>(actor)) around.me = std::move(*me);
  return around;
}

void writeLabels(Words& words, const Surroundings& around) {
  for (const auto& [id, person] : around.people)
    words.setLabel(id.value, core::foldForSearch(person.nameJa));
  for (const auto& [key, procedure] : around.procedures)
    words.setLabel(key.first.value, procedure->title.ja);
}

} // namespace madoguchi::storage
