// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/procedures/formschema.h"
#include "models/clock.h"
#include "models/ports/casesource.h"
#include "models/ports/commandsink.h"
#include "models/ports/referencesource.h"
#include "models/ports/syncstatussource.h"
#include "models/undostack.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace madoguchi::models {

/// The case that is shown, kept up to date, and the way in which the user acts on it. UI thread.
class OpenCase : public QObject {
  Q_OBJECT

public:
  OpenCase(CaseSource& source, CommandSink& sink, ReferenceSource& references, SyncStatusSource& sync,
           UndoStack& undo, Clock clock, QObject* parent = nullptr);

  void open(const core::CaseId& id);
  void close();
  /// This case will probably be opened next: so it is there at once.
  void prepare(const core::CaseId& id);
  /// A case that `others` names is worked on at another place: here it may be open, but it is not read, and
  /// nothing can be done to it.
  void yieldTo(std::function<bool(const core::CaseId&)> others);
  /// The other places have taken this case, or given it back.
  void reconsider(const core::CaseId& id);

  /// Empty while none is open; set before the record arrives.
  [[nodiscard]] const core::CaseId& id() const { return m_id; }
  /// Whether another place has the case that is open.
  [[nodiscard]] bool isElsewhere() const { return !m_id.empty() && m_others && m_others(m_id); }
  /// Null until the record has arrived.
  [[nodiscard]] const OpenedCase* opened() const { return m_opened.get(); }
  [[nodiscard]] const core::CaseState* state() const;
  /// Null where the procedure's version is not known here.
  [[nodiscard]] const core::Procedure* procedure() const;
  /// The compiled form of the procedure, or null.
  [[nodiscard]] const core::FormSchema* schema() const;
  [[nodiscard]] std::shared_ptr<const References> references() const { return m_references.references(); }
  [[nodiscard]] core::Date today() const { return models::today(m_clock); }
  [[nodiscard]] core::Instant now() const { return m_clock(); }
  [[nodiscard]] bool isMine() const;

  /// What the rules would say to the command now; nothing where it is allowed.
  [[nodiscard]] std::optional<core::Refusal> check(const core::CommandBody& body) const;
  /// Does all of them in order; the first refusal drops the rest. `taken`: drafts that are in the first of
  /// them now (CommandSink::perform).
  void perform(const std::vector<core::CommandBody>& bodies, const Drafts& taken = {});
  void perform(const core::CommandBody& body, const Drafts& taken = {}) { perform(std::vector{body}, taken); }
  /// Drafts of a part (DraftKeeper::keepPart) of a case that are in commands which are not done yet.
  [[nodiscard]] Drafts underWay(const core::CaseId& id, const QString& part) const;
  [[nodiscard]] bool isBusy() const { return m_running.has_value(); }

Q_SIGNALS:
  /// Another case, or none, is shown; or another place has taken the case or given it back.
  void switched();
  /// The record arrived, or changed.
  void changed();
  void performed(const madoguchi::models::CommandDone& done);
  /// All commands of one `perform` are done.
  void finished();
  void refused(const core::Refusal& refusal);
  void failed(const core::Error& error);

private:
  struct Step {
    core::CaseId caseId;
    std::int64_t baseVersion = 0; ///< that the user saw, or that the step before led to
    core::CommandBody body;
    Drafts taken{};
  };

  void begin(const core::CaseId& id);
  void load();
  void next();
  void compileSchema();
  /// Of a procedure's form, compiled once; null where this release cannot check it.
  const core::FormSchema* compiled(const core::Procedure& procedure) const;

  CaseSource& m_source;
  CommandSink& m_sink;
  ReferenceSource& m_references;
  SyncStatusSource& m_sync;
  UndoStack& m_undo;
  Clock m_clock;
  std::function<bool(const core::CaseId&)> m_others; ///< empty: there is no other place
  core::CaseId m_id;
  std::shared_ptr<const OpenedCase> m_opened;
  std::shared_ptr<const References> m_shown; ///< keeps the procedure alive that is shown
  /// Empty where this release cannot check the form.
  mutable std::map<std::pair<core::ProcedureId, int>, std::optional<core::FormSchema>> m_schemas;
  quint64 m_generation = 0;
  std::deque<Step> m_steps; ///< the first of them is running, where one is
  std::optional<quint64> m_running;
  std::int64_t m_version = 0; ///< of the case, after the last command
};

} // namespace madoguchi::models
