// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generate/casewalk.h"
#include "generate/formmaker.h"

#include <cstdint>
#include <vector>

namespace madoguchi::generate {

/// Plausible cases over two years up to a day, under the procedures that the bureau knows (all but
/// import-only ones), the more of them the more recent. Deterministic: the same seed, procedures, holidays,
/// `now` and numbering give the same cases. Uses one thread.
class CaseGenerator {
public:
  /// What is given outlives the generator. `count` is how many cases will be made in all.
  CaseGenerator(std::uint64_t seed, std::size_t count, const GeneratedBureau& bureau,
                const std::vector<const core::Procedure*>& procedures, const core::HolidayTable& holidays,
                core::Instant now, Numbering numbering);

  CaseGenerator(const CaseGenerator&) = delete;
  CaseGenerator& operator=(const CaseGenerator&) = delete;

  /// The next case, in the order of arrival. Errors: Internal, HolidayTableEnded; NotFound when all `count`
  /// are made, or when no procedure can be applied for.
  [[nodiscard]] core::Result<core::CaseRecord> next();

  /// The papers that the cases name.
  [[nodiscard]] const Specimens& specimens() const { return m_specimens; }

private:
  struct Source {
    const core::Procedure* procedure = nullptr;
    core::OfficeId office;
    FormMaker forms;
  };

  [[nodiscard]] core::Instant arrivalOf(Random& random) const;

  std::uint64_t m_seed;
  std::size_t m_count;
  std::size_t m_made = 0;
  Specimens m_specimens;
  CaseWorld m_world;
  std::vector<Source> m_sources;
};

} // namespace madoguchi::generate
