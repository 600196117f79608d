// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/actor.h"
#include "core/cases/casestate.h"
#include "core/clocks/clockterm.h"
#include "core/desk/casequery.h"
#include "core/procedures/procedure.h"
#include "core/sync/outbox.h"

#include <QString>

/// The words of the domain in the user's language.
namespace madoguchi::models {

[[nodiscard]] QString label(core::Status status);
[[nodiscard]] QString label(core::Outcome outcome);
[[nodiscard]] QString label(core::Channel channel);
[[nodiscard]] QString label(core::WaitReason reason);
[[nodiscard]] QString label(core::StopReason reason);
[[nodiscard]] QString label(core::PartyKind kind);
[[nodiscard]] QString label(core::Role role);
[[nodiscard]] QString label(core::StageKind kind);
[[nodiscard]] QString label(core::Queue queue);
[[nodiscard]] QString label(core::SortColumn column);
[[nodiscard]] QString label(core::OutboxStatus status);
[[nodiscard]] QString label(core::FindingEffect effect);
[[nodiscard]] QString label(core::RowFlag flag);

/// What a status means, for people who meet it for the first time.
[[nodiscard]] QString statusHelp(core::Status status);
/// What an empty queue tells its reader.
[[nodiscard]] QString emptyQueueText(core::Queue queue);
/// staff, chief, manager, director, head, legal
[[nodiscard]] QString rankLabel(std::string_view rank);
/// reviewRequest, suit
[[nodiscard]] QString appealLabel(std::string_view kind);
/// Opinion, LegalCheck, Consent, Decision, as a route stage stores them.
[[nodiscard]] QString stageKindLabel(std::string_view kind);

/// A label of a case as it is shown: "#urgent".
[[nodiscard]] QString labelText(std::string_view label);

} // namespace madoguchi::models
