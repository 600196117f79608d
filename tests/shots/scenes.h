// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakedesk.h"

/// What happens on the made-up desk, so that there is something to see.
namespace madoguchi::tests {

/// `waitsFor`: of those, one whose route waits for that rank.
[[nodiscard]] core::CaseId caseWith(const FakeDesk& desk, core::Status status,
                                    const std::string& waitsFor = {});
/// The manager goes away while a draft waits for the decision.
void decideMeanwhile(FakeDesk& desk);
/// The line is cut; a conflict, a refusal and a step that waits.
void makeTrouble(FakeDesk& desk);
/// A document with marks, and a case whose examination lists them.
void addEvidence(FakeDesk& desk, const core::CaseId& id);

} // namespace madoguchi::tests
