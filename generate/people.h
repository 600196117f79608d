// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "generate/random.h"

/// Fictitious applicants. Nothing made here can reach a real person: the towns do not exist, postal codes
/// begin with 209 and telephone numbers have a 0 after the area code, none of which is assigned in Japan
/// (電気通信番号計画, 令和元年総務省告示6号), and mail goes to example.jp, which JPRS keeps for examples.
namespace madoguchi::generate {

[[nodiscard]] core::PersonName makePersonName(Random& random);
[[nodiscard]] core::Address makeAddress(Random& random);
[[nodiscard]] std::string makePhone(Random& random);
[[nodiscard]] core::Party makePerson(Random& random);
/// A firm, with its representative.
[[nodiscard]] core::Party makeFirm(Random& random);
/// A person or a firm, in one of eight cases with an agent 代理人.
[[nodiscard]] core::Applicant makeApplicant(Random& random, core::PartyKind kind);

} // namespace madoguchi::generate
