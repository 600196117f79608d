// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/event.h"

#include <string>

namespace madoguchi::bench {

/// Where a case lives: what the server and the cache have to know of it.
struct Home {
  core::OfficeId office;
  core::ProcedureId procedure;
  int procedureVersion = 1;
};

/// The i-th of the cases that the measurements use: about 1 KB as it travels, Japanese throughout, two years
/// of arrival days. The same i gives the same case; the ids ascend.
[[nodiscard]] core::CaseRecord benchCase(int i, const Home& home);

} // namespace madoguchi::bench
