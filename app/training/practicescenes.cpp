// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/practicescenes.h"

#include "app/workers/stamp.h"
#include "core/procedures/procedurereader.h"
#include "models/draftproposal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <optional>

namespace madoguchi::app {

namespace {

constexpr std::size_t kCases = 240;
constexpr std::size_t kMine = 5;     ///< held by the user, under examination
constexpr std::size_t kReady = 2;    ///< of these: every criterion is met
constexpr std::size_t kToDecide = 4; ///< submitted by a colleague
constexpr const char* kSection = "food";

core::Result<std::string> textOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return core::failure(core::ErrorCode::FileUnreadable, path.toStdString());
  return file.readAll().toStdString();
}

core::Result<core::Procedure> procedureIn(const QDir& folder) {
  std::map<std::string, std::string> files;
  for (const QString& name : folder.entryList(QDir::Files)) {
    auto text = textOf(folder.filePath(name));
    if (!text) return tl::unexpected(text.error());
    files.emplace(name.toStdString(), std::move(*text));
  }
  return core::readProcedure(files);
}

/// Colleagues at work: commands decided as a server decides them. The first that is refused ends it.
class Stage {
public:
  Stage(const generate::GeneratedBureau& bureau, const core::HolidayTable& holidays,
        const std::vector<const core::Procedure*>& procedures, generate::PatternNumbers& numbers,
        core::Instant now)
      : m_offices(bureau.offices), m_holidays(holidays), m_procedures(procedures),
        m_numbering(numbers.numbering()), m_now(now) {}

  bool act(core::CaseRecord& record, const core::Actor& actor, core::CommandBody body) {
    if (m_failure) return false;
    const core::Procedure* procedure = procedureOf(record.state);
    const core::Office* office = m_offices.find(record.state.office);
    core::Context context{.actor = actor,
                          .offices = m_offices,
                          .procedure = procedure,
                          .holidays = m_holidays,
                          .now = m_now,
                          .side = core::Side::Server};
    if (std::holds_alternative<core::RegisterCase>(body) && procedure != nullptr && office != nullptr)
      context.nextCaseNumber = m_numbering.caseNumber(*office, *procedure, core::dayInJapan(m_now));
    core::Command command;
    command.id = core::CommandId(newId());
    command.caseId = record.state.id;
    command.baseVersion = record.state.version;
    command.actor = actor.id;
    command.madeAt = m_now;
    command.body = std::move(body);
    const auto done = core::execute(record, command, context);
    if (!done)
      m_failure = core::Error{core::ErrorCode::Internal, std::string(core::kindOf(command.body)) +
                                                             " was refused in practice: " +
                                                             std::string(core::toText(done.error().code))};
    return done.has_value();
  }

  void take(core::CaseRecord& record, const core::Actor& actor) {
    if (record.state.status == core::Status::Arrived) act(record, actor, core::RegisterCase{});
    act(record, actor, core::AssignCase{actor.id, record.state.holder});
  }
  void examine(core::CaseRecord& record, const core::Actor& actor) {
    const core::Procedure* procedure = procedureOf(record.state);
    if (procedure == nullptr) return;
    for (core::CommandBody& body : models::meetAllOpen(record.state, *procedure))
      act(record, actor, std::move(body));
  }
  void submit(core::CaseRecord& record, const core::Actor& actor) {
    const core::Procedure* procedure = procedureOf(record.state);
    if (procedure == nullptr) return;
    act(record, actor, models::proposedDraft(record.state, *procedure));
    if (record.state.draft) act(record, actor, core::SubmitForApproval{record.state.draft->version});
  }
  [[nodiscard]] const std::optional<core::Error>& failure() const { return m_failure; }

private:
  [[nodiscard]] const core::Procedure* procedureOf(const core::CaseState& state) const {
    for (const core::Procedure* procedure : m_procedures)
      if (procedure->id == state.procedure) return procedure;
    return nullptr;
  }

