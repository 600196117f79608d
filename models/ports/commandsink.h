// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/command.h"
#include "core/cases/rules.h"
#include "models/ports/draftkeeper.h"
#include "models/ports/requestport.h"

#include <optional>

namespace madoguchi::models {

/// What became of a performed command.
struct CommandDone {
  core::CommandId command;
  core::CaseId caseId;
  std::int64_t version = 0;                 ///< of the case, after it
  core::CommandBody body;                   ///< as it was performed
  std::optional<core::CommandBody> inverse; ///< core::inverse, from the state before
};

/// Where models send what the user does. Lives on the UI thread; answers by signal, exactly one of `done`
/// and `refused` per request. `done` comes when the command is committed in the cache and the outbox
/// (decide, apply, rows, index, outbox: one transaction); the change set comes through CaseSource.
class CommandSink : public RequestPort {
  Q_OBJECT

public:
  using RequestPort::RequestPort;

  /// `caseId` empty: a case that is yet to arrive (ReceiveOnPaper); the answer brings its id.
  /// `baseVersion`: the version of the case that the user saw. `taken`: drafts that are in the command now;
  /// they go in its own transaction and are gone from the DraftKeeper with `done`, but for those that say
  /// something else by then; all stay where it is refused. Requests are numbered by the caller, uniquely
  /// within the program (nextRequest).
  virtual void perform(quint64 request, const core::CaseId& caseId, std::int64_t baseVersion,
                       const core::CommandBody& body, const Drafts& taken) = 0;
  void perform(quint64 request, const core::CaseId& caseId, std::int64_t baseVersion,
               const core::CommandBody& body) {
    perform(request, caseId, baseVersion, body, {});
  }
  /// Takes a command back: drops it while it is unsent and nothing stands on it, else performs the inverse;
  /// without an inverse it is refused with WrongState.
  virtual void takeBack(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                        const std::optional<core::CommandBody>& inverse) = 0;
  /// Settles a conflicted, rejected or blocked entry of the outbox: drops it and performs the replacement,
  /// if there is one, in one transaction. Entries that waited behind it are sent again.
  virtual void resolve(quint64 request, const core::CommandId& command, const core::CaseId& caseId,
                       const std::optional<core::CommandBody>& replacement) = 0;

Q_SIGNALS:
  void done(quint64 request, const madoguchi::models::CommandDone& done);
  void refused(quint64 request, const core::Refusal& refusal);
};

} // namespace madoguchi::models
