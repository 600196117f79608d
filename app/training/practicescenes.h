// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/procedures/procedure.h"
#include "generate/casegenerator.h"
#include "generate/patternnumbers.h"

#include <map>
#include <string>
#include <vector>

namespace madoguchi::app {

/// What the practice office is made of, as it lies beside the program.
struct PracticeMaterial {
  std::vector<core::Procedure> procedures;
  std::string holidays; ///< the table's own text
  /// Blocks. Errors: FileUnreadable, FileBroken.
  [[nodiscard]] static core::Result<PracticeMaterial> read(const std::string& folder);
  [[nodiscard]] static std::string installedFolder();
};

/// A case that two people change: the user's command meets what a colleague has done meanwhile.
struct PracticeClash {
  core::CaseRecord after; ///< with the colleague's change
  core::CommandBody mine;
};

/// Generated cases of one section, some of them brought to where the guided tasks begin.
struct PracticeScenes {
  generate::GeneratedBureau bureau;
  core::Actor me; ///< a chief: works cases, supervises, and consents to drafts of others
  std::vector<core::CaseRecord> cases;
  generate::Specimens papers;
  PracticeClash clash;
};

/// Another seed, other people and other cases. Errors: Internal, HolidayTableEnded.
[[nodiscard]] core::Result<PracticeScenes> makePractice(const PracticeMaterial& material, std::uint64_t seed,
                                                        core::Instant now, generate::PatternNumbers& numbers);

} // namespace madoguchi::app