  core::OfficeTree m_offices;
  const core::HolidayTable& m_holidays;
  const std::vector<const core::Procedure*>& m_procedures;
  generate::Numbering m_numbering;
  core::Instant m_now;
  std::optional<core::Error> m_failure;
};

/// Fresh online applications that nobody holds yet, the newest first: what scenes are played with.
std::vector<core::CaseRecord*> freshCases(std::vector<core::CaseRecord>& cases) {
  std::vector<core::CaseRecord*> fresh;
  for (auto record = cases.rbegin(); record != cases.rend(); ++record) {
    const core::CaseState& state = record->state;
    const bool early = state.status == core::Status::Arrived || state.status == core::Status::Registered;
    if (early && state.holder.empty() && state.channel == core::Channel::Online &&
        state.visibility == core::Visibility::Ordinary)
      fresh.push_back(&*record);
  }
  return fresh;
}

PracticeClash clashOn(const core::CaseRecord& record, Stage& stage, const core::Actor& colleague) {
  const std::string& phone = record.state.applicant.party.phone;
  const core::json::value before = phone.empty() ? core::json::value() : core::json::string(phone);
  PracticeClash clash{record, core::EditApplicant{{{"/party/phone", before, "090-5550-0142"}}}};
  stage.act(clash.after, colleague, core::EditApplicant{{{"/party/phone", before, "042-555-0199"}}});
  return clash;
}

} // namespace

std::string PracticeMaterial::installedFolder() {
  return (QCoreApplication::applicationDirPath() + QStringLiteral("/../share/madoguchi")).toStdString();
}

core::Result<PracticeMaterial> PracticeMaterial::read(const std::string& folder) {
  const QDir resources(QString::fromStdString(folder));
  PracticeMaterial material;
  auto holidays = textOf(resources.filePath(QStringLiteral("calendar/holidays-jp.json")));
  if (!holidays) return tl::unexpected(holidays.error());
  material.holidays = std::move(*holidays);
  const QDir packages(resources.filePath(QStringLiteral("procedures")));
  for (const QString& name : packages.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
    // One section practises; to compile the forms of the others would only take time.
    if (!name.contains(QLatin1String(kSection))) continue;
    auto procedure = procedureIn(QDir(packages.filePath(name)));
    // A broken package is the server's business to tell of; here the others do.
    if (procedure && !procedure->importOnly) material.procedures.push_back(std::move(*procedure));
  }
  if (material.procedures.empty())
    return core::failure(core::ErrorCode::FileUnreadable, "no procedure to practise with");
  return material;
}

core::Result<PracticeScenes> makePractice(const PracticeMaterial& material, std::uint64_t seed,
                                          core::Instant now, generate::PatternNumbers& numbers) {
  PracticeScenes scenes;
  scenes.bureau = generate::makeBureau(seed);
  const generate::GeneratedStaff* me = scenes.bureau.find(std::string(kSection) + ".chief2");
  const generate::GeneratedStaff* clerk = scenes.bureau.find(std::string(kSection) + ".clerk1");
  const generate::GeneratedStaff* manager = scenes.bureau.find(std::string(kSection) + ".manager");
  std::vector<const core::Procedure*> procedures;
  for (const core::Procedure& procedure : material.procedures)
    if (me != nullptr && scenes.bureau.sectionFor(procedure.id) == me->office)
      procedures.push_back(&procedure);
  const auto holidays = core::HolidayTable::parse(material.holidays);
  if (!holidays) return tl::unexpected(holidays.error());
  if (me == nullptr || clerk == nullptr || manager == nullptr || procedures.empty())
    return core::failure(core::ErrorCode::Internal, "the generated bureau has no section to practise in");
  scenes.me = me->actor;
  generate::CaseGenerator generator(seed, kCases, scenes.bureau, procedures, *holidays, now,
                                    numbers.numbering());
  while (scenes.cases.size() < kCases) {
    auto next = generator.next();
    if (!next) return tl::unexpected(next.error());
    scenes.cases.push_back(std::move(*next));
  }
  scenes.papers = generator.specimens();

  const auto fresh = freshCases(scenes.cases);
  if (fresh.size() < kMine + kToDecide + 1)
    return core::failure(core::ErrorCode::Internal, "too few cases are fresh");
  Stage stage(scenes.bureau, *holidays, procedures, numbers, now);
  for (std::size_t i = 0; i < kMine; ++i) {
    stage.take(*fresh[i], scenes.me);
    if (i < kReady) stage.examine(*fresh[i], scenes.me);
  }
  for (std::size_t i = kMine; i < kMine + kToDecide; ++i) {
    stage.take(*fresh[i], clerk->actor);
    stage.examine(*fresh[i], clerk->actor);
    stage.submit(*fresh[i], clerk->actor);
  }
  scenes.clash = clashOn(*fresh[kMine - 1], stage, manager->actor);
  if (stage.failure()) return tl::unexpected(*stage.failure());
  return scenes;
}

} // namespace madoguchi::app
