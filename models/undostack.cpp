// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undostack.h"

#include "models/commandlabels.h"
#include "models/errortext.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(UndoStack)
};

// Of the cases that are named in one line.
constexpr int kMostNamed = 5;

QString counted(const std::string& kind, std::size_t cases) {
  return Say::tr("%1 (%n case(s))", nullptr, static_cast<int>(cases))
      .arg(commandLabel(std::string_view(kind)));
}

/// As the outbox page names it, with its case or the number of its cases.
QString titleOf(const std::string& kind, std::size_t cases, const std::string& name) {
  if (cases > 1) return counted(kind, cases);
  const QString label = commandLabel(std::string_view(kind));
  return name.empty() ? label : Say::tr("%1 (%2)").arg(label, qtext(name));
}

QString namesOf(const std::map<core::CaseId, std::string>& cases) {
  QStringList names;
  for (const auto& [id, name] : cases) {
    if (names.size() == kMostNamed)
      return Say::tr("%1 and %n more", nullptr, static_cast<int>(cases.size()) - kMostNamed)
          .arg(listed(names));
    names << (name.empty() ? Say::tr("(no number yet)") : qtext(name));
  }
  return listed(names);
}

} // namespace

UndoStack::UndoStack(CommandSink& sink, OutboxSource& outbox, QObject* parent)
    : QObject(parent), m_sink(sink) {
  connect(&outbox, &OutboxSource::entriesLoaded, this, &UndoStack::fill, Qt::SingleShotConnection);
  connect(&sink, &CommandSink::done, this, [this](quint64 request) {
    if (m_undoing && request == m_undoing->request) settle(nullptr);
  });
  connect(&sink, &CommandSink::refused, this, [this](quint64 request, const core::Refusal& refusal) {
    if (m_undoing && request == m_undoing->request) settle(&refusal);
  });
}

void UndoStack::fill(const std::vector<OutboxItem>& items) {
  std::set<core::CommandId> known;
  for (const Step& step : m_steps)
    for (const Act& act : step.acts)
      known.insert(act.command);
  std::vector<Step> unsent;
  for (const OutboxItem& item : items) {
    const core::OutboxEntry& entry = item.entry;
    // What was tried once may have arrived, so it is not dropped any more.
    if (entry.status != core::OutboxStatus::Waiting || entry.attempts > 0) continue;
    if (known.count(entry.command) > 0) continue;
    const std::string& name = item.caseNumber.empty() ? item.applicantName : item.caseNumber;
    unsent.push_back({0, {Act{entry.command, entry.caseId, entry.kind, name, nullptr}}});
  }
  m_steps.insert(m_steps.begin(), std::make_move_iterator(unsent.begin()),
                 std::make_move_iterator(unsent.end()));
  trim();
}

void UndoStack::push(const CommandDone& done, const std::string& name) {
  push(done, name, 0);
}

void UndoStack::push(const CommandDone& done, const std::string& name, Run run) {
  if (done.command.empty()) return;
  auto step = run == 0 ? m_steps.end()
                       : std::find_if(m_steps.begin(), m_steps.end(),
                                      [run](const Step& other) { return other.run == run; });
  if (step == m_steps.end()) step = m_steps.insert(step, Step{run, {}});
  step->acts.push_back({done.command, done.caseId, std::string(core::kindOf(done.body)), name,
                        done.inverse ? std::make_shared<const core::CommandBody>(*done.inverse) : nullptr});
  trim();
}

void UndoStack::trim() {
  if (m_steps.size() > kMostSteps)
    m_steps.erase(m_steps.begin(), m_steps.end() - static_cast<std::ptrdiff_t>(kMostSteps));
  Q_EMIT changed();
}

void UndoStack::undo() {
  if (!canUndo()) return;
  m_undoing = Undoing{};
  m_undoing->step = std::move(m_steps.back());
  m_steps.pop_back();
  m_undoing->kind = m_undoing->step.acts.back().kind;
  m_undoing->name = m_undoing->step.acts.back().name;
  for (const Act& act : m_undoing->step.acts)
    m_undoing->cases.insert(act.caseId);
  Q_EMIT changed();
  takeNext();
}

void UndoStack::takeNext() {
  const Act& act = m_undoing->step.acts.back();
  m_undoing->request = m_sink.nextRequest();
  m_sink.takeBack(m_undoing->request, act.command, act.caseId,
                  act.inverse ? std::optional(*act.inverse) : std::nullopt);
}

void UndoStack::settle(const core::Refusal* refusal) {
  std::vector<Act>& acts = m_undoing->step.acts;
  const Act act = std::move(acts.back());
  acts.pop_back();
  if (refusal == nullptr) {
    ++m_undoing->taken;
  } else {
    m_undoing->kept.emplace(act.caseId, act.name);
    if (m_undoing->why.isEmpty())
      m_undoing->why = act.inverse == nullptr && refusal->code == core::ErrorCode::WrongState
                           ? Say::tr("It was sent already, or a later step rests on it.")
                           : errorText(refusal->code);
  }
  if (acts.empty())
    finish();
  else
    takeNext();
}

void UndoStack::finish() {
  const Undoing over = std::move(*m_undoing);
  m_undoing.reset();
  Q_EMIT changed();
  const std::size_t whole = over.cases.size() - over.kept.size();
  const bool some = whole > 0 && !over.kept.empty();
  const QString title = some ? counted(over.kind, whole) : titleOf(over.kind, over.cases.size(), over.name);
  if (over.kept.empty())
    Q_EMIT undone(Say::tr("Undone: %1").arg(title));
  else if (over.taken == 0)
    Q_EMIT failed(Say::tr("This cannot be taken back any more: %1. %2").arg(title, over.why));
  else if (whole == 0)
    Q_EMIT failed(Say::tr("Undone only in part: %1. %2").arg(title, over.why));
  else
    Q_EMIT failed(Say::tr("Undone: %1. Could not be undone, or only in part: %2. %3")
                      .arg(title, namesOf(over.kept), over.why));
}

QString UndoStack::text() const {
  if (m_steps.empty()) return {};
  const Step& step = m_steps.back();
  std::set<core::CaseId> cases;
  for (const Act& act : step.acts)
    cases.insert(act.caseId);
  const QString title = titleOf(step.acts.back().kind, cases.size(), step.acts.back().name);
  const bool always =
      std::all_of(step.acts.begin(), step.acts.end(), [](const Act& act) { return act.inverse != nullptr; });
  return always ? Say::tr("Undo: %1").arg(title) : Say::tr("Undo while unsent: %1").arg(title);
}

} // namespace madoguchi::models
