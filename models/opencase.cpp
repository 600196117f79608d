// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/opencase.h"

#include <algorithm>

namespace madoguchi::models {

OpenCase::OpenCase(CaseSource& source, CommandSink& sink, ReferenceSource& references, SyncStatusSource& sync,
                   UndoStack& undo, Clock clock, QObject* parent)
    : QObject(parent), m_source(source), m_sink(sink), m_references(references), m_sync(sync), m_undo(undo),
      m_clock(std::move(clock)), m_shown(references.references()) {
  connect(&source, &CaseSource::recordLoaded, this,
          [this](quint64 generation, const std::shared_ptr<const OpenedCase>& opened) {
            if (generation != m_generation) return;
            m_opened = opened;
            m_version = opened->record.state.version;
            m_shown = m_references.references();
            compileSchema();
            Q_EMIT changed();
          });
  connect(&source, &CaseSource::failed, this, [this](quint64 generation, const core::Error& error) {
    if (generation == m_generation) Q_EMIT failed(error);
  });
  connect(&source, &CaseSource::changed, this, [this](const core::ChangeSet& changes) {
    const auto& ids = changes.cases;
    if (!m_id.empty() && (changes.everything || std::find(ids.begin(), ids.end(), m_id) != ids.end())) load();
  });
  connect(&references, &ReferenceSource::referencesChanged, this, [this] {
    m_shown = m_references.references();
    compileSchema();
    if (m_opened) Q_EMIT changed();
  });
  connect(&sink, &CommandSink::done, this, [this](quint64 request, const CommandDone& done) {
    if (request != m_running) return;
    m_running.reset();
    m_steps.pop_front();
    if (done.caseId == m_id) m_version = done.version;
    for (Step& step : m_steps)
      if (step.caseId == done.caseId) step.baseVersion = done.version;
    const bool isShown = done.caseId == m_id && m_opened;
    m_undo.push(done, isShown ? m_opened->record.state.number : std::string());
    Q_EMIT performed(done);
    if (!m_running) next(); // whoever heard of it may have asked for more
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (request != m_running) return;
    m_running.reset();
    m_steps.clear();
    Q_EMIT refused(refusal);
  });
}

void OpenCase::open(const core::CaseId& id) {
  if (id != m_id) begin(id);
}

void OpenCase::begin(const core::CaseId& id) {
  m_id = id;
  m_opened.reset();
  m_generation = m_source.nextGeneration(); // what is on its way is of the case before
  Q_EMIT switched();
  if (!id.empty()) load();
}

void OpenCase::yieldTo(std::function<bool(const core::CaseId&)> others) {
  m_others = std::move(others);
}

void OpenCase::reconsider(const core::CaseId& id) {
  if (!id.empty() && id == m_id) begin(m_id);
}

void OpenCase::prepare(const core::CaseId& id) {
  if (id != m_id) m_source.prepareRecord(id);
}

void OpenCase::close() {
  open({});
}

void OpenCase::load() {
  if (isElsewhere()) return;
  m_generation = m_source.nextGeneration();
  m_source.requestRecord(m_id, m_generation);
}

const core::CaseState* OpenCase::state() const {
  return m_opened ? &m_opened->record.state : nullptr;
}

const core::Procedure* OpenCase::procedure() const {
  return m_opened ? m_shown->procedure(state()->procedure, state()->procedureVersion) : nullptr;
}

const core::FormSchema* OpenCase::schema() const {
  if (!m_opened) return nullptr;
  const auto found = m_schemas.find({state()->procedure, state()->procedureVersion});
  return found == m_schemas.end() || !found->second ? nullptr : &*found->second;
}

void OpenCase::compileSchema() {
  if (const core::Procedure* known = procedure()) compiled(*known);
}

const core::FormSchema* OpenCase::compiled(const core::Procedure& procedure) const {
  const auto [schema, isNew] = m_schemas.try_emplace({procedure.id, procedure.version});
  if (isNew)
    if (auto made = core::FormSchema::compile(procedure.form)) schema->second = std::move(*made);
  return schema->second ? &*schema->second : nullptr;
}

bool OpenCase::isMine() const {
  return m_opened && state()->holder == m_shown->me.id;
}

std::optional<core::Refusal> OpenCase::check(const core::CommandBody& body) const {
  if (!m_opened) return core::Refusal{core::ErrorCode::NoSuchCase, {}, {}};
  core::Command command;
  command.id = core::CommandId("probe");
  command.caseId = m_id;
  command.baseVersion = m_version;
  command.actor = m_shown->me.id;
  command.madeAt = m_clock();
  command.body = body;
  core::Context context{m_shown->me, m_shown->offices, procedure(), m_shown->holidays, m_clock()};
  context.absences = &m_shown->absences;
  context.form = schema();
  if (const auto* move = std::get_if<core::MoveToVersion>(&body)) {
    context.moveTo = m_shown->procedure(state()->procedure, move->to);
    // As the store: a version whose form this release cannot check is one that it does not know.
    if (context.moveTo != nullptr && compiled(*context.moveTo) == nullptr) context.moveTo = nullptr;
  }
  context.casePending = !m_opened->pending.empty();
  context.online = m_sync.status().link == SyncStatus::Link::Online;
  auto decided = core::decide(state(), command, context);
  return decided ? std::nullopt : std::optional(std::move(decided.error()));
}

void OpenCase::perform(const std::vector<core::CommandBody>& bodies, const Drafts& taken) {
  const std::size_t first = m_steps.size();
  for (const core::CommandBody& body : bodies)
    m_steps.push_back({m_id, m_version, body});
  if (first < m_steps.size()) m_steps[first].taken = taken;
  if (!m_running) next();
}

Drafts OpenCase::underWay(const core::CaseId& id, const QString& part) const {
  Drafts all;
  for (const Step& step : m_steps)
    if (step.caseId == id) all.insert(step.taken);
  all.removeIf([&part](Drafts::iterator draft) { return !draft.key().startsWith(part); });
  return all;
}

void OpenCase::next() {
  if (m_steps.empty()) {
    Q_EMIT finished();
    return;
  }
  const Step step = m_steps.front();
  m_running = m_sink.nextRequest();
  m_sink.perform(*m_running, step.caseId, step.baseVersion, step.body, step.taken);
}

} // namespace madoguchi::models
